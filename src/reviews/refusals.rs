//! What is refused about reviews.

use crate::error::reasons;

reasons! {
    review_without_reason() = ReasonNeeded;
    document_not_effective(code, state) = Refused;
    document_without_interval(code) = InvalidValue;
    review_next_not_later(next) = InvalidValue;
    outcome_unknown(text, known) = InvalidValue;
}
