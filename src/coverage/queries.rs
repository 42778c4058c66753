//! Questions about coverage.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::look;
use super::projection::{EVERYWHERE, number_of};
use super::state::{Gap, State, Tally};
use crate::day::Day;
use crate::error::Result;
use crate::standards::{ClauseRef, EditionId, RequiredKind, catalogue};
use crate::systems::{self, ScopeItem, ScopeKind, System};

/// Coverage of one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Coverage {
    /// Edition, as `27001:2013`.
    pub edition: String,
    /// Code of the scope item asked for; none means the whole system.
    pub scope: Option<String>,
    /// The day for which this holds.
    pub day: Day,
    /// How many clauses stand how.
    pub summary: Summary,
    /// Every clause, in the standard's order.
    pub rows: Vec<Row>,
}

/// How many of the clauses that hold requirements stand how; headings are not counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CoverageSummary")]
pub struct Summary {
    /// All that were counted.
    pub clauses: usize,
    /// Covered.
    pub covered: usize,
    /// Partly covered.
    pub partial: usize,
    /// Not covered.
    pub gap: usize,
}

/// One clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CoverageRow")]
pub struct Row {
    /// The clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// Depth: 1 for a main clause.
    pub level: u32,
    /// Place on the common structure.
    pub spine: Option<String>,
    /// Whether other clauses stand below it; its state then sums them up.
    pub heading: bool,
    /// How far it is covered.
    pub state: State,
    /// Why it is not covered.
    pub gaps: Vec<Gap>,
    /// How many documents and records are mapped to it or to a clause above it.
    pub items: i64,
}

/// The coverage of one standard, or of every edition held, in the order of the columns; for one scope item or each
/// system as a whole, on a day.
///
/// # Errors
/// `unknown_standard`, `unknown_edition`; `not_found` for a scope item that is not there, or an edition without a system.
pub fn coverages(db: &Connection, standard: Option<&str>, scope: Option<&str>, day: Day) -> Result<Vec<Coverage>> {
    let held = systems::editions_held(db)?;
    let mut editions: Vec<EditionId> = match standard {
        Some(standard) => vec![catalogue().edition(standard, &held)?.id.clone()],
        None => held,
    };
    editions.sort_by_key(|id| catalogue().editions().iter().position(|edition| edition.id == *id));
    let scope = scope.map(|code| systems::scope_item(db, code)).transpose()?;
    editions.iter().map(|edition| coverage(db, edition, scope.as_ref(), day)).collect()
}

/// The coverage of one edition held, for one scope item or the whole system, on a day.
pub fn coverage(db: &Connection, edition: &EditionId, scope: Option<&ScopeItem>, day: Day) -> Result<Coverage> {
    let system = systems::system(db, &edition.to_string())?;
    let places = Places::of(db, &system, scope)?;
    let cells = cells(db, &system.edition)?;
    let today = number_of(day);
    let mut rows = Vec::new();
    for clause in catalogue().clauses(edition) {
        let reference = &clause.reference;
        let mut chain = vec![reference.clause.clone()];
        chain.extend(catalogue().ancestors(reference).map(|c| c.reference.clause.clone()));
        let at = gather(&cells, &chain);
        let asks: Vec<RequiredKind> = catalogue().required(reference).iter().map(|r| r.kind).collect();
        let (state, gaps) = places.state(&at, &asks, today);
        rows.push(Row {
            reference: reference.clone(),
            title: clause.title.clone(),
            level: u32::from(clause.level),
            spine: catalogue().spine_of(reference).map(|s| s.clause.clone()),
            heading: catalogue().children(reference).next().is_some(),
            state,
            gaps,
            items: at.values().map(Tally::items).sum(),
        });
    }
    roll_up(&mut rows);
    Ok(Coverage { edition: system.edition, scope: scope.map(|s| s.code.clone()), day, summary: summary(&rows), rows })
}

/// Counts the clauses that hold requirements.
pub fn summary(rows: &[Row]) -> Summary {
    let mut out = Summary::default();
    for row in rows.iter().filter(|r| !r.heading) {
        match row.state {
            State::Covered => out.covered += 1,
            State::Partial => out.partial += 1,
            State::Gap => out.gap += 1,
            State::OutOfScope => continue,
        }
        out.clauses += 1;
    }
    out
}

/// The same by main clause, in the order of the standard; Annex A is one of them.
pub fn by_main_clause(rows: &[Row]) -> Vec<(String, Summary)> {
    rows.chunk_by(|a, b| main_clause(a) == main_clause(b))
        .map(|part| (main_clause(&part[0]).to_owned(), summary(part)))
        .filter(|(_, summary)| summary.clauses > 0)
        .collect()
}

fn main_clause(row: &Row) -> &str {
    row.reference.clause.split('.').next().unwrap_or_default()
}

type Cells = HashMap<String, HashMap<Vec<u8>, Tally>>;

