//! Filing a few files that a person chose: what each probably is, taking it into the vault, and filing all of them in
//! one step that is undone as one. A whole share with its lists is the import's.

mod add;
mod again;
mod alike;
mod already;
mod file;
mod intake;
mod item;
mod link;
mod missing;
mod origin;
mod probe;
mod refusals;
mod words;

pub use add::{add_document, add_record, add_revision, replace_files};
pub use again::read_again;
pub use already::{Already, already};
pub use file::{file_items, file_unread};
pub use intake::{file_of, path_as_text, take_files};
pub use item::{FileAs, FileClause, FileItem, Filed};
pub use missing::{Missing, missing};
pub use origin::{Origin, Suggestion};
pub use probe::{NextCodes, Probe, Suggested, Warning, folders_of, probe, probe_among};
pub use refusals::REASONS;
