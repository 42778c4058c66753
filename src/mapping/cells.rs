//! Several documents and records mapped to several clauses in one step: a cell for each of them with each of these.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::commands::{self, NewLink};
use super::deciding;
use super::proposals::{NAMED, Proposal, Proposer};
use super::{KnownPoints, Origin, Strength, known_points, points_of, queries};
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::workspace::Tx;

/// One document or record at one clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The document or record.
    pub item: ItemId,
    /// The clause.
    pub reference: ClauseRef,
}

/// What becomes of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CellHow {
    /// It is mapped by hand.
    Mapped,
    /// What the correlation or the text proposes there is accepted, no stronger than it can be.
    Accepted,
    /// It was mapped before and stays as it was.
    Stays,
}

/// A cell as it stands afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CellMade {
    /// Code of the document or record.
    pub item: String,
    /// The clause.
    pub reference: ClauseRef,
    /// What became of it.
    pub how: CellHow,
    /// How strongly it counts.
    pub strength: Strength,
    /// The relation by which it was proposed; none where it was not.
    pub relation: Option<String>,
    /// Whether it needs a reason.
    pub needs_reason: bool,
    /// How many points opened that keep it partial.
    pub opens: usize,
}

/// Maps each cell: what is proposed there is accepted with what is known of it, anything else is mapped by hand, what is
/// mapped stays.
///
/// # Errors
/// `reason_needed` where a cell asks why and nobody says it; as [`commands::link`] and [`deciding::accept`].
pub fn map_cells(
    tx: &mut Tx<'_>,
    cells: &[Cell],
    strength: Strength,
    reason: &str,
    held: &[EditionId],
) -> Result<Vec<CellMade>> {
    let mut before: HashMap<ItemId, (Vec<Proposal>, KnownPoints)> = HashMap::new();
    for cell in cells {
        if let Entry::Vacant(new) = before.entry(cell.item) {
            new.insert((Proposer::new(tx.db(), held)?.of(cell.item)?, known_points(tx.db(), cell.item)?));
        }
    }
    let mut made = Vec::new();
    for Cell { item, reference } in cells {
        let proposed = before.get(item).and_then(|(proposals, _)| at(proposals, reference));
        made.push(map(tx, *item, reference, strength, reason, proposed)?);
    }
    for (Cell { item, reference }, made) in cells.iter().zip(&mut made) {
        let known = before.get(item).map(|(_, known)| known);
        made.opens = opened(tx.db(), *item, reference, known)?;
    }
    Ok(made)
}

/// What is proposed at a clause. A group is decided control by control, so that nothing is accepted at the group itself.
fn at<'a>(proposals: &'a [Proposal], reference: &ClauseRef) -> Option<&'a Proposal> {
    proposals.iter().find(|p| p.reference == *reference && (p.relation == NAMED || !catalogue().is_group(reference)))
}

fn map(
    tx: &mut Tx<'_>,
    item: ItemId,
    reference: &ClauseRef,
    strength: Strength,
    reason: &str,
    proposed: Option<&Proposal>,
) -> Result<CellMade> {
    let made = |how, strength, proposal: Option<&Proposal>, code| CellMade {
        item: code,
        reference: reference.clone(),
        how,
        strength,
        relation: proposal.map(|p| p.relation.clone()),
        needs_reason: strength != Strength::Full || proposal.is_some_and(|p| p.needs_reason),
        opens: 0,
    };
    let code = items::code(tx.db(), item)?;
    if let Some(there) = queries::between(tx.db(), item, reference)? {
        return Ok(CellMade { needs_reason: false, ..made(CellHow::Stays, there.strength, None, code) });
    }
    if let Some(proposal) = proposed {
        // Strengths come the strongest first.
        let strength = strength.max(proposal.at_most);
        deciding::accept_proposal(tx, item, proposal, strength, reason)?;
        return Ok(made(CellHow::Accepted, strength, Some(proposal), code));
    }
    let (reason, variance, scope, origin) = (reason.to_owned(), String::new(), Vec::new(), Origin::Hand);
    let reference = reference.clone();
    commands::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
    Ok(made(CellHow::Mapped, strength, None, code))
}

/// How many points keep this clause open that the item had not before.
fn opened(db: &Connection, item: ItemId, reference: &ClauseRef, known: Option<&KnownPoints>) -> Result<usize> {
    let known = |id: &str, at: &ClauseRef| known.is_some_and(|all| all.iter().any(|(i, a)| i == id && a == at));
    let points = points_of(db, item)?;
    Ok(points.iter().filter(|p| p.keeps_open.contains(reference) && !known(&p.id, &p.at)).count())
}
