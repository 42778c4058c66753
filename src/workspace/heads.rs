//! How a folder stands to what is known of it: to the last signed head, kept outside of it as a free anchor against a folder that
//! was put back or exchanged, and to the keys and the identity that its own entries say. The head is written after the commit,
//! so it never speaks of what the folder did not hold.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::{refusals, signed};
use crate::error::Result;
use crate::ledger::{self, Checkpoint, Head};

/// How a folder stands to the head that this machine kept of its workspace, and to its own entries.
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
    /// No key that its entries enrol signed the last of them: they were changed, or put there.
    Unsigned {
        /// The first of them.
        from: u64,
        /// The last.
        to: u64,
    },
    /// It calls itself by another identity than its entries do.
    Renamed {
        /// By which it calls itself.
        says: Uuid,
        /// Which its entries say.
        ledger: Uuid,
    },
}

/// How a folder stands, all in all: that it is another one is told before what is missing in it, and that before what was put
/// there.
pub(super) fn whole(db: &Connection, head: Head, id: Uuid, kept: Option<&Checkpoint>) -> Result<Standing> {
    if let Some(ledger) = signed::identity(db)?.filter(|said| *said != id) {
        return Ok(Standing::Renamed { says: id, ledger });
    }
    match standing(db, head, kept)? {
        Standing::Fits => Ok(match signed::unsigned(db, head, &format!("{}{id}", signed::ORIGIN))? {
            Some((from, to)) => Standing::Unsigned { from, to },
            None => Standing::Fits,
        }),
        apart => Ok(apart),
    }
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
    /// Refuses to write into a folder that does not continue what was kept, or whose entries nobody signed.
    pub(super) fn admit(&self) -> Result<()> {
        match self {
            Standing::Fits => Ok(()),
            Standing::Behind { kept, entries } => Err(refusals::ledger_rolled_back(kept, entries)),
            Standing::Beside { kept } => Err(refusals::ledger_other_history(kept)),
            Standing::Unsigned { from, to } => Err(refusals::ledger_unsigned(from, to)),
            Standing::Renamed { says, ledger } => Err(refusals::ledger_renamed(says, ledger)),
        }
    }
}
