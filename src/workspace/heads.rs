//! The last signed head, kept outside of the folder: a free anchor against a folder that was put back or exchanged. It is
//! written after the commit, so it never speaks of what the folder did not hold.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::ledgersaid::LedgerEvent;
use super::{Admit, Workspace, refusals};
use crate::error::Result;
use crate::ledger::{self, Checkpoint, Head};

/// How a folder stands to the head that this machine kept of its workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "state", rename_all = "snake_case")]
#[ts(rename = "FolderStanding")]
pub enum Standing {
    /// It continues it; or none is kept.
    Fits,
    /// It ends earlier.
    Behind {
        /// How many entries the kept head speaks of.
        kept: u64,
        /// How many there are.
        entries: u64,
    },
    /// Its first entries are others.
    Beside {
        /// How many entries the kept head speaks of.
        kept: u64,
    },
}

/// How a ledger stands to a head that was kept of it.
pub(super) fn standing(db: &Connection, head: Head, kept: Option<&Checkpoint>) -> Result<Standing> {
    let Some(kept) = kept else { return Ok(Standing::Fits) };
    if kept.size > head.size {
        return Ok(Standing::Behind { kept: kept.size, entries: head.size });
    }
    let root = if kept.size == head.size { head.root } else { ledger::root_at(db, kept.size)? };
    Ok(if root == kept.root { Standing::Fits } else { Standing::Beside { kept: kept.size } })
}

impl Standing {
    /// Refuses to write into a folder that does not continue what was kept.
    pub(super) fn admit(&self) -> Result<()> {
        match self {
            Standing::Fits => Ok(()),
            Standing::Behind { kept, entries } => Err(refusals::ledger_rolled_back(kept, entries)),
            Standing::Beside { kept } => Err(refusals::ledger_other_history(kept)),
        }
    }
}

impl Workspace {
    /// How this folder stands to the head that this machine kept.
    pub fn standing(&self) -> Result<Standing> {
        // Before the ledger is read: what is kept meanwhile may be ahead of it.
        let kept = self.machine.kept_head(self.id);
        standing(&self.db, ledger::head(&self.db)?, kept.as_ref())
    }

    /// Takes a folder that is behind or beside the kept head for the right one, such as a backup that was brought back.
    ///
    /// # Errors
    /// `reason_needed`; `nothing_to_accept` where it continues what was kept.
    pub fn accept(&mut self, reason: &str) -> Result<()> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(refusals::accept_reason_needed());
        }
        let kept = self.machine.kept_head(self.id);
        let (Some(kept), false) = (kept, self.standing()? == Standing::Fits) else {
            return Err(refusals::nothing_to_accept());
        };
        let event = LedgerEvent::Accepted { reason: reason.to_owned(), entries: kept.size, root: kept.root };
        self.write(Admit { other_history: true, ..Admit::default() }, |tx| tx.append(&event).map(drop))
    }
}
