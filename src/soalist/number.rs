//! The number of a control as lists write it: `A.5.1`, `5.1`, `A5.1`, `A.5.01`, `ISO 27001 A.8.24`, `A.5.1 Policies …`.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::due;

/// A number of a control, clause or group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Its parts.
    pub(super) parts: Vec<u32>,
    /// Whether the letter of the annex stands before it.
    pub(super) annex: bool,
    /// The year of the standard, where it stands there.
    pub(super) year: Option<String>,
    /// What stands behind it.
    pub(super) rest: String,
    /// Whether a program could have taken it for a decimal number: `5.1` for `5.10`.
    pub(super) decimal: bool,
}

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)^(?:[\p{L}/ ]{0,24}?2700[12](?:\s?[:-]\s?(?P<year>(?:19|20)\d\d))?[\s:,–-]*)?",
        r"(?:(?:annex|anhang|annexe|anexo|control|ctrl)\.?\s*)?",
        r"(?P<annex>a\s?[.-]?\s?)?(?P<number>\d{1,2}(?:[.,]\d{1,2}){0,3})\.?(?P<rest>.*)$",
    ))
    .ok()
});

/// Reads the number with which a cell begins.
pub(super) fn number(cell: &str) -> Option<Number> {
    let cell = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let cell = cell.trim_start_matches(['[', '(', '"', '§', ' ']);
    if due(cell).is_some() {
        return None;
    }
    let found = NUMBER.as_ref()?.captures(cell)?;
    let (written, rest) = (found.name("number")?.as_str(), found.name("rest")?.as_str());
    // A number that goes on is another one: a date, a price, 114.
    if rest.starts_with(|c: char| c.is_alphanumeric() || ['.', ',', '%', '/'].contains(&c)) {
        return None;
    }
    let parts = written.split(['.', ',']).map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>()?;
    let annex = found.name("annex").is_some();
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || [')', ']', ':', '-', '–', '—', '"'].contains(&c));
    let single = written.rsplit(['.', ',']).next().is_some_and(|last| last.len() == 1 && last != "0");
    Some(Number {
        decimal: !annex && parts.len() == 2 && single && cell.len() == written.len(),
        parts,
        annex,
        year: found.name("year").map(|year| year.as_str().to_owned()),
        rest: rest.to_owned(),
    })
}

impl Number {
    /// As a clause of the standard's text is written.
    pub(super) fn clause(&self) -> String {
        self.parts.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
    }

    /// As a control is written.
    pub(super) fn control(&self) -> String {
        format!("A.{}", self.clause())
    }

    /// The number that a program would have shortened to this one.
    pub(super) fn longer(&self) -> Option<Self> {
        let [first, second] = self.parts.as_slice() else { return None };
        self.decimal.then(|| Self { parts: vec![*first, *second * 10], decimal: false, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notation_is_one_number() {
        for (cell, control, rest) in [
            ("A.5.1", "A.5.1", ""),
            ("5.1", "A.5.1", ""),
            ("A5.1", "A.5.1", ""),
            ("A.5.01", "A.5.1", ""),
            ("A 5.1", "A.5.1", ""),
            ("a-5.1", "A.5.1", ""),
            ("5,10", "A.5.10", ""),
            ("Annex A.5.1", "A.5.1", ""),
            ("Anhang A 5.1", "A.5.1", ""),
            ("ISO 27001 A.8.24", "A.8.24", ""),
            ("ISO/IEC 27001:2022 A.8.24", "A.8.24", ""),
            ("A.5.1 Policies for information security", "A.5.1", "Policies for information security"),
            ("A.5.1.1: Policies", "A.5.1.1", "Policies"),
            ("5.1.1.", "A.5.1.1", ""),
        ] {
            let read = number(cell).unwrap_or_else(|| panic!("{cell}"));
            assert_eq!((read.control().as_str(), read.rest.as_str()), (control, rest), "{cell}");
        }
        for cell in ["", "31.12.2026", "KRITIS-1", "114 controls", "1234", "80 %", "5.1a", "Access control", "OC-01"] {
            assert!(number(cell).is_none_or(|n| n.parts.len() == 1), "{cell}");
        }
    }

    #[test]
    fn only_what_a_program_can_have_shortened_has_a_longer_form() {
        let longer = |cell: &str| number(cell).unwrap().longer().map(|n| n.control());
        assert_eq!(longer("5.1").as_deref(), Some("A.5.10"));
        assert_eq!(
            (longer("A.5.1"), longer("5.10"), longer("5.1.1"), longer("5.1 Policies")),
            (None, None, None, None)
        );
    }
}
