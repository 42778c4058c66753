//! Text out of PDF files.

use std::collections::BTreeMap;

use pdf_extract::{Document, Object, ObjectId};
use unicode_normalization::UnicodeNormalization as _;

use super::model::{APART, COMMENTS, Extracted, Media, Unread, Unsearchable};
use super::pdf_drawn::Drawn;
use super::pdf_lines::Lines;
use super::pdf_page::Page;
use super::pdf_pages;
use super::within::Within;
use super::{pdf_attached, pdf_fields, pdf_names, pdf_operators, pdf_widths, sniff};
use crate::contained::contain;
use crate::text::words;

/// Reads a PDF; one under a password or without any text says so, and so does each page without.
pub(super) fn read(bytes: &[u8], within: &Within<'_>) -> Extracted {
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
    contain(|| pdf_names::spell_out(&mut document));
    contain(|| pdf_operators::spell_out(&mut document));
    let properties = properties(&document);
    let read = contain(|| text_of(&document)).unwrap_or_default();
    let text = joined(&spelled(&read.text));
    let (fields, comments) = contain(|| pdf_fields::read(&document)).unwrap_or_default();
    let mut found = Extracted { properties, running: spelled(&read.running), ..Extracted::text(Media::Pdf, text) };
    let empty = found.text.trim().is_empty();
    // Fields and comments stand on no line of a page.
    if !fields.is_empty() {
        found.text.extend([APART, &fields]);
    }
    let before = found.text.len();
    pdf_attached::read(&document, within, &mut found);
    if fields.is_empty() && comments.is_empty() && found.text.len() == before {
        // Encrypted in a way that the reader passes over in silence, and hands out empty pages.
        let locked = document.trailer.get(b"Encrypt").is_ok() && !document.was_encrypted();
        let why = |problem| Some(problem).filter(|_| read.said(problem));
        let problem = if empty && locked {
            Some(Unsearchable::Locked)
        } else if without_letters(&found.text) {
            Some(Unsearchable::NoLetters)
        } else if empty {
            let known = why(Unsearchable::Damaged).or(why(Unsearchable::NoLetters));
            known.or((!read.blank).then_some(Unsearchable::ImageOnly)).or(Some(Unsearchable::Empty))
        } else {
            None
        };
        if let Some(problem) = problem {
            // Whoever reads pictures needs to know which pages are some.
            let unread = if problem == Unsearchable::Locked { Vec::new() } else { read.unread };
            let none = Extracted::unsearchable(Media::Pdf, problem);
            return Extracted { properties: found.properties, unread, ..none };
        }
    }
    if !comments.is_empty() {
        found.text.extend([COMMENTS, &comments]);
    }
    found.unread.splice(0..0, read.unread);
    if !found.unread.is_empty() {
        found.problem = Some(Unsearchable::PartUnread);
    }
    found
}

