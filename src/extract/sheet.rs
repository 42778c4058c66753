//! Text out of workbooks: every sheet, cells separated by a tab, rows by a line feed; then comments, text boxes and charts.
//! How places are told by it says [`super::Extracted::text`].

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Seek};

use calamine::{Data, DataType, Reader, SheetType, Sheets, Xls, XlsError, Xlsb, Xlsx, open_workbook_from_rs};
use chrono::Datelike;

use super::figures::Figures;
use super::heard::Form;
use super::model::{Extracted, MOST_TEXT, Media, Unsearchable};
use super::within::Within;
use super::{compound, embedded, ooxml, parts, running, sheet_comments, xml};

/// A workbook of any kind.
pub(super) type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// Reads an Excel workbook.
pub(super) fn read(bytes: &[u8], media: Media, within: &Within<'_>) -> Extracted {
    let mut book = match open(bytes, media) {
        Ok(book) => book,
        Err(problem) => return Extracted::unsearchable(media, problem),
    };
    let mut text = String::new();
    let figures = if media == Media::Xlsx { Figures::of(bytes) } else { Figures::default() };
    let mut damaged = Vec::new();
    for name in worksheets(&book) {
        let shown = figures.of_sheet(bytes, &name);
        let mut grid = Grid::begin(&mut text, &name);
        // What goes beyond the most text is cut where the text is put together.
        let ended = cells(&mut book, &name, |row, column, cell| {
            match shown.get(&(row, column)) {
                Some(figure) => grid.put(row, column, &figure.beside(&cell)),
                None => grid.put(row, column, &cell),
            }
            grid.text.len() <= MOST_TEXT
        });
        text.push('\n');
        if ended.is_err() {
            damaged.push(name);
        }
    }
    let mut commented = BTreeSet::new();
    for name in book.sheet_names() {
        let Some(path) = figures.path_of(&name) else { continue };
        let comments = sheet_comments::of_sheet(bytes, path, &mut commented);
        if !comments.is_empty() {
            let mut grid = Grid::begin(&mut text, &name);
            for ((row, column), said) in &comments {
                grid.put(*row, *column, said.trim());
            }
            text.push('\n');
        }
    }
    // What follows is in no sheet.
    text.push_str("\x0b\n");
    if media == Media::Xls {
        compound::workbook_notes(bytes, &mut text);
        let mut found = Extracted::text(media, text);
        for name in &damaged {
            found.part_damaged(name);
        }
        return found;
    }
    let mut found = Extracted { properties: parts::properties(bytes), ..Extracted::text(media, text) };
    for name in &damaged {
        found.part_damaged(name);
    }
    if let Ok(mut archive) = parts::open(bytes) {
        found.running = running::of_sheets(&mut archive);
        if !found.running.is_empty() {
            found.text.push_str(&found.running);
            found.text.push('\n');
        }
        for name in parts::in_order(parts::names(&archive).into_iter().filter(|n| ooxml::wanted(n)).collect()) {
            if commented.contains(&name) {
                continue;
            }
            if let Some(part) = parts::part(&mut archive, &name) {
                let read = xml::words(&part, Form::Office, &mut found.text);
                found.text.push('\n');
                if read.is_none() {
                    found.part_damaged(&name);
                }
            }
        }
        embedded::read(&mut archive, within, &mut found);
    }
    found
}

/// A sheet being written so that each cell's place is told by the lines and tabs before it.
pub(super) struct Grid<'a> {
    text: &'a mut String,
    at: At,
}

/// How far a sheet is written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct At {
    row: usize,
    column: usize,
    /// A gap was too wide; from there on cells follow each other without places.
    lost: bool,
}

impl<'a> Grid<'a> {
    /// Begins a sheet.
    pub(super) fn begin(text: &'a mut String, name: &str) -> Self {
        text.push('\x0b');
        text.extend(name.chars().map(|c| if c.is_control() { ' ' } else { c }));
        text.push('\n');
        Self::at(text, At::default())
    }

    /// Goes on with one.
    pub(super) fn at(text: &'a mut String, at: At) -> Self {
        Self { text, at }
    }

