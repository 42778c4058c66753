//! Files that lie in a document, workbook or presentation of 2007 and later: those that a double click opens, and those that are
//! shown as a part of it. What only feeds a chart is in the chart.

use std::collections::{BTreeMap, BTreeSet};

use super::compound::{self, stream, u16_at, u32_at};
use super::model::{Extracted, Media};
use super::parts::{self, Archive};
use super::pictured::may_be_scan;
use super::slides::absolute;
use super::sniff;
use super::tables::xml::{Node, attribute, walk};
use super::within::Within;

/// Adds what they hold.
pub(super) fn read(archive: &mut Archive<'_>, within: &Within<'_>, found: &mut Extracted) {
    let names = parts::names(archive);
    let (mut wanted, mut fed, mut shown) = (BTreeSet::new(), BTreeSet::new(), BTreeMap::<String, usize>::new());
    for name in names.iter().filter(|name| name.ends_with(".rels")) {
        let Some((folder, _)) = name.rsplit_once("/_rels/") else { continue };
        let into = if folder.ends_with("/charts") { Some(&mut fed) } else { None };
        match (into, parts::part(archive, name)) {
            (Some(fed), Some(xml)) => fed.extend(links(&xml, folder, &["package", "oleObject"])),
            (None, Some(xml)) => {
                wanted.extend(links(&xml, folder, &["aFChunk"]));
                // What every slide has behind it says nothing on any.
                let designed = ["Masters", "Layouts", "theme"].iter().any(|end| folder.ends_with(end));
                for picture in links(&xml, folder, &["image"]).into_iter().filter(|_| !designed) {
                    *shown.entry(picture).or_default() += 1;
                }
            }
            _ => {}
        }
    }
    wanted.extend(names.iter().filter(|name| name.contains("/embeddings/") && !name.ends_with('/')).cloned());
    let from = found.text.len();
    for name in parts::in_order(wanted.into_iter().filter(|name| !fed.contains(name)).collect()) {
        let Some(content) = parts::part(archive, &name) else { continue };
        let file = name.rsplit('/').next().unwrap_or_default();
        match unpacked(&content) {
            Object::File(said, inner) => within.part(said.as_deref().unwrap_or(file), &inner, found),
            Object::Itself => within.part(file, &content, found),
            Object::Formula => {}
        }
    }
    // Its pages and sheets are none of this file.
    levelled(found, from);
    pictures(archive, shown, within, found);
}

/// Names the pictures that may be scans of pages; of a document that says nothing all of them. What is shown more than once is a
/// background or a sign.
fn pictures(archive: &mut Archive<'_>, shown: BTreeMap<String, usize>, within: &Within<'_>, found: &mut Extracted) {
    let silent = found.text.trim().is_empty();
    let once = shown.into_iter().filter(|(_, times)| silent || *times == 1).map(|(name, _)| name).collect();
    for name in parts::in_order(once) {
        let Some(content) = parts::part(archive, &name) else { continue };
        if may_be_scan(&content) || silent && sniff::media(&content) == Media::Image {
            within.picture(name.rsplit('/').next().unwrap_or_default(), &content, found);
        }
    }
}

/// The text of a file in another without what would be taken for pages, sheets or comments of that one.
pub(super) fn level(text: &str) -> String {
    text.replace(['\x0b', '\x0c'], "\n")
}

/// Makes the text from a byte on such a one: it has as many bytes as before.
pub(super) fn levelled(found: &mut Extracted, from: usize) {
    let inside = found.text.split_off(from);
    found.text.push_str(&level(&inside));
    found.inside.iter_mut().filter(|inner| inner.from >= from).for_each(|inner| inner.media = Media::Other);
}

/// Where the links of some kinds lead.
fn links(xml: &[u8], folder: &str, kinds: &[&str]) -> Vec<String> {
    let mut out = Vec::new();
    walk(xml, |node| {
        if let Node::Open(e) = node
            && let (Some(kind), Some(target)) = (attribute(e, "Type"), attribute(e, "Target"))
            && attribute(e, "TargetMode").is_none_or(|mode| mode != "External")
            && kinds.iter().any(|wanted| kind.ends_with(&format!("/{wanted}")))
        {
            out.push(absolute(folder, &target));
        }
        true
    });
    out
}

/// What an embedded object is.
enum Object {
    /// A file, with the name under which it was put in, where that is known.
    File(Option<String>, Vec<u8>),
    /// A document of a program as it keeps it.
    Itself,
    /// A formula, which is shown as a picture.
    Formula,
}

fn unpacked(bytes: &[u8]) -> Object {
    let Some(mut file) = compound::open(bytes) else { return Object::Itself };
    if file.is_stream("/Equation Native") {
        return Object::Formula;
    }
    if let Some(native) = stream(&mut file, "/\u{1}Ole10Native")
        && let Some((name, content)) = native_file(&native)
    {
        return Object::File(Some(name), content);
    }
    let whole = ["/Package", "/CONTENTS"].iter().find_map(|path| stream(&mut file, path));
    whole.map_or(Object::Itself, |content| Object::File(None, content))
}

/// A file as the packager of Windows keeps it: its name, where it came from, where it lay, and what is in it.
fn native_file(native: &[u8]) -> Option<(String, Vec<u8>)> {
    const PACKED: u16 = 2;
    if u16_at(native, 4)? != PACKED {
        return None;
    }
    let text_end = |from: usize| Some(from + native.get(from..)?.iter().position(|b| *b == 0)?);
    let name_end = text_end(6)?;
    // Two numbers of two bytes stand behind where it came from, then the length of where it lay.
    let source_end = text_end(name_end + 1)?;
    let lay = source_end + 5;
    let at = lay + 4 + u32_at(native, lay)? as usize;
    let length = u32_at(native, at)? as usize;
    let content = native.get(at + 4..(at + 4).checked_add(length)?)?.to_vec();
    Some((compound::latin(&native[6..name_end]), content))
}
