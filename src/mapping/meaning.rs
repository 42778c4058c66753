//! What each event about a mapping means.

use rusqlite::Connection;
use uuid::Uuid;

use super::follows::{self, Becomes};
use super::{MappingEvent, NewLink, Origin, Particulars, commands, corrections, projection, queries};
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::{self, ItemId};
use crate::ledger::{self, Stamp};
use crate::named::Entered;
use crate::standards::ClauseRef;
use crate::systems::corrected;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, earlier, told};

/// The reason under which a mapping is undone.
const UNDONE: &str = "undone";

impl MappingEvent {
    /// The document or record it is about. Entries of earlier programs do not say it where a mapping was taken back;
    /// then it is known as long as the mapping is there.
    fn item(&self, db: &Connection) -> Result<Option<ItemId>> {
        match self {
            MappingEvent::Linked { item, .. }
            | MappingEvent::Corrected { item, .. }
            | MappingEvent::ProposalDeclined { item, .. }
            | MappingEvent::ProposalReopened { item, .. }
            | MappingEvent::Unlinked { item: Some(item), .. } => Ok(Some(*item)),
            MappingEvent::Unlinked { id, item: None, .. } => Ok(queries::stored(db, *id)?.map(|link| link.item)),
        }
    }

    /// Whether a later mapping was accepted because of this one: it stands on it.
    fn breeds(&self, later: &MappingEvent) -> bool {
        let (MappingEvent::Linked { item, reference, .. } | MappingEvent::Corrected { item, reference, .. }) = self
        else {
            return false;
        };
        matches!(later, MappingEvent::Linked { item: of, origin: Origin::Correlation { from, .. }, .. }
            if of == item && from == reference)
    }

    fn reference(&self) -> Option<&ClauseRef> {
        match self {
            MappingEvent::Linked { reference, .. }
            | MappingEvent::Corrected { reference, .. }
            | MappingEvent::ProposalDeclined { reference, .. }
            | MappingEvent::ProposalReopened { reference, .. } => Some(reference),
            MappingEvent::Unlinked { reference, .. } => reference.as_ref(),
        }
    }
}

impl Meaning for MappingEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>> {
        Ok(self.item(db)?.map(ItemId::uuid).into_iter().collect())
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let code = self.item(db)?.map(|item| items::code(db, item)).transpose()?.unwrap_or_default();
        let reference = self.reference().map(ToString::to_string).unwrap_or_default();
        let what = match self {
            MappingEvent::Corrected { correction, .. } => corrected(db, correction)?,
            _ => String::new(),
        };
        Ok(told([code.as_str(), &reference, &what]))
    }

    fn undoing(&self) -> Undoing {
        match self {
            // As earlier programs wrote it when a mapping was undone.
            MappingEvent::Unlinked { reason, .. } if reason == UNDONE => Undoing::Final,
            _ => Undoing::Possible,
        }
    }

    fn later(&self, event: &str) -> Later {
        let Ok(later) = serde_json::from_str::<MappingEvent>(event) else {
            // The document or record itself is gone.
            let gone = ledger::kind_of(event).is_some_and(|kind| kind.ends_with(".taken_back"));
            return if gone { Later::TookBack } else { Later::Apart };
        };
        match (self, &later) {
            (MappingEvent::Linked { id, .. }, MappingEvent::Unlinked { id: gone, .. }) if id == gone => Later::TookBack,
            (MappingEvent::Linked { id, .. }, MappingEvent::Corrected { id: later, .. }) if id == later => {
                Later::Stands
            }
            (MappingEvent::Corrected { id, .. }, MappingEvent::Unlinked { id: later, .. }) if id == later => {
                Later::Stands
            }
            (
                MappingEvent::Corrected { id, correction, .. },
                MappingEvent::Corrected { id: later, correction: again, .. },
            ) if id == later && correction.touches(again) => Later::Stands,
            _ if self.breeds(&later) => Later::Stands,
            _ if self.reference().is_none() || later.reference() != self.reference() => Later::Apart,
            // It was mapped anew and taken back once more, perhaps by somebody else: that stands.
            (MappingEvent::Unlinked { .. }, MappingEvent::Linked { .. } | MappingEvent::Unlinked { .. })
            | (MappingEvent::ProposalDeclined { .. }, MappingEvent::ProposalDeclined { .. }) => Later::Stands,
            (MappingEvent::ProposalDeclined { .. }, MappingEvent::ProposalReopened { .. })
            | (MappingEvent::ProposalReopened { .. }, MappingEvent::ProposalDeclined { .. }) => Later::TookBack,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            MappingEvent::Linked { item, reference, .. } => commands::unlink(tx, *item, reference, UNDONE),
            MappingEvent::Corrected { id, item, reference, correction, .. } => {
                corrections::correct_back(tx, *id, *item, reference, correction, seq)
            }
            MappingEvent::Unlinked { id, .. } => link_again(tx, *id, self.item(tx.db())?, seq),
            MappingEvent::ProposalDeclined { item, reference, .. } => match declined_before(tx, *item, reference, seq)?
            {
                Some(reason) => commands::decline(tx, *item, reference, &reason),
                None => commands::reopen(tx, *item, reference),
            },
            MappingEvent::ProposalReopened { item, reference } => {
                let reason = declined_before(tx, *item, reference, seq)?.ok_or_else(change_final)?;
                commands::decline(tx, *item, reference, &reason)
            }
        }
    }
}

