//! What a scope can take in.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use crate::named::enumeration;

/// What a scope item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ScopeKind {
    /// The whole organisation; evidence that belongs to it counts everywhere.
    Organisation,
    /// A location.
    Site,
    /// A service delivered to customers.
    Service,
    /// A product.
    Product,
    /// A unit of the organisation.
    Unit,
    /// An asset or group of assets.
    Asset,
}

enumeration!(ScopeKind, "a kind of scope item", "Kinds");
