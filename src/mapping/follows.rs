//! What was accepted from the correlation counts at most as its source does now. When a source is corrected to something
//! weaker or narrower, or is taken back, or a scope becomes narrower, what follows from it falls with it in the same change,
//! by events of its own: they stand in the history, the answer names them, and undoing takes all of it back. Where another
//! source allows as much, nothing falls.

use rusqlite::Connection;

use super::queries::{self, Link};
use super::sources::{Allowed, Judged, Source, allowed, reach_of, scope_of};
use super::{MappingEvent, Origin, Strength, refusals};
use crate::error::Result;
use crate::ids::{LinkId, ScopeItemId};
use crate::items::ItemId;
use crate::standards::{ClauseRef, EditionId};
use crate::systems::{Reach, Reaches, clause_name};
use crate::workspace::Tx;

/// How a mapping is about to be.
#[derive(Debug, Clone)]
pub(super) struct Becomes {
    pub(super) strength: Strength,
    pub(super) scope: Vec<ScopeItemId>,
}

/// Lets what follows from a mapping fall as far as it has to, before the mapping itself becomes what it will be; `None`
/// where it is taken back. Written first, so that undoing, which goes backwards, finds the source before what follows.
pub(super) fn fall(tx: &mut Tx<'_>, source: &Link, becomes: Option<&Becomes>) -> Result<()> {
    // Nothing follows from what was itself accepted.
    if origin(source).is_some() {
        return Ok(());
    }
    let links = queries::of_item(tx.db(), source.item)?;
    let reaches = Reaches::read(tx.db())?;
    let item = reaches.of(&scope_of(tx.db(), source.item)?);
    let after = links.iter().filter_map(|link| match becomes {
        _ if link.id != source.id => Some(link.clone()),
        Some(Becomes { strength, scope }) => Some(Link { strength: *strength, scope: scope.clone(), ..link.clone() }),
        None => None,
    });
    let after: Vec<Link> = after.collect();
    let before = Counting { links: &links, item: &item, reaches: &reaches };
    before.fall(tx, &Counting { links: &after, ..before }, |from| *from == source.reference)
}

/// Lets what was accepted from the correlation fall as far as it has to, before an item belongs to less than before.
pub(super) fn fall_with_item(tx: &mut Tx<'_>, item: ItemId, scope: &[ScopeItemId]) -> Result<()> {
    let links = queries::of_item(tx.db(), item)?;
    let reaches = Reaches::read(tx.db())?;
    let (before, after) = (reaches.of(&scope_of(tx.db(), item)?), reaches.of(scope));
    let before = Counting { links: &links, item: &before, reaches: &reaches };
    before.fall(tx, &Counting { item: &after, ..before }, |_| false)
}

/// The same before the system of an edition has another scope.
pub(super) fn fall_with_system(tx: &mut Tx<'_>, edition: &EditionId, scope: &[ScopeItemId]) -> Result<()> {
    let reaches = Reaches::read(tx.db())?;
    let after = reaches.with(edition, scope);
    if reaches.system(edition).within(&after.system(edition)) {
        return Ok(());
    }
    for item in queries::accepted_from(tx.db(), edition)? {
        let links = queries::of_item(tx.db(), item)?;
        let reach = reaches.of(&scope_of(tx.db(), item)?);
        let before = Counting { links: &links, item: &reach, reaches: &reaches };
        before.fall(tx, &Counting { reaches: &after, ..before }, |_| false)?;
    }
    Ok(())
}

/// The mappings of an item that were accepted from the correlation and are no more than what they follow from.
pub(super) fn within_sources(db: &Connection, item: ItemId) -> Result<Vec<LinkId>> {
    let (links, reaches) = (queries::of_item(db, item)?, Reaches::read(db)?);
    let reach = reaches.of(&scope_of(db, item)?);
    let now = Counting { links: &links, item: &reach, reaches: &reaches };
    Ok(links.iter().filter(|link| now.takes(link)).map(|link| link.id).collect())
}

