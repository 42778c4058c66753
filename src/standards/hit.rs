//! A hit: a partner found in the rows of the tables, before it becomes a match with title and notes.

use super::answer::{Via, add_once};
use super::model::{Link, Relation};
use super::reference::ClauseRef;

/// How a hit was reached.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reached {
    /// A row names the clause itself.
    Exact,
    /// A row names the group or clause above it.
    Above(ClauseRef),
    /// A row names something below it.
    Member(ClauseRef),
}

/// One partner with the rows that say so, in the order of the tables.
#[derive(Debug)]
pub(super) struct Hit<'a> {
    pub(super) clause: ClauseRef,
    pub(super) relation: Relation,
    pub(super) reached: Reached,
    /// A match in a small part only.
    pub(super) limited: bool,
    /// Which part of the clause above asked, `.2` for 9.2.2, where the whole was matched by common text.
    pub(super) part: Option<String>,
    pub(super) links: Vec<&'a Link>,
}

impl Reached {
    /// The same for a reader.
    pub(super) fn via(&self) -> Option<Via> {
        match self {
            Self::Exact => None,
            Self::Above(group) if group.in_annex() => Some(Via::Group),
            Self::Above(_) => Some(Via::Parent),
            Self::Member(_) => Some(Via::Member),
        }
    }
}

/// Where a match comes from; what had to be worked out says so (R146).
pub(super) fn source(links: &[&Link]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for link in links {
        let part = match (link.table.as_str(), link.derived) {
            ("annex-b", true) => "annex b derived".to_owned(),
            ("annex-b", false) => "annex b".to_owned(),
            (_, true) => format!("derived from {}", link.basis.replace("; ", ", ")),
            ("table-3", false) => "table 3".to_owned(),
            (_, false) => link.basis.clone(),
        };
        // A basis such as `table 3; 6.4` repeats the table that is named already.
        for piece in part.split("; ") {
            let section = piece.starts_with(|c: char| c.is_ascii_digit());
            add_once(&mut parts, if section { format!("section {piece}") } else { piece.to_owned() });
        }
    }
    parts.join("; ")
}
