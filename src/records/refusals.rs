//! What is refused about records.

use crate::error::reasons;

reasons! {
    record_not_found(name) = NotFound;
    record_incomplete() = InvalidValue;
    record_period_reversed(from, to) = InvalidValue;
    record_validity_reversed(collected, until) = InvalidValue;
    record_state_unknown(text, known) = InvalidValue;
    record_exit_unknown(text, known) = InvalidValue;
    /// Correcting, taking back and replacing need one.
    record_without_reason(code) = ReasonNeeded;
    record_is_taken_back(code) = Refused;
    record_replaces_itself(code) = Refused;
    record_already_replaced(code, by) = Refused;
    record_replaced_in_circle(code, by) = Refused;
    /// It was neither replaced nor taken back.
    record_not_gone(code) = Refused;
    /// Another record counts no longer because this one stands in its place.
    record_in_place_of(code, other) = Refused;
    record_corrected_since(code, field) = Refused;
    record_numbering_without_number(pattern, usual) = InvalidValue;
    record_numbering_unreadable(pattern, usual) = InvalidValue;
    record_numbering_set_since(pattern) = Refused;
}
