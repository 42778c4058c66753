//! What a clause's state is about, by name: which documents and records show it, and which would if they were in date and
//! in force. Looked up for what is shown; the state itself is read from sums.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use chrono::Datelike as _;
use rusqlite::{Connection, params};

use super::class::{Class, Counts};
use super::gap::{Gap, Shown, Why};
use super::places::Places;
use super::projection::{counts_until, number_of};
use super::queries::{Coverage, Row, coverage};
use super::state::State;
use super::weight::{Weight, Weights};
use crate::applicability::Gives;
use crate::day::Day;
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::{self, ItemId};
use crate::mapping::{self, Strength};
use crate::records;
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::systems::{self, ScopeItem};
use crate::workspace::looks;

/// So many documents are named; more are counted.
const NAMED: usize = 2;

/// Of so many records the years are looked up.
const DATED: usize = 50;

/// The coverage of one standard, or of every edition held, in the order of the columns; for one scope item or each
/// system as a whole, on a day. With `named`, each reason names what it is about, and what is covered says by what.
///
/// # Errors
/// `unknown_standard`, `unknown_edition`; `not_found` for a scope item that is not there, or an edition without a system.
pub fn coverages(
    db: &Connection,
    standard: Option<&str>,
    scope: Option<&str>,
    day: Day,
    named: bool,
) -> Result<Vec<Coverage>> {
    let held = systems::editions_held(db)?;
    let mut editions: Vec<EditionId> = match standard {
        Some(standard) => vec![catalogue().edition(standard, &held)?.id.clone()],
        None => held,
    };
    editions.sort_by_key(|id| catalogue().editions().iter().position(|edition| edition.id == *id));
    let scope = scope.map(|code| systems::scope_item(db, code)).transpose()?;
    let one = if named { coverage_named } else { coverage };
    editions.iter().map(|edition| one(db, edition, scope.as_ref(), day)).collect()
}

/// The coverage of one edition held, where each reason names what it is about, and what is covered says by what. The
/// mappings of every clause are read for that.
pub fn coverage_named(db: &Connection, edition: &EditionId, scope: Option<&ScopeItem>, day: Day) -> Result<Coverage> {
    let mut coverage = coverage(db, edition, scope, day)?;
    let speaks = Spoken::of(db, edition, scope, day)?;
    coverage.rows.iter_mut().try_for_each(|row| speaks.name(db, row))?;
    Ok(coverage)
}

/// The same with every document and record named: whoever reads it cannot ask for more.
///
/// # Errors
/// As [`coverage`].
pub fn coverage_in_full(db: &Connection, edition: &EditionId, scope: Option<&ScopeItem>, day: Day) -> Result<Coverage> {
    let mut coverage = coverage(db, edition, scope, day)?;
    let speaks = Spoken { named: usize::MAX, ..Spoken::of(db, edition, scope, day)? };
    coverage.rows.iter_mut().try_for_each(|row| speaks.name(db, row))?;
    Ok(coverage)
}

/// An item that is mapped to a clause or to one above it: as its best mapping counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mapped {
    pub(super) weight: Weight,
    pub(super) counts: Counts,
    /// Whether it counts at the places asked for.
    here: bool,
    /// What all of its mappings weigh that count there: fully at one site, one may count in part at the others.
    all: Weights,
}

impl Mapped {
    /// The stronger of two that count here.
    fn improve(&mut self, other: Self) {
        let mut all = self.all;
        all.merge(other.all);
        let less = |one: &Self| (!one.here, one.counts.class == Class::Unheld, one.weight);
        if less(&other) < less(self) {
            *self = other;
        }
        self.all = all;
    }

    /// Why it does not cover the clause; nothing where it does.
    pub(super) fn why_not(self, item: ItemId, today: i64) -> Option<Why> {
        let kind = usize::from(item.kind() == 1);
        self.counts.why_not(kind, today).or(match self.weight {
            Weight::Full => None,
            Weight::Open => Some(Why::OpenPoints),
            Weight::Cut => Some(Why::ControlInPart),
            Weight::Part => Some(Why::OnlyPart),
            Weight::Help => Some(Why::OnlySupporting),
        })
    }

