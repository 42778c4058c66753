//! Questions about coverage.

use std::collections::HashMap;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::applicability::{Applicability, stated};
use super::class::Class;
use super::gap::{Gap, Shown, Why};
use super::look;
use super::places::{Lack, Places};
use super::projection::number_of;
use super::state::{State, Tally};
use crate::day::Day;
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::standards::{ClauseRef, EditionId, RequiredKind, catalogue};
use crate::systems::{self, ScopeItem};

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
    /// Controls of which nobody said whether they apply.
    pub undecided: usize,
    /// Controls that apply and are not in place yet.
    pub not_in_place: usize,
    /// Decided as not applicable; not among those counted.
    pub not_applicable: usize,
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
    /// Why it is covered, where names were asked for.
    pub shown: Option<Shown>,
    /// How many documents and records are mapped to it or to a clause above it.
    pub items: i64,
}

/// The coverage of one edition held, for one scope item or the whole system, on a day.
pub fn coverage(db: &Connection, edition: &EditionId, scope: Option<&ScopeItem>, day: Day) -> Result<Coverage> {
    let system = systems::system(db, &edition.to_string())?;
    let places = Places::of(db, &system, scope)?;
    let cells = cells(db, &system.edition)?;
    let applies = Applicability::of(db, edition)?;
    let today = number_of(day);
    let mut codes = Codes::default();
    let mut rows = Vec::new();
    for clause in catalogue().clauses(edition) {
        let reference = &clause.reference;
        let at = gather(&cells, reference);
        let asks: Vec<RequiredKind> = catalogue().required(reference).iter().map(|r| r.kind).collect();
        let (state, lack) = places.state(&at, &asks, today);
        let (state, gaps) = applies.judged(clause, state, codes.gaps(db, lack)?);
        rows.push(Row {
            reference: reference.clone(),
            title: clause.title.clone(),
            level: u32::from(clause.level),
            spine: catalogue().spine_of(reference).map(|s| s.clause.clone()),
            heading: catalogue().children(reference).next().is_some(),
            state,
            gaps,
            shown: None,
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
            State::Undecided => out.undecided += 1,
            State::NotInPlace => out.not_in_place += 1,
            State::NotApplicable => {
                out.not_applicable += 1;
                continue;
            }
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

/// What is filed at one place and another, for each clause.
type Cells = HashMap<String, HashMap<Vec<u8>, Tally>>;

/// All cells of one edition: a few thousand rows at the most, whatever the number of mappings.
fn cells(db: &Connection, edition: &str) -> Result<Cells> {
    look::ready(db)?;
    let mut out = Cells::new();
    let mut statement = db.prepare_cached(
        "SELECT clause, scope, item_kind, class, full_items, part_items, help_items, open_items, full_until, open_until
         FROM coverage_cell WHERE edition = ?1",
    )?;
    let mut rows = statement.query([edition])?;
    while let Some(r) = rows.next()? {
        out.entry(r.get(0)?).or_default().entry(r.get(1)?).or_default().add(
            usize::from(r.get::<_, bool>(2)?),
            Class::from_number(r.get(3)?),
            [r.get(4)?, r.get(5)?, r.get(6)?, r.get(7)?],
            [r.get(8)?, r.get(9)?],
        );
    }
    Ok(out)
}

/// What is mapped to a clause or to a clause above it: a procedure for 7.5 as a whole counts for its parts (R19). What is mapped
/// to a mere heading, as 5, or to a group of controls, as A.9 of 2013, shows none of them whole (R163).
fn gather(cells: &Cells, reference: &ClauseRef) -> HashMap<Vec<u8>, Tally> {
    let mut out: HashMap<Vec<u8>, Tally> = HashMap::new();
    let above = catalogue().ancestors(reference).map(|clause| &clause.reference);
    for clause in std::iter::once(reference).chain(above) {
        let Some(places) = cells.get(&clause.clause) else { continue };
        let heading = clause != reference && !catalogue().holds_for_parts(clause);
        for (scope, evidence) in places {
            let evidence = if heading { evidence.of_heading() } else { *evidence };
            out.entry(scope.clone()).or_default().merge(&evidence);
        }
    }
    out
}

/// Codes of scope items, looked up once each.
#[derive(Default)]
struct Codes(HashMap<Vec<u8>, Option<String>>);

impl Codes {
    fn of(&mut self, db: &Connection, place: &[u8]) -> Result<Option<String>> {
        if let Some(code) = self.0.get(place) {
            return Ok(code.clone());
        }
        let id = uuid::Uuid::from_slice(place).map(ScopeItemId).ok();
        let code = match id {
            Some(id) => systems::scope_item_codes(db, &[id])?.pop(),
            None => None,
        };
        self.0.insert(place.to_vec(), code.clone());
        Ok(code)
    }

    /// What is lacking, as every shell is told.
    fn gaps(&mut self, db: &Connection, lack: Lack) -> Result<Vec<Gap>> {
        let mut gaps: Vec<Gap> = lack.why.into_iter().map(Gap::of).collect();
        for (why, places) in [(Why::Elsewhere, lack.elsewhere), (Why::MissingAt, lack.missing)] {
            let mut scope = Vec::new();
            for place in &places {
                scope.extend(self.of(db, place)?);
            }
            if !places.is_empty() {
                scope.sort();
                gaps.push(Gap::at(why, scope));
            }
        }
        gaps.sort();
        Ok(gaps)
    }
}

/// A heading stands as those of its parts do that apply: covered when all are, a gap when none has anything. Nothing is filed for it where
/// nothing is for any of its parts.
fn roll_up(rows: &mut [Row]) {
    for i in (0..rows.len()).rev() {
        if !rows[i].heading {
            continue;
        }
        let level = rows[i].level;
        let below: Vec<&Row> = rows[i + 1..].iter().take_while(|r| r.level > level).filter(|r| !r.heading).collect();
        // What does not apply makes a heading neither better nor worse.
        let applying: Vec<&Row> = below.iter().filter(|r| r.state != State::NotApplicable).copied().collect();
        let all = |states: &[State]| applying.iter().all(|r| states.contains(&r.state));
        let own = rows[i].state;
        let state = match own {
            State::OutOfScope | State::NotApplicable => own,
            _ if applying.is_empty() => State::NotApplicable,
            _ if all(&[State::Covered]) => State::Covered,
            _ if all(&[State::Undecided]) => State::Undecided,
            _ if all(&[State::NotInPlace]) => State::NotInPlace,
            _ if all(&[State::Gap, State::Undecided, State::NotInPlace]) => State::Gap,
            _ => State::Partial,
        };
        let nothing =
            |row: &&Row| matches!(row.gaps.as_slice(), [gap] if [Why::NothingFiled, Why::Undecided].contains(&gap.why));
        let gaps = match state {
            State::Covered | State::OutOfScope => Vec::new(),
            State::NotApplicable if own == state => continue,
            State::NotApplicable => stated(below.iter().flat_map(|row| &row.gaps)),
            State::Undecided => vec![Gap::of(Why::Undecided)],
            State::NotInPlace => vec![Gap::of(Why::NotInPlace)],
            _ if applying.iter().all(nothing) => vec![Gap::of(Why::NothingFiled)],
            _ => {
                let covered = applying.iter().filter(|r| r.state == State::Covered).count();
                vec![Gap { parts: Some((covered, applying.len())), ..Gap::of(Why::Parts) }]
            }
        };
        (rows[i].state, rows[i].gaps) = (state, gaps);
    }
}
