//! How a room declares its refusals, and those of the base: what any room may meet, and what several make that may not use
//! each other.

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

reasons! {
    /// A fault of ours; `detail` is for whoever mends it.
    internal(detail) = Internal;
    file_not_found(path) = FileNotFound;
    file_not_allowed(path) = FileUnreadable;
    /// A folder, a pipe, a device.
    file_not_regular(path) = FileUnreadable;
    /// Longer than whatever it could be; nothing of it was kept.
    file_too_large(path, kilobytes) = FileUnreadable;
    file_failed(path, cause) = Io;
    disk_full(path) = DiskFull;
    /// The program, or the whole machine, has as many files open as it may.
    file_limit_reached() = Io;
    /// A name that is not Unicode.
    path_not_text(path) = InvalidPath;
    database_locked() = WorkspaceLocked;
    database_disk_full() = DiskFull;
    database_damaged() = WorkspaceDamaged;
    /// A value that is none of its column, as only from outside one comes in.
    database_value_unreadable() = WorkspaceDamaged;
    database_write_failed() = NotDurable;
    database_not_writable() = FileUnreadable;
    workspace_missing(path) = NoWorkspace;
    check_stopped() = Cancelled;
}
