//! x

use crate::error::reasons;

reasons! {
    audit_kind_unknown(text, known) = InvalidValue;
}
