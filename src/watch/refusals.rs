//! What is refused of a folder that is watched.

use crate::error::reasons;

reasons! {
    /// No folder is watched under that name.
    watched_folder_unknown(name) = NotFound;
    /// It is watched already, under that name.
    folder_watched_already(path, name) = AlreadyExists;
    /// What is watched is a folder, and this is none.
    watched_path_no_folder(path) = InvalidPath;
    /// It holds the workspace, or lies in it.
    watched_folder_holds_workspace(path) = InvalidPath;
    /// It is not there, or empty though it was not: a share that is not mounted, not one of which all is gone.
    watched_folder_away(path) = FileNotFound;
    /// What was found there was something else, or is there no longer.
    watched_file_not_so(path) = Refused;
    /// A new version needs the document of which it is one.
    watched_version_of_nothing(path) = InvalidValue;
    watch_what_unknown(what, known) = InvalidValue;
    watch_action_unknown(action, known) = InvalidValue;
    look_stopped() = Cancelled;
}