    /// Whether this is one case of a reason of the clause.
    fn is_case_of(self, why: Why, item: ItemId, today: i64) -> bool {
        let kind = usize::from(item.kind() == 1);
        let stands = self.counts.why_not(kind, today);
        self.all.any(|weight| match (weight, self.counts.class.counts()) {
            (Weight::Full, _) | (_, false) => stands == Some(why),
            // Out of date it lacks both.
            (Weight::Open, true) => why == Why::OpenPoints || stands == Some(why),
            (Weight::Cut, true) => [Why::OnlyPart, Why::ControlInPart].contains(&why),
            (Weight::Part, true) => why == Why::OnlyPart,
            (Weight::Help, true) => why == Why::OnlySupporting,
        })
    }
}

/// Puts names to the reasons of one edition, at one place or in the whole system.
pub(super) struct Spoken {
    places: Places,
    today: i64,
    looks: bool,
    /// So many are named.
    named: usize,
}

impl Spoken {
    pub(super) fn of(db: &Connection, edition: &EditionId, scope: Option<&ScopeItem>, day: Day) -> Result<Self> {
        let system = systems::system(db, &edition.to_string())?;
        Ok(Self { places: Places::of(db, &system, scope)?, today: number_of(day), looks: looks(db)?, named: NAMED })
    }

    /// The same for an edition without a system: all evidence counts, wherever it belongs.
    pub(super) fn anywhere(db: &Connection, day: Day) -> Result<Self> {
        Ok(Self {
            places: Places::Whole(Vec::new(), Vec::new()),
            today: number_of(day),
            looks: looks(db)?,
            named: NAMED,
        })
    }

    /// Names what the reasons of a row are about. What a heading lacks stands with its parts; where it is covered, it is
    /// so by what covers them.
    pub(super) fn name(&self, db: &Connection, row: &mut Row) -> Result<()> {
        let covered = row.state == State::Covered;
        if matches!(row.state, State::OutOfScope | State::NotApplicable) || row.heading && !covered {
            return Ok(());
        }
        let mut mapped = self.mapped(db, &row.reference)?;
        if covered {
            for part in catalogue().descendants(&row.reference) {
                for (item, below) in self.mapped(db, &part.reference)? {
                    mapped.entry(item).and_modify(|there| there.improve(below)).or_insert(below);
                }
            }
            row.shown = Some(self.shown(db, &mapped)?);
            return Ok(());
        }
        // That something is a part alone because of its control is told by name.
        let cut = |mapped: &Mapped| mapped.here && mapped.weight == Weight::Cut && mapped.counts.class.counts();
        if mapped.values().any(cut) {
            row.gaps.push(Gap::of(Why::ControlInPart));
            row.gaps.sort();
        }
        for gap in &mut row.gaps {
            self.items(db, &row.reference, gap, &mapped)?;
            if matches!(gap.why, Why::ControlInPart | Why::ControlOff) {
                gap.said = mapping::from_controls(db, &gap.items, &row.reference)?;
            }
        }
        Ok(())
    }

    fn items(
        &self,
        db: &Connection,
        reference: &ClauseRef,
        gap: &mut Gap,
        mapped: &BTreeMap<ItemId, Mapped>,
    ) -> Result<()> {
        let elsewhere = gap.why == Why::Elsewhere;
        let about = mapped.iter().filter(|(item, mapped)| {
            if elsewhere { !mapped.here } else { mapped.here && mapped.is_case_of(gap.why, **item, self.today) }
        });
        let mut about: Vec<ItemId> = about.map(|(item, _)| *item).collect();
        if gap.why == Why::OpenPoints {
            // What went out of use leaves its points open, and they are nobody's work.
            let mut in_use = Vec::new();
            for item in &about {
                if !items::is_out_of_use(db, *item)? {
                    in_use.push(*item);
                }
            }
            about = if in_use.is_empty() { about } else { in_use };
            for item in &about {
                gap.points += mapping::open_points_at(db, *item, reference)?;
            }
        }
        (gap.items, gap.more) = self.codes(db, &about)?;
        Ok(())
    }

