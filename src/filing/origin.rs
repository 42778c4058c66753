//! Where a suggested value comes from. There is no value without it, so that none is shown as more than it is.

use serde::Serialize;
use ts_rs::TS;

/// Where a suggestion was found, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "from", rename_all = "snake_case")]
#[ts(rename = "SuggestionOrigin")]
pub enum Origin {
    /// What the register says of the document whose next revision it is.
    Register,
    /// The file's control table.
    Table,
    /// The properties that an office program keeps in the file.
    Properties,
    /// Its name.
    Name,
    /// Its text.
    Text,
    /// A title that is also that of the clause.
    Title,
    /// The folder it lies in.
    Folder,
    /// That it carries no number, as documents do.
    Unnumbered,
    /// What more than half of the earlier ones like it have.
    Series {
        /// How many have it.
        has: usize,
        /// Of how many.
        of: usize,
    },
}

/// A value together with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Suggestion<T> {
    /// The value.
    pub value: T,
    /// Where it was found.
    pub origin: Origin,
}

impl<T> Suggestion<T> {
    /// A value that was found there.
    pub fn new(value: T, origin: Origin) -> Self {
        Self { value, origin }
    }
}

/// A text that was found there; an empty one is none.
pub(super) fn said(text: Option<&str>, origin: Origin) -> Option<Suggestion<String>> {
    let text = text?.trim();
    (!text.is_empty()).then(|| Suggestion::new(text.to_owned(), origin))
}
