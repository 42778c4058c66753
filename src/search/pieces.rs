//! The words of a text as those read them who look for the numbers of sections.

use crate::text::names_section;

/// Words between the first and the last of several numbers.
const TO: &[&str] = &[
    "to", "through", "thru", "until", "up", "bis", "zu", "hasta", "al", "à", "au", "a", "fino", "tot", "t/m", "do",
    "до", "по", "-", "–", "—", "‑", "−", "…", "...",
];

/// Words behind which a number is that of a version.
const VERSION: &[&str] = &[
    "rev", "rev.", "revision", "version", "vers", "vers.", "v", "v.", "ausgabe", "fassung", "edition", "issue",
    "stand", "ver.",
];

/// A word of a text, or a number with dots in it.
pub(super) enum Piece<'t> {
    Number(&'t str),
    /// From one number to another.
    Range(&'t str, &'t str),
    /// It says that the numbers go on to the next one.
    To(&'t str),
    /// It says that a section follows.
    Names,
    /// It says that a version follows.
    Version,
    /// Letters and digits together, as codes are written.
    Code,
    Word(&'t str),
}

/// Reads one, with whether it ends a sentence.
pub(super) fn piece(token: &str) -> (Piece<'_>, bool) {
    let bare = token.trim_matches(|c: char| "()[]{}<>,;:\"'“”„«»‘’*_#/=→".contains(c));
    let ends = token.trim_end_matches([')', ']', '"', '”', '“', '»']).ends_with(['.', '!', '?', ';', '。']);
    let stripped = bare.trim_end_matches(['.', '!', '?', ';', '。']);
    if names_section(bare) {
        return (Piece::Names, false);
    }
    if VERSION.contains(&bare.to_lowercase().as_str()) {
        return (Piece::Version, false);
    }
    if TO.contains(&bare.to_lowercase().as_str()) {
        return (Piece::To(bare), false);
    }
    let number = |text: &str| {
        let parts = text.split('.');
        let digits = |part: &str| {
            let plain = part.strip_suffix(|c: char| c.is_ascii_lowercase()).unwrap_or(part);
            !plain.is_empty() && plain.len() <= 3 && plain.bytes().all(|b| b.is_ascii_digit())
        };
        let mut all = parts.clone();
        let annex = text.len() > 1
            && all.next().is_some_and(|first| first.len() == 1 && first.bytes().all(|b| b.is_ascii_uppercase()));
        !text.is_empty() && if annex { all.all(digits) } else { parts.clone().all(digits) }
    };
    if number(stripped) {
        return (Piece::Number(stripped), ends);
    }
    if let Some((from, to)) = stripped.split_once(['-', '–', '—', '‑', '−'])
        && number(from)
        && number(to)
    {
        return (Piece::Range(from, to), ends);
    }
    let code = stripped.contains(|c: char| c.is_ascii_digit());
    (if code { Piece::Code } else { Piece::Word(bare) }, ends)
}

/// The words of a text, with a sign or word before a number kept apart from it: `§5.1`, `Kap.5.1`.
pub(super) fn tokens(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        match word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0) {
            Some(at) if names_section(word[..at].trim_start_matches(['(', '[', ','])) => {
                out.extend([&word[..at], &word[at..]]);
            }
            _ => out.push(word),
        }
    }
    out
}
