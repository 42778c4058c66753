//! Mapping what was just filed to the clauses that a person named with it.

use super::item::FileClause;
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, NewLink, Origin, Proposal, Strength};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::workspace::Tx;

/// Maps an item. A clause that follows from another one of the list through the correlation says so; one that the item
/// satisfies already is left as it is.
pub(super) fn link(tx: &mut Tx<'_>, item: ItemId, clauses: Vec<FileClause>, held: &[EditionId]) -> Result<()> {
    let there: Vec<ClauseRef> = mapping::of_item(tx.db(), item)?.into_iter().map(|l| l.reference).collect();
    let mut later = Vec::new();
    for clause in clauses {
        let reference = catalogue().reference(&clause.reference, held)?;
        if there.contains(&reference) {
            continue;
        }
        let strength = Strength::parse(&clause.strength)?;
        // What has a reason, or follows from the others as identical text, waits until all others stand.
        if !clause.reason.is_empty() || at(tx, item, &reference, held)?.is_some() {
            later.push((reference, strength, clause.reason));
        } else {
            by_hand(tx, item, reference, strength, String::new())?;
        }
    }
    for (reference, strength, reason) in later {
        match at(tx, item, &reference, held)? {
            // What is ticked beside others is accepted no more strongly than it follows from them.
            Some(proposal) => {
                let strength = strength.max(proposal.at_most);
                mapping::accept(tx, item, &reference, Some(strength), &reason, held)?;
            }
            None => by_hand(tx, item, reference, strength, reason)?,
        }
    }
    Ok(())
}

/// What is proposed there by the mappings so far; what only the text names, a person has named now.
fn at(tx: &Tx<'_>, item: ItemId, reference: &ClauseRef, held: &[EditionId]) -> Result<Option<Proposal>> {
    let all = mapping::proposals(tx.db(), item, held)?;
    Ok(all.into_iter().find(|p| p.reference == *reference && p.from.is_some()))
}

fn by_hand(tx: &mut Tx<'_>, item: ItemId, reference: ClauseRef, strength: Strength, reason: String) -> Result<()> {
    let (variance, scope) = (String::new(), Vec::new());
    let origin = Origin::Hand;
    mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
    Ok(())
}
