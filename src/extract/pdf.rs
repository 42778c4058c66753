//! Text out of PDF files.

use std::collections::BTreeMap;

use pdf_extract::{Document, Object};

use super::model::{APART, COMMENTS, Extracted, Media, Unread, Unsearchable};
use super::pdf_lines::Lines;
use super::pdf_page::Page;
use super::pdf_pages;
use super::{pdf_fields, pdf_widths, sniff};
use crate::contained::contain;

/// Reads a PDF; one under a password or without any text says so.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    let Some(Ok(mut document)) = contain(|| Document::load_mem(bytes)) else {
        // An unreadable file that speaks of encryption is locked rather than broken.
        let locked = sniff::find(bytes, b"/Encrypt").is_some() && sniff::find(bytes, b"%%EOF").is_some();
        let problem = if locked { Unsearchable::Locked } else { Unsearchable::Damaged };
        return Extracted::unsearchable(Media::Pdf, problem);
    };
    // Many files are encrypted with an empty password, only to restrict printing.
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Extracted::unsearchable(Media::Pdf, Unsearchable::Locked);
    }
    pdf_widths::spell_out(&mut document);
    let properties = properties(&document);
    let (text, running, unread) = contain(|| text_of(&document)).unwrap_or_default();
    let text = joined(&spelled(&text));
    let (fields, comments) = contain(|| pdf_fields::read(&document)).unwrap_or_default();
    let alone = fields.is_empty() && comments.is_empty();
    let no = |problem| Extracted { properties: properties.clone(), ..Extracted::unsearchable(Media::Pdf, problem) };
    if alone && without_letters(&text) {
        return no(Unsearchable::NoLetters);
    }
    if alone && text.trim().is_empty() {
        // Some readers pass a wrong password over in silence and hand out empty pages.
        let locked = sniff::find(bytes, b"/Encrypt").is_some();
        return no(match (locked, unread.is_empty()) {
            (true, _) => Unsearchable::Locked,
            (false, true) => Unsearchable::ImageOnly,
            (false, false) => Unsearchable::Damaged,
        });
    }
    let problem = if unread.is_empty() { None } else { Some(Unsearchable::PartUnread) };
    // Fields and comments stand on no line of a page.
    let mut text = text;
    for (mark, part) in [(APART, fields), (COMMENTS, comments)].into_iter().filter(|(_, part)| !part.is_empty()) {
        text.extend([mark, &part]);
    }
    Extracted { properties, running: spelled(&running), problem, unread, ..Extracted::text(Media::Pdf, text) }
}

/// Words that were parted at the end of a line, as they are written: the rest comes to the line on which they begin.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    let mut rest: Option<&str> = None;
    while let Some(line) = lines.next() {
        let line = rest.take().unwrap_or(line);
        let parted = line.strip_suffix(['-', '\u{ad}', '\u{2010}']).filter(|word| word.ends_with(char::is_lowercase));
        let next =
            lines.peek().map(|next| next.trim_start_matches(' ')).filter(|next| next.starts_with(char::is_lowercase));
        match (parted, next) {
            (Some(begun), Some(next)) => {
                let end = next.find(|c: char| !c.is_alphanumeric()).unwrap_or(next.len());
                out.push_str(begun);
                out.push_str(&next[..end]);
                rest = Some(&next[end..]);
            }
            _ => out.push_str(line),
        }
        if lines.peek().is_some() {
            out.push('\n');
        }
    }
    out
}

/// Letters drawn as one, as they are spelled.
fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{fb00}' => out.push_str("ff"),
            '\u{fb01}' => out.push_str("fi"),
            '\u{fb02}' => out.push_str("fl"),
            '\u{fb03}' => out.push_str("ffi"),
            '\u{fb04}' => out.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => out.push_str("st"),
            c => out.push(c),
        }
    }
    out
}

/// Whether most of what is drawn has no letter: fonts that do not say which letters their pictures are.
fn without_letters(text: &str) -> bool {
    let drawn = text.chars().filter(|c| !c.is_whitespace());
    let unknown = |c: &char| c.is_control() || matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}');
    let (count, none) = drawn.fold((0, 0), |(count, none), c| (count + 1, none + usize::from(unknown(&c))));
    none * 2 > count
}

/// The text of each page, with a form feed between them: the place of a sentence is its page. What runs on many pages stands at
/// the end of its page, behind a vertical tab, and once more by itself. And the pages that could not be read to their end.
fn text_of(document: &Document) -> (String, String, Vec<Unread>) {
    let numbers: Vec<u32> = document.get_pages().into_keys().collect();
    let (mut pages, mut unread) = (Vec::new(), Vec::new());
    for page in &numbers {
        let mut lines = Lines::default();
        let whole = contain(|| pdf_extract::output_doc_page(document, &mut lines, *page).is_ok());
        // What a page holds before its fault is kept.
        pages.push(Page::of(lines.into_pieces()));
        if whole != Some(true) {
            let name = format!("{page} / {}", numbers.len());
            unread.push(Unread { name, problem: Unsearchable::Damaged, content: None });
        }
    }
    let text = pdf_pages::texts(&mut pages).join("\n\x0c");
    let running = pages.first().map(|page| page.running().join("\n")).unwrap_or_default();
    (text, running, unread)
}

fn properties(document: &Document) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let info = document.trailer.get(b"Info").ok().and_then(|o| match o {
        Object::Reference(id) => document.get_object(*id).ok(),
        other => Some(other),
    });
    let Some(info) = info.and_then(|o| o.as_dict().ok()) else { return out };
    for (key, name) in [
        ("Title", "title"),
        ("Author", "creator"),
        ("Subject", "subject"),
        ("Keywords", "keywords"),
        ("CreationDate", "created"),
        ("ModDate", "modified"),
    ] {
        if let Ok(bytes) = info.get(key.as_bytes()).and_then(Object::as_str) {
            let text = pdf_fields::string(bytes);
            if !text.trim().is_empty() {
                out.insert(name.to_owned(), text);
            }
        }
    }
    out
}
