//! What is refused where a bag is written. Files are named by their paths in it: the vault knows hashes, the user names.

use crate::error::reasons;

reasons! {
    /// It is not what was filed any more.
    bag_file_altered(path) = ObjectAltered;
    bag_file_missing(path) = ObjectMissing;
    bag_file_unreadable(path, cause) = FileUnreadable;
    /// Two names that some file system takes for one.
    bag_name_taken(path) = Refused;
    /// Somebody could not unpack it.
    bag_name_unsafe(path) = Refused;
    bag_stopped() = Cancelled;
}
