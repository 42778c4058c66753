//! What is refused about packs.

use crate::error::reasons;

reasons! {
    /// Nothing is in force for the audit with this code.
    pack_empty(code) = Refused;
    /// Its lists and proofs would be larger than a checker reads.
    pack_too_large(code) = Refused;
}
