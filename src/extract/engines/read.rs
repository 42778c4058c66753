//! What a program read.

use std::time::Duration;

use super::super::model::Unsearchable;
use crate::contained::{Containment, Errand, Tool};
use crate::text::words;

/// How long a program may take for a file, or for a page that is a picture.
pub(super) const TIME: Duration = Duration::from_secs(60);

/// What a program read.
pub(super) struct Read {
    pub(super) text: String,
    /// Who, with its version.
    pub(super) engine: String,
    /// Why it is not all.
    pub(super) problem: Option<Unsearchable>,
}

/// A program as it is named beside what it read.
pub(super) fn named(tool: &Tool) -> String {
    format!("{} {}", tool.name, tool.version)
}

/// What a program prints of a file; nothing where there is no word in it.
pub(super) fn printed(contained: &Containment, tool: &Tool, args: &[&str], bytes: &[u8]) -> Option<Read> {
    let errand = Errand::printed(&tool.program, args, TIME);
    let printed = contained.program(&errand, bytes).ok()?;
    let text = String::from_utf8_lossy(&printed).trim_end_matches(['\x0c', '\n']).to_owned();
    (!words(&text).is_empty()).then(|| Read { text, engine: named(tool), problem: None })
}
