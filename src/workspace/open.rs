//! Creating and opening, as one small state machine. A folder may come from anybody: what lies in it is data.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use tempfile::TempDir;
use uuid::Uuid;

use super::clock::Clock;
use super::key::Machine;
use super::made::{self, FORMAT};
use super::refusals;
use super::replay::Tell;
use super::tx::Projector;
use super::values::{get, set};
use super::{refill, signed, standing, zones};
use crate::disk::{self, Reading, Stands, folder_part_foreign};
use crate::error::{Code, Error, Result, database_locked, workspace_missing};
use crate::ledger;
use crate::vault::Vault;

const DATABASE: &str = "clausebook.db";
/// "clbk": tells our files from any other SQLite database.
const APPLICATION: i64 = 0x636c_626b;

/// What an open workspace consists of.
pub(super) struct Opened {
    pub(super) db: Connection,
    /// Where the database lies that is read.
    pub(super) path: PathBuf,
    /// What is read in its stead, where nothing can be written and the folder's own is of an earlier program.
    pub(super) copy: Option<TempDir>,
    pub(super) read_only: bool,
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
    let path = root.join(DATABASE);
    let mut db = disk::open_to_write(&path, true)?;
    db.pragma_update(None, "page_size", PAGE)?;
    set_up(&db, true)?;
    let tx = db.transaction_with_behavior(TransactionBehavior::Exclusive)?;
    made::create_kept(&tx)?;
    let id = Uuid::now_v7();
    set(&tx, "id", &id.to_string())?;
    set(&tx, "projections", &projector.version.to_string())?;
    (projector.create)(&tx)?;
    standing::complete(&tx, projector, zones::zone_now(&tx)?.day(Clock::Machine.now()))?;
    number(&tx)?;
    tx.commit()?;
    machine.signing_key(id)?;
    Ok(Opened { db, path, copy: None, read_only: false, vault, id, machine })
}

/// Opens it, for reading where nothing can be written. With `anew` its tables are filled again whatever they are.
pub(super) fn open(root: &Path, config: &Path, projector: Projector, anew: bool, tell: Tell<'_>) -> Result<Opened> {
    let path = root.join(DATABASE);
    let Some(mut db) = to_write(root, &path)? else {
        if anew {
            return Err(refusals::workspace_read_only(root.display()));
        }
        return open_to_read(root, config, &path, projector, tell);
    };
    set_up(&db, true)?;
    let id = ready(&mut db, &path, projector, anew, tell)?;
    let (vault, machine) = (Vault::open(root)?, Machine::open(config)?);
    Ok(Opened { db, path, copy: None, read_only: false, vault, id, machine })
}

/// The database for writing; nothing where it can only be read.
fn to_write(root: &Path, path: &Path) -> Result<Option<Connection>> {
    match disk::stands(path).map_err(|e| Error::io(path, e))? {
        Stands::Nothing => return Err(workspace_missing(root.display())),
        Stands::File => {}
        Stands::Folder | Stands::Foreign => return Err(folder_part_foreign(path.display())),
    }
    match disk::open_to_write(path, false) {
        Ok(db) => Ok(if disk::writable(&db)? { Some(db) } else { None }),
        Err(e) if e.code() == Code::FileUnreadable => Ok(None),
        Err(e) => Err(e),
    }
}

/// Writes into a database whose it is, and which form its ledger has.
fn number(db: &Connection) -> Result<()> {
    db.pragma_update(None, "application_id", APPLICATION)?;
    Ok(db.pragma_update(None, "user_version", FORMAT)?)
}

fn open_to_read(root: &Path, config: &Path, path: &Path, projector: Projector, tell: Tell<'_>) -> Result<Opened> {
    let Reading { mut db, mut copy } = disk::open_to_read(path)?;
    set_up(&db, false)?;
    let (format, projections) = look_first(&db, path, projector, false)?;
    if copy.is_none() && (format < FORMAT || projections < projector.version) {
        Reading { db, copy } = disk::open_a_copy(path)?;
    }
    let path = copy.as_ref().map_or_else(|| path.to_owned(), |copy| copy.path().join(disk::COPY));
    let id = ready(&mut db, &path, projector, false, tell)?;
    let (vault, machine) = (Vault::open_to_read(root)?, Machine::open_to_read(config)?);
    Ok(Opened { db, path, copy, read_only: true, vault, id, machine })
}

