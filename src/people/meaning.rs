//! What each event about people means.

use rusqlite::Connection;
use serde::Deserialize;
use uuid::Uuid;

use super::model::Role;
use super::{PersonEvent, away, commands, keyring, projection, queries};
use crate::error::Result;
use crate::ids::PersonId;
use crate::ledger::Stamp;
use crate::named::Said;
use crate::signing::PublicKey;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl PersonEvent {
    fn person(&self) -> Option<PersonId> {
        match self {
            PersonEvent::Enrolled { id, .. }
            | PersonEvent::Corrected { id, .. }
            | PersonEvent::Left { id, .. }
            | PersonEvent::Returned { id, .. }
            | PersonEvent::KeyEnrolled { id, .. }
            | PersonEvent::KeyRetired { id, .. }
            | PersonEvent::Away { person: id, .. }
            | PersonEvent::Back { person: id, .. } => Some(*id),
            PersonEvent::AuthorRuleSet { .. } => None,
        }
    }
}

/// As much of a signed statement as a key minds.
#[derive(Deserialize)]
struct Signed {
    kind: String,
    data: SignedBy,
}

#[derive(Deserialize)]
struct SignedBy {
    #[serde(default)]
    key: Option<String>,
}

impl Meaning for PersonEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
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
            PersonEvent::Left { id, reason, .. }
            | PersonEvent::KeyRetired { id, reason, .. }
            | PersonEvent::Away { person: id, reason, .. }
            | PersonEvent::Back { person: id, reason, .. } => Ok(told([name(id)?.as_str(), reason])),
            PersonEvent::KeyEnrolled { id, key, .. } => {
                let fingerprint = PublicKey::from_openssh(key).map(|key| key.fingerprint()).unwrap_or_default();
                Ok(told([name(id)?.as_str(), &fingerprint]))
            }
            PersonEvent::Returned { id, .. } => name(id),
            PersonEvent::AuthorRuleSet { reason, .. } => Ok(reason.clone()),
        }
    }

    fn undoing(&self) -> Undoing {
        match self {
            PersonEvent::Corrected { .. }
            | PersonEvent::Left { .. }
            | PersonEvent::KeyEnrolled { .. }
            | PersonEvent::Away { .. } => Undoing::Possible,
            _ => Undoing::Final,
        }
    }

    fn later(&self, event: &str) -> Later {
        // What was signed with a key stands on it.
        if let PersonEvent::KeyEnrolled { key, .. } = self
            && let Ok(Signed { kind, data }) = serde_json::from_str(event)
            && kind == "statement.made"
        {
            return if data.key.as_ref() == Some(key) { Later::Stands } else { Later::Apart };
        }
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
            (PersonEvent::KeyEnrolled { key, .. }, Ok(PersonEvent::KeyRetired { key: later, .. })) if *key == later => {
                Later::TookBack
            }
            (PersonEvent::KeyEnrolled { .. }, Ok(PersonEvent::KeyEnrolled { .. })) => Later::Stands,
            (PersonEvent::Away { id, .. }, Ok(PersonEvent::Back { away, .. })) if *id == away => Later::TookBack,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            PersonEvent::Corrected { id, correction } => {
                let back = correction.reversed();
                let person = queries::by_id(tx.db(), *id)?.ok_or_else(change_final)?;
                if let Some(Said::Text(role)) = back.changes.iter().find(|c| c.field == "role").map(|c| &c.after) {
                    commands::goes_on_without(tx, &person, Role::parse(role)?)?;
                }
                tx.append(&PersonEvent::Corrected { id: *id, correction: back })?;
            }
            PersonEvent::Left { id, .. } => {
                let role = queries::by_id(tx.db(), *id)?.ok_or_else(change_final)?.role;
                tx.append(&PersonEvent::Returned { id: *id, role })?;
            }
            PersonEvent::KeyEnrolled { id, key, from } => keyring::take_back(tx, *id, key, *from)?,
            PersonEvent::Away { id, person, until, .. } => {
                if !away::stands(tx.db(), *id, *until)? {
                    return Err(change_final());
                }
                tx.append(&PersonEvent::Back { away: *id, person: *person, from: None, reason: String::new() })?;
            }
            _ => return Err(change_final()),
        }
        Ok(())
    }
}
