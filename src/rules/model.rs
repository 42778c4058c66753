//! The rules, and what each may say.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::pattern::{NoPattern, Pattern};
use super::refusals;
use crate::error::Result;
use crate::named::enumeration;

/// A rule of the organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Rule {
    /// The fewest people who review a revision before it is approved.
    Reviewers,
    /// How many have to approve a revision.
    Approvers,
    /// Whether they decide one after the other.
    InOrder,
    /// Whether what they say has to be signed.
    Signed,
    /// Months between reviews, where a document has no interval of its own; 0 where there is none.
    Interval,
    /// Days before its next review from which a document is announced.
    Notice,
    /// The pattern by which new documents are numbered; empty where a person numbers them.
    Numbering,
}

enumeration!(Rule, refusals::rule_unknown);

/// What a rule says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(untagged)]
#[ts(rename = "RuleValue")]
pub enum Value {
    /// Yes or no.
    YesNo(bool),
    /// So many.
    Number(u32),
    /// A text.
    Text(String),
}

/// An example of a pattern, for those who gave none.
const PATTERN: &str = "QP-{number:3}";

impl Rule {
    /// Whether it is one of those under which a revision is handed in, and which it keeps while it is under way.
    pub const fn of_approval(self) -> bool {
        matches!(self, Self::Reviewers | Self::Approvers | Self::InOrder | Self::Signed)
    }

    /// What it says where the organisation decided nothing: one approver, as all three standards ask for an approval and
    /// none for more.
    pub const fn default(self) -> Value {
        match self {
            Self::Reviewers | Self::Interval => Value::Number(0),
            Self::Approvers => Value::Number(1),
            Self::InOrder | Self::Signed => Value::YesNo(false),
            Self::Notice => Value::Number(30),
            Self::Numbering => Value::Text(String::new()),
        }
    }

    /// The numbers it may say, from the least to the most; none where it says no number.
    pub const fn numbers(self) -> Option<(u32, u32)> {
        match self {
            Self::Reviewers => Some((0, 20)),
            Self::Approvers => Some((1, 20)),
            Self::Interval => Some((0, 120)),
            Self::Notice => Some((1, 365)),
            Self::InOrder | Self::Signed | Self::Numbering => None,
        }
    }

    /// Whether it may say this.
    ///
    /// # Errors
    /// `invalid_value`.
    pub(crate) fn check(self, value: &Value) -> Result<()> {
        match (self, self.numbers(), value) {
            (_, Some((least, most)), Value::Number(n)) if (least..=most).contains(n) => Ok(()),
            (_, Some((least, most)), _) => Err(refusals::rule_number(self.name(), least, most)),
            (Self::Numbering, _, Value::Text(text)) if text.is_empty() => Ok(()),
            (Self::Numbering, _, Value::Text(text)) => match Pattern::parse(text) {
                Ok(_) => Ok(()),
                Err(NoPattern::Unreadable) => Err(refusals::rule_pattern_unreadable(text, PATTERN)),
                Err(NoPattern::WithoutNumber) => Err(refusals::rule_pattern_without_number(text, PATTERN)),
            },
            (Self::Numbering, ..) => Err(refusals::rule_no_pattern(self.name(), PATTERN)),
            (_, None, Value::YesNo(_)) => Ok(()),
            (_, None, _) => Err(refusals::rule_yes_or_no(self.name())),
        }
    }
}

impl Value {
    /// A text without blanks around it.
    pub(crate) fn trimmed(self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.trim().to_owned()),
            other => other,
        }
    }
}
