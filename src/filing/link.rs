//! Mapping what was just filed to the clauses that a person ticked with it: what was named, and what was proposed from it.

use super::item::FileClause;
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, NewLink, Origin, Strength};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::workspace::Tx;

/// What was proposed from another clause and ticked.
struct Proposed {
    reference: ClauseRef,
    from: ClauseRef,
    strength: Strength,
    reason: String,
}

/// Maps an item, whatever the order of the list: first what a person or the file itself named, by hand; then what was proposed
/// from it, each no more strongly than it follows and none from another proposal. One that the item satisfies already is left
/// as it is.
pub(super) fn link(tx: &mut Tx<'_>, item: ItemId, clauses: Vec<FileClause>, held: &[EditionId]) -> Result<()> {
    let there: Vec<ClauseRef> = mapping::of_item(tx.db(), item)?.into_iter().map(|l| l.reference).collect();
    let mut proposed = Vec::new();
    for clause in clauses {
        let reference = catalogue().reference(&clause.reference, held)?;
        if there.contains(&reference) {
            continue;
        }
        let strength = Strength::parse(&clause.strength)?;
        match &clause.from {
            Some(from) => {
                let from = catalogue().reference(from, held)?;
                proposed.push(Proposed { reference, from, strength, reason: clause.reason });
            }
            None => by_hand(tx, item, reference, strength, clause.reason)?,
        }
    }
    if proposed.is_empty() {
        return Ok(());
    }
    // Worked out once: what is accepted of it leaves less to propose, and was ticked before that.
    let all = mapping::proposals(tx.db(), item, held)?;
    for one in proposed {
        match all.iter().find(|p| p.reference == one.reference && p.from.is_some()) {
            Some(proposal) => {
                let strength = one.strength.max(proposal.at_most);
                mapping::accept_proposal(tx, item, proposal, strength, &one.reason)?;
            }
            None => alone(tx, item, one, held)?,
        }
    }
    Ok(())
}

/// One that was ticked without what it was proposed from: a person says that it is satisfied, and said so of what was offered,
/// which is no more than follows from there.
fn alone(tx: &mut Tx<'_>, item: ItemId, one: Proposed, held: &[EditionId]) -> Result<()> {
    let offered = mapping::propose(tx.db(), &[one.from], &[], held)?;
    let at_most = offered.iter().find(|p| p.reference == one.reference).map_or(Strength::Full, |p| p.at_most);
    by_hand(tx, item, one.reference, one.strength.max(at_most), one.reason)
}

fn by_hand(tx: &mut Tx<'_>, item: ItemId, reference: ClauseRef, strength: Strength, reason: String) -> Result<()> {
    let (variance, scope) = (String::new(), Vec::new());
    let origin = Origin::Hand;
    mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
    Ok(())
}
