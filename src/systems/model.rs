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
    /// An activity.
    Activity,
    /// A function of the organisation, such as a service desk.
    Function,
    /// A process.
    Process,
    /// A component of a service.
    Component,
}

impl ScopeKind {
    /// Whether it is somewhere: evidence lies there, and evidence at all places of one kind speaks for the whole. That all
    /// processes are shown says nothing of where they run.
    pub const fn is_place(self) -> bool {
        match self {
            Self::Site | Self::Service | Self::Product | Self::Unit | Self::Asset => true,
            Self::Organisation | Self::Activity | Self::Function | Self::Process | Self::Component => false,
        }
    }
}

enumeration!(ScopeKind, refusals::scope_item_kind_unknown);

/// Who provides or runs something that a scope takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr, EnumString, VariantArray, VariantNames, TS)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum RunBy {
    /// The organisation in scope itself.
    Own,
    /// It and others.
    Shared,
    /// Others alone.
    Others,
}

enumeration!(RunBy, refusals::scope_run_by_unknown);

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
