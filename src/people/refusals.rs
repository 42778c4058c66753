//! What is refused about people.

use crate::error::reasons;

reasons! {
    role_unknown(text, known) = InvalidValue;
}
