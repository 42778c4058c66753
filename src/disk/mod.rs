//! What lies in a folder, read as data whoever put it there: plain files and folders and never a link, device or pipe;
//! databases without the SQL that came with them, also where nothing can be written.

mod database;
mod named;
mod refusals;
mod regular;
mod schema;

pub use database::{COPY, PATIENCE, Reading, harden, open_a_copy, open_to_read, open_to_write, wait, waited, writable};
pub use named::{open_named, read_named, text_named};
pub use refusals::REASONS;
pub(crate) use refusals::folder_part_foreign;
pub use regular::{Stands, open, open_below, ours, stands, stands_below};
pub use schema::{Made, Schema, made, words_of};
