//! What is refused about a folder that is not what this program made.

use crate::error::reasons;

reasons! {
    /// A link, a pipe, a device, or a folder where a file should be, or the other way round.
    folder_part_foreign(path) = WorkspaceDamaged;
    /// A journal beside a database that speaks of a file elsewhere.
    folder_journal_foreign(path) = WorkspaceDamaged;
}
