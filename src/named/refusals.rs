//! What is refused about values that are given as text.

use crate::error::reasons;

reasons! {
    number_unreadable(text) = InvalidValue;
}
