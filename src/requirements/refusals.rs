//! What is refused about requirements.

use crate::error::reasons;

reasons! {
    requirement_kind_unknown(text, known) = InvalidValue;
    /// A service requirement is written down and agreed, or it is none.
    requirement_implied() = Refused;
    requirement_not_written() = InvalidValue;
    requirement_not_agreed() = InvalidValue;
    requirement_not_found(number) = NotFound;
    requirement_dropped_without_reason(number) = ReasonNeeded;
}
