//! What a window's side refuses.

use std::path::Path;

use crate::error::{Error, reasons};

reasons! {
    /// A request names a path that the user neither chose nor dropped.
    file_not_chosen(path) = InvalidPath;
    /// A request needs a workspace, and none is open.
    workspace_not_open() = NoWorkspace;
    /// The user stopped it while it waited for its turn.
    request_stopped() = Cancelled;
    /// The thread that did the work ended without an answer.
    work_broken_off() = Internal;
    /// The system would run a stored file instead of showing it.
    file_is_program(name) = InvalidPath;
    /// The system has no program for a copy of a stored file, which lies in that folder.
    file_without_program(name, folder) = FileUnreadable;
}

/// What a shell says where the thread that calls the host ended without an answer.
pub fn broken_off() -> Error {
    work_broken_off()
}

/// What a shell says where no program opens a copy that [`super::Host::copy_out`] wrote.
pub fn without_program(copy: &Path) -> Error {
    let name = copy.file_name().unwrap_or_default();
    file_without_program(name.display(), copy.parent().unwrap_or(copy).display())
}
