//! What a person may be.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// What a person does in the management systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Role {
    /// Runs the systems; may do everything.
    QualityManager,
    /// Writes documents.
    Author,
    /// Approves documents.
    Approver,
    /// Audits.
    Auditor,
    /// Reads.
    Reader,
}

enumeration!(Role, refusals::role_unknown);
