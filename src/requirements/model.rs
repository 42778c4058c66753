//! Whose requirement it is.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
use crate::named::enumeration;

/// Whose requirement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum RequirementKind {
    /// Of the customer, the organisation or the users, about a service: written down and agreed.
    Service,
    /// Of law.
    Legal,
    /// Of an authority.
    Regulatory,
    /// Of others.
    Other,
}

enumeration!(RequirementKind, refusals::requirement_kind_unknown);
