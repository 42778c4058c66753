//! Records as rows.

use std::sync::LazyLock;

use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, params};

use super::events::RecordEvent;
use super::numbering::Number;
use super::particulars::Particulars;
use super::queries::{self, entered};
use super::series::in_common;
use super::state::Exit;
use crate::error::Result;
use crate::filed::FileTable;
use crate::ids::{RecordId, ScopeItemId};
use crate::ledger::Stamp;
use crate::named::{Correction, List};
use crate::text::{fold, names};

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/records.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &RecordEvent) -> Result<()> {
    match event {
        RecordEvent::Filed { id, number, particulars, files, scope } => {
            filed(db, stamp, *id, number.as_ref(), particulars)?;
            belongs_to(db, *id, scope)?;
            FileTable::Record.insert(db, id, files)
        }
        RecordEvent::Corrected { id, correction } => corrected(db, *id, correction),
        RecordEvent::TakenBack { id, reason } if reason.is_empty() => gone(db, *id),
        RecordEvent::TakenBack { id, reason } => {
            let values = params![id, Exit::TakenBack, stamp.day, None::<RecordId>, reason, stamp.actor];
            db.prepare_cached(PUT_EXIT)?.execute(values)?;
            exits(db, *id)
        }
        RecordEvent::Replaced { record, by, reason, on } => {
            let values = params![record, Exit::Replaced, on, Some(by), reason, stamp.actor];
            db.prepare_cached(PUT_EXIT)?.execute(values)?;
            exits(db, *record)
        }
        RecordEvent::Reinstated { id, exit, .. } => {
            db.prepare_cached("DELETE FROM record_exit WHERE record = ?1 AND exit = ?2")?.execute(params![id, exit])?;
            exits(db, *id)
        }
        RecordEvent::NumberingSet { pattern, .. } => {
            let sql = "INSERT OR REPLACE INTO record_numbering (one, pattern) VALUES (1, ?1)";
            db.prepare_cached(sql)?.execute([pattern])?;
            Ok(())
        }
    }
}

const PUT_EXIT: &str = "INSERT OR REPLACE INTO record_exit (record, exit, since, successor, reason, who)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let values = vec!["?"; 8 + Particulars::COLUMNS.len()].join(", ");
    let particulars = Particulars::COLUMNS.join(", ");
    format!(
        "INSERT INTO record (id, code, code_fold, seq, title_fold, names, series, filed, {particulars}) VALUES ({values})"
    )
});

fn filed(
    db: &Connection,
    stamp: &Stamp,
    id: RecordId,
    number: Option<&Number>,
    particulars: &Particulars,
) -> Result<()> {
    let code = number.map_or_else(|| format!("R-{}", stamp.seq), |number| number.code.clone());
    let (code_fold, title_fold, series) =
        (fold(&code), fold(&particulars.title), in_common(&particulars.title).unwrap_or_default());
    let names = names(&code, &particulars.title);
    let mut values: Vec<&dyn ToSql> =
        vec![&id, &code, &code_fold, &stamp.seq, &title_fold, &names, &series, &stamp.day];
    values.extend(particulars.values());
    db.prepare_cached(&INSERT)?.execute(values.as_slice())?;
    if let Some(Number { year, place, .. }) = number {
        db.prepare_cached(
            "INSERT INTO record_number (year, last) VALUES (?1, ?2)
             ON CONFLICT (year) DO UPDATE SET last = max(last, excluded.last)",
        )?
        .execute(params![year, place])?;
    }
    Ok(())
}

fn belongs_to(db: &Connection, id: RecordId, scope: &[ScopeItemId]) -> Result<()> {
    let mut put = db.prepare_cached("INSERT OR IGNORE INTO record_scope (record, item) VALUES (?1, ?2)")?;
    scope.iter().try_for_each(|item| Ok(put.execute(params![id, item]).map(|_| ())?))
}

static UPDATE: LazyLock<String> = LazyLock::new(|| {
    let values = vec!["?"; 3 + Particulars::COLUMNS.len()].join(", ");
    format!(
        "UPDATE record SET (title_fold, names, series, {}) = ({values}) WHERE id = ?",
        Particulars::COLUMNS.join(", ")
    )
});

fn corrected(db: &Connection, id: RecordId, correction: &Correction) -> Result<()> {
    let record = queries::by_id(db, id)?;
    let before = entered(db, &record)?;
    let after = before.corrected(correction)?;
    let (title_fold, series) =
        (fold(&after.particulars.title), in_common(&after.particulars.title).unwrap_or_default());
    let names = names(&record.code, &after.particulars.title);
    let mut values: Vec<&dyn ToSql> = vec![&title_fold, &names, &series];
    values.extend(after.particulars.values());
    values.push(&id);
    db.prepare_cached(&UPDATE)?.execute(values.as_slice())?;
    if after.scope != before.scope {
        db.prepare_cached("DELETE FROM record_scope WHERE record = ?1")?.execute([id])?;
        belongs_to(db, id, &after.scope)?;
    }
    Ok(())
}

/// A filing that was undone leaves no row; its code is not given again.
fn gone(db: &Connection, id: RecordId) -> Result<()> {
    FileTable::Record.remove(db, &id)?;
    for sql in [
        "INSERT OR IGNORE INTO record_code_spent (code_fold) SELECT code_fold FROM record WHERE id = ?1",
        "DELETE FROM record_scope WHERE record = ?1",
        "DELETE FROM record_exit WHERE record = ?1",
        "DELETE FROM record WHERE id = ?1",
    ] {
        db.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}

/// Keeps beside the record what its state follows from: that it was taken back, else that it was replaced.
fn exits(db: &Connection, id: RecordId) -> Result<()> {
    let strongest = db
        .prepare_cached("SELECT exit, since FROM record_exit WHERE record = ?1 ORDER BY exit = ?2 DESC LIMIT 1")?
        .query_row(params![id, Exit::TakenBack], |r| Ok((r.get::<_, Exit>(0)?, r.get::<_, i64>(1)?)))
        .optional()?;
    let (exit, on) = strongest.unzip();
    db.prepare_cached("UPDATE record SET exit = ?2, exit_on = ?3 WHERE id = ?1")?.execute(params![id, exit, on])?;
    Ok(())
}
