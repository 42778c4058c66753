//! What each event about requirements means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{RequirementEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final};

impl Meaning for RequirementEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let (Self::Added { id, .. } | Self::Dropped { id, .. }) = self;
        Ok(vec![id.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        Ok(match self {
            Self::Added { text, .. } => text.clone(),
            Self::Dropped { reason, .. } => reason.clone(),
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            Self::Added { .. } => Undoing::Possible,
            Self::Dropped { reason, .. } if reason.is_empty() => Undoing::Itself,
            Self::Dropped { .. } => Undoing::Final,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (Self::Added { .. }, Ok(Self::Dropped { .. })) => Later::TookBack,
            _ => Later::Stands,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        let Self::Added { id, .. } = self else { return Err(change_final()) };
        tx.append(&Self::Dropped { id: *id, reason: String::new() })?;
        Ok(())
    }
}
