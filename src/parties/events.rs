//! What can happen to parties.

use serde::{Deserialize, Serialize};

use super::model::{Held, PartyFact, PartyKind};
use crate::ids::PartyId;

/// What is entered about a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// Its name.
    pub name: String,
    /// Which of the three kinds; none where nobody said so yet.
    #[serde(default, rename = "party_kind", skip_serializing_if = "Option::is_none")]
    pub kind: Option<PartyKind>,
    /// Whether it belongs to the larger organisation of which the scope covers a part.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub within_larger_organisation: bool,
    /// The lead supplier for which it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<PartyId>,
}

/// An event about a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum PartyEvent {
    /// A party was entered.
    #[serde(rename = "party.added")]
    Added {
        /// The party.
        id: PartyId,
        /// What was entered.
        #[serde(flatten)]
        entered: Entered,
    },
    /// Something that was entered was wrong.
    #[serde(rename = "party.corrected")]
    Corrected {
        /// The party.
        id: PartyId,
        /// What it said.
        before: Entered,
        /// What it says.
        after: Entered,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// It was entered by mistake, and entering it was undone.
    #[serde(rename = "party.taken_back")]
    TakenBack {
        /// The party.
        id: PartyId,
    },
    /// Something came on file of it, says something else, or is there no more.
    #[serde(rename = "party.noted")]
    Noted {
        /// The party.
        party: PartyId,
        /// What.
        fact: PartyFact,
        /// By what it was held; none where it was not on file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<Held>,
        /// By what it is held; none where it is on file no more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<Held>,
    },
}
