//! What is refused about the ledger and its checkpoints.

use crate::error::reasons;

reasons! {
    /// What is wrong, in the word by which a check finds it.
    ledger_damaged(finding) = LedgerDamaged;
    checkpoint_unreadable() = InvalidValue;
    checkpoint_key_differs() = KeyUnusable;
    verifier_key_unreadable() = KeyUnusable;
    /// Not the answer of a time-stamp authority.
    timestamp_unreadable() = InvalidValue;
    /// The authority granted no time stamp.
    timestamp_refused(status) = Refused;
}
