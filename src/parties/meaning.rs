//! What each event about parties means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{PartyEvent, commands, projection, queries};
use crate::error::Result;
use crate::ids::PartyId;
use crate::ledger::Stamp;
use crate::systems;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl PartyEvent {
    fn party(&self) -> PartyId {
        let (Self::Added { id, .. }
        | Self::Corrected { id, .. }
        | Self::TakenBack { id }
        | Self::Noted { party: id, .. }) = self;
        *id
    }
}

impl Meaning for PartyEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(vec![self.party().0])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        Ok(match self {
            Self::Added { entered, .. } => entered.name.clone(),
            Self::Corrected { after, reason, .. } => told([after.name.as_str(), reason]),
            Self::TakenBack { id } => queries::names(db, &[*id])?.join(""),
            Self::Noted { party, fact, after, .. } => {
                let name = queries::names(db, &[*party])?.join("");
                let held = after.as_ref().map_or(String::new(), |held| told([held.document.as_str(), &held.words]));
                told([name.as_str(), fact.name(), &held])
            }
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            Self::Added { .. } | Self::Corrected { .. } | Self::Noted { .. } => Undoing::Possible,
            Self::TakenBack { .. } => Undoing::Itself,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (Self::Noted { fact, .. }, Ok(Self::Noted { fact: again, .. })) if *fact == again => Later::Stands,
            (Self::Added { .. }, Ok(Self::TakenBack { .. })) => Later::TookBack,
            (Self::Added { .. }, _) | (Self::Corrected { .. }, Ok(Self::Corrected { .. })) => Later::Stands,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            Self::Added { id, .. } => {
                // Who runs something, or leads another, is not forgotten.
                let runs = systems::scope_items(tx.db())?.iter().any(|item| item.parties.contains(id));
                if runs || queries::list(tx.db())?.iter().any(|other| other.lead == Some(*id)) {
                    return Err(change_final());
                }
                tx.append(&Self::TakenBack { id: *id })?;
            }
            Self::TakenBack { .. } => return Err(change_final()),
            Self::Corrected { id, before, after, .. } => {
                commands::check(tx.db(), *id, before)?;
                let (before, after) = (after.clone(), before.clone());
                tx.append(&Self::Corrected { id: *id, before, after, reason: String::new() })?;
            }
            Self::Noted { party, fact, before, after } => {
                let (before, after) = (after.clone(), before.clone());
                tx.append(&Self::Noted { party: *party, fact: *fact, before, after })?;
            }
        }
        Ok(())
    }
}
