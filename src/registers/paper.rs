//! The register on paper.

use super::columns::{Column, DOCUMENTS, OBSOLETE, Value};
use super::rows::Register;
use crate::error::Result;
use crate::print::{self, Cell, Made, Part, Printed, Table, pages, say};

/// Prints the register, or what is obsolete alone.
///
/// # Errors
/// `internal` where the engine refuses.
pub fn print(register: &Register, obsolete_alone: bool, made: &Made) -> Result<Printed> {
    let word = |key| say(made.language, key).into_owned();
    let obsolete = list(OBSOLETE, &register.obsolete, "paper.register.nothingObsolete", made);
    if obsolete_alone {
        return pages(made, word("paper.register.obsoleteTitle"), vec![obsolete]);
    }
    let documents = list(DOCUMENTS, &register.documents, "paper.register.none", made);
    let heading = Part::Heading(word("paper.register.obsoleteTitle"));
    pages(made, word("paper.register.title"), vec![documents, heading, obsolete])
}

/// A list as a table; where it has no rows, that sentence says so.
fn list<R>(columns: &[Column<R>], rows: &[R], none: &str, made: &Made) -> Part {
    let language = made.language;
    if rows.is_empty() {
        return Part::Text(say(language, none).into_owned());
    }
    let title = |c: &Column<R>| print::Column { title: c.title(language), share: c.share };
    let row = |r| columns.iter().map(|c| cell((c.of)(r, language))).collect();
    Part::Table(Table { columns: columns.iter().map(title).collect(), rows: rows.iter().map(row).collect() })
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Text(text) => Cell { text, strong: false },
        Value::Day(day) => Cell { text: day.to_string(), strong: false },
        Value::Marked(day, mark) => Cell { text: format!("{day} {mark}"), strong: true },
        Value::Noticed(text) => Cell { text, strong: true },
    }
}
