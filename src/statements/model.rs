//! What a statement says, and of what.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::digest::Digest;
use crate::ids::RevisionId;
use crate::items::ItemId;
use crate::named::enumeration;

/// The one namespace of all statements: a signature over one can never pass for one over anything else.
pub const NAMESPACE: &str = "clausebook-statement";

/// What a person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case", rename = "StatementMeaning")]
pub enum Meant {
    /// They wrote it.
    Authored,
    /// They read it, and it is fit to be approved.
    Reviewed,
    /// It is to be in force.
    Approved,
    /// It is not to be in force as it is.
    Rejected,
    /// It is approved, and should not have been, or should be no longer.
    Doubted,
    /// A review found it still right.
    Confirmed,
    /// A review found that it has to change.
    Revise,
    /// It is taken out of use.
    Withdrawn,
}

enumeration!(Meant, refusals::meaning_unknown);

/// What a statement is about, under the names that it had then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// The document or record.
    pub item: ItemId,
    /// Its code.
    pub code: String,
    /// Documents: the revision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<RevisionId>,
    /// Documents: its label.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The hashes of its files, in their order.
    pub files: Vec<Digest>,
}
