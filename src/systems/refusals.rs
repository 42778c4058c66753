//! What is refused about the organisation, its systems and their scopes.

use crate::error::reasons;

reasons! {
    organisation_unnamed() = InvalidValue;
    /// A correction says why.
    organisation_name_without_reason() = InvalidValue;
    system_already_there(edition) = AlreadyExists;
    system_not_found(name) = NotFound;
    scope_item_incomplete() = InvalidValue;
    scope_item_taken(code) = AlreadyExists;
    scope_item_not_found(name) = NotFound;
    scope_item_kind_unknown(text, known) = InvalidValue;
    /// The question is about two systems that are not held together.
    scope_question_not_posed(question) = Refused;
    scope_question_unknown(text, known) = InvalidValue;
    scope_answer_without_reason(question) = InvalidValue;
    scope_answer_unknown(text, known) = InvalidValue;
}
