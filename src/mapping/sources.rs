//! The mappings of an item from which something follows, and how much they allow: along a hop strength and scope only fall.

use rusqlite::Connection;

use super::offers::{Offer, offers};
use super::queries::Link;
use super::{Origin, Strength};
use crate::documents;
use crate::error::Result;
use crate::items::ItemId;
use crate::records;
use crate::standards::{ClauseRef, EditionId};
use crate::systems::{Reach, Reaches};

/// A mapping from which something may follow.
#[derive(Debug, Clone)]
pub(super) struct Source {
    pub(super) reference: ClauseRef,
    pub(super) strength: Strength,
    /// Where it counts: its own scope, else that of its item, cut with the scope of its system.
    pub(super) reach: Reach,
}

/// The most that something may be.
#[derive(Debug, Clone)]
pub(super) struct Allowed {
    pub(super) strength: Strength,
    pub(super) reach: Reach,
}

/// The scope items that an item belongs to.
pub(super) fn scope_of(db: &Connection, item: ItemId) -> Result<Vec<crate::ids::ScopeItemId>> {
    match item {
        ItemId::Document(id) => documents::scope_of(db, id),
        ItemId::Record(id) => records::scope_of(db, id),
    }
}

/// Where a mapping counts, by its own scope or else that of its item.
pub(super) fn reach_of(link: &Link, item: &Reach, reaches: &Reaches) -> Reach {
    if link.scope.is_empty() { item.clone() } else { reaches.of(&link.scope) }
}

impl Source {
    /// What follows from nothing but itself: a person or a list said it. What was accepted from the correlation proposes
    /// nothing further, and a supporting item satisfies nothing from which something could follow.
    pub(super) fn of(link: &Link, item: &Reach, reaches: &Reaches) -> Option<Self> {
        if link.strength == Strength::Supporting || matches!(link.origin, Origin::Correlation { .. }) {
            return None;
        }
        Some(Self::at(link.reference.clone(), link.strength, &reach_of(link, item, reaches), reaches))
    }

    pub(super) fn at(reference: ClauseRef, strength: Strength, reach: &Reach, reaches: &Reaches) -> Self {
        let reach = reach.cut(&reaches.system(&reference.edition_id()));
        Self { reference, strength, reach }
    }

    /// Where it counts in the scope of an edition's system.
    pub(super) fn reach_in(&self, edition: &EditionId, reaches: &Reaches) -> Reach {
        self.reach.cut(&reaches.system(edition))
    }

    /// What it allows where an offer leads; nothing where it counts nowhere in the other system's scope.
    pub(super) fn allows(&self, offer: &Offer, reaches: &Reaches) -> Option<Allowed> {
        let reach = self.reach_in(&offer.hit.clause.edition_id(), reaches);
        (!reach.is_nowhere()).then(|| Allowed { strength: offer.at_most(self.strength), reach })
    }

    /// Everything it allows in an edition.
    pub(super) fn in_edition(&self, edition: &EditionId) -> std::sync::Arc<[Offer]> {
        offers(&self.reference, edition)
    }
}

impl Allowed {
    /// Whether something so strong that counts there is no more than this.
    pub(super) fn takes(&self, strength: Strength, reach: &Reach) -> bool {
        strength >= self.strength && reach.within(&self.reach)
    }

    /// Whether this allows more than another: stronger first, then wider.
    pub(super) fn more_than(&self, other: &Self) -> bool {
        self.strength < other.strength
            || (self.strength == other.strength && other.reach.within(&self.reach) && self.reach != other.reach)
    }
}

/// Where the clause that a mapping was accepted from is mapped no longer: that clause, and from what it counts by now.
pub(super) fn carried(
    db: &Connection,
    item: ItemId,
    link: &Link,
    links: &[Link],
) -> Result<Option<(ClauseRef, Origin)>> {
    let Origin::Correlation { from, .. } = &link.origin else { return Ok(None) };
    if links.iter().any(|other| other.reference == *from) {
        return Ok(None);
    }
    let reaches = Reaches::read(db)?;
    let reach = reaches.of(&scope_of(db, item)?);
    let mut best: Option<(Allowed, Origin)> = None;
    for source in links.iter().filter_map(|other| Source::of(other, &reach, &reaches)) {
        for offer in source.in_edition(&link.reference.edition_id()).iter().filter(|o| o.hit.clause == link.reference) {
            let Some(allowed) = source.allows(offer, &reaches) else { continue };
            if best.as_ref().is_none_or(|(most, _)| allowed.more_than(most)) {
                let relation = offer.hit.relation.as_str().to_owned();
                best = Some((allowed, Origin::Correlation { from: source.reference.clone(), relation }));
            }
        }
    }
    Ok(best.map(|(_, origin)| (from.clone(), origin)))
}

/// From which clause a mapping was accepted, and how strong it was judged to be then.
#[derive(Clone, Copy)]
pub(super) struct Judged<'j> {
    pub(super) from: &'j ClauseRef,
    pub(super) strength: Strength,
}

/// The most that the sources allow at a clause today: as the origin says, from which it was accepted, and as today's data
/// offers it. What was judged when it was accepted is not judged again, and lets it be no stronger than that.
pub(super) fn allowed(sources: &[Source], judged: Judged<'_>, to: &ClauseRef, reaches: &Reaches) -> Vec<Allowed> {
    let mut found = Vec::new();
    for source in sources {
        let here = source.reach.cut(&reaches.system(&to.edition_id()));
        if source.reference == *judged.from {
            found.push(Allowed { strength: source.strength.max(judged.strength), reach: here });
        }
        let offers = source.in_edition(&to.edition_id());
        found.extend(offers.iter().filter(|o| o.hit.clause == *to).filter_map(|o| source.allows(o, reaches)));
    }
    found
}
