//! What a file is: the one judge of it, of a whole share as of a single file.

mod contents;
mod media;
mod outside;
mod seen;
mod signs;
mod weigh;

pub use seen::{Seen, bare_title, version_of};
pub use signs::Sign;
pub use weigh::{TakenFor, Weighed, weigh};
