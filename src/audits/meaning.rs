//! What each event about an audit means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{AuditEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, told};

impl Meaning for AuditEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let AuditEvent::Planned { id, .. } = self;
        Ok(vec![id.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let AuditEvent::Planned { code, title, .. } = self;
        Ok(told([code.as_str(), title]))
    }
}
