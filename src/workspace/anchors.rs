//! Anchors outside: a checkpoint with the request for a time stamp over it, and the authority's answer, kept in the vault and
//! named by an event.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::ledgersaid::{Kept, LedgerEvent};
use super::{Workspace, refusals};
use crate::day::Day;
use crate::digest::Digest;
use crate::disk;
use crate::error::{Error, Result};
use crate::ledger::{self, Checkpoint};
use crate::saved::Target;
use crate::text::in_share;

/// What was written for a time-stamp authority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnchorExported {
    /// How many entries the checkpoint speaks of.
    pub entries: u64,
    /// The checkpoint's file.
    pub checkpoint: String,
    /// The request's file: `TimeStampReq` of RFC 3161, in DER.
    pub request: String,
    /// SHA-256 of the checkpoint, which the request asks to be stamped.
    pub sha256: Digest,
}

/// An answer that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnchorAnswer {
    /// The entry that keeps it.
    pub entry: u64,
    /// How many entries the stamped checkpoint speaks of.
    pub entries: u64,
    /// The answer in the vault.
    pub digest: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// The name of its file.
    pub name: String,
    /// The day on which it was kept.
    pub day: Day,
}

/// An answer is a few kilobytes; what is larger is none.
const LARGEST: u64 = 1 << 20;

impl Workspace {
    /// Writes the signed checkpoint of today's ledger and the request for a time stamp over it into a folder.
    ///
    /// # Errors
    /// `already_exists` where one of the files is there.
    pub fn export_anchor(&mut self, out: &Path) -> Result<AnchorExported> {
        let note = self.checkpoint()?;
        let (entries, sha256) = (Checkpoint::parse(&note)?.size, Digest::of(note.as_bytes()));
        fs::create_dir_all(out).map_err(|e| Error::io(out, e))?;
        let (checkpoint, request) =
            (out.join(format!("checkpoint-{entries}")), out.join(format!("checkpoint-{entries}.tsq")));
        let files = [(&checkpoint, note.into_bytes()), (&request, ledger::stamp_request(&sha256)?)];
        if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
            return Err(refusals::anchor_path_taken(path.display()));
        }
        for (path, bytes) in &files {
            Target { path, overwrite: false }.write(bytes)?;
        }
        let shown = |path: PathBuf| path.display().to_string();
        Ok(AnchorExported { entries, checkpoint: shown(checkpoint), request: shown(request), sha256 })
    }

    /// Keeps the answer of a time-stamp authority about a checkpoint of this workspace.
    ///
    /// # Errors
    /// `timestamp_unreadable`, `timestamp_refused`; `anchor_answer_elsewhere` where it is about no checkpoint that was signed here;
    /// `anchor_answer_kept` for one that is kept already.
    pub fn import_anchor(&mut self, path: &Path) -> Result<u64> {
        let bytes = disk::read_named(path, LARGEST)?;
        let hash = ledger::stamped_hash(&bytes)?;
        let (entries, checkpoint) =
            ledger::checkpoint_hashed(&self.db, &[hash])?.ok_or_else(refusals::anchor_answer_elsewhere)?;
        let digest = Digest::of(&bytes);
        if let Some(kept) = anchor_answers(&self.db)?.iter().find(|kept| kept.digest == digest) {
            return Err(refusals::anchor_answer_kept(kept.entry));
        }
        let stored = self.vault.put_bytes(&bytes)?;
        let name = path.file_name().map(|name| in_share(&name.to_string_lossy()).into_owned()).unwrap_or_default();
        let answer = Kept { digest: stored.digest, size: stored.size, name };
        let event = LedgerEvent::AnswerKept { entries, checkpoint, answer };
        self.transact(|tx| tx.append(&event).map(drop))?;
        Ok(entries)
    }
}

/// Every answer that is kept, in order.
pub fn anchor_answers(db: &Connection) -> Result<Vec<AnchorAnswer>> {
    let mut all =
        db.prepare_cached("SELECT entry, entries, digest, size, name, day FROM anchor_answer ORDER BY entry")?;
    let rows = all.query_map([], |r| {
        Ok(AnchorAnswer {
            entry: r.get(0)?,
            entries: r.get(1)?,
            digest: r.get(2)?,
            size: r.get(3)?,
            name: r.get(4)?,
            day: r.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
