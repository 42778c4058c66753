//! Filing a few files that a person chose: what each probably is, taking it into the vault, and filing all of them in
//! one step that is undone as one. A whole share with its lists is the import's.

mod add;
mod file;
mod intake;
mod item;
mod link;
mod probe;

pub use add::{add_document, add_record, add_revision, replace_files};
pub use file::file_items;
pub use intake::{file_of, path_as_text, take_files};
pub use item::{FileAs, FileClause, FileItem, Filed};
pub use probe::{Probe, Suggested, Warning, probe};
