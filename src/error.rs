//! The one error that crosses a room's boundary: a code a program can match, a sentence a quality
//! manager understands, and what to do next. Internal errors become public ones here and nowhere else.

use std::fmt;
use std::path::Path;

use serde::{Serialize, Serializer};

/// Result of everything that can be refused.
pub type Result<T, E = Error> = std::result::Result<T, E>;

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

/// Why something was refused: a name for which every shell has words, the code that a program acts on, and the names of
/// the values that the words need.
#[derive(Debug, PartialEq, Eq)]
pub struct Reason {
    /// `document_code_taken`; one over all rooms.
    pub name: &'static str,
    /// What a program acts on.
    pub code: Code,
    /// Names of its values, in order.
    pub values: &'static [&'static str],
}

/// Declares the refusals of a room: for each a function that makes it from its values, and all of them as `REASONS`.
macro_rules! reasons {
    ($($(#[$meta:meta])* $name:ident($($value:ident),* $(,)?) = $code:ident;)+) => {
        $(
            $(#[$meta])*
            pub(crate) fn $name($($value: impl std::fmt::Display),*) -> $crate::error::Error {
                const REASON: &$crate::error::Reason = &$crate::error::Reason {
                    name: stringify!($name),
                    code: $crate::error::Code::$code,
                    values: &[$(stringify!($value)),*],
                };
                $crate::error::Error::because(REASON, vec![$($value.to_string()),*])
            }
        )+

        /// Every refusal of this room.
        pub const REASONS: &[$crate::error::Reason] = &[$($crate::error::Reason {
            name: stringify!($name),
            code: $crate::error::Code::$code,
            values: &[$(stringify!($value)),*],
        }),+];
    };
}
pub(crate) use reasons;

/// Why something was refused and what helps.
pub struct Error {
    code: Code,
    reason: Option<&'static Reason>,
    values: Vec<String>,
    message: String,
    hint: String,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// A refusal with its three parts.
    pub fn new(code: Code, message: impl Into<String>, hint: impl Into<String>) -> Self {
        let (message, hint) = (message.into(), hint.into());
        Self { code, reason: None, values: Vec::new(), message, hint, source: None }
    }

    /// A refusal of that reason; the values stand in its order.
    pub fn because(reason: &'static Reason, values: Vec<String>) -> Self {
        let (message, hint) = (String::new(), String::new());
        Self { code: reason.code, reason: Some(reason), values, message, hint, source: None }
    }

    /// Keeps the cause for developers; it is never part of the message.
    #[must_use]
    pub fn caused_by(mut self, cause: impl std::error::Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(cause));
        self
    }

    /// A fault of ours: says so plainly instead of blaming the input.
    pub fn internal(what: impl fmt::Display) -> Self {
        Self::new(
            Code::Internal,
            format!("Clausebook made a mistake: {what}"),
            "Nothing was changed. Run `clausebook verify`, and report this sentence.",
        )
    }

    /// An operating system error about one path.
    pub fn io(path: &Path, cause: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let shown = path.display();
        let (code, message, hint) = match cause.kind() {
            K::NotFound => (
                Code::FileNotFound,
                format!("There is no file or folder at {shown}"),
                "Check the path; a network drive may not be connected.",
            ),
            K::PermissionDenied => (
                Code::FileUnreadable,
                format!("{shown} may not be opened by this user"),
                "Close it in other programs, or ask for the right to read it.",
            ),
            K::StorageFull | K::QuotaExceeded => (
                Code::DiskFull,
                format!("The disk is full; {shown} was not written"),
                "Free some space and do it again. Nothing was half-written.",
            ),
            _ => (Code::Io, format!("{shown}: {cause}"), "Nothing was half-written. Check the drive and do it again."),
        };
        Self::new(code, message, hint).caused_by(cause)
    }

    /// The stable name of what went wrong.
    pub fn code(&self) -> Code {
        self.code
    }

    /// What happened, for a person.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to do next, for a person.
    pub fn hint(&self) -> &str {
        &self.hint
    }
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as S;
        let known = match cause.sqlite_error_code() {
            Some(S::DatabaseBusy | S::DatabaseLocked) => Some(Self::new(
                Code::WorkspaceLocked,
                "Another program is writing to this workspace",
                "Wait until it has finished, or close it, and do it again.",
            )),
            Some(S::DiskFull) => Some(Self::new(
                Code::DiskFull,
                "The disk is full; nothing was written",
                "Free some space and do it again.",
            )),
            Some(S::DatabaseCorrupt | S::NotADatabase) => Some(Self::new(
                Code::WorkspaceDamaged,
                "The workspace's database is damaged",
                "Nothing was deleted. Run `clausebook verify`, then bring the folder back from a backup.",
            )),
            Some(S::SystemIoFailure) => Some(Self::new(
                Code::NotDurable,
                "The disk refused a write; nothing was acknowledged",
                "Check the drive before you go on.",
            )),
            Some(S::ReadOnly | S::CannotOpen | S::PermissionDenied) => Some(Self::new(
                Code::FileUnreadable,
                "The workspace's database cannot be opened for writing",
                "Check the rights on the folder and whether the drive is read-only.",
            )),
            _ => None,
        };
        known.unwrap_or_else(|| Self::internal(format_args!("database: {cause}"))).caused_by(cause)
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        Self::internal(format_args!("JSON: {cause}")).caused_by(cause)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Error", 3)?;
        out.serialize_field("code", &self.code)?;
        out.serialize_field("message", &self.message)?;
        out.serialize_field("hint", &self.hint)?;
        out.end()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", self.code.as_str(), self.message, self.hint)?;
        if let Some(source) = &self.source {
            write!(f, " ← {source:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_deref().map(|s| s as _)
    }
}
