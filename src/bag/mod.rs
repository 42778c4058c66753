//! A bag (BagIt 1.0, RFC 8493) as a deterministic ZIP: filed files and made ones under `data/`, with their manifest,
//! signed. Each filed file is hashed again before it is copied, and one that is not what was filed stops everything.
//! Nothing is deflated: office files and PDFs hardly shrink, and copying is ten times faster. It knows no domain:
//! what is in a bag, and what the user calls it, is said by whoever writes one.

mod blocks;
mod model;
pub mod names;
mod read;
mod refusals;
mod stored_zip;
mod tags;
mod write;

pub use model::{Bag, Payload, Source, Watch, Written};
pub use refusals::REASONS;
pub use write::write;
