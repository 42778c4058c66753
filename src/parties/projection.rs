//! Parties as rows.

use rusqlite::{Connection, params};

use super::events::{Entered, PartyEvent};
use crate::error::Result;
use crate::ids::PartyId;
use crate::ledger::Stamp;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/parties.sql");

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &PartyEvent) -> Result<()> {
    match event {
        PartyEvent::Added { id, entered } | PartyEvent::Corrected { id, after: entered, .. } => keep(db, *id, entered),
        PartyEvent::Noted { party, fact, after: Some(held), .. } => {
            db.prepare_cached(
                "INSERT OR REPLACE INTO party_fact (party, fact, document, words, day) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![party, fact, held.document, held.words, stamp.day])?;
            Ok(())
        }
        PartyEvent::TakenBack { id } => {
            db.prepare_cached("DELETE FROM party_fact WHERE party = ?1")?.execute([id])?;
            db.prepare_cached("DELETE FROM party WHERE id = ?1")?.execute([id])?;
            Ok(())
        }
        PartyEvent::Noted { party, fact, after: None, .. } => {
            db.prepare_cached("DELETE FROM party_fact WHERE party = ?1 AND fact = ?2")?
                .execute(params![party, fact])?;
            Ok(())
        }
    }
}

fn keep(db: &Connection, id: PartyId, entered: &Entered) -> Result<()> {
    let Entered { name, kind, within_larger_organisation, lead } = entered;
    db.prepare_cached(
        "INSERT OR REPLACE INTO party (id, name, name_fold, kind, within, lead) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![id, name, fold(name), kind, within_larger_organisation, lead])?;
    Ok(())
}
