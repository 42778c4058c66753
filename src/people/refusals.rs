//! What is refused about people.

use crate::error::reasons;

reasons! {
    person_incomplete(name, email) = InvalidValue;
    person_already_enrolled(email) = AlreadyExists;
    role_unknown(text, known) = InvalidValue;
}
