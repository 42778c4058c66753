//! What the cells of a column look like, counted. A column is told by its cells as much as by its header.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex::Regex;

use super::controls;
use super::shares::ShareNames;
use crate::day::Day;
use crate::reading::{NamedStandard, clause_cell, due, kind_in_words, names_standard};
use crate::text::fold;
use crate::words::{applies, document_type, months_between, sign, speaks_of_place, state};

/// So many cells of a column are looked at.
const LOOKED_AT: usize = 400;

/// Shares of a column's filled cells, from 0 to 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Cells that hold something, of all rows.
    pub(super) filled: usize,
    /// Different values among those looked at, as a share.
    pub(super) distinct: f32,
    pub(super) dates: f32,
    /// Days that have not come yet.
    pub(super) coming: f32,
    pub(super) codes: f32,
    pub(super) states: f32,
    pub(super) kinds: f32,
    /// Numbers of clauses with nothing beside that could not be.
    pub(super) clauses: f32,
    /// Numbers such as 7.5 that may be those of main clauses.
    pub(super) sections: f32,
    /// Clauses that name their standard in the cell.
    pub(super) with_standard: f32,
    /// Numbers of an annex.
    pub(super) annex: f32,
    pub(super) signs: f32,
    /// Names of files, or links.
    pub(super) paths: f32,
    /// Files that are in the share.
    pub(super) files: f32,
    /// Folders of the share.
    pub(super) folders: f32,
    pub(super) people: f32,
    pub(super) mails: f32,
    pub(super) versions: f32,
    pub(super) months: f32,
    /// Several words, as titles have.
    pub(super) phrases: f32,
    /// Numbers of controls, with or without their titles.
    pub(super) controls: f32,
    /// Whether something applies.
    pub(super) applies: f32,
    /// Whether something is in place.
    pub(super) in_place: f32,
    /// 1, 2, 3 …: numbers of rows, not of documents.
    pub(super) running: bool,
    /// The first different values.
    pub(super) samples: Vec<String>,
}

static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[\p{L}\d]+(?:[-_./ :][\p{L}\d()]+){0,6}$").ok());
static VERSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:v|ver|rev|version|revision|issue|ausgabe|indice|ed)?[\s.]{0,2}(?:\d{1,3}(?:[._]\d{1,3}){0,3}[a-z]?|[a-z]|\d{4}-\d{2})$").ok()
});
static PATH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^https?://|^[a-z]:\\|^\\\\|[^/\\ ][/\\][^/\\]{3}|\.(?:docx?|xlsx?|pdf|pptx?|odt|ods|odp|txt|md|html?|csv|msg|eml|vsdx?|png|jpe?g|zip)$").ok()
});

fn fits(pattern: &'static LazyLock<Option<Regex>>, text: &str) -> bool {
    pattern.as_ref().is_some_and(|pattern| pattern.is_match(text))
}

/// Whether a text looks like the number of a document: with a digit, in one piece or few, not a sentence.
pub(super) fn code(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let words = text.split(' ').count();
    let small =
        text.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 3 && w.chars().all(char::is_lowercase)).count();
    let letters = text.chars().any(char::is_alphabetic);
    (letters && digits > 0 || digits >= 3)
        && text.chars().count() <= 32
        && words <= 3
        && small == 0
        && fits(&CODE, text)
        && due(text).is_none()
}

/// Whether a text looks like a person or a role, and not like a thing.
fn person(text: &str) -> bool {
    let text = text.split(['<', '(', ',', '/']).next().unwrap_or_default().trim();
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&&str| word.starts_with(char::is_uppercase);
    (1..=4).contains(&words.len())
        && !text.chars().any(|c| c.is_ascii_digit())
        && words.iter().filter(capital).count() * 2 >= words.len()
}

/// By what cells are looked at.
#[derive(Clone, Copy)]
pub(super) struct By<'a> {
    pub(super) share: &'a ShareNames,
    pub(super) today: Option<Day>,
    /// Whether the list may be one of controls; of no other it is asked what only those say.
    pub(super) controls: bool,
}

