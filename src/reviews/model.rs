//! What comes of a review, and for which change something is looked at again.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;
use crate::standards::ClauseRef;

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

/// Which changes of scope or of sections an item is looked at again for; what is left out means all.
#[derive(Debug, Clone, Copy, Default)]
pub struct ForChange<'a> {
    /// Code or standard of the system.
    pub system: Option<&'a str>,
    /// Code of the scope item.
    pub scope_item: Option<&'a str>,
    /// Number of the entry.
    pub entry: Option<u64>,
    /// The clause of a mapping whose reason named a section that changed.
    pub reference: Option<&'a ClauseRef>,
}
