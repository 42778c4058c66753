//! What proposals may wait for: documents and records that are mapped, or whose files name clauses in their text.

use rusqlite::Connection;

use super::Proposer;
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::standards::EditionId;

/// The documents and records for which something may be proposed, those mapped or filed last in front: so many, and only
/// what was mapped or filed from an entry on.
pub fn mapped_or_naming(db: &Connection, since: u64, most: usize) -> Result<Vec<ItemId>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let mut statement = db.prepare_cached(&include_str!("waiting.sql").replace("{in_use}", items::IN_USE))?;
    let rows = statement.query_map((since, limit), |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// For how many documents and records that were mapped or filed from an entry on something is proposed.
pub fn waiting_since(db: &Connection, since: u64, held: &[EditionId]) -> Result<usize> {
    let proposer = Proposer::new(db, held)?;
    let mut count = 0;
    for item in mapped_or_naming(db, since, usize::MAX)? {
        count += usize::from(!proposer.of(item)?.is_empty());
    }
    Ok(count)
}
