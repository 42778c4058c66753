//! What a workspace consists of: a database that holds plain tables and the ledger's own triggers, folders that are folders,
//! tables that name no file the ledger does not know.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension};

use super::report::Report;
use crate::disk::{self, Made, Schema, Stands, made};
use crate::error::Result;

/// The ledger's tables and their triggers, as the format describes them.
const LEDGER: &str = include_str!("../../schema/ledger.sql");
/// An earlier form, which is brought up when the workspace is opened.
const LEDGER_1: &str = include_str!("../../schema/ledger-1.sql");
/// What the database says of itself: whose it is, and which form its ledger has.
const APPLICATION: i64 = 0x636c_626b;
const FORMS: [i64; 2] = [1, 2];
const WORKSPACE: &str = "CREATE TABLE workspace (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID";

/// The workspace's identity; none where the table that holds it is not the plain one.
pub(super) fn identity(db: &Connection) -> Result<Option<String>> {
    let _view = db.unchecked_transaction()?;
    let named: Vec<Made> = made(db)?.into_iter().filter(|made| made.name == "workspace").collect();
    if !matches!(&named[..], [table] if table.kind == "table" && table.page > 0 && is_plain(table)) {
        return Ok(None);
    }
    Ok(db.query_row("SELECT value FROM workspace WHERE key = 'id'", [], |r| r.get(0)).optional().unwrap_or_default())
}

/// The database as such; whether it can be asked anything.
pub(super) fn database(db: &Connection, report: &mut Report) -> Result<bool> {
    let found = made(db)?;
    let form: i64 = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let application: i64 = db.pragma_query_value(None, "application_id", |r| r.get(0))?;
    if application != APPLICATION || !FORMS.contains(&form) {
        let what = format!("The database does not say that it is a workspace's: {application:#x}, form {form}");
        report.find("database_damaged", "clausebook.db", what);
    }
    let described = {
        let db = Connection::open_in_memory()?;
        db.execute_batch(if form == 1 { LEDGER_1 } else { LEDGER })?;
        db.execute_batch(WORKSPACE)?;
        Schema::of(&db)?
    };
    let held = |made: &Made| ["checkpoint", "entry", "node", "workspace"].contains(&made.table.as_str());
    let runs = |made: &Made| made.page == 0;
    let plain = found.iter().all(|made| made.page > 0 || described.holds(made)) && found.iter().all(is_plain);
    let about: Vec<Made> = found.into_iter().filter(|made| held(made) || runs(made)).collect();
    let foreign = described.differences(&about);
    for name in &foreign {
        let shown: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
        let kind = about.iter().find(|made| made.name == *name).map_or("part", |made| made.kind.as_str());
        report.find(
            "schema_foreign",
            shown.clone(),
            format!("The database's {kind} “{shown}” is not as this program makes it; nothing of it was run"),
        );
    }
    // A trigger or a view runs only with a change or when it is asked; what is computed in a table runs when it is read.
    let tables = |made: &&Made| made.kind != "trigger" && made.kind != "view" && held(made);
    if about.iter().filter(tables).any(|made| !described.holds(made)) || !complete(&described, &about) {
        return Ok(false);
    }
    // A computed column of another table would be computed for this.
    let all = if plain { vec![None] } else { described.iter().filter(|m| m.kind == "table").map(Some).collect() };
    db.pragma_update(None, "ignore_check_constraints", true)?;
    let quick = all.into_iter().map(|table| {
        table.map_or("PRAGMA quick_check(1)".into(), |made: &Made| format!("PRAGMA quick_check({})", made.name))
    });
    // Whether the indexes of the others lead to their rows is seen where those are compared.
    let held = described.iter().filter(|made| made.kind == "table");
    let whole = held.map(|made| format!("PRAGMA integrity_check({})", made.name));
    for sql in quick.chain(whole) {
        let sound: String = db.query_row(&sql, [], |r| r.get(0))?;
        if sound != "ok" {
            report.find("database_damaged", "clausebook.db", format!("The database is damaged: {sound}"));
        }
    }
    Ok(true)
}

/// Whether every table of the ledger is there, once.
fn complete(described: &Schema, about: &[Made]) -> bool {
    let mut tables = described.iter().filter(|made| made.kind == "table");
    tables.all(|table| about.iter().filter(|made| made.name == table.name).count() == 1)
}

/// The folders: a link is none.
pub(super) fn folder(folder: &Path, report: &mut Report) {
    for (part, expected) in [
        ("objects", Stands::Folder),
        ("tmp", Stands::Folder),
        ("quarantine", Stands::Folder),
        ("text.db", Stands::File),
    ] {
        match disk::stands(&folder.join(part)) {
            Ok(found) if found == expected || found == Stands::Nothing => {}
            Ok(_) => {
                let what = if expected == Stands::File { "file" } else { "folder" };
                report.find("part_foreign", part, format!("“{part}” is no plain {what}; it was not followed"));
            }
            Err(e) => report.find("part_foreign", part, format!("“{part}” cannot be read: {e}")),
        }
    }
}

/// A file that only a table knows was never filed.
pub(super) fn tables(db: &Connection, files: &BTreeMap<String, (u64, u64)>, report: &mut Report) -> Result<()> {
    let found = made(db)?;
    for table in ["revision_file", "record_file"] {
        // One that is not the plain table it should be is found where all of them are compared.
        let plain = |made: &Made| made.name == table && made.kind == "table" && made.page > 0 && is_plain(made);
        if !found.iter().any(plain) {
            report.find("table_differs", table, format!("There is no plain table “{table}”"));
            continue;
        }
        let mut statement = db.prepare(&format!("SELECT DISTINCT digest, name FROM {table}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let digest = hex::encode(row.get_ref(0)?.as_blob().unwrap_or_default());
            if !files.contains_key(&digest) {
                let name = String::from_utf8_lossy(row.get_ref(1)?.as_bytes().unwrap_or_default()).into_owned();
                report.find(
                    "table_differs",
                    table,
                    format!("A table names “{name}”, the ledger does not: the tables have to be filled again"),
                );
            }
        }
    }
    Ok(())
}

/// Whether reading a table computes nothing.
fn is_plain(made: &Made) -> bool {
    let words: Vec<String> = made.words().split(' ').map(str::to_ascii_uppercase).collect();
    !words.iter().any(|word| word == "AS" || word == "GENERATED")
}
