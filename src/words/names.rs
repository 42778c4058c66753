//! Words in file names that are no part of the title, and words before a clause.

use std::sync::LazyLock;

use super::table::of_kind;
use crate::text::fold;

/// What a mark in a file's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It is a copy of another file.
    Copy,
    /// It was signed, or not.
    Signed,
    /// It was checked.
    Checked,
    /// It is the last one.
    Final,
    /// It is newer than others.
    Newest,
    /// It is locked against changes.
    Protected,
}

impl Mark {
    /// Every meaning with its name in the file of words.
    pub const ALL: [(Mark, &'static str); 6] = [
        (Mark::Copy, "copy"),
        (Mark::Signed, "signed"),
        (Mark::Checked, "checked"),
        (Mark::Final, "final"),
        (Mark::Newest, "newest"),
        (Mark::Protected, "protected"),
    ];
}

/// The marks as the file of words has them: `(word)` counts in brackets only, `word…` before the rest of the name.
pub fn marks() -> Vec<(Mark, &'static str)> {
    of_kind("mark", &Mark::ALL)
}

/// What stands behind a word for a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numbering {
    /// Digits: `v2.1`.
    Digits,
    /// Digits or one letter: `Rev C`.
    DigitsOrLetter,
}

impl Numbering {
    /// Every numbering with its name in the file of words.
    pub const ALL: [(Numbering, &'static str); 2] =
        [(Numbering::Digits, "digits"), (Numbering::DigitsOrLetter, "digits_or_letter")];
}

/// The words for a version in file names.
pub fn version_words() -> Vec<(Numbering, &'static str)> {
    of_kind("version", &Numbering::ALL)
}

/// What a cell says in a grid of who made, checked and approved a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// It was made.
    Made,
    /// It was checked.
    Checked,
    /// A name stands there.
    Name,
    /// What somebody is.
    Place,
    /// A signature.
    Sign,
}

impl Signing {
    /// Every meaning with its name in the file of words.
    pub const ALL: [(Signing, &'static str); 5] = [
        (Signing::Made, "made"),
        (Signing::Checked, "checked"),
        (Signing::Name, "name"),
        (Signing::Place, "place"),
        (Signing::Sign, "sign"),
    ];
}

/// What a cell says in such a grid; nothing where it says more than that.
pub fn signing(cell: &str) -> Option<Signing> {
    let cell = fold(cell);
    of_kind("signing", &Signing::ALL).into_iter().find(|(_, word)| *word == cell).map(|(signing, _)| signing)
}

/// Whether letters are those of a body that publishes standards: what it numbers is not the organisation's own.
pub fn publisher(letters: &str) -> bool {
    let letters = fold(letters);
    of_kind("publisher", &[((), "publisher")]).into_iter().any(|((), word)| word == letters)
}

/// Whether a word, in small letters and without a full stop, is one that stands before the number of a clause.
pub fn is_clause_word(word: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> =
        LazyLock::new(|| of_kind("clause", &[((), "clause")]).into_iter().map(|((), word)| word).collect());
    WORDS.iter().any(|known| known.trim_end_matches('.') == word.trim_end_matches('.'))
}

/// Whether a word calls the number beside it that of a control.
pub fn is_control_word(word: &str) -> bool {
    static WORDS: LazyLock<Vec<String>> =
        LazyLock::new(|| of_kind("control", &[((), "control")]).into_iter().map(|((), word)| fold(word)).collect());
    WORDS.contains(&fold(word))
}

/// What stands behind a word such as `clause` or `Kap.`, and the text as it is where it begins with none.
pub fn behind_clause_word(text: &str) -> &str {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut words: Vec<&str> = of_kind("clause", &[((), "clause")]).into_iter().map(|((), word)| word).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words
    });
    let begins = |word: &&&str| text.get(..word.len()).is_some_and(|start| start.to_lowercase() == ***word);
    WORDS.iter().find(begins).map_or(text, |word| text[word.len()..].trim_start_matches(['.', ' ']))
}
