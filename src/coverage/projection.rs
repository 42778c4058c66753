//! Coverage as rows. It listens to documents, records and mappings; each change touches only the cells of the
//! clauses concerned.

use rusqlite::{CachedStatement, Connection, OptionalExtension, params};

use crate::day::{Day, Due};
use crate::documents::{self, DocumentEvent};
use crate::error::Result;
use crate::ids::{DocumentId, RevisionId, ScopeItemId};
use crate::mapping::{ItemId, MappingEvent, Strength};
use crate::records::{self, RecordEvent};

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/coverage.sql");

/// "Everywhere": evidence that belongs to no scope item in particular.
pub(super) const EVERYWHERE: &[u8] = b"";

/// A document changed; its mappings may count for more or less.
pub fn on_document(db: &Connection, event: &DocumentEvent) -> Result<()> {
    match event {
        DocumentEvent::RevisionFiled { document, .. } => {
            // Before its first file, a document that only a list knows counts for nothing.
            db.prepare_cached("INSERT OR IGNORE INTO coverage_item (item, in_force, good_until) VALUES (?1, 0, ?2)")?
                .execute(params![document, Day::MAX])?;
            let rows = take_links(db, document.0.as_bytes())?;
            if rows.is_empty() { add_links_of(db, *document) } else { put_links(db, &rows, document.0.as_bytes()) }
        }
        DocumentEvent::MadeEffective { document, .. } => {
            change(db, *document, "UPDATE coverage_item SET in_force = 1 WHERE item = ?1", None)
        }
        DocumentEvent::NextReviewSet { document, due } => {
            let until = due.map_or(Day::MAX, Due::counts_until);
            change(db, *document, "UPDATE coverage_item SET good_until = ?2 WHERE item = ?1", Some(until))
        }
        DocumentEvent::RevisionRetired { revision, .. } => retired(db, *revision),
        DocumentEvent::Withdrawn { document, .. } => {
            take_links(db, document.0.as_bytes())?;
            db.prepare_cached("DELETE FROM coverage_item WHERE item = ?1")?.execute([document])?;
            Ok(())
        }
        DocumentEvent::RevisionTakenBack { document, .. } => revision_taken_back(db, *document),
        DocumentEvent::TakenBack { document } => forget(db, document.0.as_bytes()),
        DocumentEvent::Registered { .. } | DocumentEvent::FilesAttached { .. } | DocumentEvent::Approved { .. } => {
            Ok(())
        }
    }
}

/// A record was filed; it counts from then on.
pub fn on_record(db: &Connection, event: &RecordEvent) -> Result<()> {
    let (id, valid_until) = match event {
        RecordEvent::Filed { id, valid_until, .. } => (id, valid_until),
        RecordEvent::TakenBack { id } => return forget(db, id.0.as_bytes()),
    };
    db.prepare_cached("INSERT INTO coverage_item (item, in_force, good_until) VALUES (?1, 1, ?2)")?
        .execute(params![id, valid_until.unwrap_or(Day::MAX)])?;
    Ok(())
}

