//! The forms that the numbers of documents take: some are known by themselves, others are learnt from what the names of a
//! share look like.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use regex::Regex;

use crate::words::{beside_clause, document_type, no_number, publisher, state_in_full};

/// So many different numbers of one form make it one of the organisation's.
const ENOUGH: usize = 3;
/// So many different numbers with blanks, and a quarter of all names, make them a share's.
const MANY: usize = 5;

/// Letters and digits in capitals, joined by hyphens, dots or low lines.
static CANDIDATE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^[A-Z0-9&]{1,10}(?:[-_.‐‑][A-Z0-9&]{1,10}){0,7}").ok());
/// Two or more parts joined by hyphens, the last with a digit: a number wherever it stands.
static PLAIN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[A-Z]{1,6}\d{0,2}(?:-[A-Z]{1,6})*-(?:[A-Z]{0,4}\d{1,6}|[A-Z]?\d{1,6})(?:-\d{1,4})?$").ok()
});
static WITH_BLANKS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^([A-Z]{1,5})(?: \d{1,3}|_\d{1,3})(?:[ _-]\d{1,3}){0,3}").ok());
/// As the controls of an annex are numbered.
static DOTTED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"^[A-Z](?:\.\d{1,2}){2,4}$").ok());
static VERSION: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[-_.](?:V|VER|REV|ED)\d{1,3}(?:[-_.]|$)").ok());
static PERIOD: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?:Q[1-4]|[HS][12]|FY\d{0,4}|[KC]W\d{1,2}|M\d{1,2}|W\d{1,2}|\d{1,8})$").ok());

/// What the names of a share taught; by default nothing, so that only numbers known by themselves are read.
#[derive(Debug, Clone, Default)]
pub struct Scheme {
    forms: HashSet<String>,
    /// Whether the parts of numbers are joined by blanks, as in `PG 01`.
    blanks: bool,
}

impl Scheme {
    /// Learns from the names of all files.
    pub fn of<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        let mut seen: HashMap<String, HashSet<String>> = HashMap::new();
        let (mut all, mut blank) = (0, HashSet::new());
        for name in names {
            all += 1;
            if let Some(number) = candidate(name) {
                seen.entry(form(&number)).or_default().insert(number);
            } else if let Some(number) = with_blanks(name) {
                blank.insert(number);
            }
        }
        let learnt = seen.into_iter().filter(|(_, numbers)| numbers.len() >= ENOUGH);
        // Where it is not how the share numbers, a word in capitals with digits behind it may be anything.
        let blanks = blank.len() >= MANY && blank.len() * 4 >= all;
        Self { forms: learnt.map(|(form, _)| form).collect(), blanks }
    }

    /// The number with which a name begins.
    pub fn number(&self, name: &str) -> Option<String> {
        let own = candidate(name).filter(|number| self.knows(number));
        own.or_else(|| with_blanks(name).filter(|_| self.blanks))
    }

    /// Whether a number is one by its form alone, without the names beside it.
    pub fn sure(number: &str) -> bool {
        Self::default().knows(number)
    }

    fn knows(&self, number: &str) -> bool {
        let letters: String = number.chars().take_while(|c| c.is_alphabetic()).collect();
        // However many there are, what a body numbers is not the organisation's.
        if publisher(&letters) && letters.len() > 1 {
            return false;
        }
        if self.forms.contains(&form(number)) || typed(number) {
            return true;
        }
        let fits = |pattern: &LazyLock<Option<Regex>>| pattern.as_ref().is_some_and(|p| p.is_match(number));
        let letters: String = number.chars().take_while(char::is_ascii_alphabetic).collect();
        let other = no_number(&letters) || (beside_clause(&letters) && letters.len() > 1);
        fits(&DOTTED) || (fits(&PLAIN) && !other)
    }
}

/// What may be a number at the beginning of a name.
fn candidate(name: &str) -> Option<String> {
    let name = name.trim();
    let small =
        name.split(['-', '_', '.', ' ']).next().is_some_and(|first| first.chars().all(|c| c.is_ascii_lowercase()));
    let read = if small { name.to_ascii_uppercase() } else { name.to_owned() };
    let found = CANDIDATE.as_ref()?.find(&read)?;
    let mut end = found.end();
    // A part that goes on in small letters is a word of the title.
    if read[end..].starts_with(|c: char| c.is_alphanumeric()) {
        end = read[..end].rfind(|c: char| !c.is_ascii_alphanumeric() && c != '&')?;
    }
    // The mark of a version is no part of the number: `QP-07_IT_V2-1`.
    if let Some(mark) = VERSION.as_ref().and_then(|mark| mark.find(&read[..end])) {
        end = mark.start();
    }
    loop {
        let part = read[..end]
            .rfind(|c: char| "-_.‐‑".contains(c))
            .map_or(0, |at| at + read[at..].chars().next().map_or(1, char::len_utf8));
        let last = &read[part..end];
        let suffix = !small && part > 0 && is_suffix(last, &read[..part], &read[end..]);
        let date = last.len() == 8 && last.bytes().all(|b| b.is_ascii_digit());
        if (last.contains(|c: char| c.is_ascii_digit()) && !date) || suffix {
            break;
        }
        end = read[..part].trim_end_matches(|c: char| "-_.‐‑".contains(c)).len();
        if end == 0 {
            return None;
        }
    }
    let number = &name[..end];
    let has = |wanted: fn(&char) -> bool| number.chars().any(|c| wanted(&c));
    let period = number
        .split(['-', '_', '.'])
        .all(|part| PERIOD.as_ref().is_some_and(|p| p.is_match(&part.to_ascii_uppercase())));
    let sound = has(char::is_ascii_alphabetic) && has(char::is_ascii_digit) && !period;
    let counted =
        !number.contains(['-', '_', '.', '‐', '‑']) && number.chars().filter(char::is_ascii_digit).count() < 2;
    let letters = number.chars().take_while(char::is_ascii_alphabetic).count();
    if !sound || (counted && letters < 2) || (small && !typed(number)) { None } else { Some(number.to_owned()) }
}

