//! Workbooks of Excel up to 2003.

use std::io::Cursor;

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, open_workbook_from_rs};

use super::model::{Cell, Row, Span, Table, Tables};
use crate::extract::model::Unsearchable;
use crate::extract::{sheet, sniff};

/// Whether this is a compound file, as old office programs wrote them and new ones wrap what is locked.
pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// Reads all sheets.
pub(super) fn read(bytes: &[u8]) -> Result<Tables, Unsearchable> {
    if sniff::locked_container(bytes) {
        return Err(Unsearchable::Locked);
    }
    let mut book: Xls<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Unsearchable::UnknownType)?;
    let mut out = Tables::default();
    for of in book.sheets_metadata().to_vec() {
        // A sheet may be all chart.
        if of.typ != SheetType::WorkSheet {
            continue;
        }
        let (name, hidden) = (of.name, of.visible != SheetVisible::Visible);
        let sheet = book.worksheet_range(&name).map_err(|_| Unsearchable::Damaged)?;
        let (top, left) = sheet.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        let mut table = Table { name: name.clone(), hidden, ..Table::default() };
        for (n, cells) in sheet.rows().enumerate() {
            let mut row = Row { place: top + n + 1, ..Row::default() };
            for (column, data) in cells.iter().enumerate() {
                if !out.put(&mut row, left + column, cell(data)) {
                    break;
                }
            }
            if !row.cells.is_empty() {
                table.rows.push(row);
            }
        }
        for merged in book.merge_cells_by_sheet_name(&name).into_iter().flatten() {
            let (from, to) = (merged.start, merged.end);
            table.merged.push(Span {
                rows: (from.0 as usize + 1, to.0 as usize + 1),
                columns: (from.1 as usize, to.1 as usize),
            });
        }
        out.tables.push(table);
    }
    Ok(out)
}

fn cell(data: &Data) -> Cell {
    let number = match data {
        Data::Int(n) => Some(*n as f64),
        Data::Float(n) => Some(*n),
        _ => None,
    };
    // An error is no value that a list holds.
    if matches!(data, Data::Error(_)) {
        return Cell::default();
    }
    let serial = number.filter(|n| (20_000.0..80_000.0).contains(n));
    Cell { day: serial.and_then(|n| super::formats::day(n, false)), ..Cell::of(sheet::shown(data)) }
}