/// Lets those of these mappings fall that are more than what they follow from by now.
pub(super) fn fall_again(tx: &mut Tx<'_>, item: ItemId, within: &[LinkId]) -> Result<()> {
    if within.is_empty() {
        return Ok(());
    }
    let (links, reaches) = (queries::of_item(tx.db(), item)?, Reaches::read(tx.db())?);
    let reach = reaches.of(&scope_of(tx.db(), item)?);
    let now = Counting { links: &links, item: &reach, reaches: &reaches };
    for link in links.iter().filter(|link| within.contains(&link.id) && !now.takes(link)) {
        let Some(from) = origin(link) else { continue };
        let may = now.allowed(Judged { from, strength: link.strength }, &link.reference);
        lower(tx, link, &reach_of(link, &reach, &reaches), most(may), from)?;
    }
    Ok(())
}

/// The mappings of an item, and where they count.
#[derive(Clone, Copy)]
struct Counting<'a> {
    links: &'a [Link],
    item: &'a Reach,
    reaches: &'a Reaches,
}

impl Counting<'_> {
    /// What may follow at a clause from the mappings, given from which it was accepted.
    fn allowed(&self, judged: Judged<'_>, to: &ClauseRef) -> Vec<Allowed> {
        // A supporting one offers nothing anew; what followed from it still may support.
        let supports = |link: &Link| link.reference == *judged.from && origin(link).is_none();
        let at = |link: &Link| {
            let reach = reach_of(link, self.item, self.reaches);
            Source::at(link.reference.clone(), link.strength, &reach, self.reaches)
        };
        let source =
            |link: &Link| Source::of(link, self.item, self.reaches).or_else(|| supports(link).then(|| at(link)));
        allowed(&self.links.iter().filter_map(source).collect::<Vec<_>>(), judged, to, self.reaches)
    }

    /// Whether one that was accepted from the correlation is no more than what it follows from.
    fn takes(&self, link: &Link) -> bool {
        let Some(from) = origin(link) else { return false };
        let may = self.allowed(Judged { from, strength: link.strength }, &link.reference);
        let reach = reach_of(link, self.item, self.reaches);
        may.iter().any(|may| may.takes(link.strength, &reach))
    }

    /// Lets fall what is more than it may be behind a change. What was more than any source before, as earlier programs
    /// allowed, falls only with the one it was accepted from.
    fn fall(&self, tx: &mut Tx<'_>, after: &Self, concerns: impl Fn(&ClauseRef) -> bool) -> Result<()> {
        for link in self.links {
            let Some(from) = origin(link) else { continue };
            let reach = |counting: &Self| reach_of(link, counting.item, counting.reaches);
            let takes = |may: &[Allowed], reach: &Reach| may.iter().any(|may| may.takes(link.strength, reach));
            let judged = Judged { from, strength: link.strength };
            let may = after.allowed(judged, &link.reference);
            let concerned = concerns(from) || takes(&self.allowed(judged, &link.reference), &reach(self));
            if concerned && !takes(&may, &reach(after)) {
                lower(tx, link, &reach(after), most(may), from)?;
            }
        }
        Ok(())
    }
}

/// The clause from which a mapping was accepted.
fn origin(link: &Link) -> Option<&ClauseRef> {
    match &link.origin {
        Origin::Correlation { from, .. } => Some(from),
        _ => None,
    }
}

/// What allows most.
fn most(may: Vec<Allowed>) -> Option<Allowed> {
    may.into_iter().reduce(|best, one| if one.more_than(&best) { one } else { best })
}

