//! What each event about a record means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{RecordEvent, commands, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, Tx, change_final};

impl Meaning for RecordEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let (RecordEvent::Filed { id, .. } | RecordEvent::TakenBack { id }) = self;
        Ok(vec![id.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        Ok(match self {
            RecordEvent::Filed { particulars, .. } => particulars.title.clone(),
            RecordEvent::TakenBack { .. } => String::new(),
        })
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            RecordEvent::Filed { id, .. } => commands::take_back(tx, *id),
            RecordEvent::TakenBack { .. } => Err(change_final()),
        }
    }
}
