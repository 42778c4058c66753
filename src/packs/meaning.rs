//! What each event about a pack means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{PackEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::Meaning;

impl Meaning for PackEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let PackEvent::Issued { id, audit, items, .. } = self;
        Ok([id.0, audit.0].into_iter().chain(items.iter().map(|item| item.uuid())).collect())
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let PackEvent::Issued { name, .. } = self;
        Ok(name.clone())
    }
}
