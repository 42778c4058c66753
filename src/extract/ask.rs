//! How a reader is asked, and how it answers: JSON both ways.

use super::model::Unsearchable;
use crate::contained::{Containment, Failed, Work};

/// What a reader says of some content; how it failed is a reason why the content cannot be searched.
pub(super) fn ask<A: serde::de::DeserializeOwned>(
    work: Work,
    bytes: &[u8],
    contained: &Containment,
) -> Result<A, Unsearchable> {
    let answer = contained.run(work, bytes).map_err(|failed| match failed {
        Failed::Panicked => Unsearchable::Damaged,
        Failed::Ended | Failed::OutOfForm => Unsearchable::ReaderEnded,
        Failed::TooSlow => Unsearchable::TookTooLong,
        Failed::NotStarted => Unsearchable::NotStarted,
    })?;
    serde_json::from_slice(&answer).map_err(|_| Unsearchable::ReaderEnded)
}

/// The same where the answer is no JSON; nothing where there is none.
pub(super) fn ask_bytes(work: Work, bytes: &[u8], contained: &Containment) -> Option<Vec<u8>> {
    contained.run(work, bytes).ok()
}

/// A reader's answer; an empty one, which is none, could not be written.
pub(super) fn json(answer: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(answer).unwrap_or_default()
}
