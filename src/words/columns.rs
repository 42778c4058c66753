//! Words above the columns of lists and in their cells, beyond what control tables have.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::documents::{DOCUMENTS, document};
use super::headers::Header;
use super::table::of_kind;
use crate::text::fold;

/// How surely a header says what its column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// A word for it stands in the header, among others.
    Within,
    /// The header begins or ends with a word for it.
    Edge,
    /// The header is a word for it.
    Whole,
}

/// Words as a list of plain ones: `Dok.-Nr.` and `dok nr` are the same.
pub(super) fn plain(text: &str) -> String {
    let text = fold(text);
    let kept = |c: char| c.is_alphanumeric() || c == '°' || c == 'º' || c == '#';
    text.split(|c: char| !kept(c)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Words above the columns of any list.
pub(super) static COLUMNS: LazyLock<HashMap<String, Header>> = LazyLock::new(|| {
    let words = of_kind("label", &Header::ALL).into_iter().chain(of_kind("column", &Header::ALL));
    words.map(|(header, word)| (plain(word), header)).filter(|(word, _)| !word.is_empty()).collect()
});

/// Everything a header may mean, each with how surely; the surest first.
pub fn meanings(text: &str) -> Vec<(Header, Fit)> {
    found_in(&COLUMNS, text)
}

/// The same by a table of words.
pub(super) fn found_in(table: &HashMap<String, Header>, text: &str) -> Vec<(Header, Fit)> {
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let mut found: Vec<(Header, Fit, usize)> = Vec::new();
    for from in 0..words.len() {
        for to in (from + 1..=words.len()).rev() {
            let Some(header) = table.get(&words[from..to].join(" ")) else { continue };
            let fit = match (from == 0, to == words.len()) {
                (true, true) => Fit::Whole,
                (true, false) | (false, true) => Fit::Edge,
                (false, false) => Fit::Within,
            };
            let longer = |f: &&mut (Header, Fit, usize)| f.0 == *header;
            match found.iter_mut().find(longer) {
                Some(known) => *known = (*header, known.1.max(fit), known.2.max(to - from)),
                None => found.push((*header, fit, to - from)),
            }
        }
    }
    // Of those as sure the one with more words says more; what stands first names the thing.
    found.sort_by_key(|(_, fit, words)| std::cmp::Reverse((*fit, *words)));
    found.into_iter().map(|(header, fit, _)| (header, fit)).collect()
}

macro_rules! lookup {
    ($name:ident, $kind:literal, $type:ty, $meanings:expr) => {
        static $name: LazyLock<Vec<(String, $type)>> = LazyLock::new(|| {
            let words = of_kind($kind, &$meanings);
            words.into_iter().map(|(meaning, word)| (fold(word), meaning)).collect()
        });
    };
}

lookup!(ABBREVIATIONS, "abbreviation", &'static str, DOCUMENTS.map(|name| (name, name)));
lookup!(BESIDE, "beside_clause", (), [((), "beside_clause")]);
lookup!(CYCLES, "cycle", u32, [(1, "1"), (3, "3"), (6, "6"), (12, "12"), (24, "24"), (36, "36")]);
lookup!(UNITS, "unit", u32, [(1, "month"), (12, "year")]);
lookup!(SIGNS, "sign", bool, [(true, "yes"), (false, "no")]);
lookup!(LISTS, "list", &'static str, ["supplier", "risk", "asset"].map(|name| (name, name)));

/// Each with a blank before and behind it, as whole words are looked for: every word of every list is asked about.
static STANDARDS: LazyLock<Vec<(String, &'static str)>> = LazyLock::new(|| {
    let words = of_kind("standard", &["9001", "20000-1", "27001"].map(|name| (name, name)));
    words.into_iter().map(|(standard, word)| (format!(" {} ", plain(word)), standard)).collect()
});

fn of<T: Copy>(words: &[(String, T)], text: &str) -> Option<T> {
    words.iter().find(|(word, _)| word == text).map(|(_, meaning)| *meaning)
}

/// The kind of document that a cell of a column of types names, by its name, a word for it or an abbreviation.
pub fn document_type(text: &str) -> Option<&'static str> {
    let bare = fold(text.trim_matches(|c: char| !c.is_alphanumeric()));
    of(&ABBREVIATIONS, &bare).or_else(|| document(text))
}

/// The standard that is meant by another name for it, such as *QMS*.
pub fn standard_by_name(text: &str) -> Option<&'static str> {
    let text = format!(" {} ", plain(text));
    let mut found = STANDARDS.iter().filter(|(word, _)| text.contains(word)).map(|(_, standard)| *standard);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// Whether a word may stand beside the number of a clause without saying anything.
pub fn beside_clause(word: &str) -> bool {
    of(&BESIDE, &fold(word.trim_matches('.'))).is_some()
}

/// Months between two reviews: `12`, `2 years`, `halbjährlich`; at most ten years.
pub fn months_between(text: &str) -> Option<u32> {
    let text = fold(text.trim_matches(['.', '(', ')', ' ']));
    if let Some(months) = of(&CYCLES, &text) {
        return Some(months);
    }
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = first + text[first..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - first);
    let (before, number, unit) = (text[..first].trim(), text[first..last].parse::<u32>().ok()?, text[last..].trim());
    let lead = ["", "every", "alle", "tous les", "cada", "all"];
    let unit = unit.trim_matches(['(', ')', '.', ' ', '-']);
    let factor = if unit.is_empty() { 1 } else { of(&UNITS, unit)? };
    Some(number.checked_mul(factor)?).filter(|months| lead.contains(&before) && (1..=120).contains(months))
}

/// Whether a sign in a matrix says yes or no; nothing where it is none.
pub fn sign(text: &str) -> Option<bool> {
    of(&SIGNS, &fold(text))
}

/// What a list is of where it is none of documents, as far as this header says it: `supplier`, `risk`, `asset`.
pub fn other_list(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let begins = |word: &str| text == word || text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    LISTS.iter().find(|(word, _)| begins(word)).map(|(_, list)| *list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_what_its_words_say_in_four_languages() {
        for (text, header, fit) in [
            ("Dok.-Nr.", Header::Number, Fit::Whole),
            ("N° du document", Header::Number, Fit::Whole),
            ("Código", Header::Number, Fit::Whole),
            ("Document\nname", Header::Title, Fit::Whole),
            ("Process owner (role)", Header::Owner, Fit::Edge),
            ("Date de la prochaine revue", Header::NextReview, Fit::Whole),
            ("Fecha de próxima revisión", Header::NextReview, Fit::Whole),
            ("Nächste Überprüfung am", Header::NextReview, Fit::Whole),
            ("Gültig bis", Header::ValidUntil, Fit::Whole),
            ("Indice", Header::Version, Fit::Whole),
            ("ISO clause(s)", Header::Clauses, Fit::Edge),
        ] {
            assert_eq!(meanings(text).first(), Some(&(header, fit)), "{text}");
        }
        assert_eq!(meanings("Telefon"), []);
    }

    #[test]
    fn a_number_of_months_is_read_in_every_notation() {
        for (text, months) in [
            ("12", Some(12)),
            ("24 Monate", Some(24)),
            ("2 years", Some(24)),
            ("jährlich", Some(12)),
            ("tous les 2 ans", Some(24)),
            ("cada 6 meses", Some(6)),
            ("121", None),
            ("as needed", None),
            ("3 weeks", None),
        ] {
            assert_eq!(months_between(text), months, "{text}");
        }
    }

    #[test]
    fn signs_types_and_standards_have_their_words() {
        assert_eq!([sign("X"), sign("ja"), sign("-"), sign("7.5")], [Some(true), Some(true), Some(false), None]);
        assert_eq!(
            [document_type("VA"), document_type("POL"), document_type("n/a")],
            [Some("procedure"), Some("policy"), None]
        );
        assert_eq!(
            [standard_by_name("ISMS"), standard_by_name("QMS / ISMS"), standard_by_name("Q")],
            [Some("27001"), None, None]
        );
        assert_eq!([other_list("Supplier name"), other_list("Document")], [Some("supplier"), None]);
    }
}
