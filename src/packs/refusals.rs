//! What is refused about packs.

use crate::error::reasons;

reasons! {
    /// Nothing is in force for the audit with this code.
    pack_empty(code) = Refused;
    /// That day is still to come, so that nobody knows what will be recorded by then.
    pack_known_ahead(recorded) = InvalidValue;
    /// By that day no system of an audited edition was recorded.
    pack_not_known_yet(recorded, edition) = Refused;
    /// What is in it does not follow from the entries about it.
    pack_not_provable(code) = Refused;
    /// Tables differ from the ledger in `count` places; `first` is the first.
    pack_tables_differ(count, first) = Refused;
    /// Its lists and proofs would be larger than a checker reads.
    pack_too_large(code) = Refused;
}
