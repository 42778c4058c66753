//! What a program read.

use super::super::model::Unsearchable;
use crate::contained::Tool;

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
