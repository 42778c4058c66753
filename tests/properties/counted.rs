//! Whatever happened: coverage is a slow count of the mappings themselves, with points, headings, places and what was said
//! not to apply.

use std::collections::BTreeSet;

use clausebook::coverage::{self, State};
use clausebook::day::{Day, Due};
use clausebook::documents::{self, DocumentState};
use clausebook::ids::{LinkId, ScopeItemId};
use clausebook::items::ItemId;
use clausebook::mapping::{self, Strength};
use clausebook::records;
use clausebook::standards::{ClauseRef, Kind, RequiredKind, catalogue};
use clausebook::systems::{self, ScopeItem, ScopeKind, System};
use rusqlite::Connection;

/// A mapping, as far as coverage asks.
struct Mapped {
    reference: ClauseRef,
    strength: Strength,
    open: bool,
    /// None: everywhere.
    places: Option<Vec<ScopeItemId>>,
    kind: RequiredKind,
    stands: Stands,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Stands {
    /// Filed, and counts for nothing.
    There,
    /// A draft, or past its day: something, but not enough.
    Something,
    /// In force and in date.
    InDate,
}

/// Holds every clause that has no parts, in every system and at every place, against the count.
pub(super) fn agree(db: &Connection, open: &BTreeSet<LinkId>, day: Day) {
    let items = systems::scope_items(db).unwrap();
    let mapped = mapped(db, open, &items, day);
    for system in systems::systems(db).unwrap() {
        let out = system.exclusions().unwrap().into_iter().map(|one| one.reference).collect();
        let count = Count { mapped: &mapped, system: &system, items: &items, out };
        for place in std::iter::once(None).chain(items.iter().map(Some)) {
            let coverage = coverage::coverage(db, &system.edition.parse().unwrap(), place, day).unwrap();
            for row in coverage.rows.iter().filter(|row| !row.heading) {
                let counted = count.state(place, &row.reference);
                assert_eq!(row.state, counted, "{} at {:?} on {day}", row.reference, place.map(|p| &p.code));
            }
        }
    }
}

fn mapped(db: &Connection, open: &BTreeSet<LinkId>, items: &[ScopeItem], day: Day) -> Vec<Mapped> {
    let mut out = Vec::new();
    mapping::for_each(db, |link| {
        let (scope, kind, stands) = match link.item {
            ItemId::Document(id) => {
                let document = documents::by_id(db, id)?;
                let stands = match document.state {
                    DocumentState::Effective if lasts(document.next_review, day) => Stands::InDate,
                    DocumentState::Listed | DocumentState::Withdrawn => Stands::There,
                    _ => Stands::Something,
                };
                (documents::scope_of(db, id)?, RequiredKind::Maintain, stands)
            }
            ItemId::Record(id) => {
                let record = records::by_id(db, id)?;
                let (from, to) = (record.collected.unwrap_or(record.filed), record.valid_until.unwrap_or(Day::MAX));
                let stands = match record.state(day) {
                    records::State::TakenBack => return Ok(()),
                    _ if from > day || to < from => Stands::There,
                    records::State::InDate => Stands::InDate,
                    _ => Stands::Something,
                };
                (records::scope_of(db, id)?, RequiredKind::Retain, stands)
            }
        };
        let reference = catalogue().reference(&format!("{}/{}", link.edition, link.clause), &[])?;
        let scope = if link.scope.is_empty() { scope } else { link.scope };
        let whole = |id: &ScopeItemId| items.iter().any(|i| i.id == *id && i.kind == ScopeKind::Organisation);
        let places = if scope.is_empty() || scope.iter().any(whole) { None } else { Some(scope) };
        let open = open.contains(&link.id);
        out.push(Mapped { reference, strength: link.strength, open, places, kind, stands });
        Ok(())
    })
    .unwrap();
    out
}

fn lasts(due: Option<Due>, day: Day) -> bool {
    due.is_none_or(|due| due.counts_until() >= day)
}

/// What the count is made of, for one system.
struct Count<'c> {
    mapped: &'c [Mapped],
    system: &'c System,
    items: &'c [ScopeItem],
    /// What its statement excludes.
    out: Vec<ClauseRef>,
}

impl Count<'_> {
    fn state(&self, place: Option<&ScopeItem>, clause: &ClauseRef) -> State {
        let inside = |item: &ScopeItem| self.system.scope.contains(&item.code);
        if place.is_some_and(|p| p.kind != ScopeKind::Organisation && !self.system.scope.is_empty() && !inside(p)) {
            return State::OutOfScope;
        }
        let mut chain = vec![clause];
        chain.extend(catalogue().ancestors(clause).map(|above| &above.reference));
        if self.out.iter().any(|out| chain.contains(&out)) {
            return State::NotApplicable;
        }
        let about: Vec<&Mapped> = self.mapped.iter().filter(|m| chain.contains(&&m.reference)).collect();
        let at = |id: Option<ScopeItemId>| {
            let here = |m: &&Mapped| m.places.as_ref().is_none_or(|places| id.is_some_and(|id| places.contains(&id)));
            adds_up(&about.iter().copied().filter(here).collect::<Vec<_>>(), clause)
        };
        let of_kinds: Vec<&ScopeItem> =
            self.items.iter().filter(|i| i.kind != ScopeKind::Organisation && inside(i)).collect();
        let found = match place {
            Some(place) => at(Some(place.id)),
            None if of_kinds.is_empty() => adds_up(&about, clause),
            None => {
                let all = |kind: ScopeKind| of_kinds.iter().filter(move |i| i.kind == kind);
                if at(None) == State::Covered
                    || of_kinds.iter().any(|one| all(one.kind).all(|i| at(Some(i.id)) == State::Covered))
                {
                    State::Covered
                } else if at(None) != State::Gap || of_kinds.iter().any(|i| at(Some(i.id)) != State::Gap) {
                    State::Partial
                } else {
                    State::Gap
                }
            }
        };
        let control = catalogue().clause(clause).unwrap().kind == Kind::Control;
        if control && found == State::Gap && about.is_empty() { State::Undecided } else { found }
    }
}

/// What mappings of a clause and of those above it show of it.
fn adds_up(mapped: &[&Mapped], clause: &ClauseRef) -> State {
    let heading = |m: &Mapped| m.reference != *clause && catalogue().is_heading(&m.reference);
    let whole = |m: &Mapped| m.strength == Strength::Full && !m.open && m.stands == Stands::InDate && !heading(m);
    if !mapped.iter().any(|m| m.strength != Strength::Supporting && m.stands >= Stands::Something) {
        return State::Gap;
    }
    let asks: Vec<RequiredKind> = catalogue().required(clause).iter().map(|one| one.kind).collect();
    let shown = |kind: RequiredKind| mapped.iter().any(|m| m.kind == kind && whole(m));
    let covered = if asks.is_empty() { mapped.iter().any(|m| whole(m)) } else { asks.into_iter().all(shown) };
    if covered { State::Covered } else { State::Partial }
}
