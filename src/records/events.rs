//! What can happen to records.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::numbering::Number;
use super::particulars::Particulars;
use super::state::Exit;
use crate::day::Day;
use crate::filed::FiledFile;
use crate::ids::{RecordId, ScopeItemId};
use crate::named::{Correction, List};

/// An event about a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum RecordEvent {
    /// A record was filed.
    #[serde(rename = "record.filed", serialize_with = "filed")]
    Filed {
        /// The record.
        id: RecordId,
        /// Its number; earlier programs gave none, and its entry names it.
        #[serde(default)]
        number: Option<Number>,
        /// What was entered about it.
        #[serde(flatten)]
        particulars: Particulars,
        /// Its files.
        files: Vec<FiledFile>,
        /// Scope items it belongs to; none means all.
        #[serde(default)]
        scope: Vec<ScopeItemId>,
    },
    /// What was entered about a record was corrected.
    #[serde(rename = "record.corrected")]
    Corrected {
        /// The record.
        id: RecordId,
        /// What says something else now, and why.
        #[serde(flatten)]
        correction: Correction,
    },
    /// A record that was filed by mistake was taken back; its files stay in the vault, its entry in the ledger. With a
    /// reason it stays shown under its number; without one its filing was undone at once, and it is gone.
    #[serde(rename = "record.taken_back")]
    TakenBack {
        /// The record.
        id: RecordId,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Another record stands in the place of one, from a day on.
    #[serde(rename = "record.replaced")]
    Replaced {
        /// The record that counts no longer.
        record: RecordId,
        /// The one in its place.
        by: RecordId,
        /// Why.
        reason: String,
        /// The first day on which it counts no longer.
        on: Day,
    },
    /// A record that was replaced or taken back counts again.
    #[serde(rename = "record.reinstated")]
    Reinstated {
        /// The record.
        id: RecordId,
        /// What holds no longer.
        exit: Exit,
        /// Why; empty where it was undone.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
    /// Records are numbered by this rule from here on.
    #[serde(rename = "record.numbering_set")]
    NumberingSet {
        /// The rule, as `REC-{year}-{number:3}`.
        pattern: String,
        /// The rule until then.
        before: String,
        /// Why, where somebody said so.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    },
}

/// The particulars in a row with the rest, under their names in events; the files stand behind the kind.
#[allow(clippy::ref_option)] // serde hands each field over by reference
fn filed<S: Serializer>(
    id: &RecordId,
    number: &Option<Number>,
    particulars: &Particulars,
    files: &[FiledFile],
    scope: &[ScopeItemId],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut event = serializer.serialize_map(None)?;
    event.serialize_entry("id", id)?;
    if let Some(number) = number {
        event.serialize_entry("number", number)?;
    }
    for field in Particulars::FIELDS {
        particulars.write(field, &mut event)?;
        if field.name == "kind" {
            event.serialize_entry("files", files)?;
        }
    }
    if !scope.is_empty() {
        event.serialize_entry("scope", scope)?;
    }
    event.end()
}
