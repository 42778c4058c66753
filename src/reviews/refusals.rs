//! x

use crate::error::reasons;

reasons! {
    outcome_unknown(text, known) = InvalidValue;
}
