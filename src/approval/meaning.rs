//! What each event about an approval means. None is undone: what was said stays said, and what is under way is called off.

use rusqlite::Connection;
use uuid::Uuid;

use super::{ApprovalEvent, projection};
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::ledger::Stamp;
use crate::workspace::{Meaning, told};

impl Meaning for ApprovalEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(vec![self.document().0])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let code = items::code(db, ItemId::Document(self.document()))?;
        Ok(match self {
            Self::Submitted { reason, .. } | Self::CalledOff { reason, .. } => told([code.as_str(), reason]),
            Self::Decided { meaning, .. } => told([code.as_str(), meaning.name()]),
        })
    }
}
