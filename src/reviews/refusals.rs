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
    review_revision_without_day(code) = InvalidValue;
    review_revision_day_passed(day) = InvalidValue;
    /// One is asked for until that day.
    review_revision_asked_already(code, due) = Refused;
    review_revision_not_asked(code) = NotFound;
    review_revision_called_off_without_reason(code) = ReasonNeeded;
    review_recheck_without_reason(code) = ReasonNeeded;
    /// No change of scope, or none of those named, asks to look at it again.
    review_recheck_not_asked(code) = NotFound;
    /// Only what is approved is doubted; what is on its way is decided on.
    review_doubt_not_approved(code, label) = Refused;
    review_doubt_without_reason(code, label) = ReasonNeeded;
    /// They said so on that day, and no review was held since.
    review_doubt_open_already(code, label, day) = AlreadyExists;
    review_revision_ending_unknown(text, known) = InvalidValue;
}
