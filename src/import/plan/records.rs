//! Records of a plan, with what the evidence index says of them.

use std::collections::HashMap;

use super::input::{Found, ImportInput};
use super::kinds::Weighed;
use super::model::{Doubt, ImportPlan, PlannedRecord};
use super::rows::Rows;
use super::{compare, doubts};
use crate::day::Day;
use crate::import::problem::Problem;
use crate::questions::Reading;
use crate::reading::{FileName, stem};
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
        if row.is_none() && !input.index.is_empty() {
            out.problems.push(Problem::file(
                &found.path,
                "record_not_in_index",
                "The record is not in the evidence index; it is filed without clauses and dates.",
            ));
        }
        let contradiction = |a: Option<Day>, b: Option<Day>| a.zip(b).is_some_and(|(a, b)| a > b);
        let sane =
            row.filter(|r| !contradiction(r.period_from, r.period_to) && !contradiction(r.collected, r.valid_until));
        if let (Some(row), None) = (row, sane) {
            out.problems.push(Problem::row(
                "evidence_index",
                row.row,
                None,
                "dates_contradict",
                format!("The dates of {} contradict each other; it is filed without them.", row.file),
            ));
        }
        let words = row.map(|row| doubts::of_record(input, row));
        let dates = ["period_from", "period_to", "collected", "valid_until"];
        let mut open: Vec<Doubt> = dates
            .iter()
            .filter_map(|name| doubts::day(name, words.as_ref()?.get(*name)?.clone(), row?.unsure_dots))
            .collect();
        open.extend(weighed.doubt.then(|| doubts::nature(found, weighed, name)));
        out.records.push(PlannedRecord {
            title: stem(&found.path),
            path: found.path.clone(),
            kind: folder.to_lowercase(),
            row: row.map(|r| r.row),
            clauses: row.map(|r| doubts::known(input.known, &r.clauses)).unwrap_or_default(),
            period_from: sane.and_then(|r| r.period_from),
            period_to: sane.and_then(|r| r.period_to),
            collected: sane.and_then(|r| r.collected),
            valid_until: sane.and_then(|r| r.valid_until),
            note: row.map(|r| r.note.clone()).unwrap_or_default(),
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
