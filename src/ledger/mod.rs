//! The event log and the Merkle tree over it (RFC 6962), checkpoints as signed notes, proofs that others can
//! check. It knows bytes, not domains.

mod apart;
mod entry;
mod note;
mod proof;
mod refusals;
mod store;
mod timestamp;
pub mod tree;

pub use apart::apart;
pub use entry::{Entry, Stamp, kind_of, room_of};
pub use note::{Checkpoint, VerifierKey, signer};
pub use proof::{consistency_text, earlier_text, inclusion_text, path_text};
pub use refusals::REASONS;
pub use store::{
    Appended, Appender, Head, check_tail, checkpoint_at, checkpoint_hashed, checkpoints_of, consistency, create,
    create_1, entry_at, entry_bytes, entry_bytes_there, for_each_entry, for_each_timed, head, inclusion,
    last_checkpoint, last_seq_at, one_state, rooms_of, root_at, seq_of, signed_sizes, store_checkpoint, upgrade_from_1,
};
pub use timestamp::{stamp_request, stamped_hash};
