//! Whether a database is made of what this program makes, asked before anything of it runs: a trigger, a view or a computed
//! column that came with a folder would run with the first statement.

use std::sync::LazyLock;

use rusqlite::Connection;

use super::refusals;
use super::tx::Projector;
use crate::disk::{Made, Schema};
use crate::error::{Error, Result};
use crate::ledger;

/// The form of `schema/ledger.sql`; goes up only when that file changes.
pub(super) const FORMAT: i64 = 2;

/// The table of what is known of the workspace besides the ledger.
const WORKSPACE: &str = "CREATE TABLE workspace (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID";

/// The tables that no rebuild makes.
pub const KEPT: [&str; 4] = ["checkpoint", "entry", "node", "workspace"];

/// Creates the tables that no rebuild makes.
pub fn create_kept(db: &Connection) -> Result<()> {
    ledger::create(db)?;
    Ok(db.execute_batch(WORKSPACE)?)
}

/// What the kept tables are made of, by the form of the ledger.
static FORMS: LazyLock<Vec<Schema>> = LazyLock::new(|| {
    let form = |create: &dyn Fn(&Connection) -> Result<()>| {
        let db = Connection::open_in_memory()?;
        create(&db)?;
        Schema::of(&db)
    };
    let first = |db: &Connection| {
        ledger::create_1(db)?;
        Ok(db.execute_batch(WORKSPACE)?)
    };
    // Made from this program's own text; where that failed, nothing would be opened.
    [form(&first), form(&create_kept)].into_iter().map(Result::unwrap_or_default).collect()
});

/// What the kept tables are made of in the form of that number.
pub(super) fn kept(form: i64) -> &'static Schema {
    usize::try_from(form - 1).ok().and_then(|n| FORMS.get(n)).unwrap_or(&FORMS[FORMS.len() - 1])
}

/// Whether the tables that no rebuild makes are there as this program makes them.
pub(super) fn is_kept(found: &[Made]) -> bool {
    let mut tables = kept(FORMAT).iter().filter(|made| made.kind == "table");
    tables.all(|table| found.iter().any(|made| made.name == table.name && kept(FORMAT).holds(made)))
}

/// Refuses a database whose part about the workspace itself is made otherwise: without it nothing more can be asked.
pub(super) fn check_first(found: &[Made], form: i64) -> Result<()> {
    let own = kept(form).part(|table| table == "workspace");
    let about: Vec<Made> = found.iter().filter(|m| own.get(&m.name).is_some()).cloned().collect();
    refuse(own.differences(&about))
}

/// Refuses a database that is made of anything else than this program makes. One that an earlier program wrote has other
/// tables, which are made anew; what belongs to the ledger it has in this form, and nothing that could run.
pub(super) fn check(found: &[Made], form: i64, projector: Projector, current: bool) -> Result<()> {
    if current {
        return refuse((projector.schema)()?.differences(found));
    }
    let own = kept(form);
    let held: Vec<Made> = found.iter().filter(|m| !earlier_table(m)).cloned().collect();
    refuse(own.differences(&held))
}

/// Whether it is a table or an index that an earlier program may have made of the ledger.
fn earlier_table(made: &Made) -> bool {
    made.page > 0 && ["table", "index"].contains(&made.kind.as_str()) && !KEPT.contains(&made.table.as_str())
}

fn refuse(names: Vec<String>) -> Result<()> {
    if names.is_empty() { Ok(()) } else { Err(foreign(&names)) }
}

/// So many are named.
const NAMED: usize = 8;

fn foreign(names: &[String]) -> Error {
    let mut shown: Vec<String> = names.iter().take(NAMED).map(|name| plain(name)).collect();
    if names.len() > NAMED {
        shown.push(format!("+{}", names.len() - NAMED));
    }
    refusals::workspace_schema_foreign(shown.join(", "))
}

/// A name as it can be shown: it may hold whatever somebody wrote into it.
fn plain(name: &str) -> String {
    let shown: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    if shown.trim().is_empty() { String::from("?") } else { shown }
}
