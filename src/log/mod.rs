//! The ledger as a person reads it: its entries, and all that happened to one document or record. What an entry says
//! comes as values by name; the words are each shell's own.

mod entries;
mod history;
mod paper;
mod said;

pub use entries::{Log, LogEntry, log, place_of};
pub use history::{Happened, HeldOutside, ItemHistory, history};
pub use paper::print;
pub use said::{Changed, Said};
