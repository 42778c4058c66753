//! Office files as parts of XML, walked through once.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// One part may unpack to this much.
const LARGEST_PART: u64 = 128 << 20;

/// What an office file is.
pub(super) enum Kind {
    Workbook,
    Document,
    Open,
}

/// A step of a walk.
pub(in crate::extract) enum Node<'a> {
    Open(&'a BytesStart<'a>),
    Close(&'a str),
    Text(&'a str),
}

/// The kind of a file, by the parts in it.
pub(super) fn kind(bytes: &[u8]) -> Option<Kind> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let has = |part: &str| archive.index_for_name(part).is_some();
    if has("xl/workbook.xml") {
        Some(Kind::Workbook)
    } else if has("word/document.xml") {
        Some(Kind::Document)
    } else if has("content.xml") {
        Some(Kind::Open)
    } else {
        None
    }
}

/// A part, unpacked.
pub(in crate::extract) fn part(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let entry = archive.by_name(name).ok()?;
    let mut xml = Vec::new();
    entry.take(LARGEST_PART + 1).read_to_end(&mut xml).ok()?;
    (xml.len() as u64 <= LARGEST_PART).then_some(xml)
}

/// Walks through a part until it ends or `see` has seen enough. Nothing where it is no XML.
pub(in crate::extract) fn walk(xml: &[u8], mut see: impl FnMut(Node<'_>) -> bool) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        let more = match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(e) => see(Node::Open(&e)),
            Event::Empty(e) => see(Node::Open(&e)) && see(Node::Close(e.local_name().as_ref())),
            Event::End(e) => see(Node::Close(e.local_name().as_ref())),
            Event::Text(e) => see(Node::Text(&e)),
            Event::CData(e) => see(Node::Text(&e)),
            Event::GeneralRef(e) => match e.resolve_char_ref() {
                Ok(Some(c)) => see(Node::Text(c.encode_utf8(&mut [0; 4]))),
                _ => quick_xml::escape::resolve_predefined_entity(&e).is_none_or(|known| see(Node::Text(known))),
            },
            Event::Eof => return Some(()),
            _ => true,
        };
        if !more {
            return Some(());
        }
        buffer.clear();
    }
}

/// An attribute by its name, whatever stands before it.
pub(in crate::extract) fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = e.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// Whether a mark such as `<strike/>` is set: by itself it is, with a value it says.
pub(super) fn set(e: &BytesStart<'_>) -> bool {
    !attribute(e, "val").is_some_and(|value| ["0", "false", "off", "none"].contains(&value.as_str()))
}

/// Where the links of a part lead to, by their names.
pub(in crate::extract) fn targets(bytes: &[u8], name: &str) -> HashMap<String, String> {
    let mut out = HashMap::new();
    let Some(xml) = part(bytes, name) else { return out };
    walk(&xml, |node| {
        if let Node::Open(e) = node
            && let (Some(id), Some(target)) = (attribute(e, "Id"), attribute(e, "Target"))
        {
            out.insert(id, target);
        }
        true
    });
    out
}

/// Text of which parts may be struck out. Where all of it is, it is kept and marked; else only the rest is text.
#[derive(Default)]
pub(super) struct Struck {
    kept: String,
    all: String,
}

impl Struck {
    /// Adds a part.
    pub(super) fn push(&mut self, text: &str, struck: bool) {
        self.all.push_str(text);
        if !struck {
            self.kept.push_str(text);
        }
    }

    /// The text, and whether it is struck out.
    pub(super) fn text(self) -> (String, bool) {
        if self.kept.trim().is_empty() && !self.all.trim().is_empty() { (self.all, true) } else { (self.kept, false) }
    }
}
