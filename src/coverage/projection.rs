//! Coverage as rows. It listens to documents, records and mappings; each change touches only the cells of the
//! clauses concerned. What stands here is a function of the other tables: see `fill` for all of it at once.

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use crate::day::{Day, Due};
use crate::documents::{self, Standing};
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::items::ItemId;
use crate::mapping::{self, MappingEvent, Strength};
use crate::records::{self, RecordEvent};
use crate::workspace::standing_day;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/coverage.sql");

/// "Everywhere": evidence that belongs to no scope item in particular.
pub(super) const EVERYWHERE: &[u8] = b"";

/// A record came, changed or went; one that came has no mappings yet.
pub fn on_record(db: &Connection, event: &RecordEvent) -> Result<()> {
    match event {
        RecordEvent::Filed { .. } | RecordEvent::NumberingSet { .. } => Ok(()),
        RecordEvent::Corrected { id, .. } => place_again(db, ItemId::Record(*id)),
        RecordEvent::TakenBack { id, .. }
        | RecordEvent::Replaced { record: id, .. }
        | RecordEvent::Reinstated { id, .. } => count_again(db, ItemId::Record(*id)),
    }
}

/// A mapping was made, or is about to be taken back: it has to be seen while its own row is still there.
pub fn on_mapping(db: &Connection, event: &MappingEvent) -> Result<()> {
    match event {
        MappingEvent::Linked { id, item, reference, strength, scope, .. } => {
            let until = counts_until(db, *item)?;
            for scope in scopes(db, *item, scope)? {
                let row = Link {
                    edition: reference.edition_id().to_string(),
                    clause: reference.clause.clone(),
                    scope,
                    item_kind: item.kind(),
                    strength: *strength,
                    good_until: until,
                    link: id.0.into_bytes(),
                };
                put(db, &row, item.uuid().as_bytes())?;
            }
            Ok(())
        }
        MappingEvent::Unlinked { id, .. } => {
            let Some(link) = mapping::stored(db, *id)? else { return Ok(()) };
            let mut rows = links_of(db, link.item)?;
            rows.retain(|row| row.link == id.0.into_bytes());
            take(db, &rows)
        }
        // One that was corrected is placed again once its row says so.
        MappingEvent::Corrected { .. }
        | MappingEvent::ProposalDeclined { .. }
        | MappingEvent::ProposalReopened { .. } => Ok(()),
    }
}

/// One row of `coverage_link`.
struct Link {
    edition: String,
    clause: String,
    scope: Vec<u8>,
    item_kind: i64,
    strength: Strength,
    good_until: i64,
    link: [u8; 16],
}

/// The number under which a day stands in `full_until`; 0 is kept for "not in force".
pub(super) fn number_of(day: Day) -> i64 {
    day.days_since(Day::MIN).max(1)
}

/// What stands for an item that counts for nothing: a document that is listed or withdrawn, a record that was taken back.
pub(super) const NOTHING: i64 = -1;

/// Until when an item counts: a day's number, 0 while it is not in force, [`NOTHING`] when it counts for nothing.
pub(super) fn counts_until(db: &Connection, item: ItemId) -> Result<i64> {
    Ok(match item {
        ItemId::Document(id) => documents::standing(db, id)?.map(document_until),
        ItemId::Record(id) => match records::counts(db, id)? {
            Some(span) => record_until(span, standing_day(db)?),
            None => None,
        },
    }
    .unwrap_or(NOTHING))
}

pub(super) fn document_until(standing: Standing) -> i64 {
    if standing.in_force { number_of(standing.due.map_or(Day::MAX, Due::counts_until)) } else { 0 }
}

/// Until when a record counts that does from one day to another; nothing before the first of them.
pub(super) fn record_until((first, last): (Day, Day), day: Day) -> Option<i64> {
    (first <= day).then(|| number_of(last))
}

/// The scopes under which a mapping counts: its own, else its item's, else everywhere. What belongs to the
/// whole organisation counts everywhere too.
pub(super) fn scopes(db: &Connection, item: ItemId, own: &[ScopeItemId]) -> Result<Vec<Vec<u8>>> {
    let items = if own.is_empty() {
        match item {
            ItemId::Document(id) => documents::scope_of(db, id)?,
            ItemId::Record(id) => records::scope_of(db, id)?,
        }
    } else {
        own.to_vec()
    };
    let mut kind: CachedStatement<'_> = db.prepare_cached("SELECT kind FROM scope_item WHERE id = ?1")?;
    for scope in &items {
        let whole = kind.query_row([scope], |r| Ok(r.get_ref(0)?.as_str()? == "organisation")).optional()?;
        if whole == Some(true) {
            return Ok(vec![EVERYWHERE.to_vec()]);
        }
    }
    if items.is_empty() {
        return Ok(vec![EVERYWHERE.to_vec()]);
    }
    Ok(items.into_iter().map(|scope| scope.0.as_bytes().to_vec()).collect())
}

