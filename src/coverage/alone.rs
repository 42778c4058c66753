//! The clauses that one document or record alone shows: they become gaps without it.

use rusqlite::Connection;

use super::applicability::Applicability;
use super::class::Class;
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping;
use crate::standards::{ClauseRef, catalogue};
use crate::systems;

/// Of the clauses that an item is mapped to and that apply, those to which nothing else that counts today is mapped, nor to
/// one above.
pub fn alone(db: &Connection, item: ItemId) -> Result<Vec<ClauseRef>> {
    // Those classes count for something.
    let mut others = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM coverage_link WHERE edition = ?1 AND clause = ?2 AND item <> ?3 AND class <= ?4)",
    )?;
    let held = systems::editions_held(db)?;
    let applies = held.iter().map(|edition| Applicability::of(db, edition)).collect::<Result<Vec<_>>>()?;
    let mut out = Vec::new();
    for link in mapping::of_item(db, item)? {
        if applies.iter().any(|system| system.leaves_out(&link.reference)) {
            continue;
        }
        let above = catalogue().ancestors(&link.reference).map(|clause| clause.reference.clone());
        let mut shown = false;
        for clause in std::iter::once(link.reference.clone()).chain(above) {
            let edition = clause.edition_id().to_string();
            let key = (edition, &clause.clause, item.uuid().into_bytes(), Class::Replaced.number());
            shown |= others.query_row(key, |r| r.get::<_, bool>(0))?;
        }
        if !shown {
            out.push(link.reference);
        }
    }
    Ok(out)
}
