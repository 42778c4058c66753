//! The file of words, `schema/words/words.csv`, and how a word of it is compared with a text.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::text::fold;

const EMBEDDED: &str = include_str!("../../schema/words/words.csv");

/// A row of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WordRow {
    /// What sort of text it is looked for in: `state`, `document`, `folder`, `mark`, `version`, `clause`, `label`,
    /// `column`, `month` and others, see its README.
    pub kind: String,
    /// What it means there.
    pub meaning: String,
    /// `en`, `de`, `fr`, `es`, `ja`, or `any` for a sign of all languages.
    pub language: String,
    /// The word, with `…` where more may stand before or behind it.
    pub word: String,
}

/// All rows, in the order of the file.
pub fn rows() -> &'static [WordRow] {
    // The file is part of the program and a test reads each row, so the empty list never occurs.
    static ROWS: LazyLock<Vec<WordRow>> = LazyLock::new(|| read(EMBEDDED).unwrap_or_default());
    &ROWS
}

fn read(text: &str) -> Result<Vec<WordRow>> {
    let rows = csv::Reader::from_reader(text.as_bytes()).into_deserialize();
    rows.collect::<Result<_, _>>().map_err(|cause| Error::internal(format_args!("words.csv: {cause}")))
}

/// The rows of one kind, each with what its meaning is called in the program.
pub(super) fn of_kind<M: Copy>(kind: &str, meanings: &[(M, &str)]) -> Vec<(M, &'static str)> {
    let named = |row: &WordRow| meanings.iter().find(|(_, name)| *name == row.meaning).map(|(meaning, _)| *meaning);
    let rows = rows().iter().filter(|row| row.kind == kind);
    rows.filter_map(|row| named(row).map(|meaning| (meaning, row.word.as_str()))).collect()
}

/// A word ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Comparable: as [`fold`] makes it.
    pub(super) text: String,
    /// More may stand before it.
    before: bool,
    /// More may stand behind it.
    behind: bool,
}

impl Word {
    pub(super) fn parse(written: &str) -> Self {
        let text = fold(written.trim_matches('…'));
        Self { text, before: written.starts_with('…'), behind: written.ends_with('…') }
    }

    /// Whether a folded text is this word, with more around it only where the word is open.
    pub(super) fn fits(&self, text: &str) -> bool {
        match (self.before, self.behind) {
            (true, true) => text.contains(&self.text),
            (true, false) => text.ends_with(&self.text),
            (false, true) => text.starts_with(&self.text),
            (false, false) => text == self.text,
        }
    }

    /// Whether a folded text begins with this word, and goes on only where the word is open and ends there.
    pub(super) fn begins(&self, text: &str) -> bool {
        text.strip_prefix(&self.text)
            .is_some_and(|rest| rest.is_empty() || (self.behind && !rest.starts_with(char::is_alphanumeric)))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Labels and columns are both headers: a word of one must not mean something else in the other.
    fn group(row: &WordRow) -> &str {
        if row.kind == "label" || row.kind == "column" { "header" } else { &row.kind }
    }

    #[test]
    fn every_row_is_read_and_written_cleanly() {
        let rows = read(EMBEDDED).unwrap();
        assert_eq!(rows.len() + 1, EMBEDDED.lines().count());
        for row in &rows {
            assert!(["en", "de", "fr", "es", "ja", "any"].contains(&row.language.as_str()), "{row:?}");
            let word = row.word.trim_matches('…');
            assert!(!word.is_empty() && word.trim() == word, "{row:?}");
            assert_eq!(crate::text::nfc(word), word, "{row:?} is composed");
            assert!(row.kind == "label" || word.to_lowercase() == word, "{row:?}: only a label is searched by case");
        }
        let written: BTreeSet<_> = rows.iter().map(|r| (&r.kind, &r.language, &r.word)).collect();
        assert_eq!(written.len(), rows.len(), "no row stands twice");
    }

    #[test]
    fn no_word_has_two_meanings_of_one_kind() {
        let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
        for row in rows() {
            let word = fold(row.word.trim_matches('…'));
            let meaning = seen.entry((group(row), word)).or_insert(&row.meaning);
            assert_eq!(*meaning, row.meaning, "{row:?}");
        }
    }

    #[test]
    fn every_meaning_has_a_word_in_english_and_german() {
        let has = |group_: &str, meaning: &str, language: &str| {
            rows().iter().any(|r| group(r) == group_ && r.meaning == meaning && r.language == language)
        };
        for row in rows() {
            for language in ["en", "de"] {
                assert!(has(group(row), &row.meaning, language), "{} {} in {language}", group(row), row.meaning);
            }
        }
    }

    #[test]
    fn a_word_goes_on_only_where_it_is_open() {
        let fits = |word: &str, text: &str| Word::parse(word).fits(text);
        assert!(fits("sla", "sla") && !fits("sla", "slack"));
        assert!(fits("form…", "formblatt") && !fits("form…", "information"));
        assert!(fits("…form", "antragsform") && fits("…plan…", "notfallplanung"));
        assert!(Word::parse("draft…").begins("draft of may") && !Word::parse("draft…").begins("drafting"));
        assert!(!Word::parse("ersetzt").begins("ersetzt qp-06"));
    }
}
