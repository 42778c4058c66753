//! People as rows.

use rusqlite::{Connection, params};

use super::events::PersonEvent;
use crate::error::Result;
use crate::named::Said;
use crate::text::fold;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/people.sql");

/// Applies one event.
pub fn apply(db: &Connection, event: &PersonEvent) -> Result<()> {
    match event {
        PersonEvent::Enrolled { id, name, email, role, key } => {
            db.prepare_cached(
                "INSERT INTO person (id, name, email, email_fold, role, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![id, name, email, fold(email), role, key])?;
        }
        PersonEvent::Corrected { id, correction } => {
            for change in &correction.changes {
                let sql = match change.field.as_str() {
                    "name" => "UPDATE person SET name = ?2 WHERE id = ?1",
                    "role" => "UPDATE person SET role = ?2 WHERE id = ?1",
                    _ => continue,
                };
                if let Said::Text(text) = &change.after {
                    db.prepare_cached(sql)?.execute(params![id, text])?;
                }
            }
        }
        PersonEvent::Left { id, on, .. } => {
            db.prepare_cached("UPDATE person SET left_on = ?2 WHERE id = ?1")?.execute(params![id, on])?;
        }
        PersonEvent::Returned { id, role } => {
            db.prepare_cached("UPDATE person SET left_on = NULL, role = ?2 WHERE id = ?1")?
                .execute(params![id, role])?;
        }
        PersonEvent::AuthorRuleSet { allowed, .. } => {
            db.prepare_cached("INSERT OR REPLACE INTO people_rule (rule, allowed) VALUES ('author_approves', ?1)")?
                .execute([allowed])?;
        }
    }
    Ok(())
}
