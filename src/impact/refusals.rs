//! What is refused about comparing revisions.

use crate::error::reasons;

reasons! {
    /// There is no other revision to compare it with.
    revision_alone(code) = Refused;
    /// Both labels are of the same revision.
    revision_same(code, label) = InvalidValue;
}
