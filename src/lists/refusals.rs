//! What is refused of a file that says what columns mean.

use crate::error::reasons;

reasons! {
    /// A line of the file that is none of its form.
    columns_line_unreadable(line, text) = InvalidValue;
    /// What stands behind a column or word is no meaning there.
    columns_meaning_unknown(line, meaning) = InvalidValue;
}
