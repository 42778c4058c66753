//! The register of documents as people know it: a list of all that is in use, a list of what is obsolete; for any day, as
//! a workbook and on paper.

mod columns;
mod paper;
mod rows;
mod sheet;

pub use paper::print;
pub use rows::{ObsoleteRow, Register, RegisterRow, register};
pub use sheet::workbook;
