//! Text out of workbooks: every sheet, cells separated by a tab, rows by a line feed.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};

use super::model::{Extracted, Media, Unsearchable};
use super::office;

/// Reads an Excel workbook.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    if let Err(problem) = office::check_sizes(bytes) {
        return Extracted::unsearchable(Media::Xlsx, problem);
    }
    let Ok(mut book) = open_workbook_from_rs::<Xlsx<_>, _>(Cursor::new(bytes)) else {
        return Extracted::unsearchable(Media::Xlsx, Unsearchable::Damaged);
    };
    let mut text = String::new();
    for name in book.sheet_names() {
        text.push_str(&name);
        text.push('\n');
        let Ok(sheet) = book.worksheet_range(&name) else { continue };
        for row in sheet.rows() {
            let cells: Vec<String> = row.iter().map(shown).collect();
            if cells.iter().any(|c| !c.is_empty()) {
                text.push_str(cells.join("\t").trim_end_matches('\t'));
                text.push('\n');
            }
        }
    }
    Extracted { properties: office::properties(bytes), ..Extracted::text(Media::Xlsx, text) }
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
