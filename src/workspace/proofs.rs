//! Proofs about the ledger that whoever holds a checkpoint can check: an entry is in it, and nothing of it was replaced.

use serde::Serialize;
use ts_rs::TS;

use super::{Workspace, refusals};
use crate::error::Result;
use crate::ledger::{self, Checkpoint};

/// A proof of inclusion.
#[derive(Debug, Serialize, TS)]
pub struct Proof {
    /// Position of the entry.
    pub seq: u64,
    /// The entry, exactly as it was hashed.
    pub entry: String,
    /// Its leaf hash.
    pub leaf: String,
    /// The proof, with the checkpoint.
    pub proof: String,
}

/// A proof of consistency.
#[derive(Debug, Serialize, TS)]
pub struct Consistency {
    /// The earlier size.
    pub old: u64,
    /// Its root.
    pub old_root: String,
    /// Today's size.
    pub new: u64,
    /// Its root.
    pub new_root: String,
    /// The proof.
    pub proof: String,
    /// Today's checkpoint.
    pub checkpoint: String,
}

impl Workspace {
    /// Proves that the entry at a position is in the ledger as it stands now, and signs the ledger for that.
    pub fn prove_entry(&mut self, seq: u64) -> Result<Proof> {
        let checkpoint = self.checkpoint()?;
        // Of what was signed: another program may have written since.
        let size = Checkpoint::parse(&checkpoint)?.size;
        let bytes = ledger::entry_bytes_there(&self.db, seq)?;
        let path = ledger::inclusion(&self.db, seq, size)?;
        Ok(Proof {
            seq,
            leaf: ledger::tree::leaf(&bytes).to_string(),
            entry: String::from_utf8_lossy(&bytes).into_owned(),
            proof: ledger::inclusion_text(seq, &path, &checkpoint),
        })
    }

    /// Proves that the ledger when it had `size` entries is the beginning of today's, and signs today's for that.
    ///
    /// # Errors
    /// `invalid_value` where there are fewer entries.
    pub fn prove_growth(&mut self, size: u64) -> Result<Consistency> {
        let checkpoint = self.checkpoint()?;
        let signed = Checkpoint::parse(&checkpoint)?;
        if size > signed.size {
            return Err(refusals::ledger_shorter(signed.size, size));
        }
        let path = ledger::consistency(&self.db, size, signed.size)?;
        Ok(Consistency {
            old: size,
            old_root: ledger::root_at(&self.db, size)?.to_string(),
            new: signed.size,
            new_root: signed.root.to_string(),
            proof: ledger::consistency_text(size, signed.size, &path),
            checkpoint,
        })
    }
}
