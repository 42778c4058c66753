//! What goes into a pack, before it is written.

use super::notes::Note;
use crate::audits::Audit;
use crate::coverage::Coverage;
use crate::day::Day;
use crate::documents::{Document, Revision};
use crate::filed::FiledFile;
use crate::mapping::Named;
use crate::records::Record;
use crate::systems::System;

/// Everything in a pack except the ledger's part.
pub(super) struct Content {
    /// Name of the top folder.
    pub(super) name: String,
    pub(super) organisation: String,
    pub(super) audit: Audit,
    pub(super) systems: Vec<System>,
    /// The day for which it holds.
    pub(super) day: Day,
    pub(super) items: Vec<PackItem>,
    pub(super) coverage: Vec<Coverage>,
    /// What an auditor should know before opening anything.
    pub(super) notes: Vec<Note>,
}

/// A document or record in the pack.
pub(super) struct PackItem {
    pub(super) what: What,
    pub(super) scope: Vec<String>,
    pub(super) mappings: Vec<Named>,
    pub(super) files: Vec<PackFile>,
}

pub(super) enum What {
    Document(Box<Document>, Box<Revision>),
    Record(Box<Record>),
}

/// A file with its place in the pack.
pub(super) struct PackFile {
    pub(super) filed: FiledFile,
    /// Path below `data/`.
    pub(super) place: String,
}

impl PackItem {
    pub(super) fn code(&self) -> &str {
        match &self.what {
            What::Document(d, _) => &d.code,
            What::Record(r) => &r.code,
        }
    }

    pub(super) fn title(&self) -> &str {
        match &self.what {
            What::Document(d, _) => &d.title,
            What::Record(r) => &r.title,
        }
    }

    pub(super) fn kind(&self) -> &'static str {
        match &self.what {
            What::Document(..) => "document",
            What::Record(_) => "record",
        }
    }

    /// Stable name of its place in the index page.
    pub(super) fn anchor(&self) -> String {
        let id = match &self.what {
            What::Document(d, _) => d.id.to_string(),
            What::Record(r) => r.id.to_string(),
        };
        format!("item-{id}")
    }

    /// What an auditor should notice: overdue, expired, unclear; empty when all is well.
    pub(super) fn warning(&self, day: Day) -> String {
        use crate::day::Overdue;
        match &self.what {
            What::Document(d, _) => match d.next_review.map(|due| (due, due.overdue(day))) {
                Some((due, Overdue::Yes)) => format!("review overdue since {due}"),
                Some((due, Overdue::ByOneReading)) => format!("review date unclear: {due}"),
                _ => String::new(),
            },
            What::Record(r) => match r.valid_until {
                Some(until) if until < day => format!("expired on {until}"),
                _ => String::new(),
            },
        }
    }
}
