//! Correcting what was entered, as an answer says.

use std::collections::BTreeSet;

use super::standing;
use crate::documents;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId};
use crate::items::ItemId;
use crate::mapping::{self, NewLink, Origin, Strength};
use crate::named::Wanted;
use crate::records;
use crate::standards::catalogue;
use crate::systems;
use crate::workspace::Tx;

/// Sets one particular of a document; writes nothing where it says that already.
pub(super) fn document(tx: &mut Tx<'_>, id: DocumentId, name: &str, value: String, reason: &str) -> Result<()> {
    documents::correct(tx, id, &Wanted::from([(name.to_owned(), value)]), None, reason).map(|_| ())
}

/// Sets one particular of a record; writes nothing where it says that already.
pub(super) fn record(tx: &mut Tx<'_>, id: RecordId, name: &str, value: String, reason: &str) -> Result<()> {
    records::correct(tx, id, &Wanted::from([(name.to_owned(), value)]), None, reason).map(|_| ())
}

/// Maps something to just these clauses, `;` between them: in full to those it is not mapped to, and what it is mapped to
/// besides is taken back.
pub(super) fn clauses(tx: &mut Tx<'_>, item: ItemId, value: &str, reason: &str) -> Result<()> {
    let held = systems::editions_held(tx.db())?;
    let named = value.split(';').map(str::trim).filter(|part| !part.is_empty());
    let wanted = named.map(|part| catalogue().reference(part, &held)).collect::<Result<BTreeSet<_>>>()?;
    let mapped = standing::mapped(tx.db(), item)?;
    for reference in wanted.difference(&mapped).cloned() {
        let (reason, variance, scope) = (reason.to_owned(), String::new(), Vec::new());
        let (strength, origin) = (Strength::Full, Origin::Hand);
        mapping::link(tx, NewLink { item, reference, strength, reason, variance, scope, origin, basis: None })?;
    }
    for reference in mapped.difference(&wanted) {
        mapping::unlink(tx, item, reference, reason)?;
    }
    Ok(())
}
