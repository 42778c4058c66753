//! How far a mapping counts that was accepted from another clause: no further than that holds. A clause that does not apply and
//! a control that is excluded or not in place give nothing, one that is in place in part or reaches the organisation's own
//! assets alone gives a part at the most (R57, R58). Decisions say so, no event of a mapping: once the control is in place the mapping counts again.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::offers::offers;
use super::sources::{Judged, Source, allowed, reach_of, scope_of};
use super::{Less, Link, Named, Origin, Strength, queries};
use crate::applicability::{self, Gives, Implemented};
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::{self, ItemId};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::systems::{self, Reaches};

/// What holds mappings back, read once for many items.
pub struct Limits {
    held: Vec<(EditionId, applicability::Standing)>,
    reaches: Reaches,
}

impl Limits {
    /// Reads what was decided; nothing where nothing was.
    pub fn read(db: &Connection) -> Result<Option<Self>> {
        let mut held = Vec::new();
        for edition in systems::editions_held(db)? {
            let standing = applicability::standing(db, &edition)?;
            if !standing.is_empty() {
                held.push((edition, standing));
            }
        }
        Ok(if held.is_empty() { None } else { Some(Self { held, reaches: Reaches::read(db)? }) })
    }

    /// What a clause gives beyond its own standard.
    pub(super) fn gives(&self, reference: &ClauseRef) -> Gives {
        self.standing(reference).map_or(Gives::All, |standing| standing.gives(reference))
    }

    /// The mappings of an item that count less than they say, and why.
    pub fn of_item(&self, db: &Connection, item: ItemId) -> Result<HashMap<LinkId, Gives>> {
        let links = queries::of_item(db, item)?;
        let mut out = HashMap::new();
        let followed = |link: &&Link| from_decided(link).is_some_and(|from| self.gives(from) != Gives::All);
        if !links.iter().any(|link| followed(&link)) {
            return Ok(out);
        }
        let whole = self.reaches.of(&scope_of(db, item)?);
        let sources: Vec<Source> =
            links.iter().filter_map(|link| self.cut(Source::of(link, &whole, &self.reaches)?)).collect();
        for link in links.iter().filter(followed) {
            let Some(from) = from_decided(link) else { continue };
            let judged = Judged { from, strength: link.strength };
            let may = allowed(&sources, judged, &link.reference, &self.reaches);
            let reach = reach_of(link, &whole, &self.reaches);
            let takes = |strength| may.iter().any(|may| may.takes(strength, &reach));
            if takes(link.strength) {
                continue;
            }
            let gives = self.gives(from);
            let in_part = link.strength == Strength::Full && takes(Strength::Partial);
            out.insert(link.id, if in_part && gives.nothing() { Gives::InPart } else { gives });
        }
        Ok(out)
    }

    /// The same of all items.
    pub fn all(&self, db: &Connection) -> Result<HashMap<LinkId, Gives>> {
        let mut items = BTreeSet::new();
        for (_, standing) in &self.held {
            for control in standing.limiting() {
                items.extend(queries::followed_from(db, control)?);
            }
        }
        let mut out = HashMap::new();
        for item in items {
            out.extend(self.of_item(db, item)?);
        }
        Ok(out)
    }

    /// The decision that keeps a mapping from counting as it says: on its own clause, or, where `held` says so, on the control
    /// from which it was accepted.
    pub(super) fn less(&self, link: &Link, held: Option<Gives>) -> Option<Less> {
        let here = self.standing(&link.reference).and_then(|standing| match standing.gives(&link.reference) {
            _ if standing.excludes(&link.reference) => Some(Gives::Excluded),
            Gives::All | Gives::OwnAssets => None,
            gives => Some(gives),
        });
        let (decided, gives) = match (here, held) {
            (Some(gives), _) => (&link.reference, gives),
            (None, Some(gives)) => (from_decided(link)?, gives),
            (None, None) => return None,
        };
        let decision = self.standing(decided)?.decision(decided);
        let planned = match decision.and_then(|decision| decision.implemented) {
            Some(Implemented::By(day)) => Some(day),
            _ => None,
        };
        let reason = decision.map(|decision| decision.reason.clone()).unwrap_or_default();
        Some(Less { decided: decided.clone(), gives, reason, planned })
    }

