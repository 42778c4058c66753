//! Names of columns that are one clause, of which a sign in the cell says that the row satisfies it.

use super::heading::{Name, is_clause, without_clause_words};
use super::meaning::Meaning;
use crate::reading::{NamedStandard, standard_named};

/// The clause of a standard that a name names in one line: `ISO 9001:2015 – 7.5`, `ISO 27001 (2022) A.5.1`.
pub(super) fn one_clause(text: &str) -> Option<(NamedStandard, String)> {
    let standard = standard_named(text)?;
    let text = without_clause_words(text);
    let last = text.split(|c: char| c.is_whitespace() || "–—,;/()".contains(c)).rfind(|part| !part.is_empty())?;
    let clause = last.trim_end_matches('.');
    let sound = is_clause(clause) && clause.contains('.') && text.trim_end().ends_with(last);
    // With more words than those of a standard's name it speaks of something else.
    let words =
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().all(char::is_alphabetic) && w.len() > 3);
    (sound && words.count() <= 1).then(|| (standard, clause.to_owned()))
}

/// The clause that a column of signs is of, where its name is a clause alone: of the annex by its letter, else of the standard
/// that the column before it is of.
pub(super) fn bare_clause(names: &[Name], column: usize) -> Option<Meaning> {
    let whole = without_clause_words(&names.get(column)?.whole());
    let clause = whole.trim_end_matches('.');
    if !is_clause(clause) || !clause.contains('.') {
        return None;
    }
    if clause.starts_with(['A', 'a']) {
        let number = clause[1..].trim_start_matches(['.', ' ']);
        let annex = NamedStandard { name: String::from("27001"), annex: false };
        return Some(Meaning::Clause(annex, format!("A.{number}")));
    }
    let before = names[..column].iter().rev().map(Name::whole);
    let (standard, _) = before
        .take_while(|name| is_clause(name) || standard_named(name).is_some())
        .find_map(|name| one_clause(&name))?;
    Some(Meaning::Clause(standard, clause.to_owned()))
}
