//! Text out of the XML parts of office files: body, tables, headers, footers, notes, comments, text boxes.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use super::model::{Extracted, Media, Unsearchable};

/// One part may unpack to this much, all together to four times as much: a bomb stops here.
const LARGEST_PART: u64 = 128 << 20;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads a Word document, a presentation or an OpenDocument file.
pub(super) fn read(bytes: &[u8], media: Media) -> Extracted {
    if let Err(problem) = check_sizes(bytes) {
        return Extracted::unsearchable(media, problem);
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return Extracted::unsearchable(media, Unsearchable::Damaged);
    };
    let mut names: Vec<String> = file_names(&archive).into_iter().filter(|n| wanted(n, media)).collect();
    // The body first, then headers, footers and notes, in an order that does not hang on the archive's.
    names.sort_by_key(|n| (!(n.ends_with("/document.xml") || n == "content.xml"), n.clone()));
    let mut text = String::new();
    for name in names {
        match part(&mut archive, &name).and_then(|xml| words(&xml, &mut text)) {
            Some(()) => text.push('\n'),
            None => return Extracted::unsearchable(media, Unsearchable::Damaged),
        }
    }
    let problem = if text.trim().is_empty() { Some(Unsearchable::ImageOnly) } else { None };
    Extracted { properties: properties(bytes), problem, ..Extracted::text(media, text) }
}

/// Whether the archive can be opened and stays within bounds; encrypted ones are locked.
pub(super) fn check_sizes(bytes: &[u8]) -> Result<(), Unsearchable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unsearchable::Damaged)?;
    let mut total = 0;
    for i in 0..archive.len() {
        let entry = archive.by_index_raw(i).map_err(|_| Unsearchable::Damaged)?;
        if entry.encrypted() {
            return Err(Unsearchable::Locked);
        }
        total += entry.size();
        if entry.size() > LARGEST_PART || total > 4 * LARGEST_PART {
            return Err(Unsearchable::TooLarge);
        }
    }
    Ok(())
}

fn wanted(name: &str, media: Media) -> bool {
    let in_folder = |folder: &str| name.strip_prefix(folder).is_some_and(|rest| !rest.contains('/'));
    match media {
        Media::Docx => {
            in_folder("word/")
                && ["document", "header", "footer", "footnotes", "endnotes", "comments"]
                    .iter()
                    .any(|p| name["word/".len()..].starts_with(p) && name.ends_with(".xml"))
        }
        Media::Pptx => (in_folder("ppt/slides/") || in_folder("ppt/notesSlides/")) && name.ends_with(".xml"),
        _ => name == "content.xml" || name == "styles.xml",
    }
}

fn part(archive: &mut Archive<'_>, name: &str) -> Option<Vec<u8>> {
    let entry = archive.by_name(name).ok()?;
    let mut xml = Vec::new();
    // The size in the directory may lie; what is read is bounded all the same.
    entry.take(LARGEST_PART + 1).read_to_end(&mut xml).ok()?;
    if xml.len() as u64 > LARGEST_PART { None } else { Some(xml) }
}

/// Runs are joined without a blank, cells by a tab, paragraphs and rows by a line feed. What was struck out and
/// what are field instructions is no text.
fn words(xml: &[u8], text: &mut String) -> Option<()> {
    let mut reader = Reader::from_reader(xml);
    let mut buffer = Vec::new();
    let mut silent = 0u32;
    let mut cells = 0u32;
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "del" | "instrText" | "delText" | "binData" | "Fallback" => silent += 1,
                "tc" | "table-cell" => cells += 1,
                "tab" => text.push('\t'),
                _ => {}
            },
            Event::Empty(e) => match e.local_name().as_ref() {
                "tab" | "ptab" => text.push('\t'),
                "br" | "cr" | "line-break" => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                "s" => text.push(' '),
                _ => {}
            },
            Event::End(e) => match e.local_name().as_ref() {
                "del" | "instrText" | "delText" | "binData" | "Fallback" => silent = silent.saturating_sub(1),
                "p" | "h" => text.push(if cells > 0 { ' ' } else { '\n' }),
                "tc" | "table-cell" => {
                    cells = cells.saturating_sub(1);
                    text.push('\t');
                }
                "tr" | "table-row" => text.push('\n'),
                _ => {}
            },
            Event::Text(e) if silent == 0 => {
                let raw: &str = &e;
                // White space between elements is layout of the XML, not of the document.
                if !(raw.trim().is_empty() && raw.contains('\n')) {
                    text.push_str(raw);
                }
            }
            Event::GeneralRef(e) if silent == 0 => {
                if let Ok(Some(c)) = e.resolve_char_ref() {
                    text.push(c);
                } else if let Some(known) = quick_xml::escape::resolve_predefined_entity(&e) {
                    text.push_str(known);
                }
            }
            Event::CData(e) if silent == 0 => text.push_str(&e),
            Event::Eof => return Some(()),
            _ => {}
        }
        buffer.clear();
    }
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
                Event::End(_) => element.clear(),
                Event::Eof => break,
                _ => {}
            }
            buffer.clear();
        }
    }
    out
}

/// The names in an archive; one that is no text belongs to no office file.
pub(super) fn file_names(archive: &Archive<'_>) -> Vec<String> {
    archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect()
}
