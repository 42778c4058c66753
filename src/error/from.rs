//! Errors of others become refusals here and nowhere else.

use std::fmt;
use std::path::Path;

use super::model::Error;
use super::refusals;

impl Error {
    /// A fault of ours: says so plainly instead of blaming the input.
    pub fn internal(what: impl fmt::Display) -> Self {
        refusals::internal(what)
    }

    /// An operating system error about one path.
    pub fn io(path: &Path, cause: std::io::Error) -> Self {
        use std::io::ErrorKind as K;
        let shown = path.display();
        let refusal = match cause.kind() {
            K::NotFound => refusals::file_not_found(shown),
            K::PermissionDenied => refusals::file_not_allowed(shown),
            _ if too_many_open(&cause) => refusals::file_limit_reached(),
            K::StorageFull | K::QuotaExceeded => refusals::disk_full(shown),
            _ => refusals::file_failed(shown, &cause),
        };
        refusal.caused_by(cause)
    }
}

/// Whether an error says that no further file can be opened: nothing is wrong with any disk then.
pub(crate) fn too_many_open(cause: &std::io::Error) -> bool {
    match cause.raw_os_error() {
        Some(23 | 24) => cfg!(unix),
        Some(4) => cfg!(windows),
        _ => false,
    }
}

/// Whether a database that could not be opened found no descriptor. SQLite does not say why; it needs a few, and has given
/// back what it had by now.
pub(crate) fn no_descriptors() -> bool {
    let tried: std::io::Result<Vec<_>> = (0..8).map(|_| std::fs::File::open("/dev/null")).collect();
    tried.is_err_and(|cause| too_many_open(&cause))
}

/// Whether the index of a database's log finds no room: even the first reading needs some.
fn log_without_room(cause: &rusqlite::Error) -> bool {
    cause.sqlite_error().is_some_and(|error| error.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE)
}

/// Whether a value is none of its column: letters that are none, a number that is too large. Only from outside such a one comes in.
fn unreadable(cause: &rusqlite::Error) -> bool {
    use rusqlite::Error as E;
    matches!(
        cause,
        E::FromSqlConversionFailure(..)
            | E::ToSqlConversionFailure(..)
            | E::IntegralValueOutOfRange(..)
            | E::Utf8Error(..)
    )
}

impl From<rusqlite::Error> for Error {
    fn from(cause: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as S;
        let refusal = match cause.sqlite_error_code() {
            Some(S::DatabaseBusy | S::DatabaseLocked) => refusals::database_locked(),
            Some(S::DiskFull) => refusals::database_disk_full(),
            Some(S::SystemIoFailure | S::CannotOpen) if no_descriptors() => refusals::file_limit_reached(),
            Some(S::SystemIoFailure) if log_without_room(&cause) => refusals::database_disk_full(),
            Some(S::DatabaseCorrupt | S::NotADatabase) => refusals::database_damaged(),
            Some(S::SystemIoFailure) => refusals::database_write_failed(),
            Some(S::ReadOnly | S::CannotOpen | S::PermissionDenied) => refusals::database_not_writable(),
            _ if unreadable(&cause) => refusals::database_value_unreadable(),
            _ => refusals::internal(format_args!("database: {cause}")),
        };
        refusal.caused_by(cause)
    }
}

impl From<serde_json::Error> for Error {
    fn from(cause: serde_json::Error) -> Self {
        refusals::internal(format_args!("JSON: {cause}")).caused_by(cause)
    }
}
