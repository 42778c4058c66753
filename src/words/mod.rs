//! The words by which the program understands somebody else's text, once: states, kinds of documents, folders,
//! marks in file names, headers, months. They stand in `schema/words/words.csv`, described in its README; who asks
//! gets a meaning, never a word.

mod columns;
mod controls;
mod documents;
mod headers;
mod months;
mod names;
mod natures;
mod reach;
mod states;
mod table;

pub use columns::{Fit, beside_clause, document_type, meanings, months_between, other_list, sign, standard_by_name};
pub use controls::{
    GROUNDS, InPlace, applies, crossed, from_elsewhere, grounds, grounds_before, in_place, speaks_of_place,
    statement_meanings, undecided,
};
pub use documents::{DOCUMENTS, Folder, document, in_folder};
pub use headers::{Header, header, header_in_full, header_words, label, labels};
pub use months::{Edge, Span, edge, month, month_in_full, span};
pub use names::{
    Mark, Numbering, Signing, behind_clause_word, is_clause_word, is_control_word, marks, publisher, signing,
    version_words,
};
pub use natures::{Nature, heading, joint, nature, no_number};
pub use reach::{reach, reach_named};
pub use states::{State, state, state_in_full, state_words, still_open};
pub use table::{WordRow, rows};
