//! Mapping what was just filed to the clauses that a person named with it.

use super::item::FileClause;
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, NewLink, Origin, Strength};
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
        if !clause.reason.is_empty() || proposed(tx, item, &reference, held)? {
            later.push((reference, strength, clause.reason));
        } else {
            by_hand(tx, item, reference, strength, String::new())?;
        }
    }
    for (reference, strength, reason) in later {
        if proposed(tx, item, &reference, held)? {
            mapping::accept(tx, item, &reference, strength, &reason, held)?;
        } else {
            by_hand(tx, item, reference, strength, reason)?;
        }
    }
    Ok(())
}

fn proposed(tx: &Tx<'_>, item: ItemId, reference: &ClauseRef, held: &[EditionId]) -> Result<bool> {
    Ok(mapping::proposals(tx.db(), item, held)?.iter().any(|p| p.reference == *reference))
}

fn by_hand(tx: &mut Tx<'_>, item: ItemId, reference: ClauseRef, strength: Strength, reason: String) -> Result<()> {
    let (variance, scope) = (String::new(), Vec::new());
    let origin = Origin::Hand;
    mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
    Ok(())
}
