//! People as rows.

use rusqlite::{Connection, params};

use super::events::PersonEvent;
use crate::error::Result;
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
    }
    Ok(())
}
