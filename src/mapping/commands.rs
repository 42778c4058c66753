//! What may be done to mappings, and when it is refused.

use super::points::{Basis, Concerned, Opened, as_before, fired, reopen_beyond};
use super::queries::Link;
use super::{MappingEvent, Origin, Strength, follows, queries, refusals};
use crate::error::Result;
use crate::ids::{LinkId, ScopeItemId};
use crate::items::{self, ItemId};
use crate::records;
use crate::standards::{ClauseRef, catalogue, clause_unknown, data_version};
use crate::systems::clause_name;
use crate::workspace::Tx;

/// A mapping to be made.
#[derive(Debug, Clone)]
pub struct NewLink {
    /// The document or record.
    pub item: ItemId,
    /// The clause.
    pub reference: ClauseRef,
    /// How much of it is satisfied.
    pub strength: Strength,
    /// Why.
    pub reason: String,
    /// What is different for this standard.
    pub variance: String,
    /// Scope items for which it holds; none means those of the item.
    pub scope: Vec<ScopeItemId>,
    /// How it came about.
    pub origin: Origin,
    /// On what it was accepted, where it came from the correlation.
    pub basis: Option<Basis>,
}

/// Maps a document or record to a clause, and opens the points that fire between it and the item's other mappings.
///
/// # Errors
/// `unknown_clause`; `already_exists` for the same item and clause; `reason_needed` where the strength is not
/// full and nobody says why.
pub fn link(tx: &mut Tx<'_>, new: NewLink) -> Result<LinkId> {
    reasoned(new.strength, new.reason.trim())?;
    make(tx, new, None)
}

/// The same for one that was there before: what fell with its source is partial without anybody's reason, and its points stand
/// open since they did: by the entries before this one.
pub(super) fn link_as_it_was(tx: &mut Tx<'_>, new: NewLink, before: u64) -> Result<LinkId> {
    make(tx, new, Some(before))
}

fn make(tx: &mut Tx<'_>, new: NewLink, as_it_was_before: Option<u64>) -> Result<LinkId> {
    if catalogue().clause(&new.reference).is_none() {
        let edition = new.reference.edition_id();
        return Err(clause_unknown(&edition, &edition, new.reference.clause));
    }
    if let ItemId::Record(id) = new.item {
        records::check_stands(tx.db(), id)?;
    }
    if let Some(there) = queries::between(tx.db(), new.item, &new.reference)? {
        return Err(refusals::mapping_already_there(clause_name(tx.db(), &new.reference)?, there.strength.name()));
    }
    let NewLink { item, reference, strength, reason, variance, scope, origin, basis } = new;
    let (id, reason) = (LinkId::new(), reason.trim().to_owned());
    let link = Link { id, item, reference, strength, reason, variance, origin, scope, basis };
    let standing = queries::of_item(tx.db(), item)?;
    let mut points = fired(&link, &standing);
    if let Some(seq) = as_it_was_before {
        points = as_before(tx.db(), &link, &standing, seq, points)?;
    }
    let opens = !points.is_empty();
    let Link { reference, reason, variance, origin, scope, basis, .. } = link;
    let data = data_of(&points);
    tx.append(&MappingEvent::Linked {
        id,
        item,
        reference,
        strength,
        reason,
        variance,
        scope,
        origin,
        basis,
        points,
        data,
    })?;
    if opens {
        reopen_beyond(tx, Concerned::Item(item))?;
    }
    Ok(id)
}

/// Which data say what opened; nothing where nothing did.
pub(super) fn data_of(points: &[Opened]) -> String {
    if points.is_empty() { String::new() } else { data_version().to_owned() }
}

/// One that is not full says why.
pub(super) fn reasoned(strength: Strength, reason: &str) -> Result<()> {
    if reason.is_empty() && strength != Strength::Full {
        return Err(refusals::mapping_without_reason(strength.name()));
    }
    Ok(())
}

/// Maps a freshly filed item in full to clauses, by hand.
pub fn link_in_full(tx: &mut Tx<'_>, item: ItemId, clauses: Vec<ClauseRef>) -> Result<()> {
    for reference in clauses {
        let (strength, origin) = (Strength::Full, Origin::Hand);
        let (reason, variance, scope) = (String::new(), String::new(), Vec::new());
        link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
    }
    Ok(())
}

/// Maps several documents or records to one clause, by hand. What is mapped to it already stays as it is; the answer is
/// how many were not.
pub fn link_several(
    tx: &mut Tx<'_>,
    names: &[String],
    reference: &ClauseRef,
    strength: Strength,
    reason: &str,
) -> Result<usize> {
    let mut made = 0;
    for name in names {
        let item = items::find(tx.db(), name)?;
        if queries::between(tx.db(), item, reference)?.is_none() {
            let (reference, reason, origin) = (reference.clone(), reason.to_owned(), Origin::Hand);
            let (variance, scope) = (String::new(), Vec::new());
            link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
            made += 1;
        }
    }
    Ok(made)
}

/// Takes a mapping back, and with it what follows from it alone.
pub fn unlink(tx: &mut Tx<'_>, item: ItemId, reference: &ClauseRef, reason: &str) -> Result<()> {
    let Some(there) = queries::between(tx.db(), item, reference)? else {
        return Err(refusals::mapping_not_found(clause_name(tx.db(), reference)?));
    };
    follows::fall(tx, &there, None)?;
    tx.append(&MappingEvent::Unlinked {
        id: there.id,
        item: Some(item),
        reference: Some(reference.clone()),
        reason: reason.to_owned(),
        follows_from: None,
    })?;
    Ok(())
}

/// Declines a proposal, with the reason.
pub(super) fn decline(tx: &mut Tx<'_>, item: ItemId, reference: &ClauseRef, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(refusals::proposal_declined_without_reason(clause_name(tx.db(), reference)?));
    }
    tx.append(&MappingEvent::ProposalDeclined {
        item,
        reference: reference.clone(),
        reason: reason.trim().to_owned(),
    })?;
    Ok(())
}

/// Opens a declined proposal again.
///
/// # Errors
/// `refused` where it is not declined.
pub fn reopen(tx: &mut Tx<'_>, item: ItemId, reference: &ClauseRef) -> Result<()> {
    if !queries::is_declined(tx.db(), item, reference)? {
        return Err(refusals::proposal_not_declined(clause_name(tx.db(), reference)?));
    }
    tx.append(&MappingEvent::ProposalReopened { item, reference: reference.clone() })?;
    Ok(())
}