    /// The mappings of an item in the form in which they are shown, each with the decision that keeps it from counting.
    pub fn named(&self, db: &Connection, item: ItemId) -> Result<Vec<Named>> {
        let (back, held) = (self.of_item(db, item)?, systems::editions_held(db)?);
        let named = |link: &Link| {
            let less = self.less(link, back.get(&link.id).copied());
            Ok(Named { less, ..link.named(db, &held)? })
        };
        queries::of_item(db, item)?.iter().map(named).collect()
    }

    fn standing(&self, reference: &ClauseRef) -> Option<&applicability::Standing> {
        let edition = reference.edition_id();
        self.held.iter().find(|(held, _)| *held == edition).map(|(_, standing)| standing)
    }

    /// A source as far as it gives.
    fn cut(&self, source: Source) -> Option<Source> {
        match self.gives(&source.reference) {
            Gives::All => Some(source),
            gives if gives.nothing() => None,
            _ => Some(Source { strength: source.strength.max(Strength::Partial), ..source }),
        }
    }
}

/// The clause or control of another standard from which a mapping was accepted.
fn from_decided(link: &Link) -> Option<&ClauseRef> {
    match &link.origin {
        Origin::Correlation { from, .. } if from.standard != link.reference.standard => Some(from),
        _ => None,
    }
}

/// Whether a decision on a control could hold a mapping of an item back: one was accepted from a clause.
pub fn may_be_held(db: &Connection, item: ItemId) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM link WHERE item = ?1 AND json_extract(origin, '$.from') IS NOT NULL)";
    Ok(db.prepare_cached(sql)?.query_row([item.uuid().as_bytes()], |r| r.get(0))?)
}

/// The mappings of an item that count less than they say.
pub fn limits_of(db: &Connection, item: ItemId) -> Result<HashMap<LinkId, Gives>> {
    if !may_be_held(db, item)? {
        return Ok(HashMap::new());
    }
    Limits::read(db)?.map_or_else(|| Ok(HashMap::new()), |limits| limits.of_item(db, item))
}

/// The excluded control of an item from which a clause would follow.
pub(super) fn excluded_source(db: &Connection, item: ItemId, to: &ClauseRef) -> Result<Option<ClauseRef>> {
    let Some(limits) = Limits::read(db)? else { return Ok(None) };
    let excluded = |link: &Link| limits.gives(&link.reference) == Gives::Excluded;
    let leads = |from: &ClauseRef| offers(from, &to.edition_id()).iter().any(|offer| offer.hit.clause == *to);
    let links = queries::of_item(db, item)?.into_iter().filter(excluded);
    Ok(links.map(|link| link.reference).find(leads))
}

/// The clauses and controls of which decisions say how far mappings of an item count.
pub fn followed_clauses(db: &Connection, item: ItemId) -> Result<Vec<ClauseRef>> {
    let links = queries::of_item(db, item)?;
    Ok(links.iter().filter_map(from_decided).cloned().collect())
}

/// All mappings that count less than they say.
pub fn limits(db: &Connection) -> Result<HashMap<LinkId, Gives>> {
    Limits::read(db)?.map_or_else(|| Ok(HashMap::new()), |limits| limits.all(db))
}

/// The documents and records of which mappings were accepted from a control, from one below it or from a group that it belongs
/// to.
pub fn following(db: &Connection, control: &ClauseRef) -> Result<Vec<ItemId>> {
    let above = catalogue().ancestors(control).map(|one| one.reference.clone());
    let below = catalogue().descendants(control).map(|one| one.reference.clone());
    let mut items = BTreeSet::new();
    for one in std::iter::once(control.clone()).chain(above).chain(below) {
        items.extend(queries::followed_from(db, &one)?);
    }
    Ok(items.into_iter().collect())
}

/// The controls from which mappings of these items to a clause, or to one above it, were accepted and which hold them back; for
/// reading aloud.
pub fn from_controls(db: &Connection, codes: &[String], reference: &ClauseRef) -> Result<Option<String>> {
    let mut found = BTreeSet::new();
    for code in codes {
        let item = items::find(db, code)?;
        let held = limits_of(db, item)?;
        for link in queries::of_item(db, item)? {
            let here = link.reference == *reference || reference.is_below(&link.reference);
            found.extend(from_decided(&link).filter(|_| here && held.contains_key(&link.id)).map(ClauseRef::short));
        }
    }
    Ok(if found.is_empty() { None } else { Some(found.into_iter().collect::<Vec<_>>().join(", ")) })
}
