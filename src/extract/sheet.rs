//! Text out of workbooks: every sheet, cells separated by a tab, rows by a line feed; then comments, text boxes and charts.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, DataType, Reader, Sheets, Xls, XlsError, Xlsb, Xlsx, open_workbook_from_rs};

use super::model::{Extracted, MOST_TEXT, Media, Unsearchable};
use super::{compound, ooxml, parts, xml};

/// A workbook of any kind.
pub(super) type Book<'a> = Sheets<Cursor<&'a [u8]>>;

/// Reads an Excel workbook.
pub(super) fn read(bytes: &[u8], media: Media) -> Extracted {
    let mut book = match open(bytes, media) {
        Ok(book) => book,
        Err(problem) => return Extracted::unsearchable(media, problem),
    };
    let mut text = String::new();
    for name in book.sheet_names() {
        text.push_str(&name);
        let mut last = None;
        // What goes beyond the most text is cut where the text is put together.
        let _ = cells(&mut book, &name, |row, _, cell| {
            text.push(if last == Some(row) { '\t' } else { '\n' });
            text.push_str(&cell);
            last = Some(row);
            (text.len() <= MOST_TEXT).then_some(())
        });
        text.push('\n');
    }
    if media == Media::Xls {
        compound::workbook_notes(bytes, &mut text);
        return Extracted::text(media, text);
    }
    if let Ok(mut archive) = parts::open(bytes) {
        for name in parts::in_order(parts::names(&archive).into_iter().filter(|n| ooxml::wanted(n)).collect()) {
            if let Some(part) = parts::part(&mut archive, &name) {
                let _ = xml::words(&part, &mut text);
                text.push('\n');
            }
        }
    }
    Extracted { properties: parts::properties(bytes), ..Extracted::text(media, text) }
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

/// Hands each cell that holds something on as it is read, by row and column from 0. Nothing where `take` wants no more; a
/// sheet that cannot be read, or no further, ends there.
pub(super) fn cells<F: Read + Seek + Clone>(
    book: &mut Sheets<F>,
    sheet: &str,
    mut take: impl FnMut(usize, usize, String) -> Option<()>,
) -> Option<()> {
    // Two cells at opposite corners are two cells, not a table of seventeen thousand million.
    if let Sheets::Xlsx(book) = book {
        let Ok(mut reader) = book.worksheet_cells_reader(sheet) else { return Some(()) };
        while let Ok(Some(cell)) = reader.next_cell() {
            let (row, column) = cell.get_position();
            let text = shown(&Data::from(cell.get_value().clone()));
            if !text.is_empty() {
                take(row as usize, column as usize, text)?;
            }
        }
        return Some(());
    }
    let Ok(range) = book.worksheet_range(sheet) else { return Some(()) };
    let (top, side) = range.start().unwrap_or_default();
    for (row, column, cell) in range.used_cells() {
        let text = shown(cell);
        if !text.is_empty() {
            take(top as usize + row, side as usize + column, text)?;
        }
    }
    Some(())
}

/// A cell as a person reads it: whole numbers without a fraction, days as days.
pub(super) fn shown(cell: &Data) -> String {
    match cell {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(n) => n.to_string(),
        Data::Float(n) => n.to_string(),
        Data::Bool(b) => b.to_string(),
        Data::DateTime(_) => match cell.as_datetime() {
            Some(t) if t.time() == chrono::NaiveTime::MIN => t.date().to_string(),
            Some(t) => t.to_string(),
            None => String::new(),
        },
        Data::Error(_) | Data::Empty => String::new(),
    }
}
