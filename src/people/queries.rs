//! Questions about people.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;

use super::model::Role;
use crate::error::Result;
use crate::ids::PersonId;
use crate::text::fold;

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// Name or role title.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// What the person does.
    pub role: Role,
    /// OpenSSH public key line.
    pub key: Option<String>,
}

const SELECT: &str = "SELECT id, name, email, role, key FROM person";

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        name: row.get("name")?,
        email: row.get("email")?,
        role: row.get("role")?,
        key: row.get("key")?,
    })
}

/// The person with that address.
pub fn by_email(db: &Connection, email: &str) -> Result<Option<Person>> {
    let sql = format!("{SELECT} WHERE email_fold = ?1");
    Ok(db.prepare_cached(&sql)?.query_row([fold(email)], read).optional()?)
}

/// Everyone, by name.
pub fn list(db: &Connection) -> Result<Vec<Person>> {
    let sql = format!("{SELECT} ORDER BY name, email");
    Ok(db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}
