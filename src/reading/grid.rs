//! Grids of who made, checked and approved a document: down the side or across the top, with names and days beside or below.

use super::dates::due;
use crate::words::{Header, Signing, header_in_full, label, signing};

/// A label's meaning with the words beside it, in the order of the text.
pub(super) type Pair = (Header, String);

/// What a cell says in such a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Approved,
    Other,
    Name,
    Day,
    Aside,
}

fn says(cell: &str) -> Option<Says> {
    let bare = cell.trim().trim_end_matches([':', '.']);
    match signing(bare) {
        Some(Signing::Made | Signing::Checked) => return Some(Says::Other),
        Some(Signing::Name) => return Some(Says::Name),
        Some(Signing::Place | Signing::Sign) => return Some(Says::Aside),
        None => {}
    }
    match label(bare).or_else(|| header_in_full(bare))? {
        Header::Approver | Header::ApprovedOn => Some(Says::Approved),
        Header::Date => Some(Says::Day),
        _ => None,
    }
}

/// Reads such a grid out of a table, and answers with the rows that are not of it.
pub(super) fn grid(rows: &[Vec<String>], out: &mut Vec<Pair>) -> Vec<Vec<String>> {
    down(rows, out).or_else(|| across(rows, out)).unwrap_or_else(|| rows.to_vec())
}

/// Each step a row: `Approved | C. Brown | Director | 05 Mar 2026`.
fn down(rows: &[Vec<String>], out: &mut Vec<Pair>) -> Option<Vec<Vec<String>>> {
    let first = |row: &Vec<String>| row.first().and_then(|cell| says(cell));
    let step = |row: &Vec<String>| matches!(first(row), Some(Says::Approved | Says::Other)) && row.len() > 2;
    let others = rows.iter().any(|row| step(row) && first(row) == Some(Says::Other));
    let approved = rows.iter().find(|row| step(row) && first(row) == Some(Says::Approved)).filter(|_| others)?;
    let heads = rows.iter().take_while(|row| !step(row)).last();
    let head = heads.filter(|row| row.iter().any(|cell| matches!(says(cell), Some(Says::Name | Says::Day))));
    let named = head.and_then(|row| row.iter().position(|cell| says(cell) == Some(Says::Name)));
    take(approved.iter().enumerate().skip(1).map(|(n, cell)| (cell, named.is_none_or(|named| named == n))), out);
    let kept = rows.iter().filter(|row| !step(row) && head != Some(*row)).cloned();
    Some(kept.collect())
}

/// Each step a column: below it a name and a day.
fn across(rows: &[Vec<String>], out: &mut Vec<Pair>) -> Option<Vec<Vec<String>>> {
    let of = |row: &Vec<String>, wanted: Says| row.iter().position(|cell| says(cell) == Some(wanted));
    let head = rows.iter().position(|row| of(row, Says::Approved).is_some() && of(row, Says::Other).is_some())?;
    // With the day of a version beside them they are the columns of a history.
    if rows[head].iter().any(|cell| header_in_full(cell.trim_end_matches([':', '.'])) == Some(Header::Version)) {
        return None;
    }
    let column = of(&rows[head], Says::Approved)?;
    let below = rows[head + 1..].iter().take_while(|row| row.len() > column && !row[column].contains(':'));
    let below: Vec<&Vec<String>> = below.take(6).collect();
    let cells = below.iter().filter_map(|row| {
        let what = row.first().filter(|_| column > 0).and_then(|cell| says(cell));
        let aside = what == Some(Says::Aside);
        row.get(column).filter(|_| !aside).map(|cell| (cell, what.is_none_or(|what| what == Says::Name)))
    });
    take(cells, out);
    let kept = rows.iter().enumerate().filter(|(n, _)| *n < head || *n > head + below.len());
    Some(kept.map(|(_, row)| row.clone()).collect())
}

/// The first name and the first day of the cells; each comes with whether a name may stand there.
fn take<'a>(cells: impl Iterator<Item = (&'a String, bool)>, out: &mut Vec<Pair>) {
    let (mut name, mut day) = (None, None);
    for (cell, may_name) in cells.filter(|(cell, _)| !cell.trim().is_empty()) {
        if due(cell).is_some() {
            day = day.or(Some(cell));
        } else if may_name && cell.contains(char::is_alphabetic) {
            name = name.or(Some(cell));
        }
    }
    out.extend(name.map(|name| (Header::Approver, name.clone())));
    out.extend(day.map(|day| (Header::ApprovedOn, day.clone())));
}
