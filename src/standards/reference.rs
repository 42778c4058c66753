//! How an edition and a clause of it are named, ordered and written: `27001:2013` and `27001:2013/A.8.1.1`.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use super::refusals;
use crate::error::{Error, carry};

/// One edition of one standard, written `27001:2013`. Ordered by standard, then edition.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct EditionId {
    /// Short name of the standard: `20000-1`, `9001`, `27001`.
    pub standard: String,
    /// Year of the edition: `2013`.
    pub edition: String,
}

/// One clause or control of one edition, written `27001:2013/A.8.1.1`.
///
/// Ordered by standard and edition, then as the standard numbers itself: 8.2 before 8.10, clauses before Annex A.
#[derive(Debug, Clone, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct ClauseRef {
    /// Short name of the standard: `27001`.
    pub standard: String,
    /// Year of the edition: `2013`.
    pub edition: String,
    /// Number of the clause or control: `7.5.3`, `A.8.1.1`.
    pub clause: String,
}

impl EditionId {
    /// Puts the two parts together without asking whether the edition is held.
    pub fn new(standard: impl Into<String>, edition: impl Into<String>) -> Self {
        Self { standard: standard.into(), edition: edition.into() }
    }

    /// The reference to a clause of this edition, without asking whether it exists.
    pub fn at(&self, clause: impl Into<String>) -> ClauseRef {
        ClauseRef { standard: self.standard.clone(), edition: self.edition.clone(), clause: clause.into() }
    }
}

impl ClauseRef {
    /// The edition it belongs to.
    pub fn edition_id(&self) -> EditionId {
        EditionId::new(&self.standard, &self.edition)
    }

    /// For reading aloud, without the edition: `27001 A.8.1.1`.
    pub fn short(&self) -> String {
        format!("{} {}", self.standard, self.clause)
    }

    /// For reading aloud, with the edition: `27001:2013 A.8.1.1`.
    pub fn dated(&self) -> String {
        format!("{}:{} {}", self.standard, self.edition, self.clause)
    }

    /// For reading aloud beside the editions that are held: with its year where another edition of its standard is held,
    /// whose numbers are not its own.
    pub fn beside(&self, held: &[EditionId]) -> String {
        let other = held.iter().any(|e| e.standard == self.standard && e.edition != self.edition);
        if other { self.dated() } else { self.short() }
    }

    /// Whether it stands in Annex A, that is, is a control or a group of controls.
    pub fn in_annex(&self) -> bool {
        in_annex(&self.clause)
    }

    /// Whether `self` lies below `group` in the same edition (8.2.5 below 8.2 and below 8).
    pub fn is_below(&self, group: &ClauseRef) -> bool {
        self.standard == group.standard
            && self.edition == group.edition
            && self.clause.strip_prefix(group.clause.as_str()).is_some_and(|rest| rest.starts_with('.'))
    }

    pub(super) fn is_of(&self, edition: &EditionId) -> bool {
        self.standard == edition.standard && self.edition == edition.edition
    }
}

fn in_annex(clause: &str) -> bool {
    clause.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Orders two clause numbers as the standards do: part by part, numbers by their value.
///
/// Sets and maps of clauses ask this at every step, so nothing is parsed where the first part that differs decides.
pub fn compare_clauses(a: &str, b: &str) -> Ordering {
    let (left, right) = (a.as_bytes(), b.as_bytes());
    let shorter = left.len().min(right.len());
    let mut differs = 0;
    let mut part = 0;
    while differs < shorter && left[differs] == right[differs] {
        differs += 1;
        if left[differs - 1] == b'.' {
            part = differs;
        }
    }
    if differs == left.len() && differs == right.len() {
        return Ordering::Equal;
    }
    in_annex(a).cmp(&in_annex(b)).then_with(|| {
        let (mut left, mut right) = (&left[part..], &right[part..]);
        loop {
            let ((x, after_x), (y, after_y)) = (first_part(left), first_part(right));
            match compare_parts(x, y) {
                Ordering::Equal => {}
                other => return other,
            }
            match (after_x, after_y) {
                (Some(x), Some(y)) => (left, right) = (x, y),
                (Some(_), None) => return Ordering::Greater,
                (None, Some(_)) => return Ordering::Less,
                // Keeps the order consistent with equality for odd spellings such as 8.02.
                (None, None) => return a.cmp(b),
            }
        }
    })
}

/// The part before the first dot, and what stands behind it.
fn first_part(clause: &[u8]) -> (&[u8], Option<&[u8]>) {
    match clause.iter().position(|byte| *byte == b'.') {
        Some(dot) => (&clause[..dot], Some(&clause[dot + 1..])),
        None => (clause, None),
    }
}

/// Numbers of any length by their value, everything else by its letters.
fn compare_parts(x: &[u8], y: &[u8]) -> Ordering {
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    if !digits(x) || !digits(y) {
        return x.cmp(y);
    }
    let value = |part: &[u8]| part.iter().position(|digit| *digit != b'0').unwrap_or(part.len());
    let (x, y) = (&x[value(x)..], &y[value(y)..]);
    x.len().cmp(&y.len()).then_with(|| x.cmp(y))
}

impl Ord for ClauseRef {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.standard, &self.edition)
            .cmp(&(&other.standard, &other.edition))
            .then_with(|| compare_clauses(&self.clause, &other.clause))
    }
}

impl PartialOrd for ClauseRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.standard, self.edition)
    }
}

impl fmt::Display for ClauseRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}/{}", self.standard, self.edition, self.clause)
    }
}

impl FromStr for EditionId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(':') {
            Some((standard, edition)) if !standard.is_empty() && !edition.is_empty() && !edition.contains('/') => {
                Ok(Self::new(standard, edition))
            }
            _ => Err(refusals::edition_unreadable(text)),
        }
    }
}

impl FromStr for ClauseRef {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (edition, clause) = text.split_once('/').ok_or_else(|| refusals::clause_reference_unreadable(text))?;
        if clause.is_empty() {
            return Err(refusals::clause_reference_unreadable(text));
        }
        Ok(edition.parse::<EditionId>()?.at(clause))
    }
}

macro_rules! as_text {
    ($($name:ty),+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(carry)
            }
        }
    )+};
}

as_text!(EditionId, ClauseRef);
