//! Words that say whether something is maintained, as a policy is, or retained, as a report is: in titles and as headings.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::table::{Word, of_kind, rows};
use crate::text::fold;

/// What a word says of the thing that bears it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// Maintained: it says how something is done.
    Document,
    /// Retained: it says how something was done.
    Record,
    /// To be filled in: a document until somebody did.
    Blank,
}

impl Nature {
    /// Every meaning with its name in the file of words.
    pub const ALL: [(Nature, &'static str); 3] =
        [(Nature::Document, "document"), (Nature::Record, "record"), (Nature::Blank, "blank")];
}

fn words(kind: &str) -> Vec<(Nature, Word)> {
    let all = of_kind(kind, &Nature::ALL);
    all.into_iter().map(|(nature, word)| (nature, Word::parse(word))).collect()
}

static NATURES: LazyLock<Vec<(Nature, Word)>> = LazyLock::new(|| words("nature"));
static HEADINGS: LazyLock<HashMap<String, Nature>> = LazyLock::new(|| {
    let all = of_kind("heading", &Nature::ALL);
    all.into_iter().map(|(nature, word)| (fold(word), nature)).collect()
});
static JOINTS: LazyLock<Vec<String>> =
    LazyLock::new(|| of_kind("genitive", &[((), "genitive")]).into_iter().map(|((), word)| fold(word)).collect());
static NO_NUMBERS: LazyLock<Vec<String>> =
    LazyLock::new(|| of_kind("no_number", &[((), "no_number")]).into_iter().map(|((), word)| fold(word)).collect());

/// What the noun of a title says, with that noun: *policy* in `Policy on audit reports`, *report* in `Access policy review
/// report`. The last such word before the first *of* or *for* is the noun; behind it stands what it is about.
pub fn nature(title: &str) -> Option<(Nature, String)> {
    let title = fold(title);
    let parts: Vec<&str> =
        title.split(|c: char| !(c.is_alphanumeric() || "’'-".contains(c))).filter(|p| !p.is_empty()).collect();
    let parts: Vec<&str> = parts
        .into_iter()
        .flat_map(|part| if part.contains('-') && !known(part) { part.split('-').collect() } else { vec![part] })
        .collect();
    let first = parts.iter().position(|part| joint(part)).filter(|place| *place > 0).unwrap_or(parts.len());
    last(&parts[..first]).or_else(|| last(&parts[first..]))
}

/// Whether a word joins those of a title: *of*, *und*, *para*.
pub fn joint(word: &str) -> bool {
    let word = fold(word);
    JOINTS.contains(&word)
}

fn known(text: &str) -> bool {
    NATURES.iter().any(|(_, word)| word.fits(text))
}

/// Words of languages whose titles begin with their noun and go on with what it is about, unless another language has them, too.
static LEADING: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let of = |first: bool| {
        let rows =
            rows().iter().filter(|row| row.kind == "nature" && ["fr", "es"].contains(&row.language.as_str()) == first);
        rows.map(|row| fold(row.word.trim_matches('…'))).collect::<HashSet<_>>()
    };
    of(true).difference(&of(false)).cloned().collect()
});

/// The last word, or words that belong together, with a nature, in languages that put it first the first. A blank to be filled in is one whatever it is a blank of.
fn last(parts: &[&str]) -> Option<(Nature, String)> {
    let mut found: Option<(Nature, String)> = None;
    for end in 1..=parts.len() {
        for from in end.saturating_sub(4)..end {
            let text = parts[from..end].join(" ");
            if let Some((nature, _)) = NATURES.iter().find(|(_, word)| word.fits(&text)) {
                let blank = found.as_ref().is_some_and(|(nature, _)| *nature == Nature::Blank);
                if !blank || *nature == Nature::Blank {
                    let leads = found.is_none() && LEADING.contains(&text);
                    found = Some((*nature, parts[end - 1].to_owned()));
                    if leads {
                        return found;
                    }
                }
                break;
            }
        }
    }
    found
}

/// What a heading says of the text below it; numbers before it do not count.
pub fn heading(line: &str) -> Option<Nature> {
    let bare = line.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end_matches(|c: char| !c.is_alphanumeric());
    if bare.is_empty() || bare.chars().count() > 50 {
        return None;
    }
    let text = fold(bare);
    HEADINGS.get(&text).copied()
}

/// Whether letters before a number are the name of something else: a standard, a phase, a disease.
pub fn no_number(letters: &str) -> bool {
    let letters = fold(letters);
    NO_NUMBERS.contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noun_of_a_title_says_what_it_is() {
        for (title, wanted) in [
            ("Real estate policy", Some(Nature::Document)),
            ("Policy on audit reports", Some(Nature::Document)),
            ("Access policy review report", Some(Nature::Record)),
            ("Incident report template", Some(Nature::Blank)),
            ("Checklist for audit reports", Some(Nature::Blank)),
            ("Auditbericht Standort A", Some(Nature::Record)),
            ("Richtlinie für Protokolle", Some(Nature::Document)),
            ("Rapport d'audit interne", Some(Nature::Record)),
            ("Procédure de gestion des enregistrements", Some(Nature::Document)),
            ("Acta de la revisión", Some(Nature::Record)),
            ("Informe evaluación matriz", Some(Nature::Record)),
            ("Manuel qualité formulaires", Some(Nature::Document)),
            ("Política de registros", Some(Nature::Document)),
            ("Draft beer", None),
        ] {
            assert_eq!(nature(title).map(|(nature, _)| nature), wanted, "{title}");
        }
        assert_eq!(heading("1. Purpose and scope"), Some(Nature::Document));
        assert_eq!(heading("## Teilnehmer:"), Some(Nature::Record));
    }
}
