//! The one place that knows every kind of event. Normal work, rebuild and as-of views all come through
//! [`Event`], so there is one meaning of an event and no second way to a table.

mod compare;
mod differing;
mod event;
mod packpages;

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use rusqlite::Connection;

use crate::contained::Work;
use crate::day::Day;
use crate::disk::{self, Schema};
use crate::error::Result;
use crate::items::ItemId;
use crate::workspace::{self, KEPT, Projector, Tell, Workspace};
use crate::{
    applicability, approval, audits, certificates, coverage, documents, mapping, packs, parties, people, questions,
    records, requirements, reviews, rules, soa, statements, systems,
};

pub use compare::{Compared, Difference, How};
pub use event::read;
pub use packpages::{PagesSaid, ask_pages, pages_said};

/// Goes up whenever a table or the meaning of an event's projection changes.
pub const VERSION: i64 = 57;

/// The tables of all rooms; a later room may read the tables of an earlier one.
const SCHEMAS: [&str; 22] = [
    workspace::STANDING,
    workspace::HISTORY,
    workspace::BATCHES,
    workspace::MACHINES,
    people::SCHEMA,
    rules::SCHEMA,
    systems::SCHEMA,
    applicability::SCHEMA,
    parties::SCHEMA,
    requirements::SCHEMA,
    certificates::SCHEMA,
    documents::SCHEMA,
    records::SCHEMA,
    statements::SCHEMA,
    approval::SCHEMA,
    soa::SCHEMA,
    mapping::SCHEMA,
    reviews::SCHEMA,
    coverage::SCHEMA,
    audits::SCHEMA,
    packs::SCHEMA,
    questions::SCHEMA,
];

/// How events become rows.
pub const PROJECTOR: Projector = Projector { version: VERSION, create, read, finish, renew, look, schema };

/// Makes the pages of a pack again and compares them, where a stranger's pack can do no harm.
pub const PACK_PAGES: Work = Work { name: "pack pages", run: |question| packpages::answer_pages(question, PROJECTOR) };

/// Makes a new workspace.
pub fn create_workspace(root: &Path, config: &Path) -> Result<Workspace> {
    Workspace::create(root, config, PROJECTOR)
}

/// Opens a workspace; one that an earlier program wrote is rebuilt first, which `progress` hears of and may stop.
pub fn open_workspace(root: &Path, config: &Path, progress: Tell<'_>) -> Result<Workspace> {
    Workspace::open(root, config, PROJECTOR, progress)
}

/// Opens a workspace whatever its tables are, and fills them again from the ledger; says how many entries that were.
pub fn refill_workspace(root: &Path, config: &Path, progress: Tell<'_>) -> Result<(Workspace, u64)> {
    Workspace::refill(root, config, PROJECTOR, progress)
}

/// Compares the tables of the workspace in a folder with what its ledger makes of them.
pub fn compare(folder: &Path, progress: Tell<'_>) -> Result<Compared> {
    compare::folder(folder, PROJECTOR, progress)
}

/// Builds and issues a pack from tables that were compared with the ledger; `tell` hears of the comparison.
///
/// # Errors
/// `pack_tables_differ`; as [`packs::build`].
pub fn build_pack(
    workspace: &mut Workspace,
    wanted: packs::Wanted<'_>,
    tell: Tell<'_>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<packs::Built> {
    let compare = |workspace: &Workspace| {
        let Some(compared) = compare::open(workspace, tell)? else { return Ok(packs::Tables::default()) };
        let first = match compared.differences.first() {
            Some(difference) => Some(difference.place()),
            None if compared.tables == 0 => Some(String::from("workspace")),
            None => None,
        };
        let differ = (compared.differences.len() as u64 + compared.more).max(u64::from(first.is_some()));
        Ok(packs::Tables { tables: compared.tables, rows: compared.rows, differ, first })
    };
    packs::build(workspace, wanted, &compare, progress, cancel)
}

/// Looks in the ledger of the workspace in a folder for what a pack leaves out.
pub fn missing_in_pack(
    folder: &Path,
    whose: &packs::Whose,
    held: &packs::Held,
    there: Option<&packs::There>,
    progress: Tell<'_>,
) -> Result<packs::Missing> {
    let reading = disk::open_to_read(&folder.join("clausebook.db"))?;
    let state = reading.db.unchecked_transaction()?;
    packs::missing(&state, PROJECTOR, whose, held, there, progress)
}

fn parts(schema: &'static str) -> (&'static str, &'static str) {
    schema.split_once("-- indexes").unwrap_or((schema, ""))
}

fn create(db: &Connection) -> Result<()> {
    SCHEMAS.iter().try_for_each(|schema| Ok(db.execute_batch(parts(schema).0)?))
}

/// What is cheaper all at once: how documents stand, coverage, which is a function of the other tables, and the indexes.
fn finish(db: &Connection, day: Day) -> Result<()> {
    documents::stand_all(db, day)?;
    reviews::settle_all(db)?;
    coverage::fill(db)?;
    questions::stand_all(db)?;
    SCHEMAS.iter().try_for_each(|schema| Ok(db.execute_batch(parts(schema).1)?))
}

/// What begins or ends after one day and up to another stands anew, and counts anew.
fn renew(db: &Connection, after: Day, until: Day) -> Result<()> {
    let documents = documents::stand_anew(db, after, until)?.into_iter().map(ItemId::Document);
    let records = records::beginning(db, after, until)?.into_iter().map(ItemId::Record);
    for item in documents.chain(records) {
        coverage::count_again(db, item)?;
        coverage::settle_again(db, item)?;
    }
    coverage::settle_anew(db, after, until)
}

/// What is asked on this connection is answered for a day.
fn look(db: &Connection, day: Day) -> Result<()> {
    let tables = workspace::standing_day(db)?;
    workspace::look_on(db, day)?;
    documents::look(db, day, tables)
}

/// What a workspace of this version is made of: whatever else stands in a file did not come from here.
fn schema() -> Result<&'static Schema> {
    static SCHEMA: OnceLock<Schema> = OnceLock::new();
    if let Some(made) = SCHEMA.get() {
        return Ok(made);
    }
    let db = Connection::open_in_memory()?;
    workspace::create_kept(&db)?;
    for schema in SCHEMAS {
        let (tables, indexes) = parts(schema);
        db.execute_batch(tables)?;
        db.execute_batch(indexes)?;
    }
    let made = Schema::of(&db)?;
    Ok(SCHEMA.get_or_init(|| made))
}

/// The names of all projected tables: every one that is not the ledger's or the workspace's own.
pub fn tables(db: &Connection) -> Result<Vec<String>> {
    let mut statement =
        db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")?;
    let all: Vec<String> = statement.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().filter(|table| !KEPT.contains(&table.as_str())).collect())
}
