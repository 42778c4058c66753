//! Open points as rows: between which mappings each fired, and how it stands.

use rusqlite::{Connection, params};

use super::events::PointEvent;
use super::model::{Opened, SettledBy};
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::ItemId;
use crate::ledger::Stamp;
use crate::standards::ClauseRef;

/// A mapping was made, and these points opened with it.
pub(in super::super) fn linked(db: &Connection, stamp: &Stamp, item: ItemId, points: &[Opened]) -> Result<()> {
    if points.is_empty() {
        return Ok(());
    }
    let mut pair = db.prepare_cached(
        "INSERT OR IGNORE INTO point_pair (item, point, edition, clause, source, wanted)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6
         WHERE EXISTS (SELECT 1 FROM link WHERE id = ?5) AND EXISTS (SELECT 1 FROM link WHERE id = ?6)",
    )?;
    // One that is open already, between other mappings, has been so since then.
    let mut open = db.prepare_cached(
        "INSERT INTO point (item, point, edition, clause, item_kind, place, live, seq, since, owner)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, '')
         ON CONFLICT DO UPDATE SET live = 1, seq = ?7, since = ?8 WHERE live = 0",
    )?;
    let uuid = item.uuid();
    for Opened { id, at, from, to, since } in points {
        let edition = at.edition_id().to_string();
        // Nothing stands open between mappings one of which is not there.
        if pair.execute(params![uuid.as_bytes(), id, edition, at.clause, from, to])? == 0 {
            continue;
        }
        open.execute(params![
            uuid.as_bytes(),
            id,
            edition,
            at.clause,
            item.kind(),
            place(at, id),
            stamp.seq,
            since.unwrap_or(stamp.day)
        ])?;
    }
    Ok(())
}

/// A mapping was taken back, or satisfies nothing any more: what opened with it or at it is gone, unless it opened between
/// other mappings, too.
pub(in super::super) fn unlinked(db: &Connection, item: ItemId, link: LinkId) -> Result<()> {
    let gone = db
        .prepare_cached("DELETE FROM point_pair WHERE item = ?1 AND (source = ?2 OR wanted = ?2)")?
        .execute(params![item.uuid().as_bytes(), link])?;
    if gone > 0 { settle_down(db, item) } else { Ok(()) }
}

/// A mapping says something else about its strength: it opens what it opens now.
pub(in super::super) fn corrected(
    db: &Connection,
    stamp: &Stamp,
    item: ItemId,
    link: LinkId,
    supports: bool,
    points: &[Opened],
) -> Result<()> {
    if supports {
        unlinked(db, item, link)?;
    }
    linked(db, stamp, item, points)
}

/// Applies one event.
pub(super) fn apply(db: &Connection, stamp: &Stamp, event: &PointEvent) -> Result<()> {
    let (set, by, reason) = match event {
        PointEvent::Opened { item, points, .. } => return linked(db, stamp, *item, points),
        PointEvent::Closed { item, points } => return closed(db, *item, points),
        PointEvent::Left { item, point, at, reason, what } => {
            db.prepare_cached(
                "INSERT OR REPLACE INTO point_left (item, point, edition, clause, reason, what)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                item.uuid().as_bytes(),
                point,
                at.edition_id().to_string(),
                at.clause,
                reason,
                what
            ])?;
            return Ok(());
        }
        PointEvent::LeftNoLonger { item, point, at } => {
            db.prepare_cached(
                "DELETE FROM point_left WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4",
            )?
            .execute(params![item.uuid().as_bytes(), point, at.edition_id().to_string(), at.clause])?;
            return Ok(());
        }
        PointEvent::Assigned { item, point, at, owner, due } => {
            db.prepare_cached(
                "UPDATE point SET owner = ?5, due = ?6 WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4",
            )?
            .execute(params![
                item.uuid().as_bytes(),
                point,
                at.edition_id().to_string(),
                at.clause,
                owner,
                due
            ])?;
            return settle_down(db, *item);
        }
        PointEvent::Settled { by, reason, .. } => (true, Some(by), Some(reason)),
        // Nobody said that what settled it is wrong: it counts at fewer places, and is named where the point is asked again.
        PointEvent::Reopened { item, point, at, reason } if reason.is_empty() => {
            db.prepare_cached(
                "UPDATE point SET outgrown_on = settled_on, settled_on = NULL
                 WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4 AND settled_on IS NOT NULL",
            )?
            .execute(params![item.uuid().as_bytes(), point, at.edition_id().to_string(), at.clause])?;
            return settle_down(db, *item);
        }
        PointEvent::Reopened { .. } => (false, None, None),
    };
    let Some((point, at)) = event.point() else { return Ok(()) };
    let (evidence, reason) = match by {
        Some(SettledBy::Evidence(evidence)) => (Some(*evidence), reason),
        Some(SettledBy::Statement(statement)) => (None, Some(statement)),
        None => (None, None),
    };
    db.prepare_cached(
        "UPDATE point SET evidence_kind = ?5, evidence = ?6, reason = ?7, settled_by = ?8, settled_on = ?9, outgrown_on = NULL
         WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4",
    )?
    .execute(params![
        event.item().uuid().as_bytes(),
        point,
        at.edition_id().to_string(),
        at.clause,
        evidence.map(ItemId::kind),
        evidence.map(|item| item.uuid().into_bytes()),
        reason,
        set.then_some(&stamp.actor),
        set.then_some(stamp.day),
    ])?;
    settle_down(db, event.item())
}

fn closed(db: &Connection, item: ItemId, points: &[Opened]) -> Result<()> {
    let mut delete = db.prepare_cached(
        "DELETE FROM point_pair WHERE item = ?1 AND point = ?2 AND edition = ?3 AND clause = ?4 AND source = ?5
         AND wanted = ?6",
    )?;
    for Opened { id, at, from, to, .. } in points {
        delete.execute(params![item.uuid().as_bytes(), id, at.edition_id().to_string(), at.clause, from, to])?;
    }
    settle_down(db, item)
}

/// Lets the points of an item rest between whose mappings nothing fired any more. What was decided about one is kept for
/// the day on which it opens again.
fn settle_down(db: &Connection, item: ItemId) -> Result<()> {
    let item = item.uuid().into_bytes();
    db.prepare_cached(
        "UPDATE point SET live = 0 WHERE item = ?1 AND live = 1 AND NOT EXISTS (SELECT 1 FROM point_pair q
         WHERE q.item = ?1 AND q.point = point.point AND q.edition = point.edition AND q.clause = point.clause)",
    )?
    .execute([item])?;
    db.prepare_cached(
        "DELETE FROM point WHERE item = ?1 AND live = 0 AND settled_on IS NULL AND owner = '' AND due IS NULL",
    )?
    .execute([item])?;
    Ok(())
}

/// Where a point stands in a list: by edition, then as the standard numbers itself.
fn place(at: &ClauseRef, id: &str) -> String {
    let mut place = format!("{} ", at.edition_id());
    for part in at.clause.split('.') {
        place += &format!("{part:0>3}.");
    }
    place + " " + id
}
