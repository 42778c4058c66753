//! Questions and lists as rows.

use rusqlite::{Connection, params};

use super::events::{QuestionEvent, RowRead};
use super::kinds::List;
use super::model::Asking;
use crate::error::Result;
use crate::ids::QuestionId;
use crate::ledger::Stamp;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/questions.sql");

/// Applies one event.
pub fn apply(db: &Connection, stamp: &Stamp, event: &QuestionEvent) -> Result<()> {
    match event {
        QuestionEvent::Asked { id, asking } => asked(db, stamp, *id, asking),
        QuestionEvent::Settled { question, answer, reason, .. } => {
            db.prepare_cached(
                "UPDATE question SET state = 'settled', answer = ?2, settled_by = ?3, settled_on = ?4, reason = ?5
                 WHERE id = ?1",
            )?
            .execute(params![question, serde_json::to_string(answer)?, stamp.actor, stamp.day, reason])?;
            Ok(())
        }
        QuestionEvent::Reopened { question } => {
            db.prepare_cached(
                "UPDATE question SET state = 'open', answer = NULL, settled_by = NULL, settled_on = NULL, reason = ''
                 WHERE id = ?1",
            )?
            .execute([question])?;
            Ok(())
        }
        QuestionEvent::SetAside { question, aside } => {
            db.prepare_cached("UPDATE question SET aside = ?2 WHERE id = ?1")?.execute(params![question, aside])?;
            Ok(())
        }
        QuestionEvent::Closed { question } => {
            db.prepare_cached("UPDATE question SET state = 'closed' WHERE id = ?1")?.execute([question])?;
            Ok(())
        }
        QuestionEvent::ListRead { list, name, rows } => {
            rows.iter().try_for_each(|row| list_read(db, stamp, *list, name, row))
        }
        QuestionEvent::ColumnsRead(read) => super::columns::apply(db, stamp, read),
    }
}

fn asked(db: &Connection, stamp: &Stamp, id: QuestionId, asking: &Asking) -> Result<()> {
    let item = asking.about.item();
    let path = if let super::model::About::Path(path) = &asking.about { Some(path) } else { None };
    db.prepare_cached(
        "INSERT INTO question (id, seq, asked, kind, follows, due, item_kind, item, path, alike, key, asking, state,
             aside, reason, overtaken)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'open', 0, '', 0)",
    )?
    .execute(params![
        id,
        stamp.seq,
        stamp.day,
        asking.matter.kind(),
        asking.consequence(),
        asking.earliest(),
        item.map(crate::items::ItemId::kind),
        item.map(|item| item.uuid().into_bytes()),
        path,
        asking.alike(),
        asking.key(),
        serde_json::to_string(asking)?,
    ])?;
    Ok(())
}

fn list_read(db: &Connection, stamp: &Stamp, list: List, name: &str, read: &RowRead) -> Result<()> {
    let Some(said) = &read.said else {
        db.prepare_cached("DELETE FROM listed WHERE list = ?1 AND item = ?2")?
            .execute(params![list, read.item.uuid().as_bytes()])?;
        return Ok(());
    };
    db.prepare_cached(
        "INSERT OR REPLACE INTO listed (list, item_kind, item, seq, name, row, said)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        list,
        read.item.kind(),
        read.item.uuid().as_bytes(),
        stamp.seq,
        name,
        read.row.unwrap_or_default(),
        serde_json::to_string(said)?
    ])?;
    Ok(())
}
