//! Where evidence has to be for a clause to be covered, and what is lacking where it is not.

use std::collections::HashMap;

use rusqlite::Connection;

use super::gap::Why;
use super::projection::EVERYWHERE;
use super::state::{State, Tally, in_order};
use crate::error::Result;
use crate::standards::RequiredKind;
use crate::systems::{self, ScopeItem, ScopeKind, System};

/// A scope item, as tables keep it.
type Place = Vec<u8>;

/// Where evidence has to be: one scope item, or all of a system's items of one kind.
pub(super) enum Places {
    /// The scope item asked for is not in this system's scope.
    Outside,
    /// One scope item.
    One(Place),
    /// The whole system, by kind of place: sites, services … Beside them functions, processes and the like, at which evidence
    /// may belong and which cover nothing as a whole.
    Whole(Vec<Vec<Place>>, Vec<Place>),
}

/// Why a clause is not covered: in words, and by places.
#[derive(Debug, Default)]
pub(super) struct Lack {
    pub(super) why: Vec<Why>,
    /// Places that lack evidence where others have it.
    pub(super) missing: Vec<Place>,
    /// Places to which all belongs that is filed.
    pub(super) elsewhere: Vec<Place>,
}

impl Places {
    pub(super) fn of(db: &Connection, system: &System, scope: Option<&ScopeItem>) -> Result<Self> {
        if let Some(item) = scope {
            let inside =
                system.scope.is_empty() || system.scope.contains(&item.code) || item.kind == ScopeKind::Organisation;
            return Ok(if inside { Places::One(item.id.0.as_bytes().to_vec()) } else { Places::Outside });
        }
        let (mut kinds, mut beside): (Vec<(ScopeKind, Vec<Place>)>, Vec<Place>) = Default::default();
        for item in systems::scope_items(db)? {
            if item.kind == ScopeKind::Organisation || !system.scope.contains(&item.code) {
                continue;
            }
            let place = item.id.0.as_bytes().to_vec();
            if !item.kind.is_place() {
                beside.push(place);
                continue;
            }
            match kinds.iter_mut().find(|(kind, _)| *kind == item.kind) {
                Some((_, places)) => places.push(place),
                None => kinds.push((item.kind, vec![place])),
            }
        }
        Ok(Places::Whole(kinds.into_iter().map(|(_, places)| places).collect(), beside))
    }

    /// Whether evidence that belongs to a place counts here.
    pub(super) fn takes(&self, place: &[u8]) -> bool {
        place == EVERYWHERE
            || match self {
                Places::Outside => false,
                Places::One(own) => own == place,
                Places::Whole(kinds, beside) => {
                    let mut all = kinds.iter().flatten().chain(beside).peekable();
                    all.peek().is_none() || all.any(|own| own == place)
                }
            }
    }

    pub(super) fn state(&self, at: &HashMap<Place, Tally>, asks: &[RequiredKind], today: i64) -> (State, Lack) {
        let everywhere = at.get(EVERYWHERE).copied().unwrap_or_default();
        let here = |place: &Place| {
            let mut evidence = everywhere;
            if let Some(own) = at.get(place) {
                evidence.merge(own);
            }
            evidence
        };
        let (state, mut lack) = match self {
            Places::Outside => return (State::OutOfScope, Lack::default()),
            Places::One(place) => lacks(here(place).state(asks, today)),
            Places::Whole(kinds, beside) if kinds.is_empty() && beside.is_empty() => {
                // No scope items named yet: all evidence counts, wherever it belongs.
                let mut all = Tally::default();
                for evidence in at.values() {
                    all.merge(evidence);
                }
                lacks(all.state(asks, today))
            }
            Places::Whole(kinds, beside) => {
                let (state, why) = everywhere.state(asks, today);
                if state == State::Covered {
                    return lacks((state, why));
                }
                let shown = beside.iter().any(|place| here(place).state(asks, today).0 != State::Gap);
                let (state, mut lack) = whole(kinds, here, shown || state == State::Partial, asks, today);
                if state == State::Partial
                    && lack.missing.is_empty()
                    && lack.why.iter().all(|w| *w == Why::NothingFiled)
                {
                    // Only a function, process or the like has anything.
                    lack.missing = kinds.first().cloned().unwrap_or_default();
                    lack.why = if kinds.is_empty() { vec![Why::OnlyPart] } else { Vec::new() };
                }
                (state, lack)
            }
        };
        if lack.why == [Why::NothingFiled] && lack.missing.is_empty() {
            lack.elsewhere = at.keys().filter(|place| !self.takes(place)).cloned().collect();
            if !lack.elsewhere.is_empty() {
                lack.why.clear();
            }
        }
        (state, lack)
    }
}

fn lacks((state, why): (State, Vec<Why>)) -> (State, Lack) {
    (state, Lack { why, ..Lack::default() })
}

/// How a system stands: covered where all of its items of one kind are. What is lacking is said of the kind that lacks least.
fn whole(
    kinds: &[Vec<Place>],
    here: impl Fn(&Place) -> Tally,
    mut any: bool,
    asks: &[RequiredKind],
    today: i64,
) -> (State, Lack) {
    let mut best: Option<((bool, usize, usize), Lack)> = None;
    for places in kinds {
        let (mut lacking, mut bare, mut why) = (Vec::new(), Vec::new(), Vec::new());
        for place in places {
            let (state, reasons) = here(place).state(asks, today);
            any |= state != State::Gap;
            if state == State::Covered {
                continue;
            }
            lacking.push(place.clone());
            if reasons == [Why::NothingFiled] {
                bare.push(place.clone());
            }
            why.extend(reasons);
        }
        if lacking.is_empty() {
            return (State::Covered, Lack::default());
        }
        // Of a kind that has something anywhere more can be said than of one that has nothing.
        let least = (bare.len() == places.len(), lacking.len(), bare.len());
        if best.as_ref().is_none_or(|(fewest, _)| least < *fewest) {
            // Named only where some places have what others lack; nothing is filed only where nothing is at all.
            let missing = if lacking.len() < places.len() { lacking } else { bare };
            let missing = if missing.len() < places.len() { missing } else { Vec::new() };
            let mut why = in_order(why);
            why.retain(|why| *why != Why::NothingFiled || missing.is_empty());
            best = Some((least, Lack { why, missing, elsewhere: Vec::new() }));
        }
    }
    let nothing = || Lack { why: vec![Why::NothingFiled], ..Lack::default() };
    (if any { State::Partial } else { State::Gap }, best.map_or_else(nothing, |(_, lack)| lack))
}
