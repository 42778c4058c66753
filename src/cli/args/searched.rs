//! The words of a search as arguments.

use std::ffi::OsString;

/// Stands for the minus of a word to be left out while arguments are read: `search -draft` begins no option.
const MINUS: char = '\u{2212}';

/// Arguments in which the minus of words that a search leaves out is no option's.
pub(crate) fn with_minus_words(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut searching = false;
    let mut out = Vec::new();
    for argument in arguments {
        let word = argument.to_str().and_then(|word| word.strip_prefix('-'));
        let word = word.filter(|word| searching && !word.starts_with('-') && word.chars().count() > 1);
        match word {
            Some(word) => out.push(format!("{MINUS}{word}").into()),
            None => {
                searching |= argument == "search";
                out.push(argument);
            }
        }
    }
    out
}

/// A word of a search as it was typed.
pub(crate) fn as_typed(word: String) -> String {
    word.strip_prefix(MINUS).map_or_else(|| word.clone(), |rest| format!("-{rest}"))
}
