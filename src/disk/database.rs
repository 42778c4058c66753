//! Opening SQLite files as data. A database may come from anybody: it is a plain file, nothing beside it leads elsewhere, no
//! view, function or extension of its own runs, and reading it changes nothing where nothing can be written.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tempfile::TempDir;

use super::refusals::{folder_journal_foreign, folder_part_foreign};
use super::regular::{self, Stands};
use crate::error::{Error, Result, database_not_writable, no_descriptors};

/// What SQLite keeps beside a database.
const BESIDE: [&str; 3] = ["-wal", "-shm", "-journal"];

/// The name of a copy in its folder.
pub const COPY: &str = "copy.db";

/// A database opened for reading.
pub struct Reading {
    /// The connection.
    pub db: Connection,
    /// The copy that is read, where the file itself could not be.
    pub copy: Option<TempDir>,
}

/// Opens a database for writing, with what this program sets on every connection.
///
/// # Errors
/// `workspace_damaged` where it or what lies beside it is not a plain file; `file_unreadable` where it cannot be written,
/// or has a second name elsewhere.
pub fn open_to_write(path: &Path, make: bool) -> Result<Connection> {
    let path = whole(path)?;
    if plain(&path)? {
        return Err(database_not_writable());
    }
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
    if make {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    connect(path.as_os_str(), flags)
}

/// Whether a change could be written to an open database: the medium, the rights and the folder allow it.
pub fn writable(db: &Connection) -> Result<bool> {
    if db.is_readonly(rusqlite::MAIN_DB)? {
        return Ok(false);
    }
    // A database that can be written in a folder that cannot is none: its log lies beside it.
    match db.query_row("PRAGMA schema_version", [], |_| Ok(())) {
        Err(e) if unwritable(&e) => Ok(false),
        other => Ok(other.map(|()| true)?),
    }
}

/// Whether an error says that nothing can be written there.
fn unwritable(e: &rusqlite::Error) -> bool {
    use ErrorCode as E;
    matches!(e.sqlite_error_code(), Some(E::ReadOnly | E::CannotOpen | E::PermissionDenied)) && !no_descriptors()
}

/// Opens a database for reading, also on a medium or in a folder that cannot be written. Beside a program that writes, each
/// question sees what was committed; where a log has been left that only a writer could take in, a copy is read.
///
/// # Errors
/// As [`open_to_write`]; a second name does not matter.
pub fn open_to_read(path: &Path) -> Result<Reading> {
    let path = whole(path)?;
    let second_name = plain(&path)?;
    let left = |end: &str| fs::metadata(beside(&path, end)).map_or(0, |found| found.len()) > 0;
    let (log, journal) = (left("-wal"), left("-journal"));
    if !second_name && !journal {
        let db = connect(path.as_os_str(), OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        match db.query_row("PRAGMA schema_version", [], |_| Ok(())) {
            Err(e) if unwritable(&e) => {}
            // What makes no sense in it is told by whoever compares what it is made of.
            _ => return Ok(Reading { db, copy: None }),
        }
    }
    if log || journal || regular::stands(&beside(&path, "-shm")).is_ok_and(|found| found != Stands::Nothing) {
        return open_a_copy(&path);
    }
    // Nobody writes, and whoever did has put all of it into the file.
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    Ok(Reading { db: connect(&uri(&path, "immutable=1"), flags)?, copy: None })
}

/// Copies a database with what is still in its log, and opens the copy for writing; it goes with the answer.
///
/// # Errors
/// As [`open_to_read`].
pub fn open_a_copy(path: &Path) -> Result<Reading> {
    let path = whole(path)?;
    plain(&path)?;
    let copy = TempDir::new().map_err(|e| Error::io(&path, e))?;
    let name = copy.path().join(COPY);
    for end in ["", "-wal", "-journal"] {
        let (from, to) = (beside(&path, end), beside(&name, end));
        match regular::open(&from) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => {}
            Err(e) => return Err(Error::io(&from, e)),
            Ok(None) => return Err(folder_part_foreign(from.display())),
            Ok(Some(mut file)) => {
                let written = fs::File::create(&to).and_then(|mut to| io::copy(&mut file, &mut to));
                written.map_err(|e| Error::io(&to, e))?;
            }
        }
    }
    let db = connect(name.as_os_str(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    Ok(Reading { db, copy: Some(copy) })
}

/// Sets on a connection that its database is data: what came with it is not trusted, and nothing of it can be made to run.
pub fn harden(db: &Connection) -> rusqlite::Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    Ok(())
}

/// So long a change waits for another program that writes, before it is said.
pub const PATIENCE: Duration = Duration::from_secs(5);

fn connect(name: &std::ffi::OsStr, flags: OpenFlags) -> Result<Connection> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let db = Connection::open_with_flags(name, flags)?;
    harden(&db)?;
    wait(&db, PATIENCE)?;
    Ok(db)
}

/// How often a change that waits looks again. SQLite's own waiting looks ten times a second in the end: beside several
/// programs that write, one of them would be refused though each writes for a moment only.
const LOOK: Duration = Duration::from_millis(10);

/// How long the change that waits now, or waited last, has been waiting.
static WAITED: AtomicU32 = AtomicU32::new(0);

/// Lets changes of a connection wait so long for another program that writes.
pub fn wait(db: &Connection, patience: Duration) -> rusqlite::Result<()> {
    if patience < PATIENCE {
        return db.busy_timeout(patience);
    }
    db.busy_handler(Some(|looked| {
        let waited = LOOK * looked.unsigned_abs();
        WAITED.store(waited.as_millis() as u32, Ordering::Relaxed);
        let goes_on = waited < PATIENCE;
        if goes_on {
            std::thread::sleep(LOOK);
        }
        goes_on
    }))
}

/// How long the change that waits for another program, or waited last, has been waiting: whoever shows that it lasts asks.
pub fn waited() -> Duration {
    Duration::from_millis(WAITED.load(Ordering::Relaxed).into())
}

/// The path with its folder as it really is: which links lead to a workspace is the user's affair, none in it is followed.
fn whole(path: &Path) -> Result<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = fs::canonicalize(folder).map_err(|e| Error::io(folder, e))?;
    Ok(folder.join(path.file_name().unwrap_or_default()))
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

/// Refuses a database that, or beside which something, is not a plain file; says whether any has a second name.
fn plain(path: &Path) -> Result<bool> {
    let mut second_name = false;
    for name in [PathBuf::from(path)].into_iter().chain(BESIDE.map(|end| beside(path, end))) {
        match regular::stands(&name).map_err(|e| Error::io(&name, e))? {
            Stands::Nothing => {}
            Stands::File => second_name |= regular::has_second_name(&name),
            Stands::Folder | Stands::Foreign => return Err(folder_part_foreign(name.display())),
        }
    }
    let journal = beside(path, "-journal");
    if speaks_of_another(&journal).map_err(|e| Error::io(&journal, e))? {
        return Err(folder_journal_foreign(journal.display()));
    }
    Ok(second_name)
}

/// Whether a journal ends with the name of another file, which SQLite would delete after taking the journal back. Only a
/// transaction over several databases writes one, and this program has none.
fn speaks_of_another(journal: &Path) -> io::Result<bool> {
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let Some(mut file) = (match regular::open(journal) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(false),
        other => other?,
    }) else {
        return Ok(false);
    };
    if file.metadata()?.len() < 16 {
        return Ok(false);
    }
    let mut end = [0; 8];
    file.seek(SeekFrom::End(-8))?;
    file.read_exact(&mut end)?;
    Ok(end == MAGIC)
}

/// The path as an address of SQLite's, with what it is told besides.
fn uri(path: &Path, told: &str) -> OsString {
    #[cfg(unix)]
    let bytes = std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec();
    #[cfg(not(unix))]
    let bytes = format!("/{}", path.display().to_string().trim_start_matches(r"\\?\").replace('\\', "/")).into_bytes();
    let mut text = String::from("file:");
    for byte in bytes {
        if byte.is_ascii_alphanumeric() || b"/-_.:".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    OsString::from(format!("{text}?{told}"))
}
