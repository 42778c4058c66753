//! What each event about a review means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{ReviewEvent, projection};
use crate::documents;
use crate::error::{Code, Result};
use crate::ledger::Stamp;
use crate::workspace::{Meaning, told};

impl Meaning for ReviewEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let ReviewEvent::Concluded { document, .. } = self;
        Ok(vec![document.0])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let ReviewEvent::Concluded { document, outcome, .. } = self;
        let code = match documents::by_id(db, *document) {
            Err(e) if e.code() == Code::NotFound => String::new(),
            found => found?.code,
        };
        Ok(told([code.as_str(), outcome.name()]))
    }
}
