//! What each event about what applies means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{ApplicabilityEvent, projection};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::standards::EditionId;
use crate::systems;
use crate::workspace::{Later, Meaning, Tx, Undoing, told};

impl ApplicabilityEvent {
    fn edition(&self) -> EditionId {
        match self {
            Self::Decided { reference, .. } => reference.edition_id(),
            Self::ControlSet { edition, .. } => edition.clone(),
        }
    }
}

impl Meaning for ApplicabilityEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>> {
        Ok(vec![systems::system(db, &self.edition().to_string())?.id.0])
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        Ok(match self {
            Self::Decided { reference, after, .. } => {
                told([reference.short().as_str(), after.as_ref().map_or("", |decision| &decision.reason)])
            }
            Self::ControlSet { edition, code, after, reason, .. } => {
                let title = after.as_ref().map_or("", |control| &control.title);
                told([edition.at(code).short().as_str(), title, reason])
            }
        })
    }

    fn undoing(&self) -> Undoing {
        Undoing::Possible
    }

    fn later(&self, event: &str) -> Later {
        let same = match (self, serde_json::from_str(event)) {
            (Self::Decided { reference, .. }, Ok(Self::Decided { reference: later, .. })) => *reference == later,
            (Self::ControlSet { edition, code, .. }, Ok(Self::Decided { reference, .. })) => {
                edition.at(code) == reference
            }
            (Self::ControlSet { edition, code, .. }, Ok(Self::ControlSet { edition: of, code: later, .. })) => {
                *edition == of && *code == later
            }
            _ => false,
        };
        if same { Later::Stands } else { Later::Apart }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        let back = match self.clone() {
            Self::Decided { reference, before, after, .. } => {
                Self::Decided { reference, before: after, after: before, source: String::new() }
            }
            Self::ControlSet { edition, code, before, after, .. } => {
                Self::ControlSet { edition, code, before: after, after: before, reason: String::new() }
            }
        };
        tx.append(&back)?;
        Ok(())
    }
}
