//! What is refused about packs.

use crate::error::reasons;

reasons! {
    /// Entries that lay under no signature when the next were written.
    pack_entries_signed_late(from, to) = Refused;
    /// The ledger is not the one over which this pack was issued: it was written anew since.
    pack_history_differs(name) = Refused;
    /// Nothing is in force for the audit with this code.
    pack_empty(code) = Refused;
    /// By that day no system of an audited edition was recorded.
    pack_not_known_yet(recorded, edition) = Refused;
    /// What is in it does not follow from the entries about it.
    pack_not_provable(code) = Refused;
    /// Tables differ from the ledger in `count` places; `first` is the first.
    pack_tables_differ(count, first) = Refused;
    /// Its lists and proofs would be larger than a checker reads.
    pack_too_large(code) = Refused;
}
