//! Records as rows.

use std::sync::LazyLock;

use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use super::events::RecordEvent;
use super::particulars::Particulars;
use crate::error::Result;
use crate::filed::FileTable;
use crate::ledger::Stamp;
use crate::named::List;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/records.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &RecordEvent) -> Result<()> {
    let RecordEvent::Filed { id, particulars, files, scope } = event else {
        return taken_back(db, event);
    };
    let (code, title_fold) = (format!("R-{}", stamp.seq), fold(&particulars.title));
    let filed = stamp.day;
    let mut values: Vec<&dyn ToSql> = vec![id, &code, &stamp.seq, &title_fold, &filed];
    values.extend(particulars.values());
    db.prepare_cached(&INSERT)?.execute(values.as_slice())?;
    for item in scope {
        db.prepare_cached("INSERT OR IGNORE INTO record_scope (record, item) VALUES (?1, ?2)")?
            .execute(params![id, item])?;
    }
    FileTable::Record.insert(db, id, files)
}

static INSERT: LazyLock<String> = LazyLock::new(|| {
    let values = vec!["?"; 5 + Particulars::COLUMNS.len()].join(", ");
    let particulars = Particulars::COLUMNS.join(", ");
    format!("INSERT INTO record (id, code, seq, title_fold, filed, {particulars}) VALUES ({values})")
});

fn taken_back(db: &Connection, event: &RecordEvent) -> Result<()> {
    let RecordEvent::TakenBack { id } = event else { return Ok(()) };
    FileTable::Record.remove(db, id)?;
    for sql in ["DELETE FROM record_scope WHERE record = ?1", "DELETE FROM record WHERE id = ?1"] {
        db.prepare_cached(sql)?.execute([id])?;
    }
    Ok(())
}
