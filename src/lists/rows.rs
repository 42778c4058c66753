//! The rows of a list: which of them are its rows, and what their cells say.

use std::collections::HashMap;

use super::annex;
use super::chosen::Struck;
use super::dates::{self, Order};
use super::laid::Laid;
use super::meaning::Meaning;
use super::profile::code;
use super::shares::ShareNames;
use super::statement;
use super::view::{ColumnWords, LeftOut, ListRow, PreviewRow, RowNote, Words};
use super::words::decided;
use crate::extract::{Cell, Row};
use crate::questions::List;
use crate::reading::{ClauseCell, clause_cell};
use crate::text::fold;
use crate::words::{Header, State, months_between, sign, state};

/// So many of the first rows are shown.
const SHOWN: usize = 24;

/// What the rows come to.
#[derive(Default)]
pub(super) struct Read {
    pub(super) rows: Vec<ListRow>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) notes: Vec<RowNote>,
    /// Columns of days whose order the column decides, with how many days decide it.
    pub(super) notes_of_dates: Vec<(usize, &'static str, usize)>,
}

struct Reader<'a> {
    list: List,
    words: &'a [ColumnWords],
    share: &'a ShareNames,
    struck: Struck,
    leave_hidden: bool,
    several: bool,
}

/// Reads the rows of all sheets of a list.
pub(super) fn read(
    all: &[&Laid<'_>],
    list: List,
    words: &[ColumnWords],
    share: &ShareNames,
    struck: Struck,
    leave_hidden: bool,
) -> Read {
    let reader = Reader { list, words, share, struck, leave_hidden, several: all.len() > 1 };
    let mut out = Read::default();
    for laid in all {
        reader.sheet(laid, &mut out);
    }
    out
}

/// How the columns of a sheet are to be read.
struct Form {
    orders: Vec<Order>,
    /// Whether a column leaves open which of its numbers are clauses and which controls.
    open: Vec<bool>,
    /// Cells below a merged one, each with the row in which that stands.
    merged: HashMap<(usize, usize), usize>,
}

impl Reader<'_> {
    fn sheet(&self, laid: &Laid<'_>, out: &mut Read) {
        let from = laid.heading.rows.map_or(0, |(_, last)| last + 1);
        let rows = &laid.table.rows[from..];
        let orders: Vec<Order> = laid
            .proposed
            .iter()
            .enumerate()
            .map(|(column, p)| match &p.meaning {
                Meaning::Of(header) if dates::is_date(*header) => {
                    let cells = rows.iter().filter_map(|row| row.cells.get(column));
                    dates::order(cells.map(|cell| cell.text.as_str()))
                }
                _ => Order::Open,
            })
            .collect();
        for (column, order) in orders.iter().enumerate() {
            let Some(name) = order.name() else { continue };
            if !out.notes_of_dates.iter().any(|(known, ..)| *known == column) {
                out.notes_of_dates.push((column, name, 0));
            }
        }
        let numbers = column_of(laid, Header::Number);
        // Whether what stands in the place of a number looks like one in most full rows: a legend below does not.
        let full = rows.iter().filter(|row| row.cells.iter().filter(|cell| !empty(cell)).count() > 2);
        let keys: Vec<bool> = full
            .filter_map(|row| row.cells.get(numbers?))
            .filter(|cell| !empty(cell))
            .map(|cell| code(cell.text.trim()))
            .collect();
        let coded = !keys.is_empty() && keys.iter().filter(|coded| **coded).count() * 3 >= keys.len() * 2;
        let form = Form { open: annex::open(laid), orders, merged: merged_down(laid) };
        let mut gap = false;
        let mut before = None;
        // A heading that says that what stands below it is out of use.
        let mut ended: Option<String> = None;
        for row in rows {
            gap |= before.is_some_and(|before| row.place > before + 1);
            before = Some(row.place);
            match self.why_not(laid, row, coded, gap) {
                Some(why) => {
                    if why == "section" {
                        ended = Some(shown(row)).filter(|words| state(words).is_some_and(State::out_of_use));
                    }
                    out.left_out.push(LeftOut { row: row.place, why, words: shown(row) });
                }
                None => {
                    let mut read = self.row(laid, row, &form, out);
                    if let Some(words) = &ended {
                        read.struck |= self.struck == Struck::Ask;
                        out.notes.push(RowNote { row: row.place, what: "below_ended", words: words.clone() });
                    }
                    out.rows.push(read);
                }
            }
        }
    }

    /// Why a row is none of the list.
    fn why_not(&self, laid: &Laid<'_>, row: &Row, coded: bool, gap: bool) -> Option<&'static str> {
        let filled: Vec<usize> = (0..row.cells.len()).filter(|n| !empty(&row.cells[*n])).collect();
        let same = filled
            .iter()
            .filter(|n| laid.heading.names.get(**n).is_some_and(|name| name.lower == row.cells[**n].text.trim()));
        if laid.heading.hits >= 2 && same.count() * 2 > filled.len() && filled.len() > 1 {
            return Some("names");
        }
        let key = |header| column_of(laid, header).and_then(|n| row.cells.get(n)).filter(|cell| !empty(cell));
        let used = |n: &&usize| laid.proposed.get(**n).is_some_and(|p| p.meaning != Meaning::Unused);
        let used = filled.iter().filter(used).count();
        let why = match self.list {
            List::EvidenceIndex => {
                key(Header::Location).is_none().then_some(if filled.len() < 2 { "section" } else { "no_file" })
            }
            List::MasterList => match (key(Header::Number), key(Header::Title)) {
                (Some(_), Some(_)) if filled.len() == 1 => Some("section"),
                // A legend below: two words in the places of number and title, neither of them a number.
                (Some(number), Some(_)) => (gap && coded && used <= 2 && !code(number.text.trim())).then_some("beside"),
                (Some(number), None) => (used < 2 || (coded && !code(number.text.trim())))
                    .then_some(if filled.len() < 2 { "section" } else { "no_title" }),
                (None, Some(_)) => (used < 3).then_some(if filled.len() < 2 { "section" } else { "no_number" }),
                (None, None) => Some(if filled.len() < 2 { "section" } else { "no_number" }),
            },
            List::StatementOfApplicability => {
                statement::why_not(key(Header::Number), key(Header::Title), filled.len(), used)
            }
        };
        why.or_else(|| (row.struck() && self.struck == Struck::LeaveOut).then_some("struck"))
            .or_else(|| (row.hidden && self.leave_hidden).then_some("hidden"))
    }

    fn row(&self, laid: &Laid<'_>, row: &Row, form: &Form, out: &mut Read) -> ListRow {
        let mut note = |what: &'static str, words: String| out.notes.push(RowNote { row: row.place, what, words });
        let struck = row.struck();
        if row.hidden {
            note("hidden", String::new());
        }
        if struck {
            note("struck", String::new());
        }
        let mut read = ListRow {
            row: row.place,
            sheet: self.several.then(|| laid.table.name.clone()),
            struck: struck && self.struck == Struck::Ask,
            clauses: ClauseCell::default(),
            cells: Vec::new(),
            link: None,
        };
        for (column, proposed) in laid.proposed.iter().enumerate() {
            let own = row.cells.get(column);
            let above = || form.merged.get(&(row.place, column)).and_then(|n| laid.table.rows[*n].cells.get(column));
            let Some(cell) = own.filter(|cell| !cell.text.trim().is_empty() || cell.uncomputed).or_else(above) else {
                continue;
            };
            let name = laid.heading.names.get(column).map(super::heading::Name::whole).unwrap_or_default();
            if cell.uncomputed && proposed.meaning != Meaning::Unused {
                note("uncomputed", name);
                continue;
            }
            let text = cell.text.trim();
            if !cell.link.is_empty() && self.share.has(&decoded(&cell.link)) {
                read.link.get_or_insert_with(|| decoded(&cell.link));
            }
            match &proposed.meaning {
                Meaning::Clause(standard, clause) => {
                    let named = || vec![(standard.name.clone(), clause.clone())];
                    read.clauses.add(match sign(text) {
                        Some(true) => ClauseCell { clauses: named(), ..ClauseCell::default() },
                        None if text == "1" => ClauseCell { clauses: named(), ..ClauseCell::default() },
                        None if text == "0" => ClauseCell::default(),
                        Some(false) => ClauseCell::default(),
                        None => ClauseCell { unread: vec![text.to_owned()], ..ClauseCell::default() },
                    });
                }
                Meaning::Clauses(standard) if text != "-" => {
                    read.clauses.add(annex::settle(clause_cell(text, standard.as_ref()), form.open[column]));
                    read.cells.push(Words { header: Header::Clauses, column: name, words: text.to_owned() });
                }
                Meaning::Of(header) if !empty(cell) => {
                    let words = self.clear(*header, cell, form.orders[column]);
                    read.cells.push(Words { header: *header, column: name, words });
                }
                // What is not used is counted by its column.
                _ => {}
            }
        }
        if self.list == List::MasterList {
            let missing = |header| read.text(header).is_none();
            let (number, title) = (missing(Header::Number), missing(Header::Title));
            let stands_in = |read: &mut ListRow, from: Header, to: Header| {
                if let Some(cell) = read.cells.iter().find(|cell| cell.header == from).cloned() {
                    read.cells.push(Words { header: to, ..cell });
                }
            };
            if number {
                if column_of(laid, Header::Number).is_some() {
                    note("no_number", read.text(Header::Title).unwrap_or_default());
                }
                stands_in(&mut read, Header::Title, Header::Number);
            } else if title {
                stands_in(&mut read, Header::Number, Header::Title);
            }
        }
        read
    }

    /// What a cell says: a day whose order the column makes clear, a word that was decided on, months for an interval.
    fn clear(&self, header: Header, cell: &Cell, order: Order) -> String {
        let text = cell.text.trim();
        match header {
            _ if dates::is_date(header) => dates::clear(text, cell.day.as_deref(), order),
            Header::Status | Header::Kind | Header::Applies | Header::InPlace | Header::Reach => {
                decided(self.words, header, text).unwrap_or_else(|| text.to_owned())
            }
            Header::Interval => months_between(text).map_or_else(|| text.to_owned(), |months| months.to_string()),
            Header::Version => version(text),
            Header::Location if self.share.several(text).is_some() => {
                self.share.several(text).unwrap_or_default().join("\n")
            }
            Header::Location if !cell.link.is_empty() => {
                let lead = decoded(&cell.link);
                if self.share.has(&lead) || !self.share.has(text) { lead } else { text.to_owned() }
            }
            _ => text.to_owned(),
        }
    }
}

/// A label without the word before it: `Rev. C` is C.
fn version(text: &str) -> String {
    let bare = text.trim_start_matches(|c: char| c.is_alphabetic());
    let word = fold(&text[..text.len() - bare.len()]);
    let known = [
        "v",
        "ver",
        "vers",
        "version",
        "versión",
        "rev",
        "révision",
        "revision",
        "revisión",
        "issue",
        "ausgabe",
        "indice",
        "ed",
    ];
    let rest = bare.trim_start_matches(['.', ' ', ':']);
    let label =
        rest.starts_with(|c: char| c.is_ascii_digit()) || (rest.chars().count() == 1 && rest.len() < bare.len());
    if known.contains(&word.as_str()) && label { rest.to_owned() } else { text.to_owned() }
}

/// Where a link leads, as a path is written.
fn decoded(link: &str) -> String {
    let link = link.trim_start_matches("file:///").split(['#', '?']).next().unwrap_or_default();
    let bytes = link.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| link.get(at + 1..at + 3))
            .flatten()
            .and_then(|h| u8::from_str_radix(h, 16).ok());
        out.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| link.to_owned()).replace('\\', "/").trim_start_matches("./").to_owned()
}

