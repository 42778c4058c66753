//! What each event about certificates means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{CertificateEvent, commands, projection, queries};
use crate::error::Result;
use crate::ids::CertificateId;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told};

impl CertificateEvent {
    fn certificate(&self) -> CertificateId {
        let (Self::Issued { id, .. }
        | Self::Corrected { id, .. }
        | Self::Surveyed { id, .. }
        | Self::TakenBack { id }
        | Self::Withdrawn { id, .. }) = self;
        *id
    }
}

impl Meaning for CertificateEvent {
    fn apply(&self, db: &Connection, _stamp: &Stamp) -> Result<()> {
        projection::apply(db, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(vec![self.certificate().0])
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let known = queries::list(db)?.into_iter().find(|one| one.id == self.certificate());
        let number = known.map_or(String::new(), |one| one.number);
        Ok(match self {
            Self::Issued { entered, .. } => told([entered.number.as_str(), &entered.body]),
            Self::Corrected { reason, .. } | Self::Withdrawn { reason, .. } => told([number.as_str(), reason]),
            Self::TakenBack { .. } => number,
            Self::Surveyed { day, .. } => told([number.as_str(), &day.to_string()]),
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            Self::TakenBack { .. } => Undoing::Itself,
            _ => Undoing::Possible,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (Self::Issued { .. }, Ok(Self::TakenBack { .. }))
            | (Self::Withdrawn { on: Some(_), .. }, Ok(Self::Withdrawn { on: None, .. })) => Later::TookBack,
            (Self::Issued { .. }, _)
            | (Self::Corrected { .. }, Ok(Self::Corrected { .. } | Self::Surveyed { .. }))
            | (Self::Surveyed { .. }, Ok(Self::Corrected { .. })) => Later::Stands,
            (Self::Surveyed { day, on: Some(_), .. }, Ok(Self::Surveyed { day: again, on: None, .. }))
                if *day == again =>
            {
                Later::TookBack
            }
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        match self {
            Self::Corrected { id, before, after, .. } => {
                let known = queries::list(tx.db())?.into_iter().find(|one| one.id == *id).ok_or_else(change_final)?;
                let back = commands::checked(tx.db(), *id, &known.edition, before.clone())?;
                let (before, after) = (after.clone(), back);
                tx.append(&Self::Corrected { id: *id, before, after, reason: String::new() })?;
            }
            Self::Surveyed { id, day, on: Some(_) } => {
                tx.append(&Self::Surveyed { id: *id, day: *day, on: None })?;
            }
            Self::Issued { id, .. } => {
                tx.append(&Self::TakenBack { id: *id })?;
            }
            Self::Withdrawn { id, on: Some(_), .. } => {
                tx.append(&Self::Withdrawn { id: *id, on: None, reason: String::new() })?;
            }
            _ => return Err(change_final()),
        }
        Ok(())
    }
}