/// A number whose parts are joined by blanks: a word in capitals and one to four groups of digits, `RPG 02 06`. Below four
/// digits each, so that no year is one.
fn with_blanks(name: &str) -> Option<String> {
    let name = name.trim();
    let (letters, groups) = WITH_BLANKS.as_ref()?.captures(name).map(|found| (found[1].to_owned(), found[0].len()))?;
    let mut end = groups;
    // A part that goes on is none: a year, a word, a measure.
    while name[end..].starts_with(|c: char| c.is_alphanumeric()) {
        end = name[..end].rfind([' ', '_', '-'])?;
    }
    let number = &name[..end];
    let other = no_number(&letters) || publisher(&letters) || (beside_clause(&letters) && letters.len() > 1);
    let period = PERIOD.as_ref().is_some_and(|period| period.is_match(&number.replace([' ', '_', '-'], "")));
    (number.len() > letters.len() && !other && !period).then(|| number.to_owned())
}

/// Letters behind a number that belong to it: a language, a kind of guide. Marks of a version or a state do not.
fn is_suffix(last: &str, before: &str, behind: &str) -> bool {
    let free = behind.is_empty() || behind.starts_with([' ', '_', '.']);
    let mark = ["V", "REV", "VER", "FIN", "NEW", "OLD", "WIP"].contains(&last) || state_in_full(last).is_some();
    before.ends_with('-')
        && (2..=3).contains(&last.len())
        && free
        && !mark
        && before.contains(|c: char| c.is_ascii_digit())
}

/// Whether one of the letters of a number is short for a type of document.
fn typed(number: &str) -> bool {
    let parts = number.split(['-', '_', '.', '‐', '‑']);
    let mut letters =
        parts.map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit())).filter(|part| part.len() > 1);
    letters
        .any(|part| part.chars().all(|c| c.is_ascii_alphabetic()) && part.len() <= 4 && document_type(part).is_some())
}

/// The form of a number: its letters, and where digits stand.
fn form(number: &str) -> String {
    let mut out = String::with_capacity(number.len());
    for c in number.chars() {
        match c {
            '0'..='9' if out.ends_with('#') => {}
            '0'..='9' => out.push('#'),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_any_scheme_are_read() {
        let alone = Scheme::default();
        for (name, number) in [
            ("A.8.24 Use of cryptography", "A.8.24"),
            ("SOP_012_Backup", "SOP_012"),
            ("POL001 Access", "POL001"),
            ("SOP.IS.02 Logging", "SOP.IS.02"),
            ("ISMS-POL-A.5.31 - Legal requirements", "ISMS-POL-A.5.31"),
            ("QP-07_Control_of_Documents", "QP-07"),
            ("FO-PRD-QA0002(07)-Naming", "FO-PRD-QA0002"),
            ("sop-012-backup", "sop-012"),
        ] {
            assert_eq!(alone.number(name).as_deref(), Some(number), "{name}");
        }
        for name in [
            "COVID-19 procedure",
            "ISO-27001 overview",
            "Q1-2026 report",
            "24x7 operations",
            "H1 2025 review",
            "2026-Q1 minutes",
            "NIST-800-53 mapping",
            "AES-256 guide",
            "Real estate policy",
            "access-control-policy",
        ] {
            assert_eq!(alone.number(name), None, "{name}");
        }
    }

    #[test]
    fn a_form_is_learnt_from_the_names_of_a_share() {
        let names = ["XR7 One", "XR8 Two", "XR9 Three", "COVID-19 plan"];
        let learnt = Scheme::of(names.into_iter());
        assert_eq!(learnt.number("XR10 Four").as_deref(), Some("XR10"));
        assert_eq!(Scheme::default().number("XR10 Four"), None, "by itself it may be anything");
        assert_eq!(learnt.number("COVID-19 plan"), None, "one name teaches nothing");
        let names =
            ["PG 01 - One", "PG 02 Two", "RPG 02 06 Three", "IT 02 Four", "RPG_02_01_Five", "PG 03 Six 2026", "x"];
        let blanks = Scheme::of(names.into_iter());
        for (name, number) in [
            ("RPG 02 06 Plan", Some("RPG 02 06")),
            ("IT 02", Some("IT 02")),
            ("PG 01 - One", Some("PG 01")),
            ("RPG_02_01_Five", Some("RPG_02_01")),
            ("PG 03 2026 Six", Some("PG 03")),
            ("ISO 27001 Guide", None),
            ("PG 2026 Six", None),
            ("KW 12 report", None),
            ("Room 12", None),
        ] {
            assert_eq!(blanks.number(name).as_deref(), number, "{name}");
        }
        assert_eq!(Scheme::of(["PG 01 One", "Two", "Three"].into_iter()).number("PG 01 One"), None, "one says nothing");
        let guides = Scheme::of(["IS-IMP-A.5.1-TG - a", "IS-IMP-A.5.2-TG - b", "IS-IMP-A.5.3-TG - c"].into_iter());
        assert_eq!(guides.number("IS-IMP-A.5.9-TG - Guide").as_deref(), Some("IS-IMP-A.5.9-TG"));
    }
}
