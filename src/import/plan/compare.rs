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
use crate::import::problem::Problem;
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
    for (what, code, given) in
        [("location", "location_empty", locations), ("next review", "next_review_empty", reviews)]
    {
        if !given && !input.master.is_empty() {
            let message =
                format!("No {what} is read for any document of the list. Look at its columns: --show-columns.");
            out.push(Problem::list(MASTER, code, message));
        }
    }
    for row in input.master {
        let mut say = |code: &'static str, message: String| {
            out.push(Problem::row(MASTER, row.row, Some(&row.number), code, message));
        };
        if locations && row.location.is_none() {
            say("location_empty", format!("The list gives no location for {}.", row.number));
        }
        if let Some(first) = rows.numbered(&row.number).filter(|f| f.row != row.row) {
            say(
                "duplicate_number",
                format!(
                    "{} is used in row {} too, by “{}”; this row changes nothing.",
                    row.number, first.row, first.title
                ),
            );
            continue;
        }
        dates(row, reviews, &mut say);
        clauses(&row.clauses, input.known, &mut say);
        match families.get(&number_key(&row.number)) {
            None => {
                let kind = if state(&row.status).is_some_and(State::out_of_use) {
                    "withdrawn, no file"
                } else {
                    "no file with that number"
                };
                say("file_missing", format!("{}: {kind}. It is tracked from the list alone.", row.number));
            }
            Some(family) => files(rows, row, family, &mut say),
        }
    }
}

/// What a row's clauses name that there is not.
fn clauses(cell: &ClauseCell, known: Known<'_>, say: &mut impl FnMut(&'static str, String)) {
    for (standard, clause) in cell.clauses.iter().filter(|(s, c)| !known(s, c)) {
        say("unknown_clause", format!("{standard} has no clause {clause}; it is left out."));
    }
    for part in &cell.unread {
        say("unknown_clause", format!("“{part}” names no clause; it is left out."));
    }
    for clause in &cell.of_another_edition {
        let now: Vec<&str> = catalogue().successors(clause).iter().map(|now| now.clause.as_str()).collect();
        let became = match now.as_slice() {
            [] => String::from("nothing took its place in the edition held here"),
            now => format!("{} took its place in the edition held here", now.join(", ")),
        };
        say(
            "clause_of_other_edition",
            format!(
                "{} is left out: {became}. Map what it means by hand, or hold {} too.",
                clause.dated(),
                clause.edition_id()
            ),
        );
    }
    for number in &cell.either {
        let bare = number.rsplit(' ').next().unwrap_or(number);
        say(
            "clause_or_control",
            format!(
                "{number} is a clause and, as A.{bare}, a control of Annex A; which is meant, nobody says, and it is left \
                 out. Say so in the columns of the list: clauses 27001, or clauses 27001 A."
            ),
        );
    }
}

fn dates(row: &MasterRow, reviews: bool, say: &mut impl FnMut(&'static str, String)) {
    let approved = row.approved_on.as_deref().filter(|words| words.contains(char::is_alphanumeric));
    if let Some(words) = approved.filter(|words| due_among(words, row.unsure_dots).is_none()) {
        say("unreadable_date", format!("The day of approval “{words}” is no date."));
    }
    match &row.next_review {
        None if !reviews => {}
        None => say("next_review_empty", format!("The list gives no next review for {}.", row.number)),
        Some(Err(text)) => say("unreadable_date", format!("The next review “{text}” is no date.")),
        Some(Ok(due @ Due::Month { .. })) => {
            say("imprecise_date", format!("The next review is known to the month only: {due}."));
        }
        Some(Ok(due @ Due::Ambiguous { .. })) => {
            say("ambiguous_date", format!("The next review can be read in two ways: {due}."));
        }
        Some(Ok(Due::Day { .. })) => {}
    }
}

fn files(rows: &Rows<'_>, row: &MasterRow, family: &Family<'_>, say: &mut impl FnMut(&'static str, String)) {
    for location in row.location.as_deref().unwrap_or_default().lines() {
        if !rows.has_path(location) && !rows.has_folder(location) {
            say("location_not_found", format!("There is no file at {location}; the number was found elsewhere."));
        }
    }
    let Some((newest, files)) = family.newest() else { return };
    let problem = files.iter().find_map(|f| f.found.extracted.problem);
    let readable = files.iter().any(|f| f.found.extracted.problem.is_none());
    match problem.filter(|_| !readable) {
        Some(Unsearchable::Empty) => say("file_empty", format!("The file of {} has no content.", row.number)),
        Some(Unsearchable::Damaged) => say("file_unreadable", format!("The file of {} is damaged.", row.number)),
        Some(Unsearchable::Locked) => say("file_unreadable", format!("The file of {} needs a password.", row.number)),
        _ => {}
    }
    if let Some(version) = &row.version {
        match compare_versions(version, newest) {
            Ordering::Less => say(
                "version_older_than_newest_file",
                format!("The list says version {version}, the newest file is {newest}; the file counts."),
            ),
            Ordering::Greater => say(
                "version_without_file",
                format!("The list says version {version}, the newest file is {newest}; no file has that version."),
            ),
            Ordering::Equal => {}
        }
    }
    if state(&row.status) == Some(State::Effective) {
        if files.iter().any(DocumentFile::draft) {
            say(
                "status_differs",
                format!("The list says {}, the file or its name says draft; it counts as a draft.", row.status),
            );
        } else if files.iter().all(DocumentFile::obsolete) {
            say(
                "status_differs",
                format!(
                    "The list says {}, the file, its name or its folder says out of use; it counts as withdrawn.",
                    row.status
                ),
            );
        }
    }
    let Some(control) = family.control() else { return };
    if let Some(title) = control.title.as_ref().filter(|t| fold(t) != fold(&row.title)) {
        say("title_differs", format!("The list says “{}”, the document “{title}”; the document's counts.", row.title));
    }
    if let Some(owner) = control.owner.as_ref().filter(|o| fold(o) != fold(&row.owner) && !row.owner.is_empty()) {
        say("owner_differs", format!("The list says {}, the document {owner}; the list's counts.", row.owner));
    }
}

/// Compares the evidence index with the files.
pub(super) fn evidence_index(input: &ImportInput<'_>, rows: &Rows<'_>, out: &mut Vec<Problem>) {
    for row in input.index {
        let mut say = |code: &'static str, message: String| {
            let mut problem = Problem::row(INDEX, row.row, None, code, message);
            problem.path = Some(row.file.clone());
            out.push(problem);
        };
        if !rows.has_file(row) {
            say("index_file_missing", String::from("There is no such file; nothing was filed for this row."));
        }
        if rows.has_file(row) && row.clauses == ClauseCell::default() {
            say("index_row_without_clauses", String::from("The row names no clauses; the record is filed without."));
        }
        clauses(&row.clauses, input.known, &mut say);
        for text in &row.unread_dates {
            say("unreadable_date", format!("“{text}” is no exact day; the date is left out."));
        }
    }
}
