//! A list of a pack, and how it is written as CSV.

use super::columns::columns;
use crate::error::{Error, Result};

/// One list: name, header, rows.
pub(super) struct Sheet {
    pub(super) name: &'static str,
    pub(super) rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Its columns, as they are declared.
    pub(super) fn header(&self) -> impl Iterator<Item = &'static str> {
        columns(self.name).map(|column| column.name.as_str())
    }

    /// The list as CSV (RFC 4180), UTF-8. A cell that a spreadsheet would take for a formula is kept from it.
    pub(super) fn csv(&self) -> Result<Vec<u8>> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let fail = |e: csv::Error| Error::internal(format_args!("CSV: {e}"));
        writer.write_record(self.header()).map_err(fail)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(|cell| harmless(cell))).map_err(fail)?;
        }
        writer.into_inner().map_err(|e| Error::internal(format_args!("CSV: {e}")))
    }
}

/// A cell that no spreadsheet takes for a formula: not at its start, and not behind what a program in another country takes
/// for the end of a cell.
fn harmless(cell: &str) -> String {
    let mut out = String::with_capacity(cell.len());
    let mut begins = true;
    for (at, c) in cell.char_indices() {
        let formula = matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
        // A dash alone says that there is nothing.
        if begins && formula && cell.len() > at + c.len_utf8() {
            out.push('\'');
        }
        begins = matches!(c, ';' | '\t' | '\r' | '\n') || begins && (c == ' ' || c == '"');
        out.push(c);
    }
    out
}
