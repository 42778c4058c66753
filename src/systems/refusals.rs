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
    scope_grade_unknown(text, known) = InvalidValue;
    scope_run_by_unknown(text, known) = InvalidValue;
    /// The organisation in scope is what runs, not what is run.
    scope_run_by_of_organisation(code) = InvalidValue;
    scope_run_by_own_with_parties(code) = InvalidValue;
    /// Others run it, and none is named.
    scope_run_by_nobody(code) = InvalidValue;
    scope_run_by_without_reason(code) = ReasonNeeded;
    /// The system has no statement of that number, or had none on that day.
    scope_statement_not_found(system, version) = NotFound;
    scope_statement_none(system) = NotFound;
    /// The question is about two systems that are not held together.
    scope_question_not_posed(question) = Refused;
    scope_question_unknown(text, known) = InvalidValue;
    scope_answer_without_reason(question) = InvalidValue;
    scope_answer_unknown(text, known) = InvalidValue;
    scope_exclusion_without_clause(line) = InvalidValue;
    /// A part of a clause is not told apart from the whole.
    scope_exclusion_of_a_letter(letter, clause) = InvalidValue;
    scope_exclusion_without_reason(clauses) = InvalidValue;
    scope_exclusion_twice(clause) = InvalidValue;
    scope_exclusion_of_other_standard(clause, edition) = InvalidValue;
    /// The standard allows no exclusion at all.
    scope_exclusion_from_all_or_nothing(clause, standard) = Refused;
    /// Only controls of Annex A may be left out.
    scope_exclusion_of_requirement(clause, standard) = Refused;
    scope_exclusion_of_main_clause(clause, standard) = Refused;
    /// What has a bearing on conformity or satisfaction applies.
    scope_exclusion_affects_conformity(system) = Refused;
}