impl Profile {
    /// Counts the cells of one column; with each stands whether it leads somewhere.
    pub(super) fn of<'a>(cells: impl Iterator<Item = (&'a str, bool)>, by: By<'_>) -> Self {
        let mut out = Profile::default();
        let mut seen: HashSet<String> = HashSet::new();
        let mut looked = 0usize;
        let mut next = None;
        // A column of kinds or clauses says the same again and again.
        let mut cells_of: HashMap<(&'a str, bool), f32> = HashMap::new();
        out.running = true;
        for (cell, links) in cells {
            let text = cell.trim();
            if text.is_empty() || ["-", "–", "—", "n/a"].contains(&text) {
                continue;
            }
            out.filled += 1;
            if looked >= LOOKED_AT {
                continue;
            }
            looked += 1;
            if seen.insert(fold(text)) && out.samples.len() < 3 {
                out.samples.push(text.chars().take(60).collect());
            }
            out.running &= running(text, &mut next);
            *cells_of.entry((text, links)).or_default() += 1.0;
        }
        // Whole numbers are added up: in which order does not matter.
        for ((text, links), cells) in cells_of {
            out.look(text, links, cells, by);
        }
        out.running &= looked >= 2;
        if looked > 0 {
            let all = looked as f32;
            out.distinct = seen.len() as f32 / all;
            for part in [
                &mut out.dates,
                &mut out.coming,
                &mut out.codes,
                &mut out.states,
                &mut out.kinds,
                &mut out.clauses,
                &mut out.sections,
                &mut out.with_standard,
                &mut out.annex,
                &mut out.signs,
                &mut out.paths,
                &mut out.files,
                &mut out.folders,
                &mut out.people,
                &mut out.mails,
                &mut out.versions,
                &mut out.months,
                &mut out.phrases,
                &mut out.controls,
                &mut out.applies,
                &mut out.in_place,
            ] {
                *part /= all;
            }
            // The name of a folder may be that of a department, unless files stand beside it.
            if out.files > 0.0 {
                out.files = (out.files + out.folders).min(1.0);
            }
        }
        out
    }

    /// Counts so many cells that say the same.
    fn look(&mut self, text: &str, links: bool, cells: f32, by: By<'_>) {
        let one = |part: &mut f32, is: bool| *part += if is { cells } else { 0.0 };
        let day = due(text);
        let date = day.is_some();
        one(&mut self.dates, date);
        one(&mut self.coming, day.zip(by.today).is_some_and(|(day, today)| day.latest() > today));
        one(&mut self.codes, code(text));
        one(&mut self.states, state(text).is_some());
        one(
            &mut self.kinds,
            text.chars().count() < 40 && (document_type(text).is_some() || kind_in_words(text).is_some()),
        );
        let any = NamedStandard { name: String::from("27001"), annex: false };
        let found = clause_cell(text, Some(&any));
        one(&mut self.clauses, !date && !found.clauses.is_empty() && found.unread.is_empty());
        let section = |clause: &str| {
            let (first, rest) = clause.split_once('.').unwrap_or((clause, ""));
            first.parse::<u32>().is_ok_and(|n| (4..=10).contains(&n)) && !rest.is_empty() && !rest.starts_with('0')
        };
        let all = !found.clauses.is_empty() && found.clauses.iter().all(|(_, clause)| section(clause));
        one(&mut self.sections, !date && all && found.unread.is_empty());
        one(&mut self.with_standard, names_standard(text) && !clause_cell(text, None).clauses.is_empty());
        one(
            &mut self.annex,
            !date && !found.clauses.is_empty() && found.clauses.iter().all(|(_, c)| c.starts_with("A.")),
        );
        one(&mut self.signs, sign(text).is_some());
        let path = links || (!date && fits(&PATH, text));
        one(&mut self.paths, path);
        one(&mut self.files, by.share.has(text) || by.share.several(text).is_some());
        one(&mut self.folders, by.share.is_folder(text));
        one(&mut self.people, text.contains('@') || person(text));
        one(&mut self.mails, text.contains('@') && !path);
        one(&mut self.versions, fits(&VERSION, text));
        one(&mut self.months, months_between(text).is_some());
        if by.controls {
            one(&mut self.controls, controls::control(text));
            one(&mut self.applies, applies(text).is_some());
            one(&mut self.in_place, speaks_of_place(text));
        }
        one(&mut self.phrases, text.chars().filter(|c| c.is_alphabetic()).count() >= 6 && !path && !date);
    }
}

/// Whether this is the number after the one before.
fn running(text: &str, next: &mut Option<u32>) -> bool {
    let Ok(number) = text.trim_end_matches('.').parse::<u32>() else { return false };
    let follows = next.map_or(number <= 1, |wanted| number == wanted);
    *next = Some(number + 1);
    follows
}
