//! The last signed head, kept outside of the folder: a free anchor against a folder that was put back or exchanged. It is
//! written after the commit, so it never speaks of what the folder did not hold.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::refusals;
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
