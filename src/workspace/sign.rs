//! Signing a state of the ledger.

use rusqlite::Connection;

use crate::error::Result;
use crate::ledger::{self, Checkpoint, Head};
use crate::signing::SigningKey;

/// Signs a state of the ledger, once per key.
pub(super) fn sign(db: &Connection, head: Head, origin: &str, key: &SigningKey) -> Result<String> {
    if let Some(note) = ledger::checkpoint_at(db, head.size, &key.verifier(origin))? {
        return Ok(note);
    }
    let note = Checkpoint { origin: origin.to_owned(), size: head.size, root: head.root }.sign(key);
    ledger::store_checkpoint(db, &note)?;
    Ok(note)
}
