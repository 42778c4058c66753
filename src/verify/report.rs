//! What a check found: one line per check, one finding per fault, each with its name.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Fact;
use super::differs::Differs;

/// So many faults of one check are named, in so many characters each: what is hostile has any number.
pub(super) const MOST: usize = 10_000;
const LONGEST: usize = 500;

/// The outcome of checking a workspace or a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Report {
    /// Whether every check passed.
    pub ok: bool,
    /// One per check, in order.
    pub checks: Vec<Check>,
    /// Everything that was found, the most serious first in each check.
    pub findings: Vec<Finding>,
    /// What is to be asked about though nothing is wrong yet: a key for which nobody stands, a ledger that is unsigned.
    pub warnings: Vec<Finding>,
    /// How many entries were looked at.
    pub entries: u64,
    /// How many files were looked at.
    pub files: u64,
    /// Which checks could not be made, in whole or in part, though nothing is wrong: an earlier program made the pack, entries are
    /// withheld.
    pub unmet: Vec<Unmet>,
    /// What to know besides: keys, sizes.
    pub facts: Vec<Fact>,
    /// How many findings the checks before have.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) closed: usize,
}

/// A check that could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Unmet {
    /// Which one, as the checks are called.
    pub check: &'static str,
    /// Why, or what of it.
    pub said: Fact,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Check {
    /// What was checked.
    pub name: &'static str,
    /// Whether it passed.
    pub ok: bool,
    /// How much was looked at, or what is wrong, in words.
    pub detail: String,
    /// How much was looked at, where it passed.
    pub said: Option<Fact>,
    /// The code of the first finding, where it did not.
    pub finding: Option<Cow<'static, str>>,
}

/// One fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// What it is, in one word.
    pub code: Cow<'static, str>,
    /// Where: a file, an entry, a line.
    pub place: String,
    /// What it is, in a sentence.
    pub message: String,
    /// What the file belongs to, where the tables can still tell; a check by itself knows no documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(as = "Option<Vec<Owner>>", optional)]
    pub owners: Vec<Owner>,
    /// What differs, where a table does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub differs: Option<Differs>,
}

/// A document or record that a faulty file belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "FileOwner")]
pub struct Owner {
    /// `document` or `record`.
    pub kind: Cow<'static, str>,
    /// Its code.
    pub code: String,
    /// Its title, of a document with the revision's label.
    pub title: String,
    /// The path the file was filed from.
    pub path: String,
}

impl Finding {
    fn new(code: &'static str, place: String, message: String) -> Self {
        Self { code: Cow::Borrowed(code), place, message, owners: Vec::new(), differs: None }
    }
}

impl Report {
    /// Whether it is of a pack.
    pub fn of_pack(&self) -> bool {
        self.checks.iter().any(|check| check.name == "names")
    }

    /// Whether all that was found is that something held is of another time: nothing is wrong, and nothing shown.
    pub fn only_not_shown(&self) -> bool {
        !self.findings.is_empty() && self.findings.iter().all(|found| found.code == "history_not_shown")
    }

    /// Whether its pages were made by another program and could not be compared whole: anything may stand there.
    pub fn pages_not_compared(&self) -> bool {
        self.unmet.iter().any(|unmet| matches!(unmet.said, Fact::PagesNotCompared { .. } | Fact::PagesOfEarlierForm))
    }

    /// Closes one check: it passed when it added no finding.
    pub(super) fn close(&mut self, name: &'static str, before: usize, said: impl Into<Option<Fact>>) {
        self.closed = self.findings.len();
        let found = &self.findings[before..];
        let said = said.into().filter(|_| found.is_empty());
        let detail = match found {
            [] => said.as_ref().map(Fact::text).unwrap_or_default(),
            [one] => one.message.clone(),
            [first, ..] => format!("{} findings, the first: {}", found.len(), first.message),
        };
        let finding = found.first().map(|f| f.code.clone());
        self.checks.push(Check { name, ok: found.is_empty(), detail, said, finding });
        self.ok = self.findings.is_empty();
    }

    /// How far it is written: checks, findings, warnings.
    pub(super) fn place(&self) -> [usize; 3] {
        [self.checks.len(), self.findings.len(), self.warnings.len()]
    }

    /// Puts what was found meanwhile where it belongs.
    pub(super) fn insert(&mut self, [checks, findings, warnings]: [usize; 3], found: Report) {
        self.checks.splice(checks..checks, found.checks);
        self.findings.splice(findings..findings, found.findings);
        self.warnings.splice(warnings..warnings, found.warnings);
        self.closed = self.findings.len();
        self.ok = self.findings.is_empty();
    }

    /// Adds to a check what was found by another look at the same; one that there is not yet is appended.
    pub(super) fn add(&mut self, name: &'static str, found: Vec<Finding>, said: Fact) {
        let before = self.findings.len();
        let earlier = self.checks.iter().position(|check| check.name == name);
        self.findings.extend(found);
        self.close(name, before, said);
        if let Some(at) = earlier
            && let Some(mut new) = self.checks.pop()
        {
            if !self.checks[at].ok {
                new = Check { finding: self.checks[at].finding.clone(), ..new };
                new.detail = if new.ok { self.checks[at].detail.clone() } else { new.detail };
                (new.ok, new.said) = (false, None);
            }
            self.checks[at] = new;
        }
    }

    pub(super) fn find(&mut self, code: &'static str, place: impl Into<String>, message: impl Into<String>) {
        let (place, message) = match (self.findings.len() - self.closed).cmp(&MOST) {
            Ordering::Less => (short(place.into()), short(message.into())),
            Ordering::Equal => (String::new(), format!("There is more: only the first {MOST} are named")),
            Ordering::Greater => return,
        };
        self.findings.push(Finding::new(code, place, message));
    }

    /// Says that a check could not be made, or not all of it.
    pub(super) fn unmet(&mut self, check: &'static str, said: Fact) {
        self.unmet.push(Unmet { check, said });
    }

    /// Names what is to be asked about.
    pub(super) fn warn(&mut self, code: &'static str, place: impl Into<String>, message: impl Into<String>) {
        if self.warnings.len() < MOST {
            self.warnings.push(Finding::new(code, short(place.into()), short(message.into())));
        }
    }
}

fn short(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(at);
        text.push('…');
        text.shrink_to_fit();
    }
    text
}
