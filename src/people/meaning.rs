//! What each event about people means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{PersonEvent, projection, queries};
use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl PersonEvent {
    fn person(&self) -> Option<PersonId> {
        match self {
            PersonEvent::Enrolled { id, .. }
            | PersonEvent::Corrected { id, .. }
            | PersonEvent::Left { id, .. }
            | PersonEvent::Returned { id, .. } => Some(*id),
            PersonEvent::AuthorRuleSet { .. } => None,
        }
    }
}

impl Meaning for PersonEvent {
    fn apply(&self, db: &Connection, _stamp: &Stamp) -> Result<()> {
        projection::apply(db, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(self.person().map(|id| id.0).into_iter().collect())
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let name =
            |id: &PersonId| Ok::<_, crate::error::Error>(queries::by_id(db, *id)?.map_or(String::new(), |p| p.name));
        match self {
            PersonEvent::Enrolled { name, .. } => Ok(name.clone()),
            PersonEvent::Corrected { id, correction } => Ok(told([name(id)?.as_str(), &correction.reason])),
            PersonEvent::Left { id, reason, .. } => Ok(told([name(id)?.as_str(), reason])),
            PersonEvent::Returned { id, .. } => name(id),
            PersonEvent::AuthorRuleSet { reason, .. } => Ok(reason.clone()),
        }
    }

    fn undoing(&self) -> Undoing {
        match self {
            PersonEvent::Corrected { .. } | PersonEvent::Left { .. } => Undoing::Possible,
            _ => Undoing::Final,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (PersonEvent::Corrected { correction, .. }, Ok(PersonEvent::Corrected { correction: later, .. })) => {
                let same = |field: &str| correction.changes.iter().any(|change| change.field == field);
                if later.changes.iter().any(|change| same(&change.field)) { Later::Stands } else { Later::Apart }
            }
            (PersonEvent::Corrected { correction, .. }, Ok(PersonEvent::Returned { .. })) => {
                if correction.changes.iter().any(|change| change.field == "role") {
                    Later::Stands
                } else {
                    Later::Apart
                }
            }
            (PersonEvent::Left { .. }, Ok(PersonEvent::Returned { .. })) => Later::TookBack,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            PersonEvent::Corrected { id, correction } => {
                tx.append(&PersonEvent::Corrected { id: *id, correction: correction.reversed() })?;
            }
            PersonEvent::Left { id, .. } => {
                let role = queries::by_id(tx.db(), *id)?.ok_or_else(change_final)?.role;
                tx.append(&PersonEvent::Returned { id: *id, role })?;
            }
            _ => return Err(change_final()),
        }
        Ok(())
    }
}
