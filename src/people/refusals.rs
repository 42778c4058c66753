//! What is refused about people.

use crate::error::reasons;

reasons! {
    person_incomplete(name, email) = InvalidValue;
    person_already_enrolled(email) = AlreadyExists;
    person_not_enrolled(email) = NotFound;
    /// It is done by somebody who is enrolled, not by a login.
    person_needed() = Refused;
    /// The person is there no more.
    person_left(email) = Refused;
    /// It is not the part of that role.
    person_may_not(email, role, duty) = Refused;
    /// Nobody else who stays manages people and rules.
    person_manages_alone(email) = Refused;
    person_change_without_reason(email) = ReasonNeeded;
    person_change_empty(email) = InvalidValue;
    person_key_enrolled_already(email) = AlreadyExists;
    /// Somebody else signs with it, or it was retired.
    person_key_of_another(email) = AlreadyExists;
    person_without_key(email) = NotFound;
    person_key_retired_before(email, from, since) = InvalidValue;
    person_away_days(email, from, until) = InvalidValue;
    person_away_already(email, from, until) = Refused;
    person_not_away(email) = NotFound;
    /// Nobody stands in for themselves, nor takes over from themselves.
    person_deputy_of_themselves(email) = InvalidValue;
    person_rule_without_reason() = ReasonNeeded;
    role_unknown(text, known) = InvalidValue;
}
