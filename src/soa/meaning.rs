//! What a version means to others. It stands: nothing takes it back, the next one takes its place.

use rusqlite::Connection;
use uuid::Uuid;

use super::model::label;
use super::{SoaEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, told};

impl Meaning for SoaEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let Self::Issued { system, .. } = self;
        Ok(vec![system.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let Self::Issued { edition, version, draft, reason, .. } = self;
        Ok(told([edition.to_string().as_str(), &label(*version, *draft), reason]))
    }
}
