//! The organisation and its systems as rows.

use rusqlite::{Connection, params};

use super::events::SystemEvent;
use super::{questions, runby};
use crate::error::Result;
use crate::ids::{ScopeItemId, SystemId};
use crate::ledger::Stamp;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/systems.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &SystemEvent) -> Result<()> {
    match event {
        SystemEvent::OrganisationNamed { name } => {
            db.prepare_cached("INSERT OR REPLACE INTO organisation (one, name) VALUES (1, ?1)")?.execute([name])?;
        }
        SystemEvent::OrganisationCorrected { after, .. } => {
            db.prepare_cached("INSERT OR REPLACE INTO organisation (one, name) VALUES (1, ?1)")?.execute([after])?;
        }
        // The workspace keeps it, for it says the day of every entry.
        SystemEvent::TimeZoneSet { .. } => {}
        SystemEvent::Established { id, code, name, edition } => {
            db.prepare_cached("INSERT INTO system (id, code, name, edition, position) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![id, code, name, edition, stamp.seq])?;
        }
        SystemEvent::ScopeStated { undoes: Some(seq), .. } => {
            db.prepare_cached("DELETE FROM system_statement WHERE seq = ?1")?.execute([seq])?;
        }
        SystemEvent::ScopeStated { system, statement, undoes: None } => {
            db.prepare_cached(
                "INSERT INTO system_statement (seq, system, day, actor, statement) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                stamp.seq,
                system,
                stamp.day,
                stamp.actor,
                serde_json::to_string(statement)?
            ])?;
        }
        SystemEvent::ScopeItemAdded { id, code, item_kind, name, at } => {
            db.prepare_cached("INSERT INTO scope_item (id, code, code_fold, kind, name) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![id, code, fold(code), item_kind, name])?;
            for site in at {
                db.prepare_cached("INSERT INTO scope_part (whole, part) VALUES (?1, ?2)")?
                    .execute(params![site, id])?;
            }
        }
        SystemEvent::ScopeSet { system, items } => set_scope(db, stamp, *system, items)?,
        SystemEvent::RunBySet { item, by, parties, reason, undoes } => {
            runby::keep(db, stamp, *item, *by, parties, reason, *undoes)?;
        }
        SystemEvent::ScopesCompared { comparison } => {
            db.prepare_cached("INSERT INTO scope_comparison (seq, day, a, b, outcome) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![
                    stamp.seq,
                    stamp.day,
                    comparison.a,
                    comparison.b,
                    serde_json::to_string(comparison)?
                ])?;
        }
        SystemEvent::ScopeQuestionAnswered { question, answer, reason } => {
            questions::keep(db, stamp, *question, *answer, reason)?;
        }
    }
    Ok(())
}

/// The first setting of a scope is no change of it: nothing was filed under another one before.
fn set_scope(db: &Connection, stamp: &Stamp, system: SystemId, items: &[ScopeItemId]) -> Result<()> {
    let day = stamp.day;
    let before: Vec<ScopeItemId> = db
        .prepare_cached("SELECT item FROM system_scope WHERE system = ?1")?
        .query_map([system], |r| r.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut note = db.prepare_cached(
        "INSERT INTO system_scope_change (seq, system, item, day, change) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for gone in before.iter().filter(|i| !items.contains(i)) {
        db.prepare_cached("DELETE FROM system_scope WHERE system = ?1 AND item = ?2")?
            .execute(params![system, gone])?;
        note.execute(params![stamp.seq, system, gone, day, "removed"])?;
    }
    for new in items.iter().filter(|i| !before.contains(i)) {
        db.prepare_cached("INSERT INTO system_scope (system, item, since) VALUES (?1, ?2, ?3)")?
            .execute(params![system, new, day])?;
        if !before.is_empty() {
            note.execute(params![stamp.seq, system, new, day, "added"])?;
        }
    }
    Ok(())
}
