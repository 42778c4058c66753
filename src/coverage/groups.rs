//! A group of controls against several documents and records: a matrix in which each cell is decided by itself (R163), and
//! how clauses stand before and after.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::concordance::in_order as editions_in_order;
use super::queries::coverage;
use super::state::State;
use crate::day::Day;
use crate::error::Result;
use crate::items::{self, Item, ItemId};
use crate::mapping::{self, ControlAt, ControlState, Limits, Proposer};
use crate::standards::{ClauseRef, EditionId, Said, catalogue};
use crate::systems;

/// A group of controls opened.
#[derive(Debug, Serialize, TS)]
pub struct GroupOpened {
    /// The group, as `27001:2013/A.16`.
    pub group: ClauseRef,
    /// Its title.
    pub title: String,
    /// The first documents and records, in the order of the cells.
    pub items: Vec<Item>,
    /// How many there are, as far as was looked.
    pub total: usize,
    /// Whether it ended there: in a large organisation there are more.
    pub cut_short: bool,
    /// What is to be known of all that is proposed, said once.
    pub notes: Vec<String>,
    /// The same by code and values.
    pub said: Vec<Said>,
    /// Its controls, or those that took their place in the edition held.
    pub controls: Vec<ControlRow>,
    /// How many cells are decided, of all items looked at.
    pub decided: usize,
    /// How many wait, of all items looked at.
    pub open: usize,
}

/// A control with a cell for each document and record.
#[derive(Debug, Serialize, TS)]
pub struct ControlRow {
    /// The control.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// How it stands in the whole system; none for an edition that is not held.
    pub stands: Option<State>,
    /// How each item stands to it.
    pub cells: Vec<ControlAt>,
}

/// So many times as many documents and records are looked at as stand side by side, unless these need more.
const LOOKED_AT: usize = 25;

/// How a clause stands before and after a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClauseChange {
    /// The clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// Before.
    pub before: State,
    /// After.
    pub after: State,
    /// How many points decisions on proposals opened there.
    pub opens: usize,
}

/// Opens a group, as `27001/A.16`, for these documents and records, or for all that something in it is proposed for. Where
/// rows are named they stand instead of the group's controls: a clause with its counterparts. At most `most` of the items
/// stand side by side.
///
/// # Errors
/// `unknown_standard`, `unknown_edition`, `unknown_clause`; `not_found` for an item.
pub fn open_group(
    db: &Connection,
    group: &str,
    rows: &[String],
    names: &[String],
    most: usize,
    day: Day,
) -> Result<GroupOpened> {
    let held = editions_in_order(db, None)?;
    let group = catalogue().reference(group, &held)?;
    let mut controls = match rows {
        [] => mapping::controls_of(&group.to_string(), &held)?,
        rows => rows.iter().map(|row| catalogue().reference(row, &held)).collect::<Result<Vec<_>>>()?,
    };
    let items = if names.is_empty() {
        concerned(db, &group, &controls, &held)?
    } else {
        names.iter().map(|name| items::find(db, name)).collect::<Result<_>>()?
    };
    let asked_for = controls.len();
    if !rows.is_empty() {
        controls.extend(headings(&controls));
    }
    let (proposer, limits) = (Proposer::new(db, &held)?, Limits::read(db)?);
    let (mut columns, mut total) = (Vec::new(), 0);
    let mut counts = vec![(0, 0); controls.len()];
    let mut cut_short = false;
    for (looked, item) in items.into_iter().enumerate() {
        cut_short = columns.len() >= most && looked >= most * LOOKED_AT;
        if cut_short {
            break;
        }
        let (proposals, links) = (proposer.of(item)?, mapping::of_item(db, item)?);
        let seen = mapping::group(db, item, &group.to_string(), &controls, (&proposals, &links), limits.as_ref())?;
        let mut concerns = false;
        for (at, control) in seen.controls.iter().enumerate() {
            let waits = control.state == ControlState::Proposed;
            let settled = matches!(control.state, ControlState::Accepted | ControlState::Declined);
            concerns |= waits || (settled && at < asked_for);
            counts[at] = (counts[at].0 + usize::from(settled), counts[at].1 + usize::from(waits));
        }
        if names.is_empty() && !concerns {
            continue;
        }
        total += 1;
        if columns.len() < most {
            columns.push((items::name(db, item)?, seen));
        }
    }
    let mut notes: Vec<String> = columns.first().map(|(_, seen)| seen.notes.clone()).unwrap_or_default();
    notes.retain(|note| columns.iter().all(|(_, seen)| seen.notes.contains(note)));
    let states = standing(db, &controls, day)?;
    let shown = in_order(&controls, asked_for, |at| counts[at].1 > 0);
    let (decided, open) = shown.iter().fold((0, 0), |sum, at| (sum.0 + counts[*at].0, sum.1 + counts[*at].1));
    let rows: Vec<ControlRow> = shown
        .into_iter()
        .filter_map(|at| Some((at, controls.get(at)?)))
        .map(|(at, reference)| ControlRow {
            reference: reference.clone(),
            title: catalogue().title(reference),
            stands: states.get(reference).copied(),
            cells: columns.iter().filter_map(|(_, seen)| seen.controls.get(at).cloned()).collect(),
        })
        .collect();
    Ok(GroupOpened {
        title: catalogue().title(&group),
        group,
        items: columns.into_iter().map(|(item, _)| item).collect(),
        said: Said::all(&notes),
        notes,
        total,
        cut_short,
        decided,
        open,
        controls: rows,
    })
}

