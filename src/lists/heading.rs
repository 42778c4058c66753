//! The row of names above a table: anywhere in its first rows, on two lines, with merged cells. It is told by its words, and
//! where nobody knows them by what the rows below look like.

use super::controls;
use super::profile::code;
use crate::extract::{Cell, Row, Span, Table};
use crate::questions::List;
use crate::reading::{due, standard_named};
use crate::words::{Fit, is_clause_word};

/// Rows in which the names may stand.
const REACH: usize = 60;

/// The names of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Heading {
    /// First and last row of names, as places in the table's rows; nothing where the table has none.
    pub(super) rows: Option<(usize, usize)>,
    /// The names, one a column; of two lines the upper before the lower.
    pub(super) names: Vec<Name>,
    /// Columns whose names are understood.
    pub(super) hits: usize,
}

/// The name of a column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) upper: String,
    pub(super) lower: String,
}

impl Name {
    /// As it is shown and kept.
    pub(super) fn whole(&self) -> String {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (upper, lower) = (one_line(&self.upper), one_line(&self.lower));
        if upper.is_empty() || upper == lower {
            lower
        } else if lower.is_empty() {
            upper
        } else {
            format!("{upper} / {lower}")
        }
    }

    fn known(&self, list: List) -> bool {
        let word = |text: &str| controls::meanings(list, text).first().is_some_and(|(_, fit)| *fit >= Fit::Edge);
        // The number of a standard, or of a clause below one.
        let clause = || standard_named(&self.upper).is_some() && is_clause(&self.lower);
        let short = self.lower.chars().count() <= 60 && self.upper.chars().count() <= 60;
        short && (word(&self.lower) || word(&self.whole()) || standard_named(&self.lower).is_some() || clause())
    }
}

/// A name without the words and signs that call a number that of a clause: `§ 7.5`, `Kap. 8.4`, `ISO 9001 clause 9.2`.
pub(super) fn without_clause_words(text: &str) -> String {
    let parted = text.replace('§', " ");
    let word = |word: &&str| !is_clause_word(&word.to_lowercase());
    parted.split_whitespace().filter(word).collect::<Vec<_>>().join(" ")
}

/// Whether a name is the number of a clause and nothing more.
pub(super) fn is_clause(text: &str) -> bool {
    let text = without_clause_words(text);
    let text = text.trim().trim_start_matches(['A', 'a']).trim_start_matches(['.', ' ']);
    let parts: Vec<&str> = text.split('.').collect();
    !text.is_empty()
        && parts.iter().all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}

fn text(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.text.trim())
}

/// The text of a cell or of the merged one that it belongs to.
fn merged_text<'t>(table: &'t Table, row: &'t Row, column: usize) -> &'t str {
    let own = text(row, column);
    if !own.is_empty() {
        return own;
    }
    let inside =
        |s: &&Span| (s.rows.0..=s.rows.1).contains(&row.place) && (s.columns.0..=s.columns.1).contains(&column);
    let Some(span) = table.merged.iter().find(inside) else { return "" };
    let Ok(at) = table.rows.binary_search_by_key(&span.rows.0, |row| row.place) else { return "" };
    text(&table.rows[at], span.columns.0)
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count()
}

/// Whether a cell looks like one of a list, not like a name.
fn data(cell: &Cell, list: List) -> bool {
    let text = cell.text.trim();
    if list == List::StatementOfApplicability {
        return controls::control(text) || text.chars().count() > 120;
    }
    let name = standard_named(text).is_some() || is_clause(text);
    (due(text).is_some() || code(text) || text.chars().count() > 80) && !name
}

/// The names that stand in one row.
fn names_in(row: &Row) -> Vec<Name> {
    let one = |cell: &Cell| Name { upper: String::new(), lower: cell.text.trim().to_owned() };
    row.cells.iter().map(one).collect()
}