    /// The codes of the first, and how many more there are.
    fn codes(&self, db: &Connection, about: &[ItemId]) -> Result<(Vec<String>, usize)> {
        let first = about.iter().take(self.named).map(|item| items::code(db, *item)).collect::<Result<Vec<_>>>()?;
        Ok((first, about.len().saturating_sub(self.named)))
    }

    fn shown(&self, db: &Connection, mapped: &BTreeMap<ItemId, Mapped>) -> Result<Shown> {
        let good = mapped.iter().filter(|(item, mapped)| mapped.here && mapped.why_not(**item, self.today).is_none());
        let (documents, records): (Vec<ItemId>, Vec<ItemId>) =
            good.map(|(item, _)| *item).partition(|item| item.kind() == 0);
        let mut years: Option<(i32, i32)> = None;
        for item in records.iter().filter(|_| records.len() <= DATED) {
            let ItemId::Record(id) = item else { continue };
            let record = records::by_id(db, *id)?;
            let day = record.period_to.or(record.period_from).or(record.collected).unwrap_or(record.filed);
            let year = day.date().year();
            years = Some(years.map_or((year, year), |(first, last)| (first.min(year), last.max(year))));
        }
        let (documents, more_documents) = self.codes(db, &documents)?;
        Ok(Shown { documents, more_documents, records: records.len(), years })
    }

    /// What is mapped to a clause or to one above it, each at its best.
    pub(super) fn mapped(&self, db: &Connection, reference: &ClauseRef) -> Result<BTreeMap<ItemId, Mapped>> {
        let mut out: BTreeMap<ItemId, Mapped> = BTreeMap::new();
        let edition = reference.edition_id().to_string();
        let above = catalogue().ancestors(reference).map(|clause| &clause.reference);
        let mut links = db.prepare_cached(
            "SELECT item_kind, item, strength, class, good_until, scope, link FROM coverage_link
             WHERE edition = ?1 AND clause = ?2",
        )?;
        let mut on_day: HashMap<ItemId, OnDay> = HashMap::new();
        for clause in std::iter::once(reference).chain(above) {
            let mut rows = links.query(params![edition, clause.clause])?;
            let heading = clause != reference && !catalogue().holds_for_parts(clause);
            while let Some(r) = rows.next()? {
                let item = ItemId::from_parts(r.get(0)?, r.get(1)?);
                let mut counts = Counts::until(Class::from_number(r.get(3)?), r.get(4)?);
                let here = self.places.takes(r.get_ref(5)?.as_blob().map_err(rusqlite::Error::from)?);
                let mut weight: Weight = r.get(2)?;
                if self.looks {
                    let on_day = match on_day.entry(item) {
                        Entry::Occupied(there) => there.into_mut(),
                        Entry::Vacant(new) => new.insert(OnDay::of(db, item)?),
                    };
                    (counts, weight) = on_day.counts(r.get(6)?, weight);
                }
                if heading {
                    weight = weight.of_heading();
                }
                let mut all = Weights::default();
                if here {
                    all.put(weight);
                }
                let link = Mapped { weight, counts, here, all };
                out.entry(item).and_modify(|there| there.improve(link)).or_insert(link);
            }
        }
        out.retain(|_, mapped| mapped.counts.class != Class::Gone);
        Ok(out)
    }
}

/// How an item counts on another day than that of the tables.
struct OnDay {
    counts: Counts,
    open: HashMap<LinkId, usize>,
    limits: HashMap<LinkId, Gives>,
}

impl OnDay {
    fn of(db: &Connection, item: ItemId) -> Result<Self> {
        let (open, limits) = (mapping::open_links_of(db, item)?, mapping::limits_of(db, item)?);
        Ok(Self { counts: counts_until(db, item)?, open, limits })
    }

    /// How one of its mappings counts, and what it weighs.
    fn counts(&self, link: LinkId, mut weight: Weight) -> (Counts, Weight) {
        let gives = self.limits.get(&link);
        if weight.strength() == Strength::Full {
            weight = weight.on(self.open.contains_key(&link)).held(gives);
        }
        (self.counts.held(gives), weight)
    }
}
