//! Standards as headers and cells name them: by a number, a short form or another name, with an annex or a word for controls.

use std::sync::LazyLock;

use regex::Regex;

use crate::words::{is_clause_word, is_control_word, standard_by_name};

/// A standard as a header or a prefix names it, with the year if that stands there, and whether its annex is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedStandard {
    /// Short name, with the year where it is said: `27001:2013`.
    pub name: String,
    /// Whether the numbers are those of Annex A.
    pub annex: bool,
}

impl std::fmt::Display for NamedStandard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", self.name, if self.annex { " A" } else { "" })
    }
}

impl std::str::FromStr for NamedStandard {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (name, annex) = text.trim().strip_suffix(" A").map_or((text.trim(), false), |name| (name, true));
        let (short, year) = name.split_once(':').map_or((name, None), |(short, year)| (short, Some(year)));
        let known = ["9001", "20000-1", "27001"].contains(&short);
        let dated = year.is_none_or(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
        if known && dated { Ok(Self { name: name.to_owned(), annex }) } else { Err(()) }
    }
}

static PIECE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<number>20000\s?[-‐‑–]\s?1|20000|27001|9001|(?:20|27|9)[kK]\b)(?:\s?[:-]\s?(?P<year>(?:19|20)\d\d))?",
        r"|(?P<clause>(?:[Aa]\.?\s?)?\d{1,2}(?:\.\d{1,2})*)\.?(?P<part>\s?\(?[a-z]\))?",
        r"|(?P<word>[\p{L}§][\p{L}\p{M}]*\.?)|(?P<to>-|‐|‑|–|—|…|\.{3})|(?P<break>[;,\n|/])|(?P<other>\S)",
    ))
    .ok()
});

/// Whether a header or a cell speaks of controls, and of no clauses: its numbers are those of Annex A.
pub fn speaks_of_controls(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words().any(is_control_word) && !words().any(says_clause)
}

/// Whether a word speaks of clauses and not of controls.
pub fn says_clause(word: &str) -> bool {
    is_clause_word(&word.to_lowercase()) && !is_control_word(word)
}

/// Whether a cell names a standard, by its number or by another name for it.
pub fn names_standard(text: &str) -> bool {
    let named = |piece: &Piece| match piece {
        Piece::Standard(_) => true,
        Piece::Word(word) => standard_by_name(word.trim_end_matches('.')).is_some(),
        _ => false,
    };
    pieces(text).iter().any(named)
}

/// The number of a standard that is none of ours, where a header names one and none of ours: `Cláusula ISO 14001`.
pub fn foreign_named(header: &str) -> Option<String> {
    let pieces = pieces(header);
    let year = |number: &str| number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    let foreign = pieces.iter().find_map(|piece| match piece {
        Piece::Foreign(number) if number.len() >= 4 && !year(number) => Some(number.clone()),
        _ => None,
    })?;
    (!names_standard(header)).then_some(foreign)
}

/// Whether the numbers behind this word are those of an annex.
pub(super) fn annex_word(word: &str) -> bool {
    ["annex", "anhang", "annexe", "anexo", "anlage"].contains(&word.to_lowercase().as_str())
}

/// The standard that a header names, by its number anywhere in it or by another name for it.
pub fn standard_named(header: &str) -> Option<NamedStandard> {
    let mut found: Option<NamedStandard> = None;
    for piece in pieces(header) {
        if let Piece::Standard(name) = piece {
            if found.as_ref().is_some_and(|known| known.name != name) {
                return None;
            }
            found = Some(NamedStandard { name, annex: false });
        }
    }
    let annex = header.split(|c: char| !c.is_alphabetic()).any(annex_word) || speaks_of_controls(header);
    let by_name = || standard_by_name(header).map(|name| NamedStandard { name: name.to_owned(), annex: false });
    let found = found.or_else(by_name)?;
    Some(NamedStandard { annex: annex && found.name.starts_with("27001"), ..found })
}

/// A part of a header or a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    Standard(String),
    /// The number of another standard, or of something else.
    Foreign(String),
    Clause(String),
    Word(String),
    To,
    Break,
    Other,
}

pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let Some(pattern) = PIECE.as_ref() else { return Vec::new() };
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(found) = pattern.captures_at(text, from) {
        let Some(all) = found.get(0) else { break };
        from = all.end().max(from + 1);
        // A number that goes on is another one: 27001 in 127001, 14 in 14001.
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let joined = text[..all.start()].ends_with(|c: char| c.is_ascii_digit());
        let goes_on = all.as_str().ends_with(|c: char| c.is_ascii_digit()) && digits(&text[all.end()..]) > 0;
        let numeric = found.name("number").is_some() || found.name("clause").is_some();
        if numeric && (joined || goes_on) {
            from = all.end() + digits(&text[all.end()..]);
            out.push(Piece::Foreign(text[all.start()..from].to_owned()));
            continue;
        }
        out.push(if let Some(number) = found.name("number") {
            let short = match number.as_str() {
                "20k" | "20K" => "20000-1",
                "27k" | "27K" => "27001",
                "9k" | "9K" => "9001",
                number if number.starts_with("20000") => "20000-1",
                number => number,
            };
            Piece::Standard(found.name("year").map_or(short.to_owned(), |year| format!("{short}:{}", year.as_str())))
        } else if let Some(clause) = found.name("clause") {
            Piece::Clause(clause.as_str().replace(' ', ""))
        } else if let Some(word) = found.name("word") {
            Piece::Word(word.as_str().to_owned())
        } else if found.name("to").is_some() {
            Piece::To
        } else if found.name("break").is_some() {
            Piece::Break
        } else {
            Piece::Other
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_names_its_standard_by_a_number_anywhere_in_it() {
        for (header, standard) in [
            ("DIN EN ISO 9001", Some("9001")),
            ("27001: 2013", Some("27001:2013")),
            ("ISO/IEC 20000-1:2018 clause", Some("20000-1:2018")),
            ("ISO20000", Some("20000-1")),
            ("ISO 27001 Annex A", Some("27001 A")),
            ("Anhang A", Some("27001 A")),
            ("Kapitel (QMS)", Some("9001")),
            ("Control ISO 27001:2022", Some("27001:2022 A")),
            ("Controls (27001)", Some("27001 A")),
            ("ISO 27001 control objective", Some("27001 A")),
            ("Maßnahme ISO/IEC 27001", Some("27001 A")),
            ("Control de ISO 27001", Some("27001 A")),
            ("Clause or control of ISO 27001", Some("27001")),
            ("Control ISO 9001", Some("9001")),
            ("27k", Some("27001")),
            ("20k:2018", Some("20000-1:2018")),
            ("9 kg", None),
            ("9001 / 27001", None),
            ("No. 190012", None),
        ] {
            assert_eq!(standard_named(header).map(|s| s.to_string()).as_deref(), standard, "{header}");
        }
    }
}
