//! Text out of PDF files.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use pdf_extract::{ConvertToFmt, Document, MediaBox, Object, OutputDev, OutputError, PlainTextOutput, Transform};

use super::model::{Extracted, Media, Unsearchable};
use super::{pdf_fields, sniff};
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
    let properties = properties(&document);
    let text = contain(|| text_of(&document)).map(|text| text.map(|text| spelled(&text)));
    let fields = contain(|| pdf_fields::read(&document)).unwrap_or_default();
    match text {
        Some(Ok(text)) if fields.is_empty() && without_letters(&text) => {
            Extracted { properties, ..Extracted::unsearchable(Media::Pdf, Unsearchable::NoLetters) }
        }
        Some(Ok(text)) if !fields.is_empty() => {
            Extracted { properties, ..Extracted::text(Media::Pdf, format!("{text}\n{fields}")) }
        }
        Some(Ok(text)) if text.trim().is_empty() => {
            // Some readers pass a wrong password over in silence and hand out empty pages.
            let locked = sniff::find(bytes, b"/Encrypt").is_some();
            let problem = if locked { Unsearchable::Locked } else { Unsearchable::ImageOnly };
            Extracted { properties, ..Extracted::unsearchable(Media::Pdf, problem) }
        }
        Some(Ok(text)) => Extracted { properties, ..Extracted::text(Media::Pdf, text) },
        _ => Extracted { properties, ..Extracted::unsearchable(Media::Pdf, Unsearchable::Damaged) },
    }
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

/// The text, with a form feed between pages: the place of a sentence is its page.
fn text_of(document: &Document) -> Result<String, OutputError> {
    let text = Text::default();
    let mut pages = Pages { plain: PlainTextOutput::new(text.clone()), text: text.clone() };
    pdf_extract::output_doc(document, &mut pages)?;
    drop(pages);
    Ok(text.0.take())
}

/// Where the pages' text is put together.
#[derive(Clone, Default)]
struct Text(Rc<RefCell<String>>);

impl std::fmt::Write for Text {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.0.borrow_mut().push_str(text);
        Ok(())
    }
}

impl ConvertToFmt for Text {
    type Writer = Self;

    fn convert(self) -> Self {
        self
    }
}

/// The plain text of each page.
struct Pages {
    plain: PlainTextOutput<Text>,
    text: Text,
}

impl OutputDev for Pages {
    fn begin_page(
        &mut self,
        number: u32,
        media: &MediaBox,
        art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        if number > 1 {
            self.text.0.borrow_mut().push_str("\n\x0c");
        }
        self.plain.begin_page(number, media, art)
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        self.plain.end_page()
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        spacing: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.plain.output_character(place, width, spacing, size, text)
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.plain.begin_word()
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        self.plain.end_word()
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        self.plain.end_line()
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