/// Words that were parted at the end of a line, as they are written: the rest comes to the line on which they begin.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.split('\n').peekable();
    let mut rest: Option<&str> = None;
    while let Some(line) = lines.next() {
        let line = rest.take().unwrap_or(line);
        let parted = line
            .trim_end_matches(' ')
            .strip_suffix(['-', '\u{ad}', '\u{2010}'])
            .filter(|word| word.ends_with(char::is_lowercase));
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

/// Letters drawn as one, or as they look within their word, as they are spelled.
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
            '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => out.extend(std::iter::once(c).nfkc()),
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

/// What the pages say.
#[derive(Default)]
struct Pages {
    text: String,
    running: String,
    unread: Vec<Unread>,
    /// Nothing is drawn on any of them.
    blank: bool,
}

impl Pages {
    fn said(&self, problem: Unsearchable) -> bool {
        self.unread.iter().any(|page| page.problem == problem)
    }
}

/// The text of each page, with a form feed between them: the place of a sentence is its page. What runs on many pages stands at
/// the end of its page, behind a vertical tab, and once more by itself. And the pages that could not be read, or not to their end.
fn text_of(document: &Document) -> Pages {
    let ids: BTreeMap<u32, ObjectId> = document.get_pages();
    let (mut pages, mut whole, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for page in ids.keys() {
        let mut lines = Lines::default();
        whole.push(contain(|| pdf_extract::output_doc_page(document, &mut lines, *page).is_ok()) == Some(true));
        unknown.push(lines.mostly_unknown());
        // What a page holds before its fault is kept.
        pages.push(Page::of(lines.into_pieces()));
    }
    let text = pdf_pages::texts(&mut pages).join("\n\x0c");
    let running = pages.first().map(|page| page.running().join("\n")).unwrap_or_default();
    let (mut doubtful, mut blank) = (Vec::new(), true);
    for ((((number, id), page), whole), unknown) in ids.iter().zip(&pages).zip(whole).zip(unknown) {
        let own = own(page);
        if whole && !unknown && words(&own).split_whitespace().count() > LITTLE && !without_letters(&own) {
            blank = false;
            continue;
        }
        let drawn = contain(|| Drawn::of(document, *id)).unwrap_or_default();
        blank &= drawn.is_blank();
        doubtful.push((number, own, !page.running().is_empty(), whole, unknown, drawn));
    }
    let pictures: Vec<ObjectId> = doubtful.iter().filter_map(|(.., drawn)| drawn.largest).collect();
    let unread = doubtful.iter().filter_map(|(number, own, runs, whole, unknown, drawn)| {
        let again = drawn.largest.is_some_and(|id| pictures.iter().filter(|other| **other == id).count() > 1);
        let problem = why_not(own, *runs, *whole, again, drawn);
        let problem = problem.or(unknown.then_some(Unsearchable::NoLetters))?;
        Some(Unread { name: format!("{number} / {}", ids.len()), problem, content: None })
    });
    Pages { text, running, unread: unread.collect(), blank }
}

/// So many words on a picture of a page are a stamp.
const STAMP: usize = 3;
/// So many words beside a picture are the head of a fax, a stamp of receipt, a title above a certificate.
pub(super) const LITTLE: usize = 30;

/// What stands on a page and on no other.
fn own(page: &Page) -> String {
    let lines = page.lines.iter().filter(|line| !line.running);
    lines.map(super::pdf_page::Line::text).collect::<Vec<_>>().join("\n")
}

/// Why a page was not read, or not all of it. A picture of a page is none that was read because somebody stamped a number on it, or
/// because what runs on every page stands on it too.
/// So is one most of which is a picture that is on no other page, whatever little was set beside it, unless somebody read it before and
/// put its letters behind it.
fn why_not(own: &str, runs: bool, whole: bool, again: bool, drawn: &Drawn) -> Option<Unsearchable> {
    if !whole {
        return match (drawn.whole, drawn.letters) {
            // What is drawn is in order: fonts that this reader does not know.
            (true, 1..) => Some(Unsearchable::NoLetters),
            (true, 0) if drawn.is_picture() => Some(Unsearchable::ImageOnly),
            (true, 0) => None,
            (false, _) => Some(Unsearchable::Damaged),
        };
    }
    if !own.trim().is_empty() && without_letters(own) {
        return Some(Unsearchable::NoLetters);
    }
    let picture = match (words(own).split_whitespace().count(), runs) {
        (0, false) => drawn.is_picture(),
        (0, true) => drawn.picture >= 0.5,
        (..=STAMP, _) if drawn.picture >= 0.8 => true,
        (..=LITTLE, _) => drawn.picture >= 0.4 && !again && !drawn.hidden,
        _ => false,
    };
    // Letters are drawn, and none of them is known.
    let unknown = !picture && drawn.letters > 0 && own.trim().is_empty() && !runs;
    match (picture, unknown) {
        (true, _) => Some(Unsearchable::ImageOnly),
        (false, true) => Some(Unsearchable::NoLetters),
        (false, false) => None,
    }
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