    /// How far it is written.
    pub(super) fn place(&self) -> At {
        self.at
    }

    /// Adds a cell; they come by rows, and in each by columns.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: &str) {
        const WIDEST: usize = 100;
        const LONGEST: usize = 1_000;
        let column_before = if row == self.at.row { self.at.column } else { 0 };
        let (rows, columns) = (row.wrapping_sub(self.at.row), column.wrapping_sub(column_before));
        if !self.at.lost && (rows > LONGEST || columns > WIDEST) {
            self.at.lost = true;
            self.text.push('\x0b');
        }
        // Without places, cells and rows are only kept apart.
        let (rows, columns) = if self.at.lost { (rows.min(1), columns.min(1)) } else { (rows, columns) };
        self.text.extend(std::iter::repeat_n('\n', rows).chain(std::iter::repeat_n('\t', columns)));
        self.text.extend(cell.chars().map(|c| if c.is_control() { ' ' } else { c }));
        (self.at.row, self.at.column) = (row, column);
    }
}

/// Opens a workbook.
pub(super) fn open(bytes: &[u8], media: Media) -> Result<Book<'_>, Unsearchable> {
    let damaged = Unsearchable::Damaged;
    if media == Media::Xls {
        return match Xls::new(Cursor::new(bytes)) {
            Ok(book) => Ok(Sheets::Xls(book)),
            Err(XlsError::Password) => Err(Unsearchable::Locked),
            Err(_) if compound::locked_workbook(bytes) => Err(Unsearchable::Locked),
            Err(_) => Err(damaged),
        };
    }
    parts::check_sizes(bytes)?;
    if media == Media::Ods {
        return open_workbook_from_rs(Cursor::new(bytes)).map(Sheets::Ods).map_err(|_| damaged);
    }
    // The binary form differs by its parts alone.
    match open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)) {
        Ok(book) => Ok(Sheets::Xlsx(book)),
        Err(_) => open_workbook_from_rs::<Xlsb<_>, _>(Cursor::new(bytes)).map(Sheets::Xlsb).map_err(|_| damaged),
    }
}

/// The sheets that have cells, in their order: a sheet may be all chart.
fn worksheets<F: Read + Seek + Clone>(book: &Sheets<F>) -> Vec<String> {
    let cells = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    book.sheets_metadata().iter().filter(cells).map(|sheet| sheet.name.clone()).collect()
}

/// A sheet that cannot be read, or no further.
struct SheetDamaged;

/// Hands each cell that holds something on as it is read, by row and column from 0, until `take` wants no more.
fn cells<F: Read + Seek + Clone>(
    book: &mut Sheets<F>,
    sheet: &str,
    mut take: impl FnMut(usize, usize, String) -> bool,
) -> Result<(), SheetDamaged> {
    // Two cells at opposite corners are two cells, not a table of seventeen thousand million.
    if let Sheets::Xlsx(book) = book {
        let mut reader = book.worksheet_cells_reader(sheet).map_err(|_| SheetDamaged)?;
        while let Some(cell) = reader.next_cell().map_err(|_| SheetDamaged)? {
            let (row, column) = cell.get_position();
            let text = shown(&Data::from(cell.get_value().clone()));
            if !text.is_empty() && !take(row as usize, column as usize, text) {
                break;
            }
        }
        return Ok(());
    }
    let range = book.worksheet_range(sheet).map_err(|_| SheetDamaged)?;
    let (top, side) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        let text = shown(cell);
        if !text.is_empty() && !take(top as usize + row, side as usize + column, text) {
            break;
        }
    }
    Ok(())
}

/// A cell as a person reads it: whole numbers without a fraction, days as days.
pub(super) fn shown(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::Bool(b) => b.to_string(),
        Data::DateTime(_) => match cell.as_datetime() {
            // A time of no day counts from the day before all days.
            Some(t) if t.date().year() < 1900 => t.time().format("%H:%M:%S").to_string(),
            Some(t) if t.time() == chrono::NaiveTime::MIN => t.date().to_string(),
            Some(t) => t.to_string(),
            None => String::new(),
        },
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}
