//! What is refused about people.

use crate::error::reasons;

reasons! {
    person_incomplete(name, email) = InvalidValue;
    person_already_enrolled(email) = AlreadyExists;
    person_not_enrolled(email) = NotFound;
    role_unknown(text, known) = InvalidValue;
}
