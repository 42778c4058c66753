//! What can happen to records.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::filed::FiledFile;
use crate::ids::{RecordId, ScopeItemId};

/// An event about a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum RecordEvent {
    /// A record was filed.
    #[serde(rename = "record.filed")]
    Filed {
        /// The record.
        id: RecordId,
        /// What it shows.
        title: String,
        /// The organisation's own word for its kind.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        record_kind: String,
        /// Its files.
        files: Vec<FiledFile>,
        /// First day of the period it speaks of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period_from: Option<Day>,
        /// Last day of the period it speaks of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        period_to: Option<Day>,
        /// Day on which it was collected.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        collected: Option<Day>,
        /// Last day on which it counts as evidence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        valid_until: Option<Day>,
        /// How long it is kept, in the organisation's words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        retention: String,
        /// A remark.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
        /// Scope items it belongs to; none means all.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        scope: Vec<ScopeItemId>,
    },
    /// A record that was filed by mistake was taken back; its files stay in the vault, its entry in the ledger.
    #[serde(rename = "record.taken_back")]
    TakenBack {
        /// The record.
        id: RecordId,
    },
}
