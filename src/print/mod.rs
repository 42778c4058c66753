//! Paper in the words of its reader: which language, what stands at its head and foot. The pages themselves are laid out
//! by `clausebook-print`, which knows no domain.

mod lists;
mod made;
mod sheet;
mod wording;

pub use clausebook_print::{Cell, Column, Paper, Part, Printed, Sheet, Size, Table};

pub use lists::{ListColumn, Value, table};
pub use made::{Made, PaperSize, pages};
pub use sheet::Book;
pub use wording::{Language, fill, number, say, with};
