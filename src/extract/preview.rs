//! The beginning of a file's text, for a window to show.

use serde::Serialize;
use ts_rs::TS;

use super::encodings;
use super::model::{BROKEN, Extracted, Media, Unread, Unsearchable};

/// More bytes of text than this are cut: a window shows all of it at once.
const MOST_TEXT: usize = 400_000;

/// What a file holds, as far as it is shown.
#[derive(Debug, Serialize, TS)]
pub struct Preview {
    /// What it is, by its content.
    pub media: Media,
    /// Its text; cells are separated by tabs, rows by line feeds.
    pub text: String,
    /// Whether more text follows.
    pub cut: bool,
    /// Why there is no text, or not all.
    pub problem: Option<Unsearchable>,
    /// What is packed into it and could not be read.
    pub unread: Vec<Unread>,
    /// The other program that read it, with its version; nothing where this one did.
    pub engine: Option<String>,
}

impl Preview {
    /// As much of what was found as is shown.
    pub fn of(found: Extracted) -> Self {
        let mut text = found.text.replace(BROKEN, "\n");
        let cut = encodings::cut(&mut text, MOST_TEXT);
        Self { media: found.media, text, cut, problem: found.problem, unread: found.unread, engine: found.engine }
    }
}