/// Puts an item's mappings where they count now: before its first file a document counts for nothing, as a draft
/// it is not in force, and every next review moves its end.
pub fn count_again(db: &Connection, item: ItemId) -> Result<()> {
    let until = counts_until(db, item)?;
    let mut rows = links_of(db, item)?;
    if rows.iter().all(|row| row.good_until == until) {
        return Ok(());
    }
    take(db, &rows)?;
    for row in &mut rows {
        row.good_until = until;
        put(db, row, item.uuid().as_bytes())?;
    }
    Ok(())
}

/// Takes an item's mappings out and puts them where they belong by what stands now: its scope, or the strength and scope of
/// one of them, is another.
pub fn place_again(db: &Connection, item: ItemId) -> Result<()> {
    take(db, &links_of(db, item)?)?;
    let good_until = counts_until(db, item)?;
    for link in mapping::of_item(db, item)? {
        for scope in scopes(db, item, &link.scope)? {
            let row = Link {
                edition: link.reference.edition_id().to_string(),
                clause: link.reference.clause.clone(),
                scope,
                item_kind: item.kind(),
                strength: link.strength,
                good_until,
                link: link.id.0.into_bytes(),
            };
            put(db, &row, item.uuid().as_bytes())?;
        }
    }
    Ok(())
}

fn links_of(db: &Connection, item: ItemId) -> Result<Vec<Link>> {
    Ok(db
        .prepare_cached(
            "SELECT edition, clause, scope, item_kind, strength, good_until, link FROM coverage_link WHERE item = ?1",
        )?
        .query_map([item.uuid().as_bytes()], |r| {
            Ok(Link {
                edition: r.get(0)?,
                clause: r.get(1)?,
                scope: r.get(2)?,
                item_kind: r.get(3)?,
                strength: r.get(4)?,
                good_until: r.get(5)?,
                link: r.get(6)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?)
}

/// Takes rows out, and out of their cells.
fn take(db: &Connection, rows: &[Link]) -> Result<()> {
    let mut delete = db.prepare_cached(
        "DELETE FROM coverage_link WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4
         AND strength = ?5 AND good_until = ?6 AND link = ?7",
    )?;
    // The best end of validity is looked up again: what is taken out may have been the best.
    let mut shrink = db.prepare_cached(
        "UPDATE coverage_cell SET full_items = full_items - ?5, part_items = part_items - ?6,
             help_items = help_items - ?7,
             full_until = coalesce((SELECT max(good_until) FROM coverage_link l
                 WHERE l.edition = ?1 AND l.clause = ?2 AND l.scope = ?3 AND l.item_kind = ?4 AND l.strength = 0 AND l.good_until > 0), 0)
         WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4",
    )?;
    for r in rows {
        delete.execute(params![r.edition, r.clause, r.scope, r.item_kind, r.strength, r.good_until, r.link])?;
        if r.good_until == NOTHING {
            continue;
        }
        let [full, part, help] = counts(r.strength);
        shrink.execute(params![r.edition, r.clause, r.scope, r.item_kind, full, part, help])?;
    }
    db.prepare_cached(
        "DELETE FROM coverage_cell WHERE edition = ?1 AND clause = ?2 AND full_items + part_items + help_items = 0",
    )
    .and_then(|mut empty| rows.iter().try_for_each(|r| empty.execute(params![r.edition, r.clause]).map(|_| ())))?;
    Ok(())
}

/// One mapping at one place, as it counts.
pub(super) const PUT_LINK: &str =
    "INSERT INTO coverage_link (edition, clause, scope, item_kind, strength, good_until, link, item)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

fn put(db: &Connection, r: &Link, item: &[u8; 16]) -> Result<()> {
    db.prepare_cached(PUT_LINK)?.execute(params![
        r.edition,
        r.clause,
        r.scope,
        r.item_kind,
        r.strength,
        r.good_until,
        r.link,
        item
    ])?;
    if r.good_until == NOTHING {
        return Ok(());
    }
    let [full, part, help] = counts(r.strength);
    let until = if r.strength == Strength::Full { r.good_until } else { 0 };
    db.prepare_cached(
        "INSERT INTO coverage_cell (edition, clause, scope, item_kind, full_items, part_items, help_items, full_until)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT DO UPDATE SET full_items = full_items + ?5, part_items = part_items + ?6,
             help_items = help_items + ?7, full_until = max(full_until, ?8)",
    )?
    .execute(params![r.edition, r.clause, r.scope, r.item_kind, full, part, help, until])?;
    Ok(())
}

pub(super) fn counts(strength: Strength) -> [i64; 3] {
    match strength {
        Strength::Full => [1, 0, 0],
        Strength::Partial => [0, 1, 0],
        Strength::Supporting => [0, 0, 1],
    }
}
