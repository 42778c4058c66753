//! What is refused about due dates.

use crate::error::reasons;

reasons! {
    due_kind_unknown(text, known) = InvalidValue;
}
