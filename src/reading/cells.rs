//! Clauses in the cell of a list, in every notation: with or without their standard, several, ranges, titles behind them.

use std::sync::LazyLock;

use regex::Regex;

use super::ranges::{is_word, up_to};
use crate::words::{beside_clause, is_clause_word, standard_by_name};

/// What a cell of a list names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseCell {
    /// Standard and clause, in the order of the cell. The standard has its year where the list says it: `27001:2013`.
    pub clauses: Vec<(String, String)>,
    /// Parts that name no clause.
    pub unread: Vec<String>,
}

impl ClauseCell {
    /// Adds what another cell of the same row names, each clause once.
    pub fn add(&mut self, other: ClauseCell) {
        for clause in other.clauses {
            if !self.clauses.contains(&clause) {
                self.clauses.push(clause);
            }
        }
        self.unread.extend(other.unread);
    }
}

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
        r"(?P<number>20000\s?[-‐‑–]\s?1|20000|27001|9001)(?:\s?[:-]\s?(?P<year>(?:19|20)\d\d))?",
        r"|(?P<clause>(?:[Aa]\.?\s?)?\d{1,2}(?:\.\d{1,2})*)\.?(?P<part>\s?\(?[a-z]\))?",
        r"|(?P<word>[\p{L}§][\p{L}\p{M}]*\.?)|(?P<to>-|‐|‑|–|—|…|\.{3})|(?P<break>[;,\n|/])|(?P<other>\S)",
    ))
    .ok()
});

/// Whether the numbers behind this word are those of an annex.
fn annex_word(word: &str) -> bool {
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
    let annex = header.split(|c: char| !c.is_alphabetic()).any(annex_word);
    let by_name = || standard_by_name(header).map(|name| NamedStandard { name: name.to_owned(), annex: false });
    let found = found.or_else(by_name)?;
    Some(NamedStandard { annex: annex && found.name.starts_with("27001"), ..found })
}

#[derive(Debug, Clone, PartialEq)]
enum Piece {
    Standard(String),
    /// The number of another standard, or of something else.
    Foreign(String),
    Clause(String),
    Word(String),
    To,
    Break,
    Other,
}

fn pieces(text: &str) -> Vec<Piece> {
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
            let short = if number.as_str().starts_with("20000") { "20000-1" } else { number.as_str() };
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

/// Reads `7.5; 8.4`, `A.9.2.4/A.9.4.3`, `Kap. 9.2`, `A.12.4.1-A.12.4.3`, `9001: 7.2; 27001: 7.2, A.7.2.2`,
/// `ISO 9001:2015 8.5.1 Production`. `standard` is what the column's header says; one that the cell names takes its place.
pub fn clause_cell(cell: &str, standard: Option<&NamedStandard>) -> ClauseCell {
    let mut out = ClauseCell::default();
    let mut at =
        At { standard: standard.cloned(), foreign: None, words: Vec::new(), named: false, last: None, to: false };
    let pieces = pieces(cell);
    for (n, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Standard(name) => {
                at.standard = Some(NamedStandard { name: name.clone(), annex: false });
                (at.foreign, at.named, at.last) = (None, true, None);
            }
            Piece::Foreign(number) => {
                at.foreign = Some(number.clone());
                at.words.push(number.clone());
                at.last = None;
            }
            Piece::Clause(text) => at.clause(text, &mut out),
            Piece::Word(word) if at.last.is_some() && is_word(word) => {
                at.to = true;
                continue;
            }
            Piece::Word(word) => at.word(word, pieces.get(n + 1)),
            Piece::To => {
                at.to = at.last.is_some();
                continue;
            }
            Piece::Break => at.flush(&mut out),
            Piece::Other => {}
        }
        at.to = false;
    }
    at.flush(&mut out);
    let mut once = ClauseCell::default();
    once.add(out);
    once
}

/// Where in a cell the reading is.
struct At {
    standard: Option<NamedStandard>,
    /// A standard that is not ours: its clauses are none of ours.
    foreign: Option<String>,
    /// Words of this part that say nothing known.
    words: Vec<String>,
    /// Whether this part names a clause or a standard.
    named: bool,
    last: Option<(String, String)>,
    to: bool,
}

impl At {
    fn word(&mut self, word: &str, next: Option<&Piece>) {
        let bare = word.trim_end_matches('.');
        if annex_word(bare) {
            if let Some(standard) = self.standard.as_mut().filter(|s| s.name.starts_with("27001")) {
                standard.annex = true;
            }
        } else if bare == "A" && matches!(next, Some(Piece::Other | Piece::Clause(_))) {
            if let Some(standard) = self.standard.as_mut().filter(|s| s.name.starts_with("27001")) {
                standard.annex = true;
            }
        } else if let Some(name) = standard_by_name(bare) {
            self.standard = Some(NamedStandard { name: name.to_owned(), annex: false });
            (self.foreign, self.named) = (None, true);
        } else if !(is_clause_word(&bare.to_lowercase()) || beside_clause(bare)) {
            self.words.push(word.to_owned());
        }
    }

