//! What is refused about what applies.

use crate::error::reasons;

reasons! {
    ground_unknown(text, known) = InvalidValue;
    reach_unknown(text, known) = InvalidValue;
    /// Neither yes, partly, no, nor a day.
    implemented_unknown(text) = InvalidValue;
    /// Something is said of what nobody has decided on yet.
    decision_without_applies(clause) = InvalidValue;
    /// A control is included or excluded without a reason, a clause left out.
    decision_without_reason(clause) = ReasonNeeded;
    /// The condition of 9001 is not confirmed.
    decision_unconfirmed(clause) = Refused;
    /// The condition of 9001 is answered with no.
    decision_affects_conformity(clause) = Refused;
    /// What does not apply is not in place either.
    decision_excluded_in_place(clause) = InvalidValue;
    /// The condition is one of 9001, for what is left out.
    decision_condition_elsewhere(clause) = InvalidValue;
    /// What was said stands already.
    decision_stands(clause) = InvalidValue;
    decision_of_nothing() = InvalidValue;
    /// The organisation's code looks like a number of the standard's.
    own_control_code(code) = InvalidValue;
    /// It is empty, too long, or has a sign that would be lost where it is cited.
    own_control_code_unreadable(code) = InvalidValue;
    own_control_untitled(code) = InvalidValue;
    own_control_unknown(code, edition) = NotFound;
    own_control_without_reason(code) = ReasonNeeded;
    /// Only a standard with controls takes others beside them.
    own_control_elsewhere(edition) = Refused;
}
