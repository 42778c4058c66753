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
    /// No row and answer with a sign between them.
    answer_unreadable(text) = InvalidValue;
    /// What was given is neither a number nor yes or no.
    rule_value_unread(rule, text) = InvalidValue;
    /// No passphrase for a new key, and nobody to ask.
    passphrase_not_given() = KeyUnusable;
    /// It was typed differently the second time.
    passphrase_differs() = InvalidValue;
}
