//! Rows about the same control: repeated, contradicting each other, or become one with the edition. One is taken, the others
//! are said.

use std::collections::BTreeMap;

use super::model::{Answers, DoubtKind, Outcome};
use super::plan::Planned;
use super::said::doubt;
use crate::standards::ClauseRef;

/// Settles them among each other.
pub(super) fn settle(rows: &mut [Planned], answers: &Answers) {
    merged(rows);
    let mut about: BTreeMap<ClauseRef, Vec<usize>> = BTreeMap::new();
    for (n, row) in rows.iter().enumerate().filter(|(_, row)| row.shown.outcome == Outcome::Decided) {
        for reference in &row.on {
            about.entry(reference.clone()).or_default().push(n);
        }
    }
    for same in about.into_values().filter(|same| same.len() > 1) {
        duplicates(rows, &same, answers);
    }
}

/// Of several controls that became one, one that was answered settles the others.
fn merged(rows: &mut [Planned]) {
    let target = |row: &Planned| {
        let asked = row.shown.doubts.iter().find(|doubt| doubt.what == DoubtKind::Merged)?;
        let taken = row.shown.outcome == Outcome::Decided && asked.answer.is_some();
        Some((row.may_be.first()?.clone(), taken))
    };
    let taken: Vec<ClauseRef> = rows.iter().filter_map(target).filter(|(_, taken)| *taken).map(|(to, _)| to).collect();
    for row in rows.iter_mut().filter(|row| row.shown.outcome == Outcome::Asked) {
        if target(row).is_some_and(|(to, _)| taken.contains(&to)) {
            row.shown.outcome = Outcome::LeftOut;
            row.shown.why = Some("other_row");
        }
    }
}

fn duplicates(rows: &mut [Planned], same: &[usize], answers: &Answers) {
    let Some((first, others)) = same.split_first() else { return };
    if others.iter().all(|n| rows[*n].change == rows[*first].change && rows[*n].on == rows[*first].on) {
        for n in others {
            rows[*n].shown.outcome = Outcome::LeftOut;
            rows[*n].shown.why = Some("repeated");
        }
        return;
    }
    let keys: Vec<String> = same.iter().map(|n| rows[*n].shown.key.clone()).collect();
    let mut taken = Vec::new();
    for n in same {
        let row = &mut rows[*n];
        let answered = answers.get(&row.shown.key).map_or(&[][..], Vec::as_slice);
        let others: Vec<&str> = keys.iter().map(String::as_str).filter(|key| *key != row.shown.key).collect();
        let asked = doubt(DoubtKind::Duplicate, others.join(", "), &["take", "leave"], answered);
        match asked.answer.as_deref() {
            Some("take") => taken.push(*n),
            Some(_) => {
                row.shown.outcome = Outcome::LeftOut;
                row.shown.why = Some("answered");
            }
            None => {}
        }
        if !row.shown.doubts.iter().any(|known| known.what == DoubtKind::Duplicate) {
            row.shown.doubts.push(asked);
        }
    }
    let open: Vec<usize> = same.iter().copied().filter(|n| rows[*n].shown.outcome == Outcome::Decided).collect();
    match (taken.as_slice(), open.as_slice()) {
        ([one], _) | ([], [one]) => {
            for n in open.iter().filter(|n| *n != one) {
                rows[*n].shown.outcome = Outcome::LeftOut;
                rows[*n].shown.why = Some("other_row");
            }
        }
        _ => {
            for n in &open {
                rows[*n].shown.outcome = Outcome::Asked;
            }
        }
    }
}
