//! What comes of a review.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// What came of a document review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "ReviewOutcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It still holds, unchanged.
    #[strum(to_string = "confirmed", serialize = "confirm")]
    Confirmed,
    /// It needs a new revision; the effective one stays in force until then.
    Revise,
    /// It is taken out of use.
    Withdraw,
}

enumeration!(Outcome, refusals::outcome_unknown);
