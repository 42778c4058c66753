//! Which entries of the ledger a change wrote: a session tells it, and undoing takes it back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Entries that follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Span {
    /// The first.
    pub from: u64,
    /// The one behind the last.
    pub to: u64,
}
