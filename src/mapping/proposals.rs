//! Proposals from the correlation: derived from the mappings at hand, never stored, never counted (R12–R24).

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::commands::{self, NewLink};
use super::points::Basis;
use super::{Origin, Strength, queries, refusals};
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::ItemId;
use crate::records;
use crate::standards::{ClauseRef, Direction, EditionId, Match, correlate, data_version};
use crate::workspace::Tx;

/// A clause that the correlation suggests for a document or record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Proposal {
    /// The suggested clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// The clause from which it follows.
    pub from: ClauseRef,
    /// `identical_hls`, `similar` or `aligned`.
    pub relation: String,
    /// In which direction evidence may be enough.
    pub direction: Direction,
    /// The group or clause through which it was found, if not directly.
    pub through: Option<String>,
    /// What to look at before accepting.
    pub notes: Vec<String>,
    /// Whether accepting needs a reason.
    pub needs_reason: bool,
}

/// What the correlation suggests for one item: clauses of the editions held that it is not mapped to, not
/// declined, and correlated with a clause it is mapped to by a person or a list.
pub fn proposals(db: &Connection, item: ItemId, held: &[EditionId]) -> Result<Vec<Proposal>> {
    if let ItemId::Record(id) = item
        && records::is_taken_back(db, id)?
    {
        return Ok(Vec::new());
    }
    let links = queries::of_item(db, item)?;
    // A supporting item satisfies nothing, so nothing follows from it; what was itself accepted from the
    // correlation does not breed further proposals.
    let breeds =
        |l: &&queries::Link| l.strength != Strength::Supporting && !matches!(l.origin, Origin::Correlation { .. });
    let from: Vec<ClauseRef> = links.iter().filter(breeds).map(|l| l.reference.clone()).collect();
    let mut found = Vec::new();
    for proposal in propose(&from, held) {
        let mapped = links.iter().any(|l| l.reference == proposal.reference);
        if !mapped && !queries::is_declined(db, item, &proposal.reference)? {
            found.push(proposal);
        }
    }
    Ok(found)
}

/// What the correlation suggests for something that satisfies these clauses.
pub fn propose(from: &[ClauseRef], held: &[EditionId]) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    for start in from {
        let others = held.iter().filter(|e| e.standard != start.standard);
        for answer in others.flat_map(|e| correlate(start, Some(e))) {
            // Members of a group stand behind the group itself; proposing both would ask the same thing twice.
            let behind = |hit: &Match| answer.matches.iter().any(|group| hit.clause.is_below(&group.clause));
            for hit in answer.matches.iter().filter(|m| m.through.is_none() || !behind(m)) {
                let reference = hit.clause.clone();
                if from.contains(&reference) {
                    continue;
                }
                let needs_reason = hit.relation.needs_reason();
                match found.iter_mut().find(|p| p.reference == reference) {
                    // Where one table calls it identical and another similar, a person judges.
                    Some(known) => known.needs_reason |= needs_reason && known.from == *start,
                    None => found.push(Proposal {
                        reference,
                        title: hit.title.clone(),
                        from: start.clone(),
                        relation: hit.relation.as_str().to_owned(),
                        direction: hit.direction,
                        through: hit.through.clone(),
                        notes: hit.notes.clone(),
                        needs_reason,
                    }),
                }
            }
        }
    }
    found.sort_by(|a, b| a.reference.cmp(&b.reference));
    found
}

/// Accepts a proposal: only now does it count.
///
/// # Errors
/// `not_found` where nothing of the kind is proposed; `reason_needed` for a similar or aligned match (R16).
pub fn accept(
    tx: &mut Tx<'_>,
    item: ItemId,
    reference: &ClauseRef,
    strength: Strength,
    reason: &str,
    held: &[EditionId],
) -> Result<LinkId> {
    let proposal = proposals(tx.db(), item, held)?.into_iter().find(|p| p.reference == *reference);
    let proposal = proposal.ok_or_else(|| refusals::proposal_not_found(reference.short()))?;
    if proposal.needs_reason && reason.trim().is_empty() {
        return Err(refusals::proposal_accepted_without_reason(reference.short()));
    }
    commands::link(
        tx,
        NewLink {
            item,
            reference: reference.clone(),
            strength,
            reason: reason.to_owned(),
            variance: String::new(),
            scope: Vec::new(),
            basis: Some(Basis {
                relation: proposal.relation.clone(),
                direction: proposal.direction,
                data: data_version().to_owned(),
            }),
            origin: Origin::Correlation { from: proposal.from, relation: proposal.relation },
        },
    )
}