/// Brings one mapping down to what is allowed; what may count nowhere is taken back.
fn lower(tx: &mut Tx<'_>, link: &Link, reach: &Reach, may: Option<Allowed>, source: &ClauseRef) -> Result<()> {
    let (item, reference) = (link.item, link.reference.clone());
    let left = may.map(|may| (may.strength.max(link.strength), may.reach.cut(reach)));
    let follows_from = Some(source.clone());
    let Some((strength, left)) = left.filter(|(_, left)| !left.is_nowhere()) else {
        let (id, item, reference, reason) = (link.id, Some(item), Some(reference), String::new());
        tx.append(&MappingEvent::Unlinked { id, item, reference, reason, follows_from })?;
        return Ok(());
    };
    let before = link.entered();
    let mut after = before.clone();
    after.particulars.strength = strength;
    if left != *reach {
        after.scope = left.items();
    }
    if let Some(correction) = before.correction(&after, "") {
        let (id, points, data) = (link.id, Vec::new(), String::new());
        tx.append(&MappingEvent::Corrected { id, item, reference, correction, follows_from, points, data })?;
    }
    Ok(())
}

/// Refuses to make what was accepted from the correlation stronger than today's data offers it, or wider than the mappings
/// it follows from.
///
/// # Errors
/// `mapping_stronger_than_source`, `mapping_wider_than_source`.
pub(super) fn check(tx: &Tx<'_>, link: &Link, becomes: &Becomes) -> Result<()> {
    let Origin::Correlation { from, .. } = &link.origin else { return Ok(()) };
    let stronger = becomes.strength < link.strength;
    if !stronger && becomes.scope == link.scope {
        return Ok(());
    }
    let may = most_of(tx, link.item, Judged { from, strength: link.strength }, &link.reference)?;
    refuse_more(tx, &may, from, &link.reference, becomes, stronger)
}

/// The same for one that was so before, and is made so again.
pub(super) fn check_again(
    tx: &Tx<'_>,
    item: ItemId,
    origin: &Origin,
    reference: &ClauseRef,
    becomes: &Becomes,
) -> Result<()> {
    let Origin::Correlation { from, .. } = origin else { return Ok(()) };
    let judged = Judged { from, strength: becomes.strength };
    refuse_more(tx, &most_of(tx, item, judged, reference)?, from, reference, becomes, true)
}

struct Most {
    item: Reach,
    reaches: Reaches,
    may: Vec<Allowed>,
}

fn most_of(tx: &Tx<'_>, item: ItemId, judged: Judged<'_>, to: &ClauseRef) -> Result<Most> {
    let from = judged.from;
    let reaches = Reaches::read(tx.db())?;
    let reach = reaches.of(&scope_of(tx.db(), item)?);
    let links = queries::of_item(tx.db(), item)?;
    let mut sources: Vec<Source> = links.iter().filter_map(|link| Source::of(link, &reach, &reaches)).collect();
    // One that was brought down to a supporting one still is what this followed from.
    let there = |link: &&Link| link.reference == *from && !sources.iter().any(|s| s.reference == *from);
    if let Some(link) = links.iter().find(there) {
        sources.push(Source::at(from.clone(), link.strength, &reach_of(link, &reach, &reaches), &reaches));
    }
    let may = allowed(&sources, judged, to, &reaches);
    Ok(Most { item: reach, reaches, may })
}

fn refuse_more(
    tx: &Tx<'_>,
    most: &Most,
    from: &ClauseRef,
    to: &ClauseRef,
    becomes: &Becomes,
    stronger: bool,
) -> Result<()> {
    let reach = if becomes.scope.is_empty() { most.item.clone() } else { most.reaches.of(&becomes.scope) };
    if most.may.iter().any(|may| may.takes(becomes.strength, &reach)) {
        return Ok(());
    }
    let strongest = most.may.iter().map(|may| may.strength).min();
    let (to, from) = (clause_name(tx.db(), to)?, clause_name(tx.db(), from)?);
    match strongest {
        Some(strongest) if stronger && becomes.strength < strongest => {
            Err(refusals::mapping_stronger_than_source(to, becomes.strength.name(), strongest.name(), from))
        }
        Some(_) => Err(refusals::mapping_wider_than_source(to, from)),
        None => Err(refusals::mapping_follows_from_nothing(to, from)),
    }
}
