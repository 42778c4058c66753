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
    point_not_found(point) = NotFound;
    /// `places` are documents and records with the clause at which it stands open.
    point_ambiguous(point, places) = InvalidValue;
    point_asks_for_evidence(point, at) = Refused;
    point_asks_for_statement(point, at) = Refused;
    point_settled_without_reason(point, at) = ReasonNeeded;
    /// Its own item may show it in another place, which is to be named.
    point_shown_by_itself(point, at, item) = ReasonNeeded;
    point_not_settled(point, at) = Refused;
    point_reopened_without_reason(point, at) = ReasonNeeded;
    point_state_unknown(text, known) = InvalidValue;
}
