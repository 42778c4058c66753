//! Deciding on proposals: each clause by itself, with its own event, also where several are decided in one step.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::Connection;

use super::commands::{self, NewLink};
use super::points::Basis;
use super::proposals::{NAMED, Proposal, proposals, settles};
use super::{Origin, Strength, limits, queries, refusals};
use crate::applicability;
use crate::error::{Error, Result};
use crate::ids::LinkId;
use crate::items::{self, ItemId};
use crate::standards::{ClauseRef, EditionId, catalogue, data_version};
use crate::systems::{self, clause_name};
use crate::workspace::Tx;

/// What is decided on one proposal.
#[derive(Debug, Clone)]
pub enum Decision {
    /// It counts, as strongly as said, or as strongly as it can.
    Accept(Option<Strength>),
    /// It does not.
    Decline,
}

/// One item, one clause, what is decided and why.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The document or record.
    pub item: ItemId,
    /// The proposed clause.
    pub reference: ClauseRef,
    /// What is decided.
    pub decision: Decision,
    /// Why.
    pub reason: String,
}

/// Accepts a proposal: only now does it count. It takes the scope of what it follows from, cut with that of the other
/// system; without a strength it is as strong as it can be.
///
/// # Errors
/// `not_found` where nothing of the kind is proposed; `reason_needed` for a match that is not identical text, or that can
/// be partial only (R16); `refused` above what it follows from, and for a group (R163).
pub fn accept(
    tx: &mut Tx<'_>,
    item: ItemId,
    reference: &ClauseRef,
    strength: Option<Strength>,
    reason: &str,
    held: &[EditionId],
) -> Result<LinkId> {
    // What was declined before is taken up again by whoever accepts it.
    if queries::is_declined(tx.db(), item, reference)? {
        commands::reopen(tx, item, reference)?;
    }
    accept_of(tx, item, &proposals(tx.db(), item, held)?, reference, strength, reason)
}

/// The same of proposals that were worked out before.
fn accept_of(
    tx: &mut Tx<'_>,
    item: ItemId,
    all: &[Proposal],
    reference: &ClauseRef,
    strength: Option<Strength>,
    reason: &str,
) -> Result<LinkId> {
    let proposal = match find(tx.db(), all, reference) {
        Ok(proposal) => proposal,
        Err(none) => {
            return Err(why_not(tx.db(), item, reference)?.unwrap_or(none));
        }
    };
    accept_proposal(tx, item, proposal, strength.unwrap_or(proposal.at_most), reason)
}

/// Why a clause is not proposed for an item, where something was decided that says so.
fn why_not(db: &Connection, item: ItemId, reference: &ClauseRef) -> Result<Option<Error>> {
    if items::is_out_of_use(db, item)? {
        return Ok(Some(refusals::proposal_out_of_use(items::code(db, item)?)));
    }
    if queries::between(db, item, reference)?.is_some() {
        return Ok(Some(refusals::proposal_mapped_already(clause_name(db, reference)?)));
    }
    if applicability::standing(db, &reference.edition_id()).is_ok_and(|standing| standing.excludes(reference)) {
        return Ok(Some(refusals::proposal_of_excluded(clause_name(db, reference)?)));
    }
    let control = limits::excluded_source(db, item, reference)?;
    let Some(control) = control else { return Ok(None) };
    Ok(Some(refusals::proposal_from_excluded(clause_name(db, &control)?, clause_name(db, reference)?)))
}

/// The same of a proposal that was looked up.
///
/// # Errors
/// As [`accept`], but for `not_found`.
pub fn accept_proposal(
    tx: &mut Tx<'_>,
    item: ItemId,
    proposal: &Proposal,
    strength: Strength,
    reason: &str,
) -> Result<LinkId> {
    let reference = &proposal.reference;
    let named = |clause| clause_name(tx.db(), clause);
    if strength < proposal.at_most {
        let (name, strongest) = (strength.name(), proposal.at_most.name());
        let from = named(proposal.from.as_ref().unwrap_or(reference))?;
        return Err(refusals::proposal_accepted_too_strong(named(reference)?, name, strongest, from));
    }
    if proposal.needs_reason && reason.trim().is_empty() {
        return Err(refusals::proposal_accepted_without_reason(named(reference)?));
    }
    let origin = match &proposal.from {
        Some(from) => Origin::Correlation { from: from.clone(), relation: proposal.relation.clone() },
        None => Origin::Text { at: proposal.named.clone() },
    };
    let basis = proposal.from.is_some().then(|| Basis {
        relation: proposal.relation.clone(),
        direction: proposal.direction,
        data: data_version().to_owned(),
    });
    let (reason, variance, scope) = (reason.to_owned(), String::new(), proposal.scope_items.clone());
    commands::link(tx, NewLink { item, reference: reference.clone(), strength, reason, variance, scope, origin, basis })
}

