//! x

use crate::error::reasons;

reasons! {
    document_kind_unknown(text, known) = InvalidValue;
    document_state_unknown(text, known) = InvalidValue;
    revision_state_unknown(text, known) = InvalidValue;
}
