//! What is refused about files and the disk under them.

use crate::error::reasons;

reasons! {
    file_changed(path) = FileChanged;
    write_not_confirmed(path) = NotDurable;
    disk_failed_before() = NotDurable;
    stored_file_missing(digest) = ObjectMissing;
    stored_file_altered(digest) = ObjectAltered;
    /// A link, a folder, a pipe or a device under an object's name.
    stored_file_foreign(path) = ObjectAltered;
    preview_too_large() = Refused;
    filing_stopped() = Cancelled;
    original_differs(path) = Refused;
}
