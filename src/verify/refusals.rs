//! What is refused before anything is checked; what a check finds is no refusal.

use crate::error::reasons;

reasons! {
    pack_unreadable(path) = PackDamaged;
}
