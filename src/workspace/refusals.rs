//! What is refused about a workspace, and of an event that is to be taken back.

use crate::error::reasons;

reasons! {
    folder_not_empty(path) = WorkspaceExists;
    /// A database that is none of ours.
    database_foreign(path) = WorkspaceDamaged;
    workspace_newer() = WorkspaceNewer;
    /// Tables, indexes, triggers or views that this program does not make, or makes otherwise.
    workspace_schema_foreign(parts) = WorkspaceDamaged;
    /// Nothing can be written where it lies.
    workspace_read_only(path) = ReadOnly;
    /// The key under which the database should hold something.
    workspace_incomplete(part) = WorkspaceDamaged;
    /// A file of the user's configuration folder: the site's name or a signing key.
    machine_file_unusable(path) = KeyUnusable;
    /// A size is asked about that the ledger does not have.
    ledger_shorter(entries, size) = InvalidValue;
    /// What is followed by something new instead of being taken back.
    change_final() = Refused;
}
