//! What is refused about values that are given as text.

use crate::error::reasons;

reasons! {
    number_unreadable(text) = InvalidValue;
    /// The list of particulars has none of that name.
    particular_unknown(text, known) = InvalidValue;
}
