//! The organisation, its management systems and what each one's scope takes in.

mod commands;
mod compare;
mod events;
mod meaning;
mod projection;
mod queries;
mod questions;
mod statement;

pub use commands::{add_scope_item, establish, name_organisation, set_scope, state_scope, store_comparison};
pub use compare::{ScopeComparison, compare};
pub use events::SystemEvent;
pub use projection::{SCHEMA, apply};
pub use queries::{
    ScopeItem, System, editions_held, organisation, scope_codes, scope_item, scope_item_codes, scope_items, system,
    systems,
};
pub use questions::{ScopeAnswer, ScopeQuestion, ScopeQuestionAsked, answer_scope_question, scope_questions};
pub use statement::{Lack, ScopeStatement, missing_from};

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};

/// What a scope item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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

impl ScopeKind {
    const ALL: [(ScopeKind, &'static str); 6] = [
        (ScopeKind::Organisation, "organisation"),
        (ScopeKind::Site, "site"),
        (ScopeKind::Service, "service"),
        (ScopeKind::Product, "product"),
        (ScopeKind::Unit, "unit"),
        (ScopeKind::Asset, "asset"),
    ];

    /// The name used in events, tables and on the command line.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// Reads a kind's name.
    pub fn parse(text: &str) -> Result<Self> {
        let folded = text.to_lowercase();
        Self::ALL.iter().find(|(_, name)| *name == folded).map(|(kind, _)| *kind).ok_or_else(|| {
            Error::new(
                Code::InvalidValue,
                format!("“{text}” is not a kind of scope item"),
                "Kinds are organisation, site, service, product, unit and asset.",
            )
        })
    }
}
