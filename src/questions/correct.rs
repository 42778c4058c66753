//! Correcting what was entered, as an answer says.

use crate::documents;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::named::Wanted;
use crate::records;
use crate::workspace::Tx;

/// Sets one particular of a document; writes nothing where it says that already.
pub(super) fn document(tx: &mut Tx<'_>, id: DocumentId, name: &str, value: String, reason: &str) -> Result<()> {
    documents::correct(tx, id, &Wanted::from([(name.to_owned(), value)]), None, reason).map(|_| ())
}

/// Sets one particular of a record; writes nothing where it says that already.
pub(super) fn record(tx: &mut Tx<'_>, id: RecordId, name: &str, value: String, reason: &str) -> Result<()> {
    records::correct(tx, id, &Wanted::from([(name.to_owned(), value)]), None, reason).map(|_| ())
}
