//! What is refused before anything is checked; what a check finds is no refusal.

use crate::error::reasons;

reasons! {
    pack_unreadable(path) = PackDamaged;
    /// It is no key, checkpoint, proof, pack or workspace.
    checkpoint_held_unknown(path) = FileUnreadable;
    pack_held_unknown(path) = FileUnreadable;
}
