//! Some entries of a ledger by themselves, with the places that they have in it.

use rusqlite::{Connection, params};

use super::entry::Entry;
use crate::error::Result;

/// Where the ledger has its entries and its signed heads, without what holds them together.
const TABLES: &str = "
    CREATE TABLE entry (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, at INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    CREATE TABLE checkpoint (size INTEGER NOT NULL, signer TEXT NOT NULL, note TEXT NOT NULL) STRICT;";

/// A database of its own, gone when it is closed, that holds these entries, each with its place and the ledger's time; it has no tree.
///
/// # Errors
/// `ledger_damaged` for what is no entry; an internal one for one that is there twice.
pub fn apart<'e>(entries: impl IntoIterator<Item = (u64, i64, &'e [u8])>) -> Result<Connection> {
    let db = Connection::open_in_memory()?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.execute_batch(TABLES)?;
    let batch = db.unchecked_transaction()?;
    {
        let mut put = batch.prepare("INSERT INTO entry (seq, id, at, bytes) VALUES (?1, ?2, ?3, ?4)")?;
        for (seq, at, bytes) in entries {
            put.execute(params![seq, Entry::parse(bytes)?.id.as_bytes(), at, bytes])?;
        }
    }
    batch.commit()?;
    Ok(db)
}
