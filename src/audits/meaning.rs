//! What each event about an audit means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{AuditEvent, corrections, projection, queries};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::systems::corrected;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl Meaning for AuditEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let (AuditEvent::Planned { id, .. } | AuditEvent::Corrected { id, .. }) = self;
        Ok(vec![id.0])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        Ok(match self {
            AuditEvent::Planned { code, title, .. } => told([code.as_str(), title]),
            AuditEvent::Corrected { id, correction } => {
                told([queries::by_id(db, *id)?.code.as_str(), &corrected(db, correction)?])
            }
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            AuditEvent::Planned { .. } => Undoing::Final,
            AuditEvent::Corrected { .. } => Undoing::Possible,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (AuditEvent::Corrected { correction, .. }, Ok(AuditEvent::Corrected { correction: again, .. }))
                if correction.touches(&again) =>
            {
                Later::Stands
            }
            (AuditEvent::Corrected { .. }, _) => Later::Apart,
            _ => Later::Stands,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            AuditEvent::Planned { .. } => Err(change_final()),
            AuditEvent::Corrected { id, correction } => corrections::correct_back(tx, *id, correction),
        }
    }
}
