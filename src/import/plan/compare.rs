//! What the lists say against what the files say. Nothing is settled here; every disagreement is named.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::document_file::DocumentFile;
use super::families::Family;
use super::input::{ImportInput, Known};
use super::rows::Rows;
use crate::day::Due;
use crate::extract::Unsearchable;
use crate::import::master::MasterRow;
use crate::import::oddities;
use crate::import::problem::{Problem, Said};
use crate::reading::{ClauseCell, compare_versions, due_among, number_key};
use crate::standards::catalogue;
use crate::text::fold;
use crate::words::{State, state};

const MASTER: &str = "master_list";
const INDEX: &str = "evidence_index";

/// Compares the master list with the files.
pub(super) fn master_list(input: &ImportInput<'_>, rows: &Rows<'_>, families: &[Family<'_>], out: &mut Vec<Problem>) {
    let families: HashMap<String, &Family<'_>> = families.iter().map(|f| (number_key(&f.code), f)).collect();
    let some = |has: fn(&MasterRow) -> bool| input.master.iter().any(has);
    let (locations, reviews) = (some(|row| row.location.is_some()), some(|row| row.next_review.is_some()));
    // What the list says of no document is said once.
    if !input.master.is_empty() {
        let nowhere =
            [(!locations).then(oddities::no_location_anywhere), (!reviews).then(oddities::no_next_review_anywhere)];
        out.extend(nowhere.into_iter().flatten().map(|said| Problem::list(MASTER, said)));
    }
    for row in input.master {
        let mut say = |said: Said| out.push(Problem::row(MASTER, row.row, Some(&row.number), said));
        if locations && row.location.is_none() {
            say(oddities::location_empty(&row.number));
        }
        if let Some(first) = rows.numbered(&row.number).filter(|f| f.row != row.row) {
            say(oddities::duplicate_number(&row.number, first.row, &first.title));
            continue;
        }
        dates(row, reviews, &mut say);
        clauses(&row.clauses, input.known, &mut say);
        match families.get(&number_key(&row.number)) {
            None => {
                let ended = state(&row.status).is_some_and(State::out_of_use);
                let missing = if ended { oddities::file_missing_withdrawn } else { oddities::file_missing };
                say(missing(&row.number));
            }
            Some(family) => files(rows, row, family, &mut say),
        }
    }
}

/// What a row's clauses name that there is not.
fn clauses(cell: &ClauseCell, known: Known<'_>, say: &mut impl FnMut(Said)) {
    for (standard, clause) in cell.clauses.iter().filter(|(s, c)| !known(s, c)) {
        say(oddities::unknown_clause(standard, clause));
    }
    for part in &cell.unread {
        say(oddities::no_clause(part));
    }
    for clause in &cell.of_another_edition {
        let now: Vec<&str> = catalogue().successors(clause).iter().map(|now| now.clause.as_str()).collect();
        let (was, edition) = (clause.dated(), clause.edition_id());
        say(match now.as_slice() {
            [] => oddities::clause_without_successor(was, edition),
            now => oddities::clause_of_other_edition(was, now.join(", "), edition),
        });
    }
    for number in &cell.either {
        let bare = number.rsplit(' ').next().unwrap_or(number);
        say(oddities::clause_or_control(number, format!("A.{bare}")));
    }
}

fn dates(row: &MasterRow, reviews: bool, say: &mut impl FnMut(Said)) {
    let approved = row.approved_on.as_deref().filter(|words| words.contains(char::is_alphanumeric));
    if let Some(words) = approved.filter(|words| due_among(words, row.unsure_dots).is_none()) {
        say(oddities::approval_day_unreadable(words));
    }
    match &row.next_review {
        None if !reviews => {}
        None => say(oddities::next_review_empty(&row.number)),
        Some(Err(text)) => say(oddities::next_review_unreadable(text)),
        Some(Ok(due @ Due::Month { .. })) => say(oddities::next_review_imprecise(due)),
        Some(Ok(Due::Ambiguous { day_first, month_first })) => {
            say(oddities::next_review_ambiguous(day_first, month_first));
        }
        Some(Ok(Due::Day { .. })) => {}
    }
}

fn files(rows: &Rows<'_>, row: &MasterRow, family: &Family<'_>, say: &mut impl FnMut(Said)) {
    for location in row.location.as_deref().unwrap_or_default().lines() {
        if !rows.has_path(location) && !rows.has_folder(location) {
            say(oddities::location_not_found(location));
        }
    }
    let Some((newest, files)) = family.newest() else { return };
    let problem = files.iter().find_map(|f| f.found.extracted.problem);
    let readable = files.iter().any(|f| f.found.extracted.problem.is_none());
    match problem.filter(|_| !readable) {
        Some(Unsearchable::Empty) => say(oddities::listed_file_empty(&row.number)),
        Some(Unsearchable::Damaged) => say(oddities::listed_file_damaged(&row.number)),
        Some(Unsearchable::Locked) => say(oddities::listed_file_locked(&row.number)),
        _ => {}
    }
    if let Some(version) = &row.version {
        match compare_versions(version, newest) {
            Ordering::Less => say(oddities::version_older_than_newest_file(version, newest)),
            Ordering::Greater => say(oddities::version_without_file(version, newest)),
            Ordering::Equal => {}
        }
    }
    if state(&row.status) == Some(State::Effective) {
        if files.iter().any(DocumentFile::draft) {
            say(oddities::status_differs_draft(&row.status));
        } else if files.iter().all(DocumentFile::obsolete) {
            say(oddities::status_differs_obsolete(&row.status));
        }
    }
    let Some(control) = family.control() else { return };
    if let Some(title) = control.title.as_ref().filter(|t| fold(t) != fold(&row.title)) {
        say(oddities::title_differs(&row.title, title));
    }
    if let Some(owner) = control.owner.as_ref().filter(|o| fold(o) != fold(&row.owner) && !row.owner.is_empty()) {
        say(oddities::owner_differs(&row.owner, owner));
    }
}

/// Compares the evidence index with the files.
pub(super) fn evidence_index(input: &ImportInput<'_>, rows: &Rows<'_>, out: &mut Vec<Problem>) {
    for row in input.index {
        let mut say = |said: Said| {
            out.push(Problem { path: Some(row.file.clone()), ..Problem::row(INDEX, row.row, None, said) });
        };
        if !rows.has_file(row) {
            say(oddities::index_file_missing());
        }
        if rows.has_file(row) && row.clauses == ClauseCell::default() {
            say(oddities::index_row_without_clauses());
        }
        clauses(&row.clauses, input.known, &mut say);
        for text in &row.unread_dates {
            say(oddities::day_unreadable(text));
        }
    }
}
