//! Records as rows.

use rusqlite::{Connection, params};

use super::RecordEvent;
use crate::day::Day;
use crate::error::Result;
use crate::filed::FileTable;
use crate::ledger::Stamp;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/records.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &RecordEvent) -> Result<()> {
    let RecordEvent::Filed {
        id,
        title,
        record_kind,
        files,
        period_from,
        period_to,
        collected,
        valid_until,
        retention,
        note,
        scope,
    } = event
    else {
        return taken_back(db, event);
    };
    db.prepare_cached(
        "INSERT INTO record (id, code, seq, title, title_fold, kind, period_from, period_to, collected, filed,
                             valid_until, retention, note)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        id,
        format!("R-{}", stamp.seq),
        stamp.seq,
        title,
        fold(title),
        record_kind,
        period_from,
        period_to,
        collected,
        Day::from_millis(stamp.at),
        valid_until,
        retention,
        note
    ])?;
    for item in scope {
        db.prepare_cached("INSERT OR IGNORE INTO record_scope (record, item) VALUES (?1, ?2)")?
            .execute(params![id, item])?;
    }
    FileTable::Record.insert(db, id, files)
}

fn taken_back(db: &Connection, event: &RecordEvent) -> Result<()> {
    let RecordEvent::TakenBack { id } = event else { return Ok(()) };
    FileTable::Record.remove(db, id)?;
    for sql in ["DELETE FROM record_scope WHERE record = ?1", "DELETE FROM record WHERE id = ?1"] {
        db.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}
