//! What is refused about claims.

use crate::error::reasons;

reasons! {
    claim_effect_unknown(text, known) = InvalidValue;
}
