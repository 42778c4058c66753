//! What each event about a person means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{PersonEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::Meaning;

impl Meaning for PersonEvent {
    fn apply(&self, db: &Connection, _stamp: &Stamp) -> Result<()> {
        projection::apply(db, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let PersonEvent::Enrolled { id, .. } = self;
        Ok(vec![id.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let PersonEvent::Enrolled { name, .. } = self;
        Ok(name.clone())
    }
}
