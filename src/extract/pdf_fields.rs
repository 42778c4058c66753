//! What stands in a PDF beside its pages' text: filled form fields, and comments.

use std::collections::HashSet;

use pdf_extract::{Dictionary, Document, Object, ObjectId};

use super::encodings;

/// So many fields and comments are read: a file may say that each holds itself.
const MOST: usize = 20_000;

/// The values of fields with what was typed onto a page, and the words of comments, one a line. What a link says of itself is
/// neither: no reader of the page sees it.
pub(super) fn read(document: &Document) -> (String, String) {
    let mut seen = Seen::default();
    if let Some(form) = document.catalog().ok().and_then(|c| dictionary(document, c.get(b"AcroForm").ok()?)) {
        seen.fields(document, form.get(b"Fields").ok());
    }
    for page in document.get_pages().into_values() {
        let annotations = document.get_object(page).and_then(Object::as_dict).and_then(|p| p.get(b"Annots")).ok();
        seen.fields(document, annotations);
    }
    (seen.fields, seen.comments)
}

#[derive(Default)]
struct Seen {
    ids: HashSet<ObjectId>,
    fields: String,
    comments: String,
}

impl Seen {
    /// Fields and annotations with those below them, without recursion: they may lie in each other without end.
    fn fields(&mut self, document: &Document, list: Option<&Object>) {
        let mut left = entries(document, list);
        while let Some(entry) = left.pop() {
            if let Object::Reference(id) = entry
                && (self.ids.len() >= MOST || !self.ids.insert(*id))
            {
                continue;
            }
            let Some(entry) = dictionary(document, entry) else { continue };
            let kind = entry.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
            for key in [&b"V"[..], b"Contents"] {
                if kind == b"Link" {
                    continue;
                }
                let out = if key == b"Contents" && !matches!(kind, b"" | b"FreeText" | b"Widget") {
                    &mut self.comments
                } else {
                    &mut self.fields
                };
                let value = entry.get(key).ok().and_then(|value| document.dereference(value).ok());
                match value.map(|(_, value)| value) {
                    Some(Object::String(bytes, _)) => say(out, &string(bytes)),
                    Some(Object::Array(chosen)) => {
                        chosen.iter().filter_map(|one| one.as_str().ok()).for_each(|one| say(out, &string(one)));
                    }
                    _ => {}
                }
            }
            // What stands on a button.
            let caption = entry.get(b"MK").ok().and_then(|look| dictionary(document, look));
            if let Some(Object::String(bytes, _)) = caption.and_then(|look| look.get(b"CA").ok())
                && entry.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Btn")
                && bytes.len() > 1
            {
                say(&mut self.fields, &string(bytes));
            }
            left.extend(entries(document, entry.get(b"Kids").ok()));
        }
    }
}

fn say(out: &mut String, text: &str) {
    if !text.trim().is_empty() {
        out.push_str(text);
        out.push('\n');
    }
}

fn entries<'d>(document: &'d Document, list: Option<&'d Object>) -> Vec<&'d Object> {
    let list = list.and_then(|list| document.dereference(list).ok());
    let list = list.and_then(|(_, list)| list.as_array().ok());
    list.map(|list| list.iter().rev().take(MOST).collect()).unwrap_or_default()
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> Option<&'d Dictionary> {
    document.dereference(object).ok()?.1.as_dict().ok()
}

/// A string of a PDF: UTF-16 or UTF-8 with its mark, else one byte a letter.
pub(super) fn string(bytes: &[u8]) -> String {
    if encoding_rs::Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        encodings::decode(bytes)
    } else {
        encodings::decode_as(bytes, encoding_rs::WINDOWS_1252)
    }
}
