//! What is refused about parties.

use crate::error::reasons;

reasons! {
    party_unnamed() = InvalidValue;
    party_taken(name) = AlreadyExists;
    party_not_found(name) = NotFound;
    party_corrected_without_reason(name) = ReasonNeeded;
    /// Its lead works for it, or is itself.
    party_lead_of_itself(name) = InvalidValue;
    party_kind_unknown(text, known) = InvalidValue;
    party_fact_unknown(text, known) = InvalidValue;
    /// Neither a document nor words hold it.
    party_fact_held_by_nothing(fact) = InvalidValue;
    party_fact_words_unknown(fact, text, known) = InvalidValue;
}
