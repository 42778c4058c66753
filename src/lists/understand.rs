//! From tables to a list: which sheet it is, where its names stand, what its columns mean.

use super::annex;
use super::chosen::{Chosen, Hidden, letters};
use super::controls;
use super::dates;
use super::heading::{self, Heading};
use super::laid::Laid;
use super::meaning::Meaning;
use super::memory::{Memory, shape};
use super::profile::{By, Profile};
use super::propose::{Proposed, Why, propose};
use super::rows;
use super::shares::ShareNames;
use super::statement;
use super::view::{Column, Understood};
use super::words;
use crate::day::Day;
use crate::extract::{Cell, Table, Tables};
use crate::questions::List;
use crate::words::{Header, other_list};

/// What is known when a list is looked at.
pub struct Known<'a> {
    /// The files of the share.
    pub share: &'a ShareNames,
    /// What earlier lists were decided to mean.
    pub memory: &'a Memory,
    /// The day on which it is looked at, where days that have not come are to be told apart.
    pub today: Option<Day>,
}

/// Understands a list. Where no table of the file looks like one, the largest is shown with nothing understood.
pub fn understand(tables: &Tables, list: List, known: &Known<'_>, chosen: &Chosen) -> Understood {
    let named = |table: &&Table, n: usize| match &chosen.sheet {
        Some(wanted) => table.name == *wanted || (table.name.is_empty() && (n + 1).to_string() == *wanted),
        None => true,
    };
    let own = Chosen { sheet: None, row: None, ..Chosen::default() };
    let laid: Vec<Laid<'_>> = tables
        .tables
        .iter()
        .enumerate()
        .filter(|(_, table)| !table.rows.is_empty())
        .map(|(n, table)| lay(table, list, known, if named(&table, n) { chosen } else { &own }))
        .collect();
    let wanted = |n: usize| named(&laid[n].table, place(tables, laid[n].table));
    let best = (0..laid.len()).filter(|n| wanted(*n)).max_by(|a, b| {
        let score = |n: usize| worth(&laid[n], list);
        // Of equals the first.
        score(*a).total_cmp(&score(*b)).then(b.cmp(a))
    });
    let Some(best) = best else { return Understood::nothing(list, tables) };
    // Other sheets of the same shape belong to the list: one for policies, one for procedures.
    let alike: Vec<usize> = (0..laid.len())
        .filter(|n| {
            *n == best || (!laid[best].shape.is_empty() && laid[*n].shape == laid[best].shape && !laid[*n].table.hidden)
        })
        .collect();
    let one = &laid[best];
    let all: Vec<&Laid<'_>> = alike.iter().map(|n| &laid[*n]).collect();
    let words = words::of(&all, known.memory, chosen);
    let struck = chosen.struck.unwrap_or_default();
    let read = rows::read(&all, list, &words, known.share, struck, chosen.leave_hidden.unwrap_or_default());
    let open = annex::open(one);
    let columns = (0..one.names.len()).map(|n| column(&all, one, n, &read.notes_of_dates, open[n])).collect();
    let understood = |laid: &Laid<'_>| worth(laid, list) > 0.0;
    Understood {
        list,
        sheet: sheet_name(tables, one.table),
        sheets: tables.tables.iter().map(|table| sheet_name(tables, table)).collect(),
        // A sheet that looks like a list and is none of this one is not passed over in silence.
        beside: laid
            .iter()
            .enumerate()
            .filter(|(n, laid)| !alike.contains(n) && understood(laid) && laid.heading.hits >= 3)
            .map(|(_, laid)| (sheet_name(tables, laid.table), laid.table.rows.len()))
            .collect(),
        names_in: one.heading.rows.map(|(first, last)| (one.table.rows[first].place, one.table.rows[last].place)),
        other: other(one),
        shape: one.shape.clone(),
        remembered: one.remembered,
        usable: usable(one, list),
        columns,
        words,
        struck,
        hidden: if chosen.leave_hidden.unwrap_or_default() { Hidden::LeaveOut } else { Hidden::Read },
        preview: rows::preview(one, &read),
        rows: read.rows,
        left_out: read.left_out,
        notes: read.notes,
        cut: tables.cut,
    }
}

fn place(tables: &Tables, table: &Table) -> usize {
    tables.tables.iter().position(|other| std::ptr::eq(other, table)).unwrap_or_default()
}

/// A sheet's name; of a table without one its number.
fn sheet_name(tables: &Tables, table: &Table) -> String {
    if table.name.is_empty() { (place(tables, table) + 1).to_string() } else { table.name.clone() }
}

