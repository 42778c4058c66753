//! A statement in a pack: where its text stands, and how the pages say it.

use crate::statements::{Meant, Statement};

/// A statement with its place in the pack.
pub(super) struct Stated {
    /// Path of its text, below `data/`; its signature stands beside it as `….sig`.
    pub(super) place: String,
    pub(super) statement: Statement,
    /// Whether its key was retired later for the day on which it signed.
    pub(super) retired: bool,
}

impl Stated {
    /// What was said, of what, by whom and when: `approved revision 2 on 2026-11-27 …`.
    pub(super) fn said(&self) -> String {
        let Statement { meaning, label, day, reason, name, email, instead_of, effective, .. } = &self.statement;
        let of = if label.is_empty() { String::new() } else { format!(" revision {label}") };
        let on_behalf = if instead_of.is_empty() { String::new() } else { format!(" for {instead_of}") };
        let from = effective.map_or_else(String::new, |from| format!(", in force from {from}"));
        let why = if reason.is_empty() { String::new() } else { format!(": {reason}") };
        format!("{}{of} on {day} by {name} ({email}){on_behalf}{from}{why}", words(*meaning))
    }

    /// By which key it is signed.
    pub(super) fn key(&self) -> &str {
        self.statement.fingerprint.as_deref().unwrap_or("unsigned")
    }
}

/// What is said, as the pack has it.
pub(super) fn words(meaning: Meant) -> &'static str {
    match meaning {
        Meant::Revise => "to be revised",
        other => other.name(),
    }
}