/// All cells of one edition: a few thousand rows at the most, whatever the number of mappings.
fn cells(db: &Connection, edition: &str) -> Result<Cells> {
    look::ready(db)?;
    let mut out = Cells::new();
    let mut statement = db.prepare_cached(
        "SELECT clause, scope, item_kind, full_items, part_items, help_items, full_until
         FROM coverage_cell WHERE edition = ?1",
    )?;
    let mut rows = statement.query([edition])?;
    while let Some(r) = rows.next()? {
        out.entry(r.get(0)?).or_default().entry(r.get(1)?).or_default().add(
            usize::from(r.get::<_, bool>(2)?),
            r.get(3)?,
            r.get(4)?,
            r.get(5)?,
            r.get(6)?,
        );
    }
    Ok(out)
}

/// What is mapped to a clause or to a clause above it: a procedure for 7.5 as a whole counts for its parts (R19).
fn gather(cells: &Cells, chain: &[String]) -> HashMap<Vec<u8>, Tally> {
    let mut out: HashMap<Vec<u8>, Tally> = HashMap::new();
    for places in chain.iter().filter_map(|clause| cells.get(clause)) {
        for (scope, evidence) in places {
            out.entry(scope.clone()).or_default().merge(evidence);
        }
    }
    out
}

/// Where evidence has to be: one scope item, or all of a system's items of one kind.
enum Places {
    /// The scope item asked for is not in this system's scope.
    Outside,
    /// One scope item.
    One(Vec<u8>),
    /// The whole system, by kind of scope item: sites, services …
    Whole(Vec<Vec<(Vec<u8>, String)>>),
}

impl Places {
    fn of(db: &Connection, system: &System, scope: Option<&ScopeItem>) -> Result<Self> {
        if let Some(item) = scope {
            let inside =
                system.scope.is_empty() || system.scope.contains(&item.code) || item.kind == ScopeKind::Organisation;
            return Ok(if inside { Places::One(item.id.0.as_bytes().to_vec()) } else { Places::Outside });
        }
        let mut kinds: Vec<(ScopeKind, Vec<(Vec<u8>, String)>)> = Vec::new();
        for item in systems::scope_items(db)? {
            if item.kind == ScopeKind::Organisation || !system.scope.contains(&item.code) {
                continue;
            }
            let place = (item.id.0.as_bytes().to_vec(), item.code);
            match kinds.iter_mut().find(|(kind, _)| *kind == item.kind) {
                Some((_, places)) => places.push(place),
                None => kinds.push((item.kind, vec![place])),
            }
        }
        Ok(Places::Whole(kinds.into_iter().map(|(_, places)| places).collect()))
    }

    fn state(&self, at: &HashMap<Vec<u8>, Tally>, asks: &[RequiredKind], today: i64) -> (State, Vec<Gap>) {
        let mut everywhere = at.get(EVERYWHERE).copied().unwrap_or_default();
        let here = |place: &Vec<u8>| {
            let mut evidence = everywhere;
            if let Some(own) = at.get(place) {
                evidence.merge(own);
            }
            evidence
        };
        match self {
            Places::Outside => (State::OutOfScope, Vec::new()),
            Places::One(place) => here(place).state(asks, today),
            Places::Whole(kinds) if kinds.is_empty() => {
                // No scope items named yet: all evidence counts, wherever it belongs.
                for (scope, evidence) in at {
                    if scope.as_slice() != EVERYWHERE {
                        everywhere.merge(evidence);
                    }
                }
                everywhere.state(asks, today)
            }
            Places::Whole(kinds) => {
                let (state, gaps) = everywhere.state(asks, today);
                if state == State::Covered {
                    return (state, gaps);
                }
                let mut best: Option<(usize, Vec<Gap>)> = None;
                let mut any = state == State::Partial;
                for places in kinds {
                    let mut lacking = Vec::new();
                    let mut why = Vec::new();
                    for (place, code) in places {
                        let (state, gaps) = here(place).state(asks, today);
                        any |= state != State::Gap;
                        if state != State::Covered {
                            lacking.push(code.clone());
                            why.extend(gaps);
                        }
                    }
                    if lacking.is_empty() {
                        return (State::Covered, Vec::new());
                    }
                    if best.as_ref().is_none_or(|(fewest, _)| lacking.len() < *fewest) {
                        let count = lacking.len();
                        // Named only where some places have what others lack.
                        if count < places.len() {
                            why.push(Gap::MissingAt { scope: lacking });
                        }
                        why.sort();
                        why.dedup();
                        best = Some((count, why));
                    }
                }
                let gaps = best.map_or(gaps, |(_, why)| why);
                (if any { State::Partial } else { State::Gap }, gaps)
            }
        }
    }
}

/// A heading stands as its parts do: covered when all are, a gap when none has anything.
fn roll_up(rows: &mut [Row]) {
    for i in (0..rows.len()).rev() {
        if !rows[i].heading {
            continue;
        }
        let below: Vec<State> = rows[i + 1..]
            .iter()
            .take_while(|r| r.level > rows[i].level)
            .filter(|r| !r.heading)
            .map(|r| r.state)
            .collect();
        let all = |state: State| below.iter().all(|s| *s == state);
        let own = rows[i].state;
        rows[i].state = match own {
            State::OutOfScope => own,
            _ if all(State::Covered) => State::Covered,
            _ if all(State::Gap) => State::Gap,
            _ => State::Partial,
        };
        rows[i].gaps.clear();
    }
}
