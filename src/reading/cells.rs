//! Clauses in the cell of a list, in every notation: with or without their standard, several, ranges, titles behind them.

use super::ranges::{is_word, up_to};
use super::standards::{NamedStandard, Piece, annex_word, pieces, says_clause};
use crate::standards::ClauseRef;
use crate::words::{beside_clause, is_clause_word, is_control_word, standard_by_name};

/// What a cell of a list names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseCell {
    /// Standard and clause, in the order of the cell. The standard has its year where the list says it: `27001:2013`.
    pub clauses: Vec<(String, String)>,
    /// Parts that name no clause.
    pub unread: Vec<String>,
    /// Clauses of another edition than the one held of their standard, whose numbers mean something else.
    pub of_another_edition: Vec<ClauseRef>,
    /// Numbers, each with its standard, that are those of a clause and of a control, and nobody says which is meant.
    pub either: Vec<String>,
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
        self.of_another_edition.extend(other.of_another_edition);
        self.either.extend(other.either);
    }
}

/// Reads `7.5; 8.4`, `A.9.2.4/A.9.4.3`, `Kap. 9.2`, `A.12.4.1-A.12.4.3`, `9001: 7.2; 27001: 7.2, A.7.2.2`,
/// `ISO 9001:2015 8.5.1 Production`. `standard` is what the column's header says; one that the cell names takes its place.
pub fn clause_cell(cell: &str, standard: Option<&NamedStandard>) -> ClauseCell {
    let mut out = ClauseCell::default();
    let mut at = At { standard: standard.cloned(), ..At::default() };
    let pieces = pieces(cell);
    for (n, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Standard(name) => {
                at.standard = Some(NamedStandard { name: name.clone(), annex: false });
                (at.foreign, at.named, at.last, at.by_word) = (None, true, None, false);
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
#[derive(Default)]
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
    /// Whether a word of this cell says that the numbers are those of controls.
    by_word: bool,
}

/// Whether a word stands right before a number.
fn before_number(next: Option<&Piece>) -> bool {
    matches!(next, Some(Piece::Other | Piece::Clause(_)))
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
        } else if is_control_word(bare) && before_number(next) {
            if let Some(standard) = self.standard.as_mut().filter(|s| s.name.starts_with("27001")) {
                self.by_word |= !standard.annex;
                standard.annex = true;
            }
        } else if self.by_word && says_clause(bare) && before_number(next) {
            self.by_word = false;
            self.standard.iter_mut().for_each(|standard| standard.annex = false);
        } else if let Some(name) = standard_by_name(bare) {
            self.standard = Some(NamedStandard { name: name.to_owned(), annex: false });
            (self.foreign, self.named, self.by_word) = (None, true, false);
        } else if !(is_clause_word(&bare.to_lowercase()) || beside_clause(bare)) {
            self.words.push(word.to_owned());
        }
    }

    fn clause(&mut self, text: &str, out: &mut ClauseCell) {
        let annexed = self.standard.as_ref().is_some_and(|s| s.annex);
        let Some(clause) = clause(text, annexed) else { return self.words.push(text.to_owned()) };
        // A number such as A.8.13 is that of a control, and one standard alone has controls.
        let control = clause.starts_with("A.") && clause.matches('.').count() > 1;
        let goes_on = self.to && self.last.as_ref().is_some_and(|(_, from)| from.starts_with("A."));
        let ours = self.standard.as_ref().filter(|s| s.name.starts_with("27001"));
        if (control || goes_on) && ours.is_none() && self.foreign.is_none() {
            let own = self.standard.replace(NamedStandard { name: "27001".into(), annex: false });
            self.clause(text, out);
            self.standard = own;
            return;
        }
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
}
