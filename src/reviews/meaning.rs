//! What each event about a review means.

use std::collections::BTreeSet;

use rusqlite::Connection;
use uuid::Uuid;

use super::{ReviewEvent, projection};
use crate::error::Result;
use crate::items;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl Meaning for ReviewEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(vec![self.item().uuid()])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let code = items::code(db, self.item())?;
        Ok(match self {
            Self::Concluded { outcome, .. } => told([code.as_str(), outcome.name()]),
            Self::ChangeRequested { reason, .. }
            | Self::RevisionCalledOff { reason, .. }
            | Self::Moved { reason, .. }
            | Self::Rechecked { reason, .. } => told([code.as_str(), reason]),
            Self::SectionsNoted(noted) => {
                let sections = noted.rests.iter().map(|r| &r.sections).chain(noted.cites.iter().map(|c| &c.sections));
                let sections: BTreeSet<&str> = sections.flatten().map(String::as_str).collect();
                told([code.as_str(), &sections.into_iter().collect::<Vec<_>>().join(", ")])
            }
            Self::MoveTakenBack { .. } | Self::RecheckTakenBack { .. } => told([code.as_str(), ""]),
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            Self::Moved { .. } | Self::Rechecked { .. } | Self::ChangeRequested { .. } => Undoing::Possible,
            _ => Undoing::Final,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (Self::Moved { id, .. }, Ok(Self::MoveTakenBack { id: back, .. })) if *id == back => Later::TookBack,
            (Self::Moved { .. }, Ok(Self::Moved { .. } | Self::Concluded { .. })) => Later::Stands,
            (Self::Rechecked { id, .. }, Ok(Self::RecheckTakenBack { id: back, .. })) if *id == back => Later::TookBack,
            (Self::ChangeRequested { id, .. }, Ok(Self::RevisionCalledOff { review, .. })) if *id == review => {
                Later::TookBack
            }
            (Self::Moved { .. } | Self::Rechecked { .. } | Self::ChangeRequested { .. }, _) => Later::Apart,
            _ => Later::Stands,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            Self::Moved { id, document, .. } => {
                tx.append(&Self::MoveTakenBack { id: *id, document: *document })?;
                Ok(())
            }
            Self::ChangeRequested { id, document, .. } => {
                let (review, document, on) = (*id, *document, tx.today());
                tx.append(&Self::RevisionCalledOff { review, document, reason: String::new(), on })?;
                Ok(())
            }
            Self::Rechecked { id, item, .. } => {
                tx.append(&Self::RecheckTakenBack { id: *id, item: *item })?;
                Ok(())
            }
            _ => Err(change_final()),
        }
    }
}
