//! References to editions and clauses, with their notation and order.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Code, Error};

/// One edition of a standard, written `27001:2013`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionId {
    /// Short number: `9001`, `20000-1`, `27001`.
    pub standard: String,
    /// Year.
    pub edition: String,
}

impl fmt::Display for EditionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.standard, self.edition)
    }
}

impl FromStr for EditionId {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (standard, edition) = text.split_once(':').ok_or_else(|| unreadable(text))?;
        Ok(Self { standard: standard.to_owned(), edition: edition.to_owned() })
    }
}

/// One clause or control of one edition, written `27001:2013/A.8.1.1`. A control without its edition means
/// nothing: A.5.1 is an objective in 2013 and a control in 2022.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ClauseRef {
    /// Short number of the standard.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Clause number or control identifier.
    pub clause: String,
}

impl ClauseRef {
    /// The edition.
    pub fn edition_id(&self) -> EditionId {
        EditionId { standard: self.standard.clone(), edition: self.edition.clone() }
    }

    /// The way people write it: `27001 A.8.1.1`.
    pub fn short(&self) -> String {
        format!("{} {}", self.standard, self.clause)
    }
}

impl fmt::Display for ClauseRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}/{}", self.standard, self.edition, self.clause)
    }
}

impl FromStr for ClauseRef {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (edition, clause) = text.split_once('/').ok_or_else(|| unreadable(text))?;
        let EditionId { standard, edition } = edition.parse()?;
        Ok(Self { standard, edition, clause: clause.to_owned() })
    }
}

fn unreadable(text: &str) -> Error {
    Error::new(
        Code::InvalidValue,
        format!("“{text}” is not a reference to a clause"),
        "Write the standard and the clause: 9001/7.5.3 or 27001:2022/A.5.9.",
    )
}

/// Order of clause numbers: 8.2 before 8.10, clauses before Annex A.
pub(super) fn compare_clauses(a: &str, b: &str) -> Ordering {
    let key = |clause: &str| {
        let annex = clause.starts_with("A.");
        let numbers: Vec<u32> =
            clause.trim_start_matches("A.").split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect();
        (annex, numbers)
    };
    key(a).cmp(&key(b))
}

impl PartialOrd for ClauseRef {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for ClauseRef {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.standard, &self.edition)
            .cmp(&(&other.standard, &other.edition))
            .then_with(|| compare_clauses(&self.clause, &other.clause))
            .then_with(|| self.clause.cmp(&other.clause))
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
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}

as_text!(EditionId, ClauseRef);
