//! What is refused about filing.

use crate::error::reasons;

reasons! {
    /// The same content is held by a document or record, and nobody said that it is to be filed again.
    file_already_filed(name, held, since) = AlreadyExists;
    /// The same content comes twice in one step, and nobody said that it is to be filed again.
    file_comes_twice(name, other) = AlreadyExists;
    file_without_purpose(name) = InvalidValue;
    file_without_title(name) = InvalidValue;
    file_without_code(name) = InvalidValue;
    file_without_kind(name) = InvalidValue;
    file_without_clause(name) = InvalidValue;
}