/// A mapping was made or taken back.
pub fn on_mapping(db: &Connection, event: &MappingEvent) -> Result<()> {
    match event {
        MappingEvent::Linked { id, item, reference, strength, scope, .. } => {
            let Some(until) = counts_until(db, *item)? else { return Ok(()) };
            let edition = reference.edition_id().to_string();
            for scope in scopes(db, *item, scope)? {
                put(
                    db,
                    &Link {
                        edition: edition.clone(),
                        clause: reference.clause.clone(),
                        scope,
                        item_kind: item.kind(),
                        strength: *strength,
                        good_until: until,
                        link: id.0.into_bytes(),
                    },
                    item.uuid().as_bytes(),
                )?;
            }
            Ok(())
        }
        MappingEvent::Unlinked { id, .. } => {
            // The mapping's own row is gone already; ours still knows the item.
            let item: Option<[u8; 16]> = db
                .prepare_cached("SELECT item FROM coverage_link WHERE link = ?1 LIMIT 1")?
                .query_row([id], |r| r.get(0))
                .optional()?;
            let Some(item) = item else { return Ok(()) };
            let mut rows = take_links(db, &item)?;
            rows.retain(|row| row.link != id.0.into_bytes());
            put_links(db, &rows, &item)
        }
        MappingEvent::ProposalDeclined { .. } | MappingEvent::ProposalReopened { .. } => Ok(()),
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

fn day_number(day: Day) -> i64 {
    day.days_since(Day::MIN).max(1)
}

/// Until when an item counts: a day number, 0 while it is not in force, nothing when it counts for nothing.
fn counts_until(db: &Connection, item: ItemId) -> Result<Option<i64>> {
    let row: Option<(bool, Day)> = db
        .prepare_cached("SELECT in_force, good_until FROM coverage_item WHERE item = ?1")?
        .query_row([item.uuid().as_bytes()], |r| Ok((r.get(0)?, r.get(1)?)))
        .optional()?;
    Ok(row.map(|(in_force, until)| if in_force { day_number(until) } else { 0 }))
}

/// The scopes under which a mapping counts: its own, else its item's, else everywhere. What belongs to the
/// whole organisation counts everywhere too.
fn scopes(db: &Connection, item: ItemId, own: &[ScopeItemId]) -> Result<Vec<Vec<u8>>> {
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

fn change(db: &Connection, document: DocumentId, sql: &str, day: Option<Day>) -> Result<()> {
    let mut update = db.prepare_cached(sql)?;
    match day {
        Some(day) => update.execute(params![document, day])?,
        None => update.execute([document])?,
    };
    let Some(until) = counts_until(db, ItemId::Document(document))? else { return Ok(()) };
    let mut rows = take_links(db, document.0.as_bytes())?;
    for row in &mut rows {
        row.good_until = until;
    }
    put_links(db, &rows, document.0.as_bytes())
}

/// A revision that was never in force here leaves a document with nothing else as a draft; that needs no change.
fn retired(db: &Connection, revision: RevisionId) -> Result<()> {
    let document: Option<DocumentId> = db
        .prepare_cached("SELECT document FROM revision WHERE id = ?1")?
        .query_row([revision], |r| r.get(0))
        .optional()?;
    let Some(document) = document else { return Ok(()) };
    let in_force: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM revision WHERE document = ?1 AND state = 'effective')")?
        .query_row([document], |r| r.get(0))?;
    if in_force { Ok(()) } else { change(db, document, "UPDATE coverage_item SET in_force = 0 WHERE item = ?1", None) }
}

/// Without any revision left, a document counts for nothing again.
fn revision_taken_back(db: &Connection, document: DocumentId) -> Result<()> {
    let any: bool = db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM revision WHERE document = ?1)")?
        .query_row([document], |r| r.get(0))?;
    if any { Ok(()) } else { forget(db, document.0.as_bytes()) }
}

fn forget(db: &Connection, item: &[u8; 16]) -> Result<()> {
    take_links(db, item)?;
    db.prepare_cached("DELETE FROM coverage_item WHERE item = ?1")?.execute([item])?;
    Ok(())
}

/// Mappings that were made before the document had its first file start to count.
fn add_links_of(db: &Connection, document: DocumentId) -> Result<()> {
    let item = ItemId::Document(document);
    let Some(until) = counts_until(db, item)? else { return Ok(()) };
    for link in crate::mapping::of_item(db, item)? {
        for scope in scopes(db, item, &link.scope)? {
            put(
                db,
                &Link {
                    edition: link.reference.edition_id().to_string(),
                    clause: link.reference.clause.clone(),
                    scope,
                    item_kind: item.kind(),
                    strength: link.strength,
                    good_until: until,
                    link: link.id.0.into_bytes(),
                },
                document.0.as_bytes(),
            )?;
        }
    }
    Ok(())
}

/// Takes an item's rows out, and out of their cells.
fn take_links(db: &Connection, item: &[u8; 16]) -> Result<Vec<Link>> {
    let rows = db
        .prepare_cached(
            "SELECT edition, clause, scope, item_kind, strength, good_until, link FROM coverage_link WHERE item = ?1",
        )?
        .query_map([item], |r| {
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
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut delete = db.prepare_cached(
        "DELETE FROM coverage_link WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4
         AND strength = ?5 AND good_until = ?6 AND link = ?7",
    )?;
    // The best end of validity is looked up again: what is taken out may have been the best.
    let mut shrink = db.prepare_cached(
        "UPDATE coverage_cell SET full_items = full_items - ?5, part_items = part_items - ?6,
             help_items = help_items - ?7,
             full_until = coalesce((SELECT max(good_until) FROM coverage_link l
                 WHERE l.edition = ?1 AND l.clause = ?2 AND l.scope = ?3 AND l.item_kind = ?4 AND l.strength = 0), 0)
         WHERE edition = ?1 AND clause = ?2 AND scope = ?3 AND item_kind = ?4",
    )?;
    for r in &rows {
        delete.execute(params![r.edition, r.clause, r.scope, r.item_kind, r.strength, r.good_until, r.link])?;
        let [full, part, help] = counts(r.strength);
        shrink.execute(params![r.edition, r.clause, r.scope, r.item_kind, full, part, help])?;
    }
    db.prepare_cached(
        "DELETE FROM coverage_cell WHERE edition = ?1 AND clause = ?2 AND full_items + part_items + help_items = 0",
    )
    .and_then(|mut empty| rows.iter().try_for_each(|r| empty.execute(params![r.edition, r.clause]).map(|_| ())))?;
    Ok(rows)
}

fn put_links(db: &Connection, rows: &[Link], item: &[u8; 16]) -> Result<()> {
    rows.iter().try_for_each(|row| put(db, row, item))
}

fn put(db: &Connection, r: &Link, item: &[u8; 16]) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO coverage_link (edition, clause, scope, item_kind, strength, good_until, link, item)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![r.edition, r.clause, r.scope, r.item_kind, r.strength, r.good_until, r.link, item])?;
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

fn counts(strength: Strength) -> [i64; 3] {
    match strength {
        Strength::Full => [1, 0, 0],
        Strength::Partial => [0, 1, 0],
        Strength::Supporting => [0, 0, 1],
    }
}

/// The number under which a day stands in `full_until`.
pub(super) fn number_of(day: Day) -> i64 {
    day_number(day)
}
