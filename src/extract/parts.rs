//! The parts of office files, which are archives: opened within bounds, and the file's own properties in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::encodings;
use super::model::Unsearchable;
use super::tables::xml::{Node, attribute, walk};

/// One part may unpack to this much, all together to four times as much: a bomb stops here.
pub(super) const LARGEST: u64 = 128 << 20;

/// An open archive.
pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Opens an office file; encrypted ones are locked.
pub(super) fn open(bytes: &[u8]) -> Result<Archive<'_>, Unsearchable> {
    check_sizes(bytes)?;
    ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unsearchable::Damaged)
}

/// Whether the archive can be opened and stays within bounds.
pub(super) fn check_sizes(bytes: &[u8]) -> Result<(), Unsearchable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unsearchable::Damaged)?;
    let mut total = 0;
    for i in 0..archive.len() {
        let entry = archive.by_index_raw(i).map_err(|_| Unsearchable::Damaged)?;
        if entry.encrypted() {
            return Err(Unsearchable::Locked);
        }
        total += entry.size();
        if entry.size() > LARGEST || total > 4 * LARGEST {
            return Err(Unsearchable::TooLarge);
        }
    }
    Ok(())
}

/// A part's bytes; nothing where it is not there, damaged or too large.
pub(super) fn part(archive: &mut Archive<'_>, name: &str) -> Option<Vec<u8>> {
    let entry = archive.by_name(name).ok()?;
    let mut xml = Vec::new();
    // The size in the directory may lie; what is read is bounded all the same.
    entry.take(LARGEST + 1).read_to_end(&mut xml).ok()?;
    // Parts may be in UTF-16.
    if xml.starts_with(&[0xff, 0xfe]) || xml.starts_with(&[0xfe, 0xff]) {
        return Some(encodings::decode(&xml).into_bytes());
    }
    if xml.len() as u64 > LARGEST { None } else { Some(xml) }
}

/// The main part of an office file where it says that it is of that kind: Word itself calls it `word/document.xml`, other programs do
/// not have to.
pub(super) fn main_of(bytes: &[u8], kind: &str) -> Option<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let types = part(&mut archive, "[Content_Types].xml")?;
    let mut main = None;
    let _ = walk(&types, |node| {
        if let Node::Open(e) = node
            && attribute(e, "ContentType").is_some_and(|said| said.contains(kind) && said.ends_with(".main+xml"))
        {
            main = attribute(e, "PartName").map(|name| name.trim_start_matches('/').to_owned());
        }
        true
    });
    main
}

/// The names in an archive; one that is no text belongs to no office file.
pub(super) fn names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
}

/// Names in the order in which people count: `slide2` before `slide10`.
pub(super) fn in_order(mut names: Vec<String>) -> Vec<String> {
    let key = |name: &str| {
        let stem = name.trim_end_matches(|c: char| !c.is_ascii_digit());
        let digits = stem.len() - stem.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (front, number) = stem.split_at(stem.len() - digits);
        (front.to_owned(), number.parse::<u64>().unwrap_or(0), name.to_owned())
    };
    names.sort_by_cached_key(|name| key(name));
    names
}

/// The file's own properties.
pub(super) fn properties(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return out };
    for name in ["docProps/core.xml", "meta.xml"] {
        let Some(xml) = part(&mut archive, name) else { continue };
        let mut reader = Reader::from_reader(xml.as_slice());
        let mut buffer = Vec::new();
        let mut element = String::new();
        while let Ok(event) = reader.read_event_into(&mut buffer) {
            match event {
                Event::Start(e) => {
                    element = match e.local_name().as_ref() {
                        "title" => "title",
                        "creator" => "creator",
                        "subject" => "subject",
                        "description" => "description",
                        "keywords" | "keyword" => "keywords",
                        "created" | "creation-date" => "created",
                        "modified" | "date" => "modified",
                        "version" => "version",
                        _ => "",
                    }
                    .to_owned();
                }
                Event::Text(e) if !element.is_empty() => {
                    out.entry(element.clone()).or_insert_with(String::new).push_str(&e);
                }
                Event::GeneralRef(e) if !element.is_empty() => {
                    let known = quick_xml::escape::resolve_predefined_entity(&e);
                    out.entry(element.clone()).or_insert_with(String::new).push_str(known.unwrap_or_default());
                }
                Event::End(_) => element.clear(),
                Event::Eof => break,
                _ => {}
            }
            buffer.clear();
        }
    }
    out
}
