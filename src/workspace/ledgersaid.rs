//! What persons say of the ledger itself: that another history is the right one, on which day a wrong clock wrote, and what
//! a time-stamp authority answered.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::days::SaidDay;
use super::tx::Meaning;
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::filed::at_home;
use crate::ledger::Stamp;

/// A file that came with an event, in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// SHA-256 of its content.
    pub digest: Digest,
    /// Size in bytes.
    pub size: u64,
    /// Its own name.
    #[serde(serialize_with = "at_home::serialize", deserialize_with = "at_home::deserialize")]
    pub name: String,
}

/// An event about the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum LedgerEvent {
    /// A folder behind or beside the head that this machine had kept is the right one: a backup, for one.
    #[serde(rename = "ledger.accepted")]
    Accepted {
        /// Why.
        reason: String,
        /// How many entries the kept head spoke of.
        entries: u64,
        /// Its root.
        root: Digest,
    },
    /// Entries that no enrolled key had signed were taken for right. They are named for good.
    #[serde(rename = "ledger.unsigned_accepted")]
    UnsignedAccepted {
        /// The first of them.
        from: u64,
        /// The last.
        to: u64,
        /// Why.
        reason: String,
    },
    /// Entries that a wrong clock wrote belong to another day.
    #[serde(rename = "ledger.day_said")]
    DaySaid {
        /// The first of them.
        from: u64,
        /// The last.
        to: u64,
        /// The day.
        day: Day,
        /// Why.
        reason: String,
    },
    /// What a time-stamp authority answered about a checkpoint.
    #[serde(rename = "ledger.answer_kept")]
    AnswerKept {
        /// How many entries the checkpoint speaks of.
        entries: u64,
        /// SHA-256 of the checkpoint that was stamped.
        checkpoint: Digest,
        /// The answer.
        answer: Kept,
    },
}

impl Meaning for LedgerEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        match self {
            LedgerEvent::Accepted { .. } | LedgerEvent::UnsignedAccepted { .. } => {}
            LedgerEvent::DaySaid { from, to, day, .. } => {
                db.prepare_cached("INSERT INTO day_said (entry, first, last, day) VALUES (?1, ?2, ?3, ?4)")?
                    .execute(params![stamp.seq, from, to, day])?;
            }
            LedgerEvent::AnswerKept { entries, answer, .. } => {
                db.prepare_cached(
                    "INSERT INTO anchor_answer (entry, entries, digest, size, name, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute(params![stamp.seq, entries, answer.digest, answer.size, answer.name, stamp.day])?;
            }
        }
        Ok(())
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(Vec::new())
    }

    fn frames_all(&self) -> bool {
        matches!(self, LedgerEvent::DaySaid { .. })
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        Ok(match self {
            LedgerEvent::Accepted { reason, .. } => reason.clone(),
            LedgerEvent::UnsignedAccepted { from, to, reason } if from == to => format!("{from}: {reason}"),
            LedgerEvent::UnsignedAccepted { from, to, reason } => format!("{from}–{to}: {reason}"),
            LedgerEvent::DaySaid { from, to, day, .. } if from == to => format!("{from}: {day}"),
            LedgerEvent::DaySaid { from, to, day, .. } => format!("{from}–{to}: {day}"),
            LedgerEvent::AnswerKept { entries, answer, .. } => format!("{entries}, {}", answer.name),
        })
    }

    fn day_said(&self) -> Option<SaidDay> {
        match self {
            LedgerEvent::DaySaid { from, to, day, .. } => Some(SaidDay { first: *from, last: *to, day: *day }),
            _ => None,
        }
    }
}
