//! Lists of other programs understood: which row holds the names, what each column means and why, which words mean what, and
//! the rows with what they say. All of it is proposed; what a person decides goes before. A function of tables, of the names
//! of a share's files and of what was decided before: nothing is filed here.

mod annex;
mod chosen;
mod controls;
mod dates;
mod form;
mod heading;
mod laid;
mod meaning;
mod memory;
mod profile;
mod propose;
mod refusals;
mod rows;
mod shares;
mod single;
mod statement;
mod understand;
mod view;
mod words;

pub use chosen::{Chosen, ChosenLists, Hidden, Struck, letters};
pub use form::{read_form, write_form};
pub use meaning::{Meaning, particulars};
pub use memory::Memory;
pub use propose::Why;
pub use refusals::REASONS;
pub use shares::ShareNames;
pub use understand::{Known, understand};
pub use view::{Column, ColumnWords, LeftOut, ListRow, PreviewRow, RowNote, Understood, WordMeaning, Words};
