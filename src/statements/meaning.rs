//! What a statement means to others. It stands: nothing takes it back.

use rusqlite::Connection;
use uuid::Uuid;

use super::{StatementEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, told};

impl Meaning for StatementEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let Self::Made { subject, signer, .. } = self;
        Ok(vec![subject.item.uuid(), signer.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let Self::Made { subject, meaning, reason, .. } = self;
        Ok(told([subject.code.as_str(), &subject.label, meaning.name(), reason]))
    }
}
