//! What several parts of the page show alike: an edition in its colour, a state of coverage, a strength, a link.

use std::fmt::Write as _;

use super::super::content::Content;
use super::super::words;
use crate::coverage::{Row, State};
use crate::mapping::Strength;
use crate::standards::catalogue;

/// An edition, with where it stands on the page.
pub(super) struct Edition<'a> {
    /// As “9001:2015”.
    pub(super) code: &'a str,
    /// Class that gives its standard's colour.
    pub(super) class: &'static str,
    /// Anchor of its section.
    pub(super) anchor: String,
}

impl<'a> Edition<'a> {
    pub(super) fn of(code: &'a str) -> Self {
        Self { code, class: class_of(code), anchor: format!("s-{}", code.replace(':', "-")) }
    }
}

/// The class that gives the colour of a standard, from its number or from an edition of it.
pub(super) fn class_of(standard: &str) -> &'static str {
    match standard.split(':').next().unwrap_or_default() {
        "9001" => "q",
        "20000-1" => "s",
        _ => "i",
    }
}

/// An edition's name as the catalogue has it; nothing where it does not hold the edition.
pub(super) fn name_of(edition: &str) -> &'static str {
    catalogue().edition(edition, &[]).map(|e| e.name.as_str()).unwrap_or_default()
}

/// A state of coverage: a shape for the eye, a word for everybody.
pub(super) struct Mark {
    pub(super) class: &'static str,
    pub(super) shape: &'static str,
    pub(super) word: &'static str,
}

impl Mark {
    pub(super) fn of(state: State) -> Self {
        let (class, shape) = match state {
            State::Covered => ("covered", "●"),
            State::Partial => ("partial", "◐"),
            State::Gap => ("gap", "○"),
            State::Undecided => ("undecided", "?"),
            State::NotInPlace => ("not-in-place", "◌"),
            State::NotApplicable => ("not-applicable", "–"),
            State::OutOfScope => ("out-of-scope", "–"),
        };
        Self { class, shape, word: words::state(state) }
    }
}

/// Anchor of a clause's row in its standard's section.
pub(super) fn clause_anchor(row: &Row) -> String {
    format!("c-{}-{}", row.reference.edition_id().to_string().replace(':', "-"), row.reference.clause)
}

/// The strength's name, unless it goes without saying.
pub(super) fn less_than_full(strength: Strength) -> Option<&'static str> {
    (strength != Strength::Full).then(|| strength.name())
}

/// A relative link: everything but plain letters, digits and separators is percent-encoded.
pub(super) fn href(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            other => {
                let _ = write!(out, "%{other:02X}");
            }
        }
    }
    out
}

/// Several of them; `none` where there is none.
pub(super) fn places(codes: &[String], content: &Content, none: &str) -> String {
    if codes.is_empty() {
        return none.to_owned();
    }
    content.places(codes, ", ")
}
