//! What was entered about a mapping can be corrected, with a reason; what it said before stays in the history.

use super::commands::{data_of, reasoned};
use super::follows::{self, Becomes};
use super::points::{Concerned, Opened, as_before, fired_anew, pairs, reopen_beyond};
use super::queries::{self, Link};
use super::{MappingEvent, Particulars, Strength, refusals};
use crate::error::Result;
use crate::ids::{LinkId, ScopeItemId};
use crate::items::ItemId;
use crate::named::{Correction, Entered, Wanted};
use crate::standards::ClauseRef;
use crate::systems::clause_name;
use crate::workspace::Tx;

impl Link {
    /// What is entered about it, as it can be corrected.
    pub(super) fn entered(&self) -> Entered<Particulars> {
        let (reason, variance) = (self.reason.clone(), self.variance.clone());
        Entered { particulars: Particulars { strength: self.strength, reason, variance }, scope: self.scope.clone() }
    }
}

/// Corrects the mapping between an item and a clause; false where it says all of that already, and nothing was written.
///
/// # Errors
/// `not_found` where there is no such mapping; `reason_needed` without a reason, or where the strength is not full and the
/// mapping itself does not say why; `refused` where it follows from another one and would be more than that.
pub fn correct(
    tx: &mut Tx<'_>,
    item: ItemId,
    reference: &ClauseRef,
    wanted: &Wanted,
    scope: Option<Vec<ScopeItemId>>,
    reason: &str,
) -> Result<bool> {
    let there = queries::between(tx.db(), item, reference)?;
    let Some(link) = there else { return Err(refusals::mapping_not_found(clause_name(tx.db(), reference)?)) };
    if reason.trim().is_empty() {
        return Err(refusals::mapping_corrected_without_reason(clause_name(tx.db(), reference)?));
    }
    let before = link.entered();
    let mut after = before.with(wanted, scope)?;
    after.particulars.reason = after.particulars.reason.trim().to_owned();
    let Some(correction) = before.correction(&after, reason) else { return Ok(false) };
    // What fell with its source has no reason of anybody's, and needs none to be corrected in another particular.
    if after.particulars.strength != before.particulars.strength || !before.particulars.reason.is_empty() {
        reasoned(after.particulars.strength, &after.particulars.reason)?;
    }
    let becomes = Becomes { strength: after.particulars.strength, scope: after.scope };
    follows::check(tx, &link, &becomes)?;
    follows::fall(tx, &link, Some(&becomes))?;
    let points = opened(tx, &link, becomes.strength)?;
    let (id, reference, data) = (link.id, reference.clone(), data_of(&points));
    let moved = becomes.scope != link.scope;
    tx.append(&MappingEvent::Corrected { id, item, reference, correction, follows_from: None, points, data })?;
    if moved {
        reopen_beyond(tx, Concerned::Item(item))?;
    }
    Ok(true)
}

/// The points that open with a mapping which supported alone and satisfies something from now on.
fn opened(tx: &Tx<'_>, link: &Link, strength: Strength) -> Result<Vec<Opened>> {
    if link.strength != Strength::Supporting || strength == Strength::Supporting {
        return Ok(Vec::new());
    }
    let link = Link { strength, ..link.clone() };
    Ok(fired_anew(&link, &queries::of_item(tx.db(), link.item)?, &pairs(tx.db(), link.item)?))
}

/// Takes a correction, which stands in entry `seq`, back by another one.
///
/// # Errors
/// `not_found` where the mapping was taken back since; `refused` where the same was corrected again since.
pub(super) fn correct_back(
    tx: &mut Tx<'_>,
    id: LinkId,
    item: ItemId,
    reference: &ClauseRef,
    correction: &Correction,
    seq: u64,
) -> Result<()> {
    let there = queries::stored(tx.db(), id)?;
    let Some(link) = there else { return Err(refusals::mapping_not_found(clause_name(tx.db(), reference)?)) };
    let now = link.entered();
    if let Some(field) = now.corrected_since(correction) {
        return Err(refusals::mapping_corrected_since(clause_name(tx.db(), reference)?, field));
    }
    let (reference, correction) = (reference.clone(), correction.reversed());
    let back = now.corrected(&correction)?;
    let becomes = Becomes { strength: back.particulars.strength, scope: back.scope };
    follows::check_again(tx, item, &link.origin, &reference, &becomes)?;
    follows::fall(tx, &link, Some(&becomes))?;
    let standing = queries::of_item(tx.db(), item)?;
    let points = as_before(tx.db(), &link, &standing, seq, opened(tx, &link, becomes.strength)?)?;
    let (data, moved) = (data_of(&points), becomes.scope != link.scope);
    tx.append(&MappingEvent::Corrected { id, item, reference, correction, follows_from: None, points, data })?;
    if moved {
        reopen_beyond(tx, Concerned::Item(item))?;
    }
    Ok(())
}