fn empty(cell: &Cell) -> bool {
    ["", "-", "–", "—"].contains(&cell.text.trim())
}

fn column_of(laid: &Laid<'_>, header: Header) -> Option<usize> {
    laid.proposed.iter().position(|p| p.meaning == Meaning::Of(header))
}

fn shown(row: &Row) -> String {
    let filled = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    filled.take(4).collect::<Vec<_>>().join(" · ").chars().take(120).collect()
}

/// Cells below a merged one, each with the row in which that stands.
fn merged_down(laid: &Laid<'_>) -> HashMap<(usize, usize), usize> {
    let mut out = HashMap::new();
    for span in laid.table.merged.iter().filter(|span| span.rows.1 > span.rows.0 && span.columns.0 == span.columns.1) {
        let Ok(top) = laid.table.rows.binary_search_by_key(&span.rows.0, |row| row.place) else { continue };
        for row in &laid.table.rows[top + 1..] {
            if row.place > span.rows.1 {
                break;
            }
            out.insert((row.place, span.columns.0), top);
        }
    }
    out
}

/// The first rows as a person sees them.
pub(super) fn preview(laid: &Laid<'_>, read: &Read) -> Vec<PreviewRow> {
    let names = laid.heading.rows;
    let one = |(n, row): (usize, &Row)| PreviewRow {
        row: row.place,
        cells: row.cells.iter().map(|cell| cell.text.chars().take(80).collect()).collect(),
        as_what: match names {
            Some((first, last)) if (first..=last).contains(&n) => "names",
            Some((first, _)) if n < first => "above",
            _ => read.left_out.iter().find(|left| left.row == row.place).map_or("read", |left| left.why),
        },
        struck: row.struck(),
    };
    laid.table.rows.iter().enumerate().take(SHOWN).map(one).collect()
}
