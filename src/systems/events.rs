//! What can happen to the organisation, its management systems and their scopes.

use serde::{Deserialize, Serialize};

use super::compare::ScopeComparison;
use super::model::{RunBy, ScopeAnswer, ScopeKind, ScopeQuestion};
use super::statement::ScopeStatement;
use crate::day::Zone;
use crate::ids::{PartyId, ScopeItemId, SystemId};

/// An event about the organisation or one of its systems.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum SystemEvent {
    /// The organisation was named.
    #[serde(rename = "system.organisation_named")]
    OrganisationNamed {
        /// The organisation.
        name: String,
    },
    /// The organisation's name was corrected.
    #[serde(rename = "system.organisation_corrected")]
    OrganisationCorrected {
        /// The name before.
        before: String,
        /// The name from here on.
        after: String,
        /// Why.
        reason: String,
    },
    /// The organisation's time zone was set: its days count by it, from this entry on.
    #[serde(rename = "system.time_zone_set")]
    TimeZoneSet {
        /// The zone.
        zone: Zone,
    },
    /// A management system was set up.
    #[serde(rename = "system.established")]
    Established {
        /// The system.
        id: SystemId,
        /// Short code: SMS, QMS, ISMS.
        code: String,
        /// Name.
        name: String,
        /// Edition, as `27001:2013`.
        edition: String,
    },
    /// The scope was put into words.
    #[serde(rename = "system.scope_stated")]
    ScopeStated {
        /// The system.
        system: SystemId,
        /// The statement's parts.
        statement: ScopeStatement,
        /// The entry whose statement is taken back, as if it had never been made; `statement` is then the one before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        undoes: Option<u64>,
    },
    /// A site, service, product or unit was named.
    #[serde(rename = "system.scope_item_added")]
    ScopeItemAdded {
        /// The item.
        id: ScopeItemId,
        /// Short code, used when filing.
        code: String,
        /// What it is.
        item_kind: ScopeKind,
        /// Name.
        name: String,
        /// Where it is delivered: the sites of a service or product.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        at: Vec<ScopeItemId>,
    },
    /// The items inside a system's scope were set.
    #[serde(rename = "system.scope_set")]
    ScopeSet {
        /// The system.
        system: SystemId,
        /// Everything now inside.
        items: Vec<ScopeItemId>,
    },
    /// It was said who provides or runs a scope item.
    #[serde(rename = "system.run_by_set")]
    RunBySet {
        /// The item.
        #[serde(rename = "scope_item")]
        item: ScopeItemId,
        /// Who; none where nobody says so any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<RunBy>,
        /// The parties that run it, or a part of it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parties: Vec<PartyId>,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
        /// The entry that is taken back, as if it had never been made; the rest is then what was said before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        undoes: Option<u64>,
    },
    /// Two scopes were compared, and the differences written down.
    #[serde(rename = "system.scopes_compared")]
    ScopesCompared {
        /// What was found.
        comparison: ScopeComparison,
    },
    /// A question about SMS and ISMS together was answered.
    #[serde(rename = "system.scope_question_answered")]
    ScopeQuestionAnswered {
        /// Which.
        question: ScopeQuestion,
        /// What was answered.
        answer: ScopeAnswer,
        /// Why, or for which part.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}
