//! What was accepted from the correlation counts at most as its source does now. When a source is corrected to something
//! weaker or narrower, or is taken back, what follows from it falls with it in the same change, by events of its own: they
//! stand in the history, the answer names them, and undoing takes all of it back. Where another source allows as much,
//! nothing falls.

use super::queries::{self, Link};
use super::sources::{Allowed, Source, allowed, reach_of, scope_of};
use super::{MappingEvent, Origin, Strength, refusals};
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::items::ItemId;
use crate::standards::ClauseRef;
use crate::systems::{Reach, Reaches};
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
    let links = queries::of_item(tx.db(), source.item)?;
    let derived: Vec<(&Link, &ClauseRef)> = links.iter().filter_map(|link| Some((link, origin(link)?))).collect();
    // Nothing follows from what was itself accepted.
    if derived.is_empty() || origin(source).is_some() {
        return Ok(());
    }
    let reaches = Reaches::read(tx.db())?;
    let item = reaches.of(&scope_of(tx.db(), source.item)?);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for link in &links {
        if link.id != source.id {
            let same = Source::of(link, &item, &reaches);
            before.extend(same.clone());
            after.extend(same);
            continue;
        }
        // A supporting one offers nothing anew; what followed from it still may support.
        let at = |link: &Link| {
            let reach = reach_of(link, &item, &reaches);
            Source::at(link.reference.clone(), link.strength, &reach, &reaches)
        };
        before.push(at(link));
        if let Some(Becomes { strength, scope }) = becomes {
            after.push(at(&Link { strength: *strength, scope: scope.clone(), ..link.clone() }));
        }
    }
    for (link, from) in derived.into_iter().filter(|(link, _)| link.id != source.id) {
        let reach = reach_of(link, &item, &reaches);
        let takes = |may: &[Allowed]| may.iter().any(|may| may.takes(link.strength, &reach));
        let may = allowed(&after, from, &link.reference, &reaches);
        // What was more than any source before, as earlier programs allowed, falls with the one it was accepted from.
        let concerned = *from == source.reference || takes(&allowed(&before, from, &link.reference, &reaches));
        if concerned && !takes(&may) {
            lower(tx, link, &reach, most(may), &source.reference)?;
        }
    }
    Ok(())
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
    let Some((strength, left)) = left.filter(|(_, left)| !left.is_nowhere()) else {
        let reason = format!("{} was taken back, from which it followed", source.short());
        tx.append(&MappingEvent::Unlinked { id: link.id, item: Some(item), reference: Some(reference), reason })?;
        return Ok(());
    };
    let before = link.entered();
    let mut after = before.clone();
    after.particulars.strength = strength;
    if after.particulars.reason.is_empty() && strength != Strength::Full {
        after.particulars.reason = format!("No more than {}, from which it follows", source.short());
    }
    if left != *reach {
        after.scope = left.items();
    }
    let reason = format!("{} counts for less, from which it follows", source.short());
    if let Some(correction) = before.correction(&after, &reason) {
        tx.append(&MappingEvent::Corrected {
            id: link.id,
            item,
            reference,
            correction,
            points: Vec::new(),
            data: String::new(),
        })?;
    }
    Ok(())
}

/// Refuses to make what was accepted from the correlation stronger or wider than the mappings it follows from.
///
/// # Errors
/// `mapping_stronger_than_source`, `mapping_wider_than_source`.
pub(super) fn check(tx: &Tx<'_>, link: &Link, becomes: &Becomes) -> Result<()> {
    let Origin::Correlation { from, .. } = &link.origin else { return Ok(()) };
    let stronger = becomes.strength < link.strength;
    if !stronger && becomes.scope == link.scope {
        return Ok(());
    }
    let may = most_of(tx, link.item, from, &link.reference)?;
    refuse_more(&may, from, &link.reference, becomes, stronger)
}

/// The same for one that is made again.
pub(super) fn check_again(
    tx: &Tx<'_>,
    item: ItemId,
    origin: &Origin,
    reference: &ClauseRef,
    becomes: &Becomes,
) -> Result<()> {
    let Origin::Correlation { from, .. } = origin else { return Ok(()) };
    refuse_more(&most_of(tx, item, from, reference)?, from, reference, becomes, true)
}

struct Most {
    item: Reach,
    reaches: Reaches,
    may: Vec<Allowed>,
}

fn most_of(tx: &Tx<'_>, item: ItemId, from: &ClauseRef, to: &ClauseRef) -> Result<Most> {
    let reaches = Reaches::read(tx.db())?;
    let reach = reaches.of(&scope_of(tx.db(), item)?);
    let links = queries::of_item(tx.db(), item)?;
    let mut sources: Vec<Source> = links.iter().filter_map(|link| Source::of(link, &reach, &reaches)).collect();
    // One that was brought down to a supporting one still is what this followed from.
    let there = |link: &&Link| link.reference == *from && !sources.iter().any(|s| s.reference == *from);
    if let Some(link) = links.iter().find(there) {
        sources.push(Source::at(from.clone(), link.strength, &reach_of(link, &reach, &reaches), &reaches));
    }
    let may = allowed(&sources, from, to, &reaches);
    Ok(Most { item: reach, reaches, may })
}

fn refuse_more(most: &Most, from: &ClauseRef, to: &ClauseRef, becomes: &Becomes, stronger: bool) -> Result<()> {
    let reach = if becomes.scope.is_empty() { most.item.clone() } else { most.reaches.of(&becomes.scope) };
    if most.may.iter().any(|may| may.takes(becomes.strength, &reach)) {
        return Ok(());
    }
    let strongest = most.may.iter().map(|may| may.strength).min();
    match strongest {
        Some(strongest) if stronger && becomes.strength < strongest => Err(refusals::mapping_stronger_than_source(
            to.short(),
            becomes.strength.name(),
            strongest.name(),
            from.short(),
        )),
        Some(_) => Err(refusals::mapping_wider_than_source(to.short(), from.short())),
        None => Err(refusals::mapping_follows_from_nothing(to.short(), from.short())),
    }
}