/// Why a proposal had been declined before it was declined once more; none where it was open.
fn declined_before(tx: &Tx<'_>, item: ItemId, reference: &ClauseRef, seq: u64) -> Result<Option<String>> {
    let mut before = None;
    earlier(tx.db(), item.uuid(), seq, |event| match serde_json::from_str(event) {
        Ok(MappingEvent::ProposalDeclined { reference: other, reason, .. }) if other == *reference => {
            before = Some(reason);
            true
        }
        Ok(MappingEvent::ProposalReopened { reference: other, .. }) => other == *reference,
        _ => false,
    })?;
    Ok(before)
}

/// The mapping that was taken back, made again as it was: as it was made, with what was corrected of it since.
fn link_again(tx: &mut Tx<'_>, wanted: LinkId, item: Option<ItemId>, seq: u64) -> Result<()> {
    let (mut there, mut corrections) = (None, Vec::new());
    if let Some(item) = item {
        earlier(tx.db(), item.uuid(), seq, |event| match serde_json::from_str(event) {
            Ok(MappingEvent::Linked {
                id, item, reference, strength, reason, variance, scope, origin, basis, ..
            }) if id == wanted => {
                there = Some(NewLink { item, reference, strength, reason, variance, scope, origin, basis });
                true
            }
            Ok(MappingEvent::Corrected { id, correction, .. }) if id == wanted => {
                corrections.push(correction);
                false
            }
            _ => false,
        })?;
    }
    let mut link = there.ok_or_else(change_final)?;
    // They were read newest first.
    for correction in corrections.iter().rev() {
        let NewLink { strength, reason, variance, scope, .. } = link.clone();
        let entered = Entered { particulars: Particulars { strength, reason, variance }, scope };
        let Entered { particulars, scope } = entered.corrected(correction)?;
        let Particulars { strength, reason, variance } = particulars;
        link = NewLink { strength, reason, variance, scope, ..link };
    }
    let becomes = Becomes { strength: link.strength, scope: link.scope.clone() };
    follows::check_again(tx, link.item, &link.origin, &link.reference, &becomes)?;
    commands::link_as_it_was(tx, link, seq).map(|_| ())
}

/// Whether what an event says, given as JSON, still holds. Of events of other rooms nothing else is known here.
pub fn holds(db: &Connection, event: &str) -> Result<bool> {
    match serde_json::from_str(event) {
        Ok(MappingEvent::Linked { item, reference, .. }) => Ok(queries::between(db, item, &reference)?.is_some()),
        Ok(MappingEvent::ProposalDeclined { item, reference, .. }) => queries::is_declined(db, item, &reference),
        Ok(MappingEvent::Unlinked { item: Some(item), reference: Some(reference), .. }) => {
            Ok(queries::between(db, item, &reference)?.is_none())
        }
        Ok(MappingEvent::Unlinked { .. } | MappingEvent::ProposalReopened { .. }) => Ok(false),
        Ok(MappingEvent::Corrected { .. }) | Err(_) => Ok(true),
    }
}
