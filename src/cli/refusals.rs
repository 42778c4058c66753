//! What the terminal program itself refuses.

use crate::error::reasons;

reasons! {
    /// The system names no folder for a user's configuration, and none was given.
    config_folder_unknown() = InvalidPath;
    /// The list of documents has no such order.
    document_order_unknown(text, known) = InvalidValue;
    /// The list of records has no such order.
    record_order_unknown(text, known) = InvalidValue;
    /// Planning the integration of a further standard belongs to a later version.
    planner_not_there() = NotYet;
    /// Handing a revision in for approval belongs to a later version.
    submission_not_there() = NotYet;
    /// Signing an approval with a person's own key belongs to a later version.
    approval_signature_not_there() = NotYet;
}
