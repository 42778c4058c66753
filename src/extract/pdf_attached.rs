//! Files that are attached to a PDF, to the whole of it or to a place on a page: read like those of a mail.

use std::collections::BTreeMap;

use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};

use super::embedded::levelled;
use super::model::{APART, Extracted};
use super::pdf_fields::string;
use super::within::Within;

/// What says where a file lies is looked for so deep in each object.
const DEEPEST: u32 = 4;
/// So many files are read.
const MOST: usize = 1_000;

/// Adds what they hold, behind the pages.
pub(super) fn read(document: &Document, within: &Within<'_>, found: &mut Extracted) {
    let mut files = BTreeMap::new();
    for object in document.objects.values() {
        look(document, object, 0, &mut files);
    }
    if files.is_empty() {
        return;
    }
    found.text.push_str(APART);
    let from = found.text.len();
    for (name, stream) in files.into_values().take(MOST) {
        let content = stream.get_plain_content().unwrap_or_default();
        within.part(&name, &content, found);
    }
    levelled(found, from);
}

fn look<'d>(
    document: &'d Document,
    object: &'d Object,
    depth: u32,
    files: &mut BTreeMap<ObjectId, (String, &'d Stream)>,
) {
    if depth > DEEPEST {
        return;
    }
    match object {
        Object::Dictionary(entry) => {
            if let Some((id, name, stream)) = file(document, entry) {
                files.entry(id).or_insert((name, stream));
            }
            entry.iter().for_each(|(_, inner)| look(document, inner, depth + 1, files));
        }
        Object::Array(all) => all.iter().for_each(|inner| look(document, inner, depth + 1, files)),
        _ => {}
    }
}

/// A file, where a dictionary says where one lies.
fn file<'d>(document: &'d Document, entry: &'d Dictionary) -> Option<(ObjectId, String, &'d Stream)> {
    let lies = document.dereference(entry.get(b"EF").ok()?).ok()?.1.as_dict().ok()?;
    let id = [&b"UF"[..], b"F"].iter().find_map(|key| lies.get(key).ok()?.as_reference().ok())?;
    let stream = document.get_object(id).ok()?.as_stream().ok()?;
    let name = [&b"UF"[..], b"F"].iter().find_map(|key| {
        let name = document.dereference(entry.get(key).ok()?).ok()?.1.as_str().ok()?;
        Some(string(name)).filter(|name| !name.trim().is_empty())
    });
    Some((id, name.unwrap_or_default(), stream))
}
