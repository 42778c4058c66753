//! What is refused about packs.

use crate::error::reasons;

reasons! {
    pack_path_taken(path) = AlreadyExists;
    /// Nothing is in force for the audit with this code.
    pack_empty(code) = Refused;
}
