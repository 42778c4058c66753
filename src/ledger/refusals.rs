//! What is refused about the ledger and its checkpoints.

use crate::error::reasons;

reasons! {
    /// What is wrong, in the word by which a check finds it.
    ledger_damaged(finding) = LedgerDamaged;
    checkpoint_unreadable() = InvalidValue;
    checkpoint_key_differs() = KeyUnusable;
}
