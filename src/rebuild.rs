//! The one place that knows every kind of event. Normal work, rebuild and as-of views all come through
//! [`apply`], so there is one meaning of an event and no second way to a table.

use std::path::Path;

use rusqlite::Connection;
use serde::Deserialize;

use crate::error::{Error, Result};
use crate::ledger::Stamp;
use crate::workspace::{Projector, Workspace, newer_workspace};
use crate::{audits, coverage, documents, mapping, packs, people, records, reviews, systems};

/// Goes up whenever a table or the meaning of an event's projection changes.
const VERSION: i64 = 3;

/// Every room's tables; a later room may read the tables of an earlier one.
const SCHEMAS: [&str; 9] = [
    people::SCHEMA,
    systems::SCHEMA,
    documents::SCHEMA,
    records::SCHEMA,
    mapping::SCHEMA,
    reviews::SCHEMA,
    coverage::SCHEMA,
    audits::SCHEMA,
    packs::SCHEMA,
];

/// How events become rows.
pub const PROJECTOR: Projector = Projector { version: VERSION, create, index, drop, apply };

/// Makes a new workspace.
pub fn create_workspace(root: &Path, config: &Path) -> Result<Workspace> {
    Workspace::create(root, config, PROJECTOR)
}

/// Opens a workspace.
pub fn open_workspace(root: &Path, config: &Path) -> Result<Workspace> {
    Workspace::open(root, config, PROJECTOR)
}

fn parts(schema: &'static str) -> (&'static str, &'static str) {
    schema.split_once("-- indexes").unwrap_or((schema, ""))
}

fn create(db: &Connection) -> Result<()> {
    SCHEMAS.iter().try_for_each(|schema| Ok(db.execute_batch(parts(schema).0)?))
}

fn index(db: &Connection) -> Result<()> {
    SCHEMAS.iter().try_for_each(|schema| Ok(db.execute_batch(parts(schema).1)?))
}

/// Every table that is not the ledger's or the workspace's own is a projection.
fn drop(db: &Connection) -> Result<()> {
    for table in tables(db)? {
        db.execute_batch(&format!("DROP TABLE \"{table}\""))?;
    }
    Ok(())
}

/// The names of all projected tables, for dropping them and for comparing two workspaces.
pub fn tables(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT IN ('entry', 'node', 'checkpoint', 'workspace') ORDER BY name",
    )?;
    Ok(statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Applies one event, given as the JSON that stands in the ledger.
fn apply(db: &Connection, stamp: &Stamp, event: &str) -> Result<()> {
    match room(event) {
        "person" => people::apply(db, &read(event)?),
        "system" => systems::apply(db, stamp, &read(event)?),
        "document" => {
            let event = read(event)?;
            documents::apply(db, stamp, &event)?;
            coverage::on_document(db, &event)
        }
        "record" => {
            let event = read(event)?;
            records::apply(db, stamp, &event)?;
            coverage::on_record(db, &event)
        }
        "mapping" => {
            let event = read(event)?;
            mapping::apply(db, stamp, &event)?;
            coverage::on_mapping(db, &event)
        }
        "review" => reviews::apply(db, stamp, &read(event)?),
        "audit" => audits::apply(db, stamp, &read(event)?),
        "pack" => packs::apply(db, stamp, &read(event)?),
        _ => Err(newer_workspace()),
    }
}

/// The room an event belongs to: what stands before the dot of its kind, which is always the first key.
fn room(event: &str) -> &str {
    event.strip_prefix("{\"kind\":\"").and_then(|rest| rest.split_once('.')).map_or("", |(room, _)| room)
}

fn read<'a, E: Deserialize<'a>>(event: &'a str) -> Result<E> {
    serde_json::from_str(event).map_err(|cause| {
        // A kind or form that this version does not know was written by a later one.
        let later = cause.is_data();
        let refusal = if later { newer_workspace() } else { Error::internal("an entry of the ledger is not JSON") };
        refusal.caused_by(cause)
    })
}
