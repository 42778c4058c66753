//! What is known of a workspace besides its ledger: its identity, the version of its tables, what this machine remembers.

use rusqlite::{Connection, OptionalExtension};

use super::refusals;
use crate::error::Result;

pub(super) fn get(db: &Connection, key: &str) -> Result<String> {
    db.query_row("SELECT value FROM workspace WHERE key = ?1", [key], |r| r.get(0)).map_err(|e| match e {
        rusqlite::Error::QueryReturnedNoRows => refusals::workspace_incomplete(key),
        e => e.into(),
    })
}

pub(super) fn remembered(db: &Connection, key: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM workspace WHERE key = 'note.' || ?1";
    Ok(db.prepare_cached(sql)?.query_row([key], |r| r.get(0)).optional()?)
}

pub(super) fn remember(db: &Connection, key: &str, value: &str) -> Result<()> {
    set(db, &format!("note.{key}"), value)
}

pub(super) fn set(db: &Connection, key: &str, value: &str) -> Result<()> {
    db.execute("INSERT OR REPLACE INTO workspace (key, value) VALUES (?1, ?2)", [key, value])?;
    Ok(())
}
