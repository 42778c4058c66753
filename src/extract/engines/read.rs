//! What a program read.

use std::time::Duration;

use super::super::model::Unsearchable;
use crate::contained::{Containment, Errand, Failed, Tool};
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

/// What a program prints of a file; nothing where there is no word in it. One that failed said nothing of it.
pub(super) fn said(contained: &Containment, tool: &Tool, args: &[&str], bytes: &[u8]) -> Result<Option<Read>, Failed> {
    let errand = Errand::printed(&tool.program, args, TIME);
    let printed = contained.program(&errand, bytes)?;
    let text = String::from_utf8_lossy(&printed);
    // Each page ends with a form feed, also the last one.
    let text = text.trim_end_matches('\n');
    let text = text.strip_suffix('\x0c').unwrap_or(text).trim_end_matches('\n').to_owned();
    Ok((!words(&text).is_empty()).then(|| Read { text, engine: named(tool), problem: None }))
}

/// The same where it does not matter how it failed.
pub(super) fn printed(contained: &Containment, tool: &Tool, args: &[&str], bytes: &[u8]) -> Option<Read> {
    said(contained, tool, args, bytes).ok().flatten()
}