    fn clause(&mut self, text: &str, out: &mut ClauseCell) {
        let annexed = self.standard.as_ref().is_some_and(|s| s.annex);
        let Some(clause) = clause(text, annexed) else { return self.words.push(text.to_owned()) };
        let (Some(standard), None) = (&self.standard, &self.foreign) else {
            let of = self.foreign.as_ref().map(|number| format!("{number} ")).unwrap_or_default();
            if self.foreign.is_some() {
                self.words.retain(|word| Some(word) != self.foreign.as_ref());
            }
            out.unread.push(format!("{of}{text}"));
            self.named = true;
            return;
        };
        self.named = true;
        let name = standard.name.clone();
        if self.to
            && let Some((from, more)) = self.last.as_ref().and_then(|last| between(last, &name, &clause))
        {
            self.last = Some((from, clause));
            out.clauses.extend(more.into_iter().map(|clause| (name.clone(), clause)));
            return;
        }
        self.last = Some((name.clone(), clause.clone()));
        out.clauses.push((name, clause));
    }

    /// A part ends. Words behind a clause are its title; a part of words alone names nothing.
    fn flush(&mut self, out: &mut ClauseCell) {
        if !self.named && !self.words.is_empty() {
            out.unread.push(self.words.join(" "));
        }
        self.words.clear();
        (self.named, self.last) = (false, None);
    }
}

/// The clauses behind the last one up to this, which may be written whole (`A.12.4.3`) or as its last number (`3`).
fn between(last: &(String, String), standard: &str, to: &str) -> Option<(String, Vec<String>)> {
    let (name, from) = last;
    let more = up_to(from, to).filter(|_| name == standard)?;
    Some((name.clone(), more))
}

fn clause(text: &str, annexed: bool) -> Option<String> {
    let text = text.trim_end_matches('.');
    let body = text.strip_prefix(['A', 'a']).map(|rest| rest.trim_start_matches('.'));
    let (annex, numbers) = body.map_or((annexed, text), |rest| (true, rest));
    let numeric = numbers.split('.').all(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    numeric.then(|| if annex { format!("A.{numbers}") } else { numbers.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(standard: &str) -> Option<NamedStandard> {
        standard.parse().ok()
    }

    fn plain(cell: &str) -> Vec<String> {
        clause_cell(cell, of("27001").as_ref()).clauses.into_iter().map(|(_, c)| c).collect()
    }

    fn named(cell: &str) -> Vec<String> {
        clause_cell(cell, None).clauses.into_iter().map(|(s, c)| format!("{s} {c}")).collect()
    }

    #[test]
    fn every_notation_is_understood() {
        assert_eq!(plain("7.5; 7.5.3"), ["7.5", "7.5.3"]);
        assert_eq!(plain("A.9.2.4/A.9.4.3"), ["A.9.2.4", "A.9.4.3"]);
        assert_eq!(plain("cl. A.11.2"), ["A.11.2"]);
        assert_eq!(plain("A.12.4.1-A.12.4.3"), ["A.12.4.1", "A.12.4.2", "A.12.4.3"]);
        assert_eq!(plain("A.12.4.1-3"), ["A.12.4.1", "A.12.4.2", "A.12.4.3"]);
        assert_eq!(plain("A.5.24 to A.5.26, A.7.1"), ["A.5.24", "A.5.25", "A.5.26", "A.7.1"]);
        assert_eq!(plain("8.1 bis 8.3"), ["8.1", "8.2", "8.3"]);
        assert_eq!(plain("8.1 – 8.3"), ["8.1", "8.2", "8.3"]);
        assert_eq!(plain("5.2, A.5.1.1, A.5.1.1"), ["5.2", "A.5.1.1"], "named twice counts once");
        assert_eq!(plain("7.5 Documented information; A 5.9, A5.10"), ["7.5", "A.5.9", "A.5.10"]);
        assert_eq!(plain("§ 7.5.3 a), Kap. 9.2\n10.1."), ["7.5.3", "9.2", "10.1"]);
        assert_eq!(plain("-"), Vec::<String>::new());
        assert_eq!(
            clause_cell("5.9; 8.24", of("27001 A").as_ref()).clauses[1].1,
            "A.8.24",
            "the header says the annex"
        );
    }

    #[test]
    fn a_cell_may_name_its_standards() {
        for cell in [
            "9001: 9.2.2; 20000-1: 9.2.2; 27001: 9.2, A.7.2.2",
            "9001 9.2.2 | ISO/IEC 20000-1 9.2.2\n27001 9.2; A.7.2.2",
        ] {
            assert_eq!(named(cell), ["9001 9.2.2", "20000-1 9.2.2", "27001 9.2", "27001 A.7.2.2"], "{cell}");
        }
        assert_eq!(named("ISO 9001:2015 Kap. 8.5; 27001 A.5.9"), ["9001:2015 8.5", "27001 A.5.9"]);
        assert_eq!(named("DIN EN ISO 9001 Abschnitt 7.5 und 8.4"), ["9001 7.5", "9001 8.4"]);
        assert_eq!(named("QMS 8.4, ISMS Annex A 5.19"), ["9001 8.4", "27001 A.5.19"]);
        assert_eq!(clause_cell("see manual", of("9001").as_ref()).unread, ["see manual"], "what is no clause is kept");
        assert_eq!(clause_cell("9.2", None).unread, ["9.2"], "without a standard a number says nothing");
        let other = clause_cell("ISO 14001 6.1.2; ISO 9001 6.1", of("9001").as_ref());
        assert_eq!(
            (other.clauses.len(), other.unread),
            (1, vec!["14001 6.1.2".to_owned()]),
            "another standard's is not ours"
        );
    }

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
            ("9001 / 27001", None),
            ("No. 190012", None),
        ] {
            assert_eq!(standard_named(header).map(|s| s.to_string()).as_deref(), standard, "{header}");
        }
    }
}
