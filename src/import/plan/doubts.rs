//! What a plan cannot decide, with what was read and what it can mean. No reading is preferred.

use super::families::Family;
use super::input::{Found, ImportInput, Known};
use super::model::{Doubt, Doubtful, RowWords};
use crate::day::Due;
use crate::import::clauses::clauses_text;
use crate::import::index::IndexRow;
use crate::import::master::MasterRow;
use crate::lists::Words;
use crate::questions::{CLAUSES, Cell, List, Reading, Said};
use crate::reading::{
    ClauseCell, Control, FileName, Sign, Weighed, document_kind, due, due_among, readings_of_words, stem, title_of,
};
use crate::text::{fold, nfc};
use crate::words::Header;

/// The particulars of a document that a master list may hold, under the headers of their columns.
const OF_DOCUMENTS: &[(&str, Header)] = &[
    ("title", Header::Title),
    ("kind", Header::Kind),
    ("owner", Header::Owner),
    ("approver", Header::Approver),
    ("classification", Header::Classification),
    ("distribution", Header::Distribution),
    ("retention", Header::Retention),
    ("review_interval", Header::Interval),
    ("next_review", Header::NextReview),
    ("approved_on", Header::ApprovedOn),
    ("status", Header::Status),
    ("location", Header::Location),
];

/// Those of a record that an evidence index may hold.
const OF_RECORDS: &[(&str, Header)] = &[
    ("period_from", Header::PeriodFrom),
    ("period_to", Header::PeriodTo),
    ("collected", Header::Collected),
    ("valid_until", Header::ValidUntil),
    ("note", Header::Note),
];

/// The clauses that a cell names and that there are.
pub(super) fn known(known: Known<'_>, cell: &ClauseCell) -> Vec<(String, String)> {
    cell.clauses.iter().filter(|(standard, clause)| known(standard, clause)).cloned().collect()
}

/// The clauses of a row in one form, whatever columns they stand in; empty where the row names none.
fn clauses(named: Vec<(String, String)>, cells: &[Words], list: List, file: &str, row: usize) -> (String, Said) {
    let there = said(&[(CLAUSES, Header::Clauses)], cells, list, file, row).remove(CLAUSES);
    let empty = || Said { source: list.into(), row: Some(row), ..Said::file(file, String::new(), String::new()) };
    (CLAUSES.to_owned(), Said { words: clauses_text(&named), ..there.unwrap_or_else(empty) })
}

/// What a row of the master list says, by particular.
pub(super) fn of_document(input: &ImportInput<'_>, row: &MasterRow) -> RowWords {
    let (list, file) = (List::MasterList, input.master_name);
    let mut all = said(OF_DOCUMENTS, &row.words, list, file, row.row);
    all.extend(row.names_clauses.then(|| clauses(known(input.known, &row.clauses), &row.words, list, file, row.row)));
    all
}

/// What a row of the evidence index says, by particular.
pub(super) fn of_record(input: &ImportInput<'_>, row: &IndexRow) -> RowWords {
    let (list, file) = (List::EvidenceIndex, input.index_name);
    let mut all = said(OF_RECORDS, &row.words, list, file, row.row);
    all.extend(row.names_clauses.then(|| clauses(known(input.known, &row.clauses), &row.words, list, file, row.row)));
    all
}

/// The place of the file that a row of the evidence index speaks of.
pub(super) fn place(input: &ImportInput<'_>, row: &IndexRow) -> Said {
    let all = said(&[("place", Header::Location)], &row.words, List::EvidenceIndex, input.index_name, row.row);
    all.into_values().next().unwrap_or_else(|| Said::file(&row.file, "", &row.file))
}

/// By what a row is known to a reader.
const KNOWN_BY: [Header; 4] = [Header::Number, Header::Title, Header::Status, Header::Location];

fn said(names: &[(&str, Header)], cells: &[Words], list: List, file: &str, row: usize) -> RowWords {
    let one = |cell: &Words| Said {
        words: cell.words.clone(),
        source: list.into(),
        name: file.to_owned(),
        row: Some(row),
        column: cell.column.clone(),
        beside: cells
            .iter()
            .filter(|other| KNOWN_BY.contains(&other.header) && other.header != cell.header)
            .map(|other| Cell { column: other.column.clone(), words: other.words.clone() })
            .collect(),
    };
    names
        .iter()
        .filter_map(|(name, header)| {
            cells.iter().find(|cell| cell.header == *header).map(|cell| ((*name).to_owned(), one(cell)))
        })
        .collect()
}

/// What is open about the dates and particulars of a document that has files.
/// `unsure` is that of the list's dates with dots.
pub(super) fn document(family: &Family<'_>, control: &Control, listed: Option<&RowWords>, unsure: bool) -> Vec<Doubt> {
    let path = family.newest().and_then(|(_, files)| files.first()).map_or("", |f| f.found.path.as_str());
    let own = |words: &Option<String>| words.as_ref().map(|words| Said::file(path, "", words));
    let mut doubts = Vec::new();
    let list = |name: &str| listed.and_then(|row| row.get(name)).cloned();
    // A list that leaves the cell empty says that there is none.
    let next_review = own(&control.next_review).filter(|_| listed.is_none_or(|row| row.contains_key("next_review")));
    doubts.extend(date("next_review", list("next_review"), next_review, unsure));
    for (name, words) in [
        ("title", &control.title),
        ("owner", &control.owner),
        ("approver", &control.approver),
        ("classification", &control.classification),
    ] {
        if let (Some(list), Some(own)) = (list(name), own(words)) {
            doubts.extend(disagreement(name, list, own));
        }
    }
    doubts
}