/// Looks at what it is made of before anything else, and brings it into the form of this program; answers its identity.
fn ready(db: &mut Connection, path: &Path, projector: Projector, anew: bool, tell: Tell<'_>) -> Result<Uuid> {
    let (format, projections) = look_first(db, path, projector, anew)?;
    if !anew || format < FORMAT {
        made::check(&disk::made(db)?, format, projector, projections == projector.version && format == FORMAT)?;
    }
    if format < FORMAT {
        upgrade(db)?;
    }
    if anew {
        refill::refill(db, projector, Clock::Machine, tell)?;
        number(db)?;
    }
    ledger::check_tail(db)?;
    if projections < projector.version && !anew {
        refill::refill(db, projector, Clock::Machine, tell)?;
    }
    identity(db)
}

/// The workspace's identity; where its row is lost, the one that the ledger says.
pub(super) fn identity(db: &Connection) -> Result<Uuid> {
    if let Some(id) = get(db, "id").ok().and_then(|id| Uuid::parse_str(&id).ok()) {
        return Ok(id);
    }
    signed::identity(db)?.ok_or_else(|| refusals::workspace_incomplete("id"))
}

/// The forms of the ledger and of the tables, of a database of ours that no later program wrote.
fn look_first(db: &Connection, path: &Path, projector: Projector, anew: bool) -> Result<(i64, i64)> {
    let application: i64 = db.pragma_query_value(None, "application_id", |r| r.get(0))?;
    // Of one moment: another program may be bringing them up.
    let _state = ledger::one_state(db)?;
    let found = disk::made(db)?;
    // Whoever fills the tables again goes by what is there, not by the numbers that stand before it.
    let ours = anew && made::is_kept(&found);
    if application != APPLICATION && !ours {
        return Err(refusals::database_foreign(path.display()));
    }
    let format: i64 = if ours { FORMAT } else { db.pragma_query_value(None, "user_version", |r| r.get(0))? };
    if format > FORMAT {
        return Err(refusals::workspace_newer());
    }
    if format < 1 {
        return Err(refusals::database_foreign(path.display()));
    }
    made::check_first(&found, format)?;
    let said = get(db, "projections").ok().and_then(|said| said.parse().ok());
    // Whoever fills the tables again need not know what they were.
    let projections = said.or(anew.then_some(0)).ok_or_else(|| refusals::workspace_incomplete("projections"))?;
    // A later program's tables are made anew as well where that is wanted: an entry that is not known here is refused then.
    if projections > projector.version && !anew {
        return Err(refusals::workspace_newer());
    }
    Ok((format, projections))
}

/// So many statements are kept ready: more than there are, since an event takes several of them in turn.
pub(super) const STATEMENTS: usize = 256;

/// Bytes of a database's page. A replay is a fifth faster than with SQLite's 4,096, for large tables have fewer levels
/// and fewer pages to write; a small change costs the same.
pub(super) const PAGE: i64 = 16_384;

fn set_up(db: &Connection, write: bool) -> Result<()> {
    // Read so that what makes no sense in it is no hindrance: it is told below, by its name.
    disk::made(db)?;
    if write {
        db.pragma_update(None, "journal_mode", "WAL")?;
        // FULL: a commit that was acknowledged survives a power cut. NORMAL loses it.
        db.pragma_update(None, "synchronous", "FULL")?;
        db.pragma_update(None, "foreign_keys", true)?;
    }
    db.pragma_update(None, "cache_size", -65_536)?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(())
}

/// A connection of its own beside the open one, for reading.
pub(super) fn reader(path: &Path) -> Result<Connection> {
    let Reading { db, copy } = disk::open_to_read(path)?;
    if copy.is_some() {
        // A medium that cannot be written from here is being written from elsewhere.
        return Err(database_locked());
    }
    set_up(&db, false)?;
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
