//! The parts people have in an approval, and how far it is.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;
use crate::people::Duty;

/// What somebody is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case", rename = "ApprovalPart")]
pub enum Part {
    /// To read it, and say whether it is fit to be approved.
    Review,
    /// To approve it.
    Approve,
}

enumeration!(Part, refusals::part_unknown);

impl Part {
    /// Whose part it is.
    pub const fn duty(self) -> Duty {
        match self {
            Self::Review => Duty::Review,
            Self::Approve => Duty::Approve,
        }
    }
}

/// How an approval ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case", rename = "ApprovalEnded")]
pub enum Ended {
    /// Enough approved.
    Approved,
    /// Somebody rejected it.
    Rejected,
    /// It was called off.
    CalledOff,
    /// It was submitted anew, since its files had changed.
    Replaced,
}

enumeration!(Ended, refusals::part_unknown);

/// How far an approval is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case", rename = "ApprovalProgress")]
pub enum Progress {
    /// Reviewers have not all spoken.
    InReview,
    /// All reviewers have, no approver yet.
    Reviewed,
    /// Approvers have not all spoken.
    InApproval,
    /// It is approved.
    Approved,
    /// It was rejected; another submission is needed.
    Rejected,
    /// It was called off.
    CalledOff,
    /// What was submitted is not what is there: files changed, or the revision was decided otherwise.
    Void,
}

enumeration!(Progress, refusals::part_unknown);
