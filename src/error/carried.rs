//! Keeps a refusal while serde reads: its errors hold text alone, and the reason would be lost.

use std::cell::RefCell;
use std::fmt;

use super::model::Error;

thread_local! {
    static LAST: RefCell<Option<Error>> = const { RefCell::new(None) };
}

/// A refusal as serde's error, found again by [`carried`].
pub(crate) fn carry<E: serde::de::Error>(refusal: Error) -> E {
    let error = E::custom(&refusal);
    LAST.replace(Some(refusal));
    error
}

/// The refusal that serde's error says.
pub(crate) fn carried(error: &impl fmt::Display) -> Option<Error> {
    LAST.take().filter(|refusal| refusal.to_string() == error.to_string())
}
