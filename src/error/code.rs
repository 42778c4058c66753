//! The codes: what a program acts on. There are fewer of them than reasons, and they stay.

use serde::{Serialize, Serializer};

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $text:literal,)+) => {
        /// What went wrong, as a stable name. A code exists only where a shell or a script acts on it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code { $($(#[$meta])* $name,)+ }

        impl Code {
            /// Every code, in the order of this file.
            pub const ALL: &[Code] = &[$(Code::$name,)+];

            /// The stable name, in `snake_case`.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)+ }
            }
        }
    };
}

codes! {
    /// The standard is not one we hold.
    UnknownStandard = "unknown_standard",
    /// The standard is held, the edition is not.
    UnknownEdition = "unknown_edition",
    /// The edition has no such clause or control.
    UnknownClause = "unknown_clause",
    /// No document, record, audit, person or scope item answers to that name.
    NotFound = "not_found",
    /// The code or name is taken by something else.
    AlreadyExists = "already_exists",
    /// A rule of the domain forbids it (state, role, missing reason).
    Refused = "refused",
    /// A value cannot be read: date, number, address, reference.
    InvalidValue = "invalid_value",
    /// A match that is only similar or aligned needs a person's reason (R16).
    ReasonNeeded = "reason_needed",
    /// The folder holds no workspace.
    NoWorkspace = "no_workspace",
    /// The folder already holds a workspace, or other files.
    WorkspaceExists = "workspace_exists",
    /// A newer program wrote this workspace.
    WorkspaceNewer = "workspace_newer",
    /// Another program is writing.
    WorkspaceLocked = "workspace_locked",
    /// Nothing can be written where the workspace lies.
    ReadOnly = "read_only",
    /// The database cannot be read as one of ours.
    WorkspaceDamaged = "workspace_damaged",
    /// The ledger's entries and its tree disagree, or its end is missing.
    LedgerDamaged = "ledger_damaged",
    /// A stored file is not what was filed.
    ObjectAltered = "object_altered",
    /// A stored file is gone.
    ObjectMissing = "object_missing",
    /// A file changed while it was being read.
    FileChanged = "file_changed",
    /// A file or folder named by the user is not there.
    FileNotFound = "file_not_found",
    /// A file cannot be read (permissions, a directory, a device).
    FileUnreadable = "file_unreadable",
    /// A path cannot be written as text, or would leave its folder.
    InvalidPath = "invalid_path",
    /// The disk is full.
    DiskFull = "disk_full",
    /// The disk refused to make a write durable; nothing was acknowledged.
    NotDurable = "not_durable",
    /// The pack is not a pack of ours, or is damaged beyond checking.
    PackDamaged = "pack_damaged",
    /// A check ran and found something.
    CheckFailed = "check_failed",
    /// A key, signature or checkpoint cannot be used.
    KeyUnusable = "key_unusable",
    /// A list or table could not be understood.
    ListUnreadable = "list_unreadable",
    /// The user stopped it; what was acknowledged stays.
    Cancelled = "cancelled",
    /// Planned, named, and not there yet.
    NotYet = "not_yet",
    /// The operating system refused.
    Io = "io",
    /// A fault of ours.
    Internal = "internal",
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