/// The proposal at a clause. A group itself is none: its controls are, and the clauses of a limited match.
fn find<'a>(db: &Connection, all: &'a [Proposal], reference: &ClauseRef) -> Result<&'a Proposal> {
    let found = all.iter().find(|p| p.reference == *reference);
    if let Some(proposal) = found.filter(|p| p.relation == NAMED || !catalogue().is_group(&p.reference)) {
        return Ok(proposal);
    }
    let group = catalogue().is_group(reference);
    let part = |p: &&Proposal| p.reference.is_below(reference) && (group || p.limited);
    let controls: Vec<&str> = all.iter().filter(part).map(|p| p.reference.clause.as_str()).collect();
    if !controls.is_empty() {
        return Err(refusals::proposal_of_a_group(clause_name(db, reference)?, controls.join(", ")));
    }
    Err(refusals::proposal_not_found(clause_name(db, reference)?))
}

/// Decides on several proposals, in their order: all of them, or none. What is proposed for an item is worked out once, and
/// again where a decision lets more follow.
///
/// # Errors
/// As [`accept`] and [`commands::decline`], for the first that is refused.
pub fn decide(tx: &mut Tx<'_>, cells: &[Decided], held: &[EditionId]) -> Result<()> {
    let mut known: HashMap<ItemId, Vec<Proposal>> = HashMap::new();
    for Decided { item, reference, decision, reason } in cells {
        let all = match known.entry(*item) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(new) => new.insert(proposals(tx.db(), *item, held)?),
        };
        match decision {
            Decision::Accept(strength) => {
                accept_of(tx, *item, all, reference, *strength, reason)?;
                // What was accepted from the correlation proposes nothing further; what a text names does.
                let by_text = all.iter().any(|p| p.reference == *reference && p.from.is_none());
                if by_text {
                    known.remove(item);
                } else if let Some(link) = queries::between(tx.db(), *item, reference)? {
                    all.retain(|p| !settles(&link, &p.reference));
                }
            }
            Decision::Decline => {
                decline_of(tx, *item, all, reference, reason)?;
                all.retain(|p| p.reference != *reference);
            }
        }
    }
    Ok(())
}

/// Declines what is proposed, with the reason; a group is declined control by control.
///
/// # Errors
/// `reason_needed`; `refused` for a group of which controls are proposed; `not_found` where nothing of the kind is proposed.
pub fn decline(tx: &mut Tx<'_>, item: ItemId, reference: &ClauseRef, reason: &str) -> Result<()> {
    let all = proposals(tx.db(), item, &systems::editions_held(tx.db())?)?;
    decline_of(tx, item, &all, reference, reason)
}

fn decline_of(tx: &mut Tx<'_>, item: ItemId, all: &[Proposal], reference: &ClauseRef, reason: &str) -> Result<()> {
    // Who declines it once more says another reason.
    if let Err(none) = find(tx.db(), all, reference)
        && !queries::is_declined(tx.db(), item, reference)?
    {
        return Err(why_not(tx.db(), item, reference)?.unwrap_or(none));
    }
    commands::decline(tx, item, reference, reason)
}

/// The reason of each of several clauses that are decided in one step: one each, or one for all that are alike, which is
/// the same relation with the same notes.
///
/// # Errors
/// `invalid_value` where there are neither one nor as many; `refused` where one is to do for what is not alike.
pub fn reasons(
    tx: &Tx<'_>,
    item: ItemId,
    references: &[ClauseRef],
    reasons: &[String],
    held: &[EditionId],
) -> Result<Vec<String>> {
    match reasons {
        [] => Ok(vec![String::new(); references.len()]),
        each if each.len() == references.len() => Ok(each.to_vec()),
        [one] => {
            let all = proposals(tx.db(), item, held)?;
            let asked = references.iter().map(|r| find(tx.db(), &all, r)).collect::<Result<Vec<_>>>()?;
            let alike = |a: &Proposal, b: &Proposal| {
                (&a.relation, a.limited, a.at_most, &a.from) == (&b.relation, b.limited, b.at_most, &b.from)
                    && a.notes == b.notes
            };
            match asked.first().and_then(|first| Some((first, asked.iter().find(|p| !alike(first, p))?))) {
                Some((first, other)) => {
                    let named = |p: &Proposal| clause_name(tx.db(), &p.reference);
                    Err(refusals::proposal_not_alike(named(first)?, named(other)?))
                }
                None => Ok(vec![one.clone(); references.len()]),
            }
        }
        some => Err(refusals::proposal_reasons_uneven(some.len(), references.len())),
    }
}
