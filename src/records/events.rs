//! What can happen to records.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use super::particulars::Particulars;
use crate::filed::FiledFile;
use crate::ids::{RecordId, ScopeItemId};
use crate::named::List;

/// An event about a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum RecordEvent {
    /// A record was filed.
    #[serde(rename = "record.filed", serialize_with = "filed")]
    Filed {
        /// The record.
        id: RecordId,
        /// What was entered about it.
        #[serde(flatten)]
        particulars: Particulars,
        /// Its files.
        files: Vec<FiledFile>,
        /// Scope items it belongs to; none means all.
        #[serde(default)]
        scope: Vec<ScopeItemId>,
    },
    /// A record that was filed by mistake was taken back; its files stay in the vault, its entry in the ledger.
    #[serde(rename = "record.taken_back")]
    TakenBack {
        /// The record.
        id: RecordId,
    },
}

/// The particulars in a row with the rest, under their names in events; the files stand behind the kind.
fn filed<S: Serializer>(
    id: &RecordId,
    particulars: &Particulars,
    files: &[FiledFile],
    scope: &[ScopeItemId],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut event = serializer.serialize_map(None)?;
    event.serialize_entry("id", id)?;
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
