//! What is refused of a statement that is to be taken in. What is said of its rows is no refusal.

use crate::error::reasons;

reasons! {
    /// No column names controls, or none says anything about them.
    soa_list_without_columns(path) = ListUnreadable;
    /// More rows than any statement has.
    soa_list_too_long(path, rows, most) = ListUnreadable;
    /// The system's standard has no controls that a statement takes in or leaves out.
    soa_list_elsewhere(edition) = Refused;
    /// The edition that the list is said to be of is none of the standard.
    soa_list_edition(text, known) = InvalidValue;
    /// A row is answered that the list does not have.
    soa_list_no_row(row) = InvalidValue;
    /// A row is answered that asks nothing.
    soa_list_asks_nothing(row) = InvalidValue;
    /// A row is answered that asks nothing of the kind.
    soa_list_answer(row, answer, choices) = InvalidValue;
}
