//! What each event about a review means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{ReviewEvent, projection};
use crate::documents;
use crate::error::{Code, Result};
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl Meaning for ReviewEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(vec![self.document().0])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let code = match documents::by_id(db, self.document()) {
            Err(e) if e.code() == Code::NotFound => String::new(),
            found => found?.code,
        };
        Ok(match self {
            Self::Concluded { outcome, .. } => told([code.as_str(), outcome.name()]),
            Self::RevisionCalledOff { reason, .. } | Self::Moved { reason, .. } => told([code.as_str(), reason]),
            Self::MoveTakenBack { .. } => told([code.as_str(), ""]),
        })
    }

    fn undoing(&self) -> Undoing {
        if matches!(self, Self::Moved { .. }) { Undoing::Possible } else { Undoing::Final }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (Self::Moved { id, .. }, Ok(Self::MoveTakenBack { id: back, .. })) if *id == back => Later::TookBack,
            (Self::Moved { .. }, Ok(Self::Moved { .. } | Self::Concluded { .. })) => Later::Stands,
            (Self::Moved { .. }, _) => Later::Apart,
            _ => Later::Stands,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            Self::Moved { id, document, .. } => {
                tx.append(&Self::MoveTakenBack { id: *id, document: *document })?;
                Ok(())
            }
            _ => Err(change_final()),
        }
    }
}
