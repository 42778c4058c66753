//! What was decided of what applies, in a pack: of the audited editions all of it, with the versions of their Statements of
//! Applicability; of others the decisions on controls from which something in the pack was accepted, without which the entries
//! would say more than is so.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::names::Names;
use crate::applicability::{self, Row};
use crate::error::Result;
use crate::items::ItemId;
use crate::soa::{self, SoaControl, Version};
use crate::standards::{ClauseRef, EditionId};
use crate::{mapping, systems};

/// The entries before `size` by which the controls hold or not from which mappings of these items were accepted, and those that
/// set their systems up. Of a system's scope statements those are told that leave controls out.
pub(super) fn on_controls(db: &Connection, items: impl Iterator<Item = ItemId>, size: u64) -> Result<Vec<u64>> {
    let mut controls: BTreeSet<ClauseRef> = BTreeSet::new();
    for item in items {
        controls.extend(mapping::followed_clauses(db, item)?);
    }
    let mut found = Vec::new();
    for control in &controls {
        let decided = applicability::entries_on(db, control)?;
        if !decided.is_empty() {
            found.extend(systems::established(db, &control.edition_id())?);
        }
        found.extend(decided);
    }
    let editions: BTreeSet<_> = controls.iter().map(ClauseRef::edition_id).collect();
    for edition in &editions {
        let stated = systems::exclusions_stated(db, edition)?;
        if !stated.is_empty() {
            found.extend(systems::established(db, edition)?);
        }
        found.extend(stated);
    }
    found.retain(|seq| *seq < size);
    Ok(found)
}

/// A version of a Statement of Applicability in a pack.
pub(super) struct Issued {
    /// Path of its text, below `data/`; its signature stands beside it as `….sig`.
    pub(super) place: String,
    pub(super) edition: EditionId,
    pub(super) version: Version,
    pub(super) controls: Vec<SoaControl>,
}

/// What was decided of clauses and controls of these editions, each where it was decided.
pub(super) fn decided(db: &Connection, editions: &[EditionId]) -> Result<Vec<Row>> {
    let mut out = Vec::new();
    for edition in editions {
        let rows = applicability::list(db, edition)?.into_iter();
        out.extend(rows.filter(|row| row.decision.is_some() && row.decided_at.is_none()));
    }
    Ok(out)
}

/// The versions of their statements, oldest first.
pub(super) fn issued(db: &Connection, editions: &[EditionId], names: &mut Names) -> Result<Vec<Issued>> {
    let mut out = Vec::new();
    for edition in editions {
        for version in soa::issued(db, edition)?.into_iter().rev() {
            let name = version.file_name(edition);
            let place = names.place("approvals", name.trim_end_matches(".txt"), "statement.txt");
            let (controls, edition) = (soa::controls_of(db, version.id)?, edition.clone());
            out.push(Issued { place, edition, version, controls });
        }
    }
    Ok(out)
}
