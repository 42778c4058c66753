//! What an answer was read from, and so what a change makes stale. A question declares its topics; those of a change
//! follow from the events it appended, so that nobody has to remember them.

use serde::Serialize;
use ts_rs::TS;

use crate::workspace::Written;

/// A room whose events a question's answer depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// People.
    People,
    /// The organisation's rules for its documents.
    Rules,
    /// Organisation, systems, scopes, and what applies in them.
    Systems,
    /// Outside parties and suppliers.
    Parties,
    /// Service requirements and others beside them.
    Requirements,
    /// Certificates.
    Certificates,
    /// Documents and revisions.
    Documents,
    /// Records.
    Records,
    /// What people said of documents and records, signed or not.
    Statements,
    /// Revisions on their way to approval.
    Approval,
    /// Mappings and declined proposals.
    Mapping,
    /// Outcomes of reviews.
    Reviews,
    /// Audits.
    Audits,
    /// Issued packs.
    Packs,
    /// Questions that wait for a person.
    Questions,
    /// The ledger itself: every change is one of it.
    Ledger,
    /// The last check on this machine, which is no event.
    Checks,
}

impl Topic {
    /// Every topic.
    pub const ALL: &[Topic] = &[
        Topic::People,
        Topic::Rules,
        Topic::Systems,
        Topic::Parties,
        Topic::Requirements,
        Topic::Certificates,
        Topic::Documents,
        Topic::Records,
        Topic::Statements,
        Topic::Approval,
        Topic::Mapping,
        Topic::Reviews,
        Topic::Audits,
        Topic::Packs,
        Topic::Questions,
        Topic::Ledger,
        Topic::Checks,
    ];

    /// The topic of an event's room, which is what stands before the dot of its kind. A room that is not known here
    /// makes everything stale.
    fn of_room(room: &str) -> Option<Topic> {
        Some(match room {
            "batch" | "machine" => Topic::Ledger,
            "person" => Topic::People,
            "rule" => Topic::Rules,
            "system" | "applicability" | "soa" => Topic::Systems,
            "party" => Topic::Parties,
            "requirement" => Topic::Requirements,
            "certificate" => Topic::Certificates,
            "document" => Topic::Documents,
            "record" => Topic::Records,
            "statement" => Topic::Statements,
            "approval" => Topic::Approval,
            "mapping" | "point" => Topic::Mapping,
            "review" => Topic::Reviews,
            "audit" => Topic::Audits,
            "pack" => Topic::Packs,
            "question" => Topic::Questions,
            _ => return None,
        })
    }

    /// What events of these rooms make stale, in order.
    pub fn stale<'a>(rooms: impl IntoIterator<Item = &'a str>) -> Vec<Topic> {
        let mut stale = Vec::new();
        for room in rooms {
            match Topic::of_room(room) {
                Some(topic) => stale.extend([topic, Topic::Ledger]),
                None => stale.extend(Topic::ALL),
            }
        }
        stale.sort_unstable();
        stale.dedup();
        stale
    }

    /// What was written makes this stale.
    pub fn stale_after(written: &[Written]) -> Vec<Topic> {
        Self::stale(written.iter().flat_map(|w| w.rooms.iter().map(String::as_str)))
    }
}

/// What a command does to a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It answers, from what these topics say; nothing is written.
    Reads(&'static [Topic]),
    /// It changes something. What becomes stale follows from the events it appends.
    Writes,
}
