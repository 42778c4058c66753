//! The history in a pack: every entry, what it says happened and to what, so that one that is not there is missed.

use std::collections::BTreeMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::item::PackItem;
use crate::error::Result;
use crate::ledger::{self, Entry};
use crate::workspace::Projector;

/// An entry in a few words.
pub(super) struct Entered {
    /// Its number in the ledger.
    pub(super) seq: u64,
    /// What the clock said: UTC, as RFC 3339 writes it.
    pub(super) at: String,
    /// Who wrote it.
    pub(super) actor: String,
    /// What happened, in one word.
    pub(super) kind: String,
    /// Codes of the documents and records in the pack that it is about.
    pub(super) items: Vec<String>,
}

/// All entries in order; `db` holds what they say.
pub(super) fn history<B: AsRef<[u8]>>(
    db: &Connection,
    projector: Projector,
    entries: &[(u64, B)],
    items: &[PackItem],
) -> Result<Vec<Entered>> {
    let codes: BTreeMap<Uuid, &str> = items.iter().map(|item| (item.id().uuid(), item.code())).collect();
    let mut out = Vec::with_capacity(entries.len());
    for (seq, bytes) in entries {
        let entry = Entry::parse(bytes.as_ref())?;
        // Where entries are missing, nobody can say what this one is about.
        let subjects = (projector.read)(entry.event())?.subjects(db).unwrap_or_default();
        out.push(Entered {
            seq: *seq,
            at: chrono::DateTime::from_timestamp_millis(entry.said_at)
                .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
                .unwrap_or_default(),
            kind: ledger::kind_of(entry.event()).unwrap_or_default().to_owned(),
            items: subjects.iter().filter_map(|id| codes.get(id).map(|code| (*code).to_owned())).collect(),
            actor: entry.actor,
        });
    }
    Ok(out)
}
