//! Records of a plan, with what the evidence index says of them.

use std::collections::HashMap;

use super::input::{Found, ImportInput};
use super::mail::Mail;
use super::model::{Doubt, ImportPlan, PlannedRecord};
use super::rows::Rows;
use super::{compare, doubts};
use crate::day::Day;
use crate::import::editions::settle;
use crate::import::oddities;
use crate::import::problem::Problem;
use crate::questions::Reading;
use crate::reading::{ClauseCell, FileName, Weighed, stem};
use crate::standards::ClauseRef;
use crate::text::nfc;

pub(super) fn plan_records(
    input: &ImportInput<'_>,
    rows: &Rows<'_>,
    records: &[(&Found, Weighed, FileName)],
    out: &mut ImportPlan,
) {
    let mut copies: HashMap<String, String> = HashMap::new();
    for group in &out.duplicates {
        copies.extend(group.iter().skip(1).filter_map(|path| Some((path.clone(), group.first()?.clone()))));
    }
    for (found, weighed, name) in records {
        let row = rows.indexed(&found.path);
        let folder = found.path.rsplit('/').nth(1).map(nfc).unwrap_or_default();
        let says = rows.opened(&found.path).cloned().unwrap_or_default();
        let mail = Mail::of(found);
        if row.is_none() && says.within.is_empty() && !input.index.is_empty() {
            out.problems.push(Problem::file(&found.path, oddities::record_not_in_index()));
        }
        let contradiction = |a: Option<Day>, b: Option<Day>| a.zip(b).is_some_and(|(a, b)| a > b);
        let sane =
            row.filter(|r| !contradiction(r.period_from, r.period_to) && !contradiction(r.collected, r.valid_until));
        if let (Some(row), None) = (row, sane) {
            out.problems.push(Problem::row("evidence_index", row.row, None, oddities::dates_contradict(&row.file)));
        }
        let words = row.map(|row| doubts::of_record(input, row));
        let dates = ["period_from", "period_to", "collected", "valid_until"];
        let mut open: Vec<Doubt> = dates
            .iter()
            .filter_map(|name| doubts::day(name, words.as_ref()?.get(*name)?.clone(), row?.unsure_dots))
            .collect();
        open.extend(weighed.doubt.then(|| doubts::nature(found, weighed, name)));
        let clauses = match row {
            Some(row) => doubts::known(input.known, &row.clauses),
            None => held_of(input, found, &says.clauses, &mut out.problems),
        };
        out.records.push(PlannedRecord {
            title: says.title.clone().or_else(|| mail.title(&stem(&found.path))).unwrap_or_else(|| stem(&found.path)),
            path: found.path.clone(),
            kind: folder.to_lowercase(),
            row: row.map(|r| r.row),
            clauses,
            period_from: sane.map_or(says.period_from, |r| r.period_from),
            period_to: sane.map_or(says.period_to, |r| r.period_to),
            collected: sane.map_or(says.collected.or(mail.sent), |r| r.collected),
            valid_until: sane.map_or(says.valid_until, |r| r.valid_until),
            note: row.map(|r| r.note.clone()).unwrap_or_else(|| joined(&says.note, &mail.note)),
            source: Some(says.within.clone()).filter(|within| row.is_none() && !within.is_empty()),
            scope: rows.sites(&found.path).to_vec(),
            why: weighed.why.clone(),
            copy_of: copies.get(&found.path).cloned(),
            doubts: open,
            listed: words,
        });
    }
    for row in input.index {
        if !rows.has_file(row) {
            let said = doubts::place(input, row);
            out.doubts.push(doubts::missing(Some(&row.file), vec![said], &[Reading::Kept, Reading::NotKept]));
        }
    }
    compare::evidence_index(input, rows, &mut out.problems);
}

/// The clauses that another program held a file to; what there is not, or is of an edition that is not held, is named.
fn held_of(
    input: &ImportInput<'_>,
    found: &Found,
    clauses: &[(String, String)],
    problems: &mut Vec<Problem>,
) -> Vec<(String, String)> {
    let mut cell = ClauseCell { clauses: clauses.to_vec(), ..ClauseCell::default() };
    settle(&mut cell, input.held);
    let unknown = cell.clauses.iter().filter(|(standard, clause)| !(input.known)(standard, clause));
    let unknown = unknown.map(|(standard, clause)| format!("{standard} {clause}"));
    let other = cell.of_another_edition.iter().map(ClauseRef::dated);
    let named: Vec<String> = unknown.chain(other).chain(cell.unread.clone()).collect();
    problems.extend(named.into_iter().map(|words| Problem::file(&found.path, oddities::no_clause(words))));
    doubts::known(input.known, &cell)
}

fn joined(one: &str, other: &str) -> String {
    [one, other].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("; ")
}
