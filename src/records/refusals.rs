//! What is refused about records.

use crate::error::reasons;

reasons! {
    record_not_found(name) = NotFound;
    record_incomplete() = InvalidValue;
    record_period_reversed(from, to) = InvalidValue;
    record_validity_reversed(collected, until) = InvalidValue;
}
