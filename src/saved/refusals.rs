//! What is refused about files that the user named.

use crate::error::reasons;

reasons! {
    /// A folder, a device or a pipe.
    target_no_file(path) = Refused;
    target_taken(path) = AlreadyExists;
    /// A file of the user's own configuration holds something else than was written there.
    private_file_damaged(path) = Refused;
}
