//! The event log and the Merkle tree over it (RFC 6962), checkpoints as signed notes, proofs that others can
//! check. It knows bytes, not domains.

mod entry;
mod note;
mod proof;
mod refusals;
mod store;
pub mod tree;

pub use entry::{Entry, Stamp, kind_of, room_of};
pub use note::{Checkpoint, VerifierKey};
pub use proof::{consistency_text, inclusion_text, path_text};
pub use refusals::REASONS;
pub use store::{
    Appended, Appender, Head, check_tail, checkpoint_at, consistency, create, create_1, entry_bytes, for_each_entry,
    head, inclusion, last_checkpoint, last_seq_at, one_state, rooms_of, root_at, seq_of, store_checkpoint,
    upgrade_from_1,
};
