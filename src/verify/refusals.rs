//! What is refused before anything is checked; what a check finds is no refusal.

use crate::error::reasons;

reasons! {
    pack_unreadable(path) = PackDamaged;
    /// The folder that holds the pack's own was named.
    pack_folder_above(path, inside) = PackDamaged;
    /// It is no key, checkpoint, proof, pack or workspace.
    checkpoint_held_unknown(path) = FileUnreadable;
    pack_held_unknown(path) = FileUnreadable;
}
