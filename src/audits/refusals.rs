//! What is refused about audits.

use crate::error::reasons;

reasons! {
    audit_not_found(name) = NotFound;
    audit_incomplete() = InvalidValue;
    audit_code_taken(code) = AlreadyExists;
    audit_edition_not_held(edition) = InvalidValue;
    audit_period_reversed(from, to) = InvalidValue;
    audit_corrected_without_reason(code) = ReasonNeeded;
    /// What a correction made of `field` was corrected again.
    audit_corrected_since(code, field) = Refused;
    audit_kind_unknown(text, known) = InvalidValue;
}
