//! What each event about the organisation and its systems means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{SystemEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, told};

impl Meaning for SystemEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(match self {
            SystemEvent::Established { id, .. } => vec![id.0],
            SystemEvent::ScopeStated { system, .. } | SystemEvent::ScopeSet { system, .. } => vec![system.0],
            SystemEvent::ScopeItemAdded { id, .. } => vec![id.0],
            SystemEvent::OrganisationNamed { .. }
            | SystemEvent::ScopesCompared { .. }
            | SystemEvent::ScopeQuestionAnswered { .. } => Vec::new(),
        })
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        Ok(match self {
            SystemEvent::OrganisationNamed { name } => name.clone(),
            SystemEvent::Established { code, name, .. } | SystemEvent::ScopeItemAdded { code, name, .. } => {
                told([code.as_str(), name])
            }
            SystemEvent::ScopeStated { .. }
            | SystemEvent::ScopeSet { .. }
            | SystemEvent::ScopesCompared { .. }
            | SystemEvent::ScopeQuestionAnswered { .. } => String::new(),
        })
    }
}
