//! Coverage as rows. It listens to documents, records and mappings; each change touches only the cells of the
//! clauses concerned. What stands here is a function of the other tables: see `fill` for all of it at once.

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use uuid::Uuid;

use super::class::{Class, Counts};
use super::weight::Weight;
use crate::day::{Day, Due};
use crate::documents::{self, DocumentState, Standing};
use crate::error::Result;
use crate::ids::{LinkId, ScopeItemId};
use crate::items::ItemId;
use crate::mapping::{self, MappingEvent};
use crate::records::{self, Exit, RecordEvent};
use crate::standards::ClauseRef;
use crate::workspace::standing_day;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/coverage.sql");

/// "Everywhere": evidence that belongs to no scope item in particular.
pub(super) const EVERYWHERE: &[u8] = b"";

/// A record came, changed or went; one that came has no mappings yet.
pub fn on_record(db: &Connection, event: &RecordEvent) -> Result<()> {
    match event {
        RecordEvent::Filed { .. } | RecordEvent::NumberingSet { .. } => Ok(()),
        RecordEvent::Corrected { id, .. } => {
            place_again(db, ItemId::Record(*id))?;
            settle_again(db, ItemId::Record(*id))
        }
        RecordEvent::TakenBack { id, .. }
        | RecordEvent::Replaced { record: id, .. }
        | RecordEvent::Reinstated { id, .. } => {
            count_again(db, ItemId::Record(*id))?;
            settle_again(db, ItemId::Record(*id))
        }
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
                    // What opens at it is not there yet; the item is placed again then.
                    weight: Weight::of(*strength, false),
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
#[derive(PartialEq, Eq)]
struct Link {
    edition: String,
    clause: String,
    scope: Vec<u8>,
    item_kind: i64,
    weight: Weight,
    good_until: Counts,
    link: [u8; 16],
}

/// The number under which a day stands in `full_until`; 0 is kept for "not in force".
pub(super) fn number_of(day: Day) -> i64 {
    day.days_since(Day::MIN).max(1)
}

/// How an item counts.
pub(super) fn counts_until(db: &Connection, item: ItemId) -> Result<Counts> {
    Ok(match item {
        ItemId::Document(id) => documents::standing(db, id)?.map(document_until),
        ItemId::Record(id) => match records::stands(db, id)? {
            Some(standing) => Some(record_until(standing, standing_day(db)?)),
            None => None,
        },
    }
    .unwrap_or(Counts::never(Class::Gone)))
}

pub(super) fn document_until(standing: Standing) -> Counts {
    let class = match standing.state {
        DocumentState::Effective => {
            let unclear = matches!(standing.due, Some(Due::Ambiguous { .. }));
            let class = if unclear { Class::Unclear } else { Class::InForce };
            return Counts::until(class, number_of(standing.due.map_or(Day::MAX, Due::counts_until)));
        }
        // On a day before its first file was there.
        DocumentState::Draft if !standing.filed => Class::NotYet,
        DocumentState::Draft => Class::Draft,
        DocumentState::Approved => Class::Coming,
        DocumentState::Superseded => Class::Superseded,
        DocumentState::Listed => Class::Listed,
        DocumentState::Withdrawn => Class::Withdrawn,
    };
    Counts::never(class)
}

/// How a record counts that stands so; before its first day it does not.
pub(super) fn record_until(standing: records::Standing, day: Day) -> Counts {
    let class = match standing.exit {
        Some((Exit::TakenBack, _)) => return Counts::never(Class::Gone),
        Some((Exit::Replaced, _)) => Class::Replaced,
        None => Class::InForce,
    };
    match standing.counts() {
        None if standing.exit.is_some() => Counts::never(Class::NeverCounted),
        None => Counts::never(Class::EndedBefore),
        Some((first, _)) if first > day => Counts::never(Class::NotYet),
        Some((_, last)) => Counts::until(class, number_of(last)),
    }
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

/// Lets an item's mappings count as they do now: before its first file a document counts for nothing, as a draft
/// it is not in force, and every next review moves its end.
pub fn count_again(db: &Connection, item: ItemId) -> Result<()> {
    let until = counts_until(db, item)?;
    let limits = mapping::limits_of(db, item)?;
    let held = |row: &Link| until.held(limits.get(&LinkId(Uuid::from_bytes(row.link))));
    let rows: Vec<Link> = links_of(db, item)?.into_iter().filter(|row| row.good_until != held(row)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let mut count = db.prepare_cached(
        "UPDATE coverage_link SET class = ?6, good_until = ?7
         WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4 AND link = ?5",
    )?;
    for row in &rows {
        let now = held(row);
        let class = now.class.number();
        count.execute(params![row.edition, row.clause, row.scope, row.item_kind, row.link, class, now.until])?;
    }
    shrink(db, &rows)?;
    rows.into_iter().try_for_each(|row| grow(db, &Link { good_until: held(&row), ..row }))
}

/// Puts an item's mappings where they belong by what stands now: its scope, the strength or scope of one of them, or whether
/// points of one are open, is another.
pub fn place_again(db: &Connection, item: ItemId) -> Result<()> {
    let good_until = counts_until(db, item)?;
    let (open, limits) = (mapping::open_links_of(db, item)?, mapping::limits_of(db, item)?);
    let mut wanted = Vec::new();
    for link in mapping::of_item(db, item)? {
        for scope in scopes(db, item, &link.scope)? {
            let row = Link {
                edition: link.reference.edition_id().to_string(),
                clause: link.reference.clause.clone(),
                scope,
                item_kind: item.kind(),
                weight: Weight::of(link.strength, open.contains_key(&link.id)).held(limits.get(&link.id)),
                good_until: good_until.held(limits.get(&link.id)),
                link: link.id.0.into_bytes(),
            };
            wanted.push(row);
        }
    }
    // Only what moves is touched: mostly one of many.
    let mut there = links_of(db, item)?;
    let stays: Vec<Link> = there.extract_if(.., |row| wanted.contains(row)).collect();
    take(db, &there)?;
    wanted.iter().filter(|row| !stays.contains(row)).try_for_each(|row| put(db, row, item.uuid().as_bytes()))
}

/// Places what was accepted from a control on which something else was decided.
pub fn hold_again(db: &Connection, control: &ClauseRef) -> Result<()> {
    mapping::following(db, control)?.into_iter().try_for_each(|item| place_again(db, item))
}

/// Places what a document or record settles points of: whether it counts as evidence may be another.
pub fn settle_again(db: &Connection, evidence: ItemId) -> Result<()> {
    mapping::items_settled_by(db, evidence)?.into_iter().try_for_each(|item| place_again(db, item))
}

/// The same for evidence that ceases to count from one day to another, whatever was written since.
pub fn settle_anew(db: &Connection, after: Day, until: Day) -> Result<()> {
    let (first, last) = (number_of(after), number_of(until));
    for evidence in mapping::evidence(db)? {
        let end = counts_until(db, evidence)?.until;
        if first <= end && end < last {
            settle_again(db, evidence)?;
        }
    }
    Ok(())
}

fn links_of(db: &Connection, item: ItemId) -> Result<Vec<Link>> {
    Ok(db
        .prepare_cached(
            "SELECT edition, clause, scope, item_kind, strength, class, good_until, link FROM coverage_link
             WHERE item = ?1",
        )?
        .query_map([item.uuid().as_bytes()], |r| {
            Ok(Link {
                edition: r.get(0)?,
                clause: r.get(1)?,
                scope: r.get(2)?,
                item_kind: r.get(3)?,
                weight: r.get(4)?,
                good_until: Counts::until(Class::from_number(r.get(5)?), r.get(6)?),
                link: r.get(7)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?)
}

/// Takes rows out, and out of their cells.
fn take(db: &Connection, rows: &[Link]) -> Result<()> {
    let mut delete = db.prepare_cached(
        "DELETE FROM coverage_link WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4 AND link = ?5",
    )?;
    for r in rows {
        delete.execute(params![r.edition, r.clause, r.scope, r.item_kind, r.link])?;
    }
    shrink(db, rows)
}

/// Takes out of their cells what has left them, and cells out of which everything went.
fn shrink(db: &Connection, rows: &[Link]) -> Result<()> {
    // Only what may have been the best end of validity is looked for another: that reads the cell.
    let mut shrink = db.prepare_cached(
        "UPDATE coverage_cell SET full_items = full_items - ?6, part_items = part_items - ?7,
             help_items = help_items - ?8, open_items = open_items - ?9,
             full_until = CASE WHEN full_until > ?10 THEN full_until ELSE coalesce((SELECT max(good_until)
                 FROM coverage_link l WHERE l.edition = ?1 AND l.clause = ?2 AND l.scope = ?3 AND l.item_kind = ?4
                 AND l.class = ?5 AND l.strength = 0), 0) END,
             open_until = CASE WHEN open_until > ?11 THEN open_until ELSE coalesce((SELECT max(good_until)
                 FROM coverage_link l WHERE l.edition = ?1 AND l.clause = ?2 AND l.scope = ?3 AND l.item_kind = ?4
                 AND l.class = ?5 AND l.strength = 3), 0) END
         WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4 AND class = ?5",
    )?;
    for r in rows {
        let [full, part, help, open] = r.weight.counts();
        let until = r.good_until.until;
        let (last, open_last) = match r.weight {
            Weight::Full => (until, -1),
            Weight::Open => (-1, until),
            Weight::Cut | Weight::Part | Weight::Help => (-1, -1),
        };
        let class = r.good_until.class.number();
        let (edition, clause, scope, kind) = (&r.edition, &r.clause, &r.scope, r.item_kind);
        shrink.execute(params![edition, clause, scope, kind, class, full, part, help, open, last, open_last])?;
    }
    let mut empty = db.prepare_cached(
        "DELETE FROM coverage_cell
         WHERE edition = ?1 AND clause = ?2 AND full_items + part_items + help_items + open_items = 0",
    )?;
    rows.iter().try_for_each(|r| empty.execute(params![r.edition, r.clause]).map(|_| ()))?;
    Ok(())
}

/// One mapping at one place, as it counts.
pub(super) const PUT_LINK: &str =
    "INSERT INTO coverage_link (edition, clause, scope, item_kind, link, item, strength, class, good_until)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

/// The sum of a cell.
pub(super) const PUT_CELL: &str = "INSERT INTO coverage_cell
     (edition, clause, scope, item_kind, class, full_items, part_items, help_items, open_items, full_until, open_until)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

fn put(db: &Connection, r: &Link, item: &[u8; 16]) -> Result<()> {
    let Counts { class, until } = r.good_until;
    let class = class.number();
    let row = params![r.edition, r.clause, r.scope, r.item_kind, r.link, item, r.weight, class, until];
    db.prepare_cached(PUT_LINK)?.execute(row)?;
    grow(db, r)
}

/// Adds a row to its cell.
fn grow(db: &Connection, r: &Link) -> Result<()> {
    if r.good_until.class == Class::Gone {
        return Ok(());
    }
    let [full, part, help, open] = r.weight.counts();
    let [full_until, open_until] = r.weight.reaches(r.good_until.until);
    let class = r.good_until.class.number();
    db.prepare_cached(&format!(
        "{PUT_CELL} ON CONFLICT DO UPDATE SET full_items = full_items + ?6, part_items = part_items + ?7,
             help_items = help_items + ?8, open_items = open_items + ?9, full_until = max(full_until, ?10),
             open_until = max(open_until, ?11)"
    ))?
    .execute(params![
        r.edition,
        r.clause,
        r.scope,
        r.item_kind,
        class,
        full,
        part,
        help,
        open,
        full_until,
        open_until
    ])?;
    Ok(())
}