/// Two places that say different things of one particular.
fn disagreement(name: &str, list: Said, own: Said) -> Option<Doubt> {
    if fold(&list.words) == fold(&own.words) {
        return None;
    }
    let readings = [&list, &own].map(|said| Reading::Value(nfc(&said.words))).to_vec();
    Some(Doubt { on: Doubtful::Particular(name.to_owned()), said: vec![list, own], readings })
}

/// A date with several readings or none, or on which a list and a file disagree.
pub(super) fn date(name: &str, list: Option<Said>, own: Option<Said>, unsure: bool) -> Option<Doubt> {
    let unsure = unsure && list.is_some();
    let said: Vec<Said> = [list, own].into_iter().flatten().collect();
    let first = said.first()?;
    let doubt = |said, readings| Some(Doubt { on: Doubtful::Date(name.to_owned()), said, readings });
    let Some(exact @ (Due::Day { .. } | Due::Month { .. })) = due_among(&first.words, unsure) else {
        let readings = readings(&first.words, unsure);
        return doubt(said, readings);
    };
    let other = said.get(1).and_then(|own| due(&own.words));
    match other {
        Some(other) if apart(exact, other) => {
            let readings = [exact, other].into_iter().flat_map(each).map(Reading::Date).collect();
            doubt(said, readings)
        }
        _ => None,
    }
}

/// Whether two dates cannot mean the same day.
fn apart(a: Due, b: Due) -> bool {
    match b {
        Due::Ambiguous { day_first, month_first } => ![day_first, month_first].into_iter().any(|day| {
            let day = Due::Day { day };
            !apart(a, day)
        }),
        _ => a.latest() < b.earliest() || b.latest() < a.earliest(),
    }
}

/// Each reading of a date.
pub(super) fn each(due: Due) -> Vec<Due> {
    match due {
        Due::Ambiguous { day_first, month_first } => [day_first, month_first].map(|day| Due::Day { day }).to_vec(),
        exact => vec![exact],
    }
}

/// What words in the place of a date can mean: its readings; else days or months, where they name some, or no day.
pub(super) fn readings(words: &str, unsure: bool) -> Vec<Reading> {
    match due_among(words, unsure) {
        Some(read) => each(read).into_iter().map(Reading::Date).collect(),
        None => readings_of_words(words).into_iter().map(Reading::Date).chain([Reading::NoDate]).collect(),
    }
}

/// A date of a record, which is a day: a month is its first day, its last, or none.
pub(super) fn day(name: &str, list: Said, unsure: bool) -> Option<Doubt> {
    let readings = match due_among(&list.words, unsure) {
        Some(Due::Day { .. }) => return None,
        Some(Due::Month { first }) => [first, first.month_end()]
            .map(|day| Reading::Date(Due::Day { day }))
            .into_iter()
            .chain([Reading::NoDate])
            .collect(),
        _ => readings(&list.words, unsure),
    };
    Some(Doubt { on: Doubtful::Date(name.to_owned()), said: vec![list], readings })
}

/// What a row of the master list says under one header.
pub(super) fn cell(input: &ImportInput<'_>, row: &MasterRow, header: Header) -> Option<Said> {
    said(&[("", header)], &row.words, List::MasterList, input.master_name, row.row).remove("")
}

/// Whether a file is a document or a record, with the signs for either beside it.
pub(super) fn nature(found: &Found, weighed: &Weighed, name: &FileName) -> Doubt {
    let title = title_of(&found.extracted, name).unwrap_or_else(|| name.title.clone());
    let title = if title.is_empty() { name.number.clone().unwrap_or_else(|| stem(&found.path)) } else { title };
    let speaks_for = |sign: &Sign| Cell { column: String::from("speaks_for"), words: sign.speaks_for.to_owned() };
    let one = |sign: &Sign| Said { beside: vec![speaks_for(sign)], ..Said::file(&found.path, sign.sign, &sign.words) };
    let said = weighed.why.iter().map(one).collect();
    let on = Doubtful::DocumentOrRecord {
        code: name.number.clone().unwrap_or_else(|| nfc(&title)),
        kind: document_kind(&title, &found.path),
        label: name.version.clone().unwrap_or_else(|| "1".to_owned()),
        title: nfc(&title),
    };
    Doubt { on, said, readings: vec![Reading::Document, Reading::Kept] }
}

/// Where a document stands, where the words are not understood or the file says otherwise.
pub(super) fn status(said: Vec<Said>, readings: &[Reading]) -> Doubt {
    Doubt { on: Doubtful::Status, said, readings: readings.to_vec() }
}

/// A file that a list names, or should name, and that is not there.
pub(super) fn missing(path: Option<&str>, said: Vec<Said>, readings: &[Reading]) -> Doubt {
    let path = path.unwrap_or_default().to_owned();
    Doubt { on: Doubtful::MissingFile(path), said, readings: readings.to_vec() }
}
