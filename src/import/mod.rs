//! Ways in: single files, and a whole share with its lists.

mod intake;

pub use intake::take_files;
