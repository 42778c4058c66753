//! The words of a paragraph, as they are written.

use std::borrow::Cow;

/// A word, or what parts two cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) text: Cow<'t, str>,
    /// Nothing stands between it and the one before, as in scripts without blanks.
    pub(super) glued: bool,
}

/// Whether it is a word, not a sign between words or cells.
pub(super) fn is_word(token: &Token<'_>) -> bool {
    token.text.contains(char::is_alphanumeric)
}

/// What parts two cells.
pub(super) const CELL: &str = "\t";

/// Words as they are read.
pub(super) fn words_of(tokens: &[Token<'_>]) -> String {
    let mut out = String::new();
    for token in tokens {
        if !out.is_empty() && !token.glued {
            out.push(' ');
        }
        out.push_str(&token.text);
    }
    out
}
