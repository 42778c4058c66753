//! Creating and opening, as one small state machine; rebuild.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};
use uuid::Uuid;

use super::clock::Clock;
use super::key::Machine;
use super::refusals;
use super::replay::{self, Tell};
use super::tx::Projector;
use super::{standing, zones};
use crate::error::{Error, Result, workspace_missing};
use crate::ledger;
use crate::vault::Vault;

const DATABASE: &str = "clausebook.db";
/// "clbk": tells our files from any other SQLite database.
const APPLICATION: i64 = 0x636c_626b;
/// The form of `schema/ledger.sql`; goes up only when that file changes.
const FORMAT: i64 = 2;

/// What an open workspace consists of.
pub(super) struct Opened {
    pub(super) db: Connection,
    pub(super) vault: Vault,
    pub(super) id: Uuid,
    pub(super) machine: Machine,
}

pub(super) fn create(root: &Path, config: &Path, projector: Projector) -> Result<Opened> {
    if root.exists() {
        let mut content = fs::read_dir(root).map_err(|e| Error::io(root, e))?;
        if content.next().is_some() {
            return Err(refusals::folder_not_empty(root.display()));
        }
    }
    let machine = Machine::open(config)?;
    let vault = Vault::create(root)?;
    let mut db = connect(&root.join(DATABASE), true)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    ledger::create(&tx)?;
    tx.execute_batch("CREATE TABLE workspace (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID")?;
    let id = Uuid::now_v7();
    set(&tx, "id", &id.to_string())?;
    set(&tx, "projections", &projector.version.to_string())?;
    (projector.create)(&tx)?;
    standing::complete(&tx, projector, zones::zone_now(&tx)?.day(Clock::Machine.now()))?;
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", FORMAT)?;
    tx.commit()?;
    machine.signing_key(id)?;
    Ok(Opened { db, vault, id, machine })
}

pub(super) fn open(root: &Path, config: &Path, projector: Projector, progress: Tell<'_>) -> Result<Opened> {
    let path = root.join(DATABASE);
    if !path.is_file() {
        return Err(workspace_missing(root.display()));
    }
    let mut db = connect(&path, false)?;
    let application: i64 = db.pragma_query_value(None, "application_id", |r| r.get(0))?;
    if application != APPLICATION {
        return Err(refusals::database_foreign(path.display()));
    }
    let (format, projections) = forms(&db)?;
    if format > FORMAT || projections > projector.version {
        return Err(refusals::workspace_newer());
    }
    if format < FORMAT {
        upgrade(&mut db)?;
    }
    ledger::check_tail(&db)?;
    let id = Uuid::parse_str(&get(&db, "id")?).map_err(|_| refusals::workspace_incomplete("id"))?;
    if projections < projector.version {
        rebuild(&mut db, projector, Clock::Machine, progress)?;
    }
    let vault = Vault::open(root)?;
    Ok(Opened { db, vault, id, machine: Machine::open(config)? })
}

/// So many statements are kept ready: more than there are, since an event takes several of them in turn.
pub(super) const STATEMENTS: usize = 256;

/// Bytes of a database's page. A replay is a fifth faster than with SQLite's 4,096, for large tables have fewer levels
/// and fewer pages to write; a small change costs the same.
pub(super) const PAGE: i64 = 16_384;

fn connect(path: &Path, make: bool) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if make {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(Duration::from_secs(5))?;
    if make {
        db.pragma_update(None, "page_size", PAGE)?;
    }
    db.pragma_update(None, "journal_mode", "WAL")?;
    // FULL: a commit that was acknowledged survives a power cut. NORMAL loses it.
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", true)?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(db)
}

/// A connection of its own beside the open one, for reading.
pub(super) fn reader(root: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(root.join(DATABASE), flags)?;
    db.busy_timeout(Duration::from_secs(5))?;
    db.pragma_update(None, "cache_size", -65_536)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(db)
}

/// Brings a ledger that an earlier program wrote into the present form.
fn upgrade(db: &mut Connection) -> Result<()> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    // Another process may have done it while this one waited.
    let format: i64 = tx.pragma_query_value(None, "user_version", |r| r.get(0))?;
    if format == 1 {
        ledger::upgrade_from_1(&tx)?;
        tx.pragma_update(None, "user_version", FORMAT)?;
    }
    Ok(tx.commit()?)
}

/// Empties all tables and fills them again from the ledger, in one transaction.
pub(super) fn rebuild(db: &mut Connection, projector: Projector, clock: Clock, progress: Tell<'_>) -> Result<u64> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    (projector.drop)(&tx)?;
    (projector.create)(&tx)?;
    let size = ledger::head(&tx)?.size;
    replay::replay(&tx, &tx, projector, 0..size, progress)?;
    standing::complete(&tx, projector, zones::zone_now(&tx)?.day(clock.now()))?;
    set(&tx, "projections", &projector.version.to_string())?;
    tx.commit()?;
    Ok(size)
}

/// The forms of the ledger and of the tables, of one moment: another program may be bringing them up.
fn forms(db: &Connection) -> Result<(i64, i64)> {
    let _state = ledger::one_state(db)?;
    let format = db.pragma_query_value(None, "user_version", |r| r.get(0))?;
    let projections = get(db, "projections")?.parse().map_err(|_| refusals::workspace_incomplete("projections"))?;
    Ok((format, projections))
}

fn get(db: &Connection, key: &str) -> Result<String> {
    db.query_row("SELECT value FROM workspace WHERE key = ?1", [key], |r| r.get(0)).map_err(|e| match e {
        rusqlite::Error::QueryReturnedNoRows => refusals::workspace_incomplete(key),
        e => e.into(),
    })
}

pub(super) fn remembered(db: &Connection, key: &str) -> Result<Option<String>> {
    let sql = "SELECT value FROM workspace WHERE key = 'note.' || ?1";
    Ok(db.prepare_cached(sql)?.query_row([key], |r| r.get(0)).optional()?)
}

pub(super) fn remember(db: &Connection, key: &str, value: &str) -> Result<()> {
    set(db, &format!("note.{key}"), value)
}

fn set(db: &Connection, key: &str, value: &str) -> Result<()> {
    db.execute("INSERT OR REPLACE INTO workspace (key, value) VALUES (?1, ?2)", [key, value])?;
    Ok(())
}
