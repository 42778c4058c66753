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
    /// It follows from `from`, which allows `strongest` and no more.
    mapping_stronger_than_source(reference, strength, strongest, from) = Refused;
    /// It follows from `from`, which counts at fewer scope items.
    mapping_wider_than_source(reference, from) = Refused;
    /// `from`, from which it followed, is no longer mapped.
    mapping_follows_from_nothing(reference, from) = Refused;
    /// It would follow from a control that does not apply.
    proposal_from_excluded(control, clause) = Refused;
    proposal_not_found(reference) = NotFound;
    /// The document was withdrawn, the record replaced or taken back.
    proposal_out_of_use(item) = Refused;
    proposal_not_declined(reference) = Refused;
    proposal_mapped_already(reference) = AlreadyExists;
    /// The clause does not apply here.
    proposal_of_excluded(reference) = Refused;
    /// A match that is only similar or aligned counts by a person's reason (R16).
    proposal_accepted_without_reason(reference) = ReasonNeeded;
    /// No more than `strongest` follows from `from`.
    proposal_accepted_too_strong(reference, strength, strongest, from) = Refused;
    /// A group is decided control by control (R163); `controls` are those that are proposed.
    proposal_of_a_group(reference, controls) = Refused;
    /// One reason for several is for what is alike; `first` and `other` are not.
    proposal_not_alike(first, other) = Refused;
    /// So many reasons for so many clauses: one for all, or one each.
    proposal_reasons_uneven(reasons, clauses) = InvalidValue;
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
    /// `evidence` does not count at `places`, where the mapping does; none for everywhere.
    point_evidence_elsewhere(point, at, evidence, places) = Refused;
    point_not_settled(point, at) = Refused;
    point_reopened_without_reason(point, at) = ReasonNeeded;
    point_state_unknown(text, known) = InvalidValue;
    point_due_unknown(text, known) = InvalidValue;
}