/// The names that stand in two rows, the upper one spread over what it heads.
fn names_in_two(table: &Table, upper: usize, width: usize) -> Vec<Name> {
    let (above, below) = (&table.rows[upper], &table.rows[upper + 1]);
    let mut out = Vec::new();
    let mut carried = String::new();
    for column in 0..width {
        let own = merged_text(table, above, column).to_owned();
        let lower = text(below, column).to_owned();
        // Without merged cells a name stands above the first of those that it heads.
        if !own.is_empty() {
            carried.clone_from(&own);
        } else if lower.is_empty() || !table.merged.is_empty() {
            carried.clear();
        }
        let upper = if own.is_empty() && !lower.is_empty() { carried.clone() } else { own };
        out.push(if lower.is_empty() { Name { upper: String::new(), lower: upper } } else { Name { upper, lower } });
    }
    out
}

/// Whether two rows can be one heading: the lower holds no row of the list.
fn can_be_two(table: &Table, upper: usize, list: List) -> bool {
    let Some(below) = table.rows.get(upper + 1) else { return false };
    let above = &table.rows[upper];
    let merged = table
        .merged
        .iter()
        .any(|s| (s.rows.0..=s.rows.1).contains(&above.place) && (s.rows.1 > above.place || s.columns.1 > s.columns.0));
    let holes = below.cells.iter().take(1).all(|cell| cell.text.trim().is_empty());
    let lone = filled(above) < 2;
    !lone && filled(below) > 0 && !below.cells.iter().any(|cell| data(cell, list)) && (merged || holes)
}

fn hits(names: &[Name], list: List) -> usize {
    names.iter().filter(|name| name.known(list)).count()
}

/// The heading that begins in a certain row, or ends there: what a person says. Rows as the table's program numbers them.
pub(super) fn at(table: &Table, first: usize, last: usize, list: List) -> Option<Heading> {
    let upper = table.rows.iter().position(|row| row.place == first)?;
    let lower = table.rows.iter().position(|row| row.place == last)?;
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let names = if lower == upper + 1 { names_in_two(table, upper, width) } else { names_in(&table.rows[lower]) };
    Some(Heading { rows: Some((upper.min(lower), lower)), hits: hits(&names, list), names })
}

/// The heading of a table.
pub(super) fn find(table: &Table, list: List) -> Heading {
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut best: Option<(f32, Heading)> = None;
    for (n, row) in table.rows.iter().take(REACH).enumerate() {
        let mut candidates = vec![(names_in(row), (n, n))];
        if can_be_two(table, n, list) {
            candidates.push((names_in_two(table, n, width), (n, n + 1)));
        }
        for (names, rows) in candidates {
            let hits = hits(&names, list);
            let strange = (rows.0..=rows.1).flat_map(|n| &table.rows[n].cells).filter(|cell| data(cell, list)).count();
            let unknown = names.iter().filter(|name| !name.lower.is_empty()).count().saturating_sub(hits);
            let score = hits as f32 - strange as f32 * 0.7 - unknown as f32 * 0.1;
            if hits >= 2 && score > 0.9 && best.as_ref().is_none_or(|(known, _)| score > *known + 0.05) {
                best = Some((score, Heading { rows: Some(rows), names, hits }));
            }
        }
    }
    best.map(|(_, heading)| heading)
        .or_else(|| by_form(table, list))
        .unwrap_or_else(|| Heading { names: vec![Name::default(); width], ..Heading::default() })
}

/// A heading in words that nobody knows: the first full row without anything a list holds, above rows that hold some.
fn by_form(table: &Table, list: List) -> Option<Heading> {
    let common = table.rows.iter().map(filled).max()?;
    let full = |row: &Row| filled(row) * 10 >= common * 7 && filled(row) >= 2;
    let at = table.rows.iter().take(REACH).position(full)?;
    let below = table.rows.get(at + 1)?;
    let head = &table.rows[at];
    let plain = !head.cells.iter().any(|cell| data(cell, list)) && below.cells.iter().any(|cell| data(cell, list));
    plain.then(|| Heading { rows: Some((at, at)), names: names_in(head), hits: 0 })
}