fn lay<'t>(table: &'t Table, list: List, known: &Known<'_>, chosen: &Chosen) -> Laid<'t> {
    let said = match chosen.row {
        Some(0) => Some(Heading::default()),
        Some(row) => said_heading(table, row, list),
        None => None,
    };
    let mut heading = said.unwrap_or_else(|| heading::find(table, list));
    let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    heading.names.resize(width, heading::Name::default());
    let names: Vec<String> = heading.names.iter().map(heading::Name::whole).collect();
    let first = heading.rows.map_or(0, |(_, last)| last + 1);
    let profiles: Vec<Profile> = (0..width)
        .map(|column| {
            let cells = table.rows[first..].iter().filter_map(|row| row.cells.get(column));
            // A number without a format is a day only where the name says that the column holds days.
            let days =
                controls::meanings(list, &names[column]).first().is_some_and(|(header, _)| dates::is_date(*header));
            let text = |cell: &'t Cell| cell.day.as_deref().filter(|_| days).unwrap_or(&cell.text);
            let shown = cells.map(|cell| (text(cell), !cell.link.is_empty()));
            Profile::of(
                shown,
                By { share: known.share, today: known.today, controls: list == List::StatementOfApplicability },
            )
        })
        .collect();
    let mut proposed = propose(&heading.names, &profiles, list, &known.memory.own(list));
    if width > 0 && list == List::MasterList {
        only_title_left(&mut proposed, &profiles);
    }
    let shape = shape(&names);
    let remembered = known.memory.shape(list, &shape);
    if let Some(read) = remembered {
        for (column, kept) in read.columns.iter().enumerate() {
            if let (Ok(meaning), Some(proposed)) = (kept.meaning.parse(), proposed.get_mut(column)) {
                *proposed = Proposed { meaning, why: Why::Remembered };
            }
        }
    }
    for (n, proposed) in proposed.iter_mut().enumerate() {
        let said = chosen.columns.get(&letters(n)).and_then(|meaning| meaning.parse::<Meaning>().ok());
        if let Some(meaning) = said.filter(|meaning| meaning.fits(list)) {
            *proposed = Proposed { meaning, why: Why::Chosen };
        }
    }
    let remembered = remembered.is_some();
    Laid { table, heading, proposed, profiles, names, shape, remembered }
}

/// The heading whose last row a person named. Where the row above it is a part, that is seen again.
fn said_heading(table: &Table, row: usize, list: List) -> Option<Heading> {
    let found = heading::find(table, list);
    let last = found.rows.map(|(_, last)| table.rows[last].place);
    if last == Some(row) { Some(found) } else { heading::at(table, row, row, list) }
}

/// Where nothing is a title but a number, and one column of words is left, that is the title.
fn only_title_left(proposed: &mut [Proposed], profiles: &[Profile]) {
    let has = |proposed: &[Proposed], header| proposed.iter().any(|p| p.meaning == Meaning::Of(header));
    if has(proposed, Header::Title) || !has(proposed, Header::Number) {
        return;
    }
    let free =
        |n: &usize| proposed[*n].why == Why::Nothing && profiles[*n].phrases > 0.6 && profiles[*n].distinct > 0.6;
    let left: Vec<usize> = (0..proposed.len()).filter(free).collect();
    if let [one] = left.as_slice() {
        proposed[*one] = Proposed { meaning: Meaning::Of(Header::Title), why: Why::Cells };
    }
}

/// Whether rows can be read: a document needs a number or a title, a record a file.
fn usable(laid: &Laid<'_>, list: List) -> bool {
    let has = |header| laid.proposed.iter().any(|p| p.meaning == Meaning::Of(header));
    match list {
        // A text of one column has what looks like titles, too.
        List::MasterList => (has(Header::Number) || has(Header::Title)) && (laid.heading.hits > 0 || used(laid) > 1),
        List::EvidenceIndex => has(Header::Location),
        List::StatementOfApplicability => statement::usable(has),
    }
}

fn used(laid: &Laid<'_>) -> usize {
    laid.proposed.iter().filter(|p| p.meaning != Meaning::Unused).count()
}

/// How much a table looks like the list that is wanted.
fn worth(laid: &Laid<'_>, list: List) -> f32 {
    if !usable(laid, list) {
        return -1.0 + laid.table.rows.len() as f32 * 1e-6;
    }
    let used = used(laid) as f32;
    let rows = (laid.table.rows.len() as f32).ln();
    let hidden = if laid.table.hidden { 2.0 } else { 0.0 };
    let both = [Header::Number, Header::Title].iter();
    let both = both.filter(|header| laid.proposed.iter().any(|p| p.meaning == Meaning::Of(**header))).count() as f32;
    used + rows * 0.5 + both - hidden
}

/// What the list is of, where its names say that it is none of documents.
fn other(laid: &Laid<'_>) -> Option<&'static str> {
    let found: Vec<&'static str> = laid.names.iter().filter_map(|name| other_list(name)).collect();
    found
        .first()
        .copied()
        .filter(|first| found.len() >= 2 || laid.names.first().and_then(|n| other_list(n)) == Some(*first))
}

fn column(all: &[&Laid<'_>], one: &Laid<'_>, n: usize, dates: &[(usize, &'static str, usize)], open: bool) -> Column {
    let (proposed, profile) = (&one.proposed[n], &one.profiles[n]);
    let says = profile.with_standard.max(profile.annex) >= 0.5;
    let filled = all.iter().filter_map(|laid| laid.profiles.get(n)).map(|p| p.filled).sum();
    Column {
        letters: letters(n),
        name: one.names[n].clone(),
        meaning: proposed.meaning.to_string(),
        why: proposed.why,
        filled,
        samples: one.profiles[n].samples.clone(),
        order: dates.iter().find(|(column, ..)| *column == n).map(|(_, order, _)| *order),
        asks_standard: open || (matches!(proposed.meaning, Meaning::Clauses(None)) && !says),
    }
}
