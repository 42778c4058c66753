//! Tables from other programs: where the header row is, and which column means what.

use crate::text::fold;

/// What a column can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Number,
    Title,
    Kind,
    Version,
    Status,
    Owner,
    Approver,
    ApprovedOn,
    NextReview,
    Interval,
    Clauses,
    Location,
    Distribution,
    Classification,
    Retention,
    From,
    To,
    Collected,
    ValidUntil,
    Note,
}

/// Header words, comparable; a header means a column when it equals one of its words or begins with it.
const WORDS: &[(Column, &[&str])] = &[
    (
        Column::Number,
        &[
            "doc no",
            "doc. no",
            "document no",
            "document number",
            "document id",
            "doc id",
            "number",
            "no.",
            "code",
            "dokument-nr",
            "dokumentnummer",
            "nummer",
            "nr",
        ],
    ),
    (Column::Title, &["title", "name", "document title", "titel", "bezeichnung"]),
    (Column::Kind, &["type", "kind", "category", "dokumentart", "art", "typ"]),
    (Column::Version, &["version", "revision", "rev", "issue", "fassung", "ausgabe"]),
    (Column::Status, &["status", "state", "zustand"]),
    (Column::Owner, &["owner", "responsible", "document owner", "verantwortlich", "eigentümer"]),
    (
        Column::ApprovedOn,
        &["approved on", "approval date", "date approved", "effective", "freigegeben am", "freigabedatum"],
    ),
    (Column::Approver, &["approver", "approved by", "freigegeben durch", "freigeber"]),
    (
        Column::NextReview,
        &["next review", "review date", "review due", "due", "nächste prüfung", "nächste überprüfung"],
    ),
    (Column::Interval, &["review cycle", "review interval", "cycle", "interval", "prüfzyklus", "intervall"]),
    (Column::Clauses, &["clauses", "clause", "iso", "requirement", "abschnitte", "normabschnitt"]),
    (Column::Location, &["location", "path", "file", "link", "ablage", "datei", "pfad"]),
    (Column::Distribution, &["distribution", "audience", "verteiler"]),
    (Column::Classification, &["classification", "confidentiality", "einstufung", "klassifizierung"]),
    (Column::Retention, &["retention", "keep", "aufbewahrung"]),
    (Column::From, &["period_from", "period from", "from", "von"]),
    (Column::To, &["period_to", "period to", "to", "bis"]),
    (Column::Collected, &["collected_on", "collected on", "collected", "erhoben am", "erfasst am"]),
    (Column::ValidUntil, &["valid_until", "valid until", "expires", "expiry", "gültig bis"]),
    (Column::Note, &["note", "notes", "remark", "comment", "bemerkung"]),
];

/// What a header cell means.
pub(super) fn meaning(header: &str) -> Option<Column> {
    let header = fold(header);
    if header.is_empty() {
        return None;
    }
    let words = |exact: bool| {
        WORDS.iter().find(|(_, words)| {
            words.iter().any(|w| {
                header == *w || (!exact && header.strip_prefix(w).is_some_and(|r| r.starts_with([' ', '(', ':', '.'])))
            })
        })
    };
    words(true).or_else(|| words(false)).map(|(column, _)| *column)
}

/// The header row: the first of the upper rows that has all the columns needed and means something in at least
/// half of its cells. Returns its index and the meaning of each column with the header's own text.
pub(super) fn header(rows: &[Vec<String>], needed: &[Column]) -> Option<(usize, Vec<Option<(Column, String)>>)> {
    rows.iter().take(40).enumerate().find_map(|(i, row)| {
        let columns: Vec<Option<(Column, String)>> =
            row.iter().map(|cell| meaning(cell).map(|c| (c, cell.clone()))).collect();
        let mut kinds: Vec<Column> = columns.iter().flatten().map(|(c, _)| *c).collect();
        kinds.dedup();
        let filled = row.iter().filter(|c| !c.trim().is_empty()).count();
        if needed.iter().all(|c| kinds.contains(c)) && kinds.len() * 2 >= filled { Some((i, columns)) } else { None }
    })
}

/// The cells of a row that mean one thing, empty ones left out.
pub(super) fn cells<'a>(
    row: &'a [String],
    columns: &'a [Option<(Column, String)>],
    wanted: Column,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    row.iter().zip(columns).filter_map(move |(cell, column)| match column {
        Some((c, header)) if *c == wanted && !cell.trim().is_empty() => Some((header.as_str(), cell.trim())),
        _ => None,
    })
}

/// The first such cell.
pub(super) fn cell(row: &[String], columns: &[Option<(Column, String)>], wanted: Column) -> Option<String> {
    cells(row, columns, wanted).next().map(|(_, cell)| cell.to_owned())
}
