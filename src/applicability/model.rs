//! What can be decided about a clause or a control, and which decisions a standard takes (E1 to E3 of the guidance's rules).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::day::Day;
use crate::error::{Error, Result, carry};
use crate::named::enumeration;

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "Decision")]
pub struct Decision {
    /// Whether it applies.
    pub applies: bool,
    /// Why, either way. Empty only for a clause that applies, and where a list that was taken in says none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// From where the need comes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// The risks or the risk assessment it rests on, as the organisation calls them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<String>,
    /// Of a requirement of 9001 that does not apply: whether leaving it out was confirmed to affect neither conforming
    /// products and services nor customers' satisfaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition_met: Option<bool>,
    /// Whether it is in place; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub implemented: Option<Implemented>,
    /// What it reaches; none where nobody said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reach: Vec<ControlReach>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
}

/// Whether something that applies is in place: `yes`, `partly`, `no`, or the day by which it is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub enum Implemented {
    /// It is.
    Yes,
    /// A part of it is.
    Partly,
    /// It is not.
    No,
    /// It is planned by a day, and not yet there.
    By(Day),
}

/// From where the need for a control comes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Ground {
    /// A risk.
    Risk,
    /// Law or regulation.
    Law,
    /// A contract.
    Contract,
    /// The business itself, or good practice.
    Business,
}

enumeration!(Ground, refusals::ground_unknown);

/// What a control reaches.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ControlReach {
    /// The organisation's own assets.
    Assets,
    /// The services that it delivers.
    Services,
}

enumeration!(ControlReach, refusals::reach_unknown);

/// A control from elsewhere than Annex A.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnControl {
    /// What it is called.
    pub title: String,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub origin: String,
}

impl Decision {
    /// The day by which it is planned to be in place, where it applies and is not there yet.
    pub fn planned(&self) -> Option<Day> {
        self.implemented.filter(|_| self.applies).and_then(Implemented::planned)
    }
}

impl Implemented {
    /// Whether anything of it is there.
    pub fn in_place(self) -> bool {
        matches!(self, Self::Yes | Self::Partly)
    }

    /// The day by which it is planned.
    pub fn planned(self) -> Option<Day> {
        if let Self::By(day) = self { Some(day) } else { None }
    }
}

impl fmt::Display for Implemented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes => f.pad("yes"),
            Self::Partly => f.pad("partly"),
            Self::No => f.pad("no"),
            Self::By(day) => day.fmt(f),
        }
    }
}

impl FromStr for Implemented {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Ok(match text.trim().to_ascii_lowercase().as_str() {
            "yes" => Self::Yes,
            "partly" => Self::Partly,
            "no" => Self::No,
            day => Self::By(day.parse().map_err(|_| refusals::implemented_unknown(text))?),
        })
    }
}

impl Serialize for Implemented {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Implemented {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(carry)
    }
}
