//! Text out of PDF files.

use std::collections::BTreeMap;

use pdf_extract::{Document, Object};

use super::model::{Extracted, Media, Unsearchable};
use super::{guard, plain, sniff};

/// Reads a PDF; one under a password or without any text says so.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    let Some(Ok(mut document)) = guard::contain(|| Document::load_mem(bytes)) else {
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
    let text = guard::contain(|| pdf_extract::extract_text_from_mem(bytes));
    match text {
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
            let text = plain::decode(bytes);
            if !text.trim().is_empty() {
                out.insert(name.to_owned(), text);
            }
        }
    }
    out
}
