//! What a scope can take in, and what can be asked and answered about two of them.

use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::refusals;
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

enumeration!(ScopeKind, refusals::scope_item_kind_unknown);

/// A question about SMS and ISMS together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ScopeQuestion {
    /// Whether the ISMS takes in the services that customers receive.
    IsmsCoversServices,
    /// Whether the assets of the ISMS and those of the SMS are the same.
    AssetsAreTheSame,
}

enumeration!(ScopeQuestion, refusals::scope_question_unknown);

/// What was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum ScopeAnswer {
    /// Yes, all of it.
    Yes,
    /// For a part; the reason says which.
    Partly,
    /// No.
    No,
}

enumeration!(ScopeAnswer, refusals::scope_answer_unknown);