/// The headings above clauses, which stand in the matrix where something waits there: what is decided at a heading holds for
/// its parts, though not for what a standard added below it.
fn headings(clauses: &[ClauseRef]) -> Vec<ClauseRef> {
    let parts = clauses.iter().filter(|c| catalogue().own(c).is_none());
    let above = parts.flat_map(|c| catalogue().ancestors(c)).map(|c| c.reference.clone());
    let found: BTreeSet<ClauseRef> = above.filter(|c| !c.in_annex() && !clauses.contains(c)).collect();
    found.into_iter().collect()
}

/// The places of the clauses asked for, and of the headings behind them that stand, each before the first of its parts.
fn in_order(clauses: &[ClauseRef], asked_for: usize, stands: impl Fn(usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::new();
    for (at, clause) in clauses.iter().enumerate().take(asked_for) {
        let above = (asked_for..clauses.len()).filter(|h| stands(*h) && clause.is_below(&clauses[*h]));
        let new: Vec<usize> = above.filter(|h| !order.contains(h)).collect();
        order.extend(new);
        order.push(at);
    }
    order
}

/// The documents and records that are mapped to the controls or to what the group corresponds to.
fn concerned(db: &Connection, group: &ClauseRef, controls: &[ClauseRef], held: &[EditionId]) -> Result<Vec<ItemId>> {
    let mut clauses: BTreeSet<ClauseRef> = controls.iter().cloned().collect();
    for control in controls {
        // What is mapped to a heading counts for what stands below it.
        clauses.extend(catalogue().ancestors(control).map(|c| c.reference.clone()));
        clauses.extend(catalogue().limited_sources(control));
    }
    for edition in held.iter().filter(|e| e.standard != group.standard) {
        for from in std::iter::once(group).chain(controls) {
            for hit in catalogue().correlate(from, Some(edition)).into_iter().flat_map(|answer| answer.matches) {
                clauses.extend(catalogue().ancestors(&hit.clause).map(|c| c.reference.clone()));
                clauses.extend(catalogue().descendants(&hit.clause).map(|c| c.reference.clone()));
                clauses.insert(hit.clause);
            }
        }
    }
    let mut found = BTreeSet::new();
    for clause in clauses {
        found.extend(mapping::items_of_clause(db, &clause)?);
    }
    Ok(found.into_iter().collect())
}

/// How clauses stand in the whole of their systems; those of editions that are not held are left out.
pub fn standing(db: &Connection, clauses: &[ClauseRef], day: Day) -> Result<BTreeMap<ClauseRef, State>> {
    let held = systems::editions_held(db)?;
    let mut found = BTreeMap::new();
    for edition in held.iter().filter(|e| clauses.iter().any(|c| c.edition_id() == **e)) {
        let rows = coverage(db, edition, None, day)?.rows;
        found.extend(rows.into_iter().filter(|r| clauses.contains(&r.reference)).map(|r| (r.reference, r.state)));
    }
    Ok(found)
}

/// The codes of the documents and records of which mappings to other standards were accepted from a control.
pub fn following_codes(db: &Connection, control: &ClauseRef) -> Result<Vec<String>> {
    let mut codes =
        mapping::following(db, control)?.into_iter().map(|item| items::code(db, item)).collect::<Result<Vec<_>>>()?;
    codes.sort();
    Ok(codes)
}

/// What a change did to clauses: those decided on, and above them what stands differently.
pub fn changed(
    decided: &[ClauseRef],
    before: &BTreeMap<ClauseRef, State>,
    after: &BTreeMap<ClauseRef, State>,
) -> Vec<ClauseChange> {
    let both = before.iter().filter_map(|(reference, before)| Some((reference, *before, *after.get(reference)?)));
    both.filter(|(reference, before, after)| before != after || decided.contains(reference))
        .map(|(reference, before, after)| ClauseChange {
            reference: reference.clone(),
            title: catalogue().title(reference),
            before,
            after,
            opens: 0,
        })
        .collect()
}
