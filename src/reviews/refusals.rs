//! What is refused about reviews.

use crate::error::reasons;

reasons! {
    review_without_reason() = ReasonNeeded;
    document_not_effective(code, state) = Refused;
    document_without_interval(code) = InvalidValue;
    review_next_not_later(next) = InvalidValue;
    outcome_unknown(text, known) = InvalidValue;
    /// The review of the document is overdue since that day, by the earliest reading of its date.
    review_moved_without_reason(code, due) = ReasonNeeded;
    /// A revision is asked for by a day.
    revision_without_day(code) = InvalidValue;
    revision_day_passed(day) = InvalidValue;
    /// One is asked for until that day.
    revision_asked_already(code, due) = Refused;
    revision_not_asked(code) = NotFound;
    revision_called_off_without_reason(code) = ReasonNeeded;
    revision_ending_unknown(text, known) = InvalidValue;
}
