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
    /// The folder ends earlier than the head that this machine kept of it.
    ledger_rolled_back(kept, entries) = Refused;
    /// The folder's first entries are others than those of the head that this machine kept of it.
    ledger_other_history(kept) = Refused;
    /// No key that the entries enrol signed the last of them.
    ledger_unsigned(from, to) = Refused;
    /// The folder calls itself by another identity than its entries do.
    ledger_renamed(says, ledger) = Refused;
    folder_fits_already() = Refused;
    folder_accepted_without_reason() = ReasonNeeded;
    /// The clock is behind the last entry.
    clock_behind(clock, last) = Refused;
    /// The clock is months ahead of the last entry.
    clock_ahead(clock, last) = Refused;
    ledger_day_without_reason() = ReasonNeeded;
    ledger_entries_unknown(from, to, entries) = InvalidValue;
    ledger_day_not_between(earliest, latest) = InvalidValue;
    /// What was given is not what `ledger key` printed.
    machine_key_unreadable() = KeyUnusable;
    /// A machine's key for another workspace.
    machine_key_elsewhere(origin) = KeyUnusable;
    machine_key_enrolled(key) = AlreadyExists;
    voucher_unusable() = KeyUnusable;
    /// The key that would vouch is not enrolled itself.
    voucher_by_unknown_key(key) = KeyUnusable;
    machine_key_without_reason() = ReasonNeeded;
    anchor_path_taken(path) = AlreadyExists;
    /// The answer is about no checkpoint that was signed here.
    anchor_answer_elsewhere() = Refused;
    /// The same answer is kept by that entry.
    anchor_answer_kept(entry) = AlreadyExists;
    /// A size is asked about that the ledger does not have.
    ledger_shorter(entries, size) = InvalidValue;
    /// What is followed by something new instead of being taken back.
    change_final() = Refused;
}
