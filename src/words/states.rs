//! Words for where a document stands, the same in a list, in a control table and in a file's name.

use std::sync::LazyLock;

use super::table::{Word, of_kind};
use crate::text::fold;

/// Where a document stands, as somebody wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not approved yet.
    Draft,
    /// Approved and in force.
    Effective,
    /// Replaced by something newer.
    Superseded,
    /// Out of use, with nothing in its place.
    Withdrawn,
}

impl State {
    /// Every state with its name in the file of words.
    pub const ALL: [(State, &'static str); 4] = [
        (State::Draft, "draft"),
        (State::Effective, "effective"),
        (State::Superseded, "superseded"),
        (State::Withdrawn, "withdrawn"),
    ];

    /// Whether it says that the document is no longer to be used.
    pub fn out_of_use(self) -> bool {
        matches!(self, State::Superseded | State::Withdrawn)
    }
}

static WORDS: LazyLock<Vec<(State, Word)>> =
    LazyLock::new(|| state_words().into_iter().map(|(state, word)| (state, Word::parse(word))).collect());

/// The words for states, as the file of words has them.
pub fn state_words() -> Vec<(State, &'static str)> {
    of_kind("state", &State::ALL)
}

/// Without the brackets and marks around it.
fn bare(text: &str) -> String {
    fold(text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// The state a text says: `Approved`, `(abgelöst)`, `superseded by QP-07`. Nothing where no word is known; that is
/// no draft, the caller has to say what it makes of it.
pub fn state(text: &str) -> Option<State> {
    let text = bare(text);
    WORDS.iter().find(|(_, word)| word.begins(&text)).map(|(state, _)| *state)
}

/// The state that a text is the word for, and nothing besides; for names, where other words belong to the title.
pub fn state_in_full(text: &str) -> Option<State> {
    let text = bare(text);
    WORDS.iter().find(|(_, word)| word.text == text).map(|(state, _)| *state)
}

/// Whether a text says that something is still to come: `CEO (pending)`, `ausstehend`. Whole words of it count.
pub fn still_open(text: &str) -> bool {
    static OPEN: LazyLock<Vec<Word>> = LazyLock::new(|| {
        of_kind("open", &[((), "open")]).into_iter().map(|((), word)| Word::parse(&format!(" {word} "))).collect()
    });
    let words =
        fold(text).split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
    let words = format!(" {words} ");
    OPEN.iter().any(|word| words.contains(&format!(" {} ", word.text.trim_matches([' ', '…']))))
}
