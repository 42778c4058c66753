//! What is refused about mappings and proposals; `reference` is read aloud, without the edition.

use crate::error::reasons;

reasons! {
    /// One that is not full says why.
    mapping_without_reason(strength) = ReasonNeeded;
    mapping_already_there(reference, strength) = AlreadyExists;
    mapping_corrected_without_reason(reference) = ReasonNeeded;
    /// What a correction made of `field` was corrected again.
    mapping_corrected_since(reference, field) = Refused;
    mapping_not_found(reference) = NotFound;
    proposal_not_found(reference) = NotFound;
    /// A match that is only similar or aligned counts by a person's reason (R16).
    proposal_accepted_without_reason(reference) = ReasonNeeded;
    proposal_declined_without_reason(reference) = ReasonNeeded;
    strength_unknown(text, known) = InvalidValue;
}
