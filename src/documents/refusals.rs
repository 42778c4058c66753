//! What is refused about documents and their revisions.

use crate::error::reasons;

reasons! {
    document_not_found(name) = NotFound;
    document_incomplete() = InvalidValue;
    /// Nobody gave one, and no rule numbers documents of its type.
    document_without_code(kind) = InvalidValue;
    document_interval_out_of_range(months) = InvalidValue;
    /// `title` is that of the document that has the code.
    document_code_taken(code, title) = AlreadyExists;
    document_withdrawn(code) = Refused;
    /// It will be from a day on, and it was said already.
    document_withdrawal_planned(code, from) = Refused;
    /// Nothing else changes by that: no revision, no day and no review is chosen.
    document_withdrawal_only_called_off(code) = Refused;
    /// A document is taken back only while it has no revision.
    document_has_revisions(code) = Refused;
    /// No revision of it is approved or in force.
    document_not_approved(code) = Refused;
    document_not_withdrawn(code, state) = Refused;
    /// No revision of it has an approval that stands.
    document_never_in_force(code) = Refused;
    document_corrected_without_reason(code) = ReasonNeeded;
    /// What a correction made of `field` was corrected again.
    document_corrected_since(code, field) = Refused;
    revision_files_without_reason(code, label) = ReasonNeeded;
    revision_files_changed_since(code, label) = Refused;
    revision_approval_without_reason(code) = ReasonNeeded;
    document_reinstated_without_reason(code) = ReasonNeeded;
    document_reinstated_in_the_past(code, from) = InvalidValue;
    document_kind_unknown(text, known) = InvalidValue;
    document_state_unknown(text, known) = InvalidValue;
    document_without_revision(code) = NotFound;
    revision_incomplete() = InvalidValue;
    revision_label_taken(code, label) = AlreadyExists;
    /// What comes after it is not known.
    revision_label_uncounted(code, label) = InvalidValue;
    /// It has no part that counts minor changes.
    revision_label_without_minor(code, label) = InvalidValue;
    revision_not_draft(code, label, state) = Refused;
    /// Something was decided about it, so that it takes no more files.
    revision_decided(code, label) = Refused;
    revision_not_approved(code, label, state) = Refused;
    /// A newer one is approved or in force.
    revision_older(code, label, newer) = Refused;
    /// An older one is approved for a later day, and would replace it.
    revision_older_returns(code, label, older, since) = Refused;
    /// From an earlier day on the document is withdrawn.
    revision_after_withdrawal(code, label, from, withdrawn) = Refused;
    /// Whoever wrote it does not approve it.
    revision_own(code, label, by) = Refused;
    revision_communicated_to_nobody(code) = InvalidValue;
    /// Only what is approved, or was in force, is communicated.
    revision_communicated_as_draft(code, label) = Refused;
    revision_communicated_ahead(code, on) = InvalidValue;
    revision_communicated_before_approval(code, label, on, approved) = InvalidValue;
    revision_communicated_already(code, label, to, on) = AlreadyExists;
    revision_communication_not_found(code, label, to, on) = NotFound;
    revision_communication_without_reason(code) = ReasonNeeded;
    revision_not_found(code, label) = NotFound;
    revision_state_unknown(text, known) = InvalidValue;
}
