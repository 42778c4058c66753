//! What comes of a review, and what there is to do on a day.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

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

enumeration!(Outcome, "an outcome of a review", "Outcomes");

/// What there is to do on a day, in the order in which a day's list shows it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DueKind {
    /// A document is to be reviewed.
    DocumentReview,
    /// A record's validity ends.
    RecordExpiry,
}

enumeration!(DueKind, "something that falls due", "Kinds");
