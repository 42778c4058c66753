//! What is remembered of a comparison of the tables with the ledger: it holds as long as nobody has written to the database.

use std::path::Path;
use std::time::SystemTime;

use rusqlite::Connection;

use super::standing::standing_day;
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{self, Head};

/// How the database stood. What a program commits to it changes `data` or `changes`, whoever writes past SQLite the files.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stood {
    head: Head,
    day: Day,
    /// Counts what other connections commit.
    data: i64,
    /// Counts what this one changes.
    changes: u64,
    /// Length and time of the database and of its log.
    files: [Option<(u64, SystemTime)>; 2],
}

impl Stood {
    /// How a database at a path stands now.
    pub(super) fn of(db: &Connection, path: &Path) -> Result<Self> {
        // The head is read first, so that the rest is of the state that is read from here on.
        let (head, day) = (ledger::head(db)?, standing_day(db)?);
        let file = |path: &Path| {
            let found = std::fs::metadata(path).ok()?;
            Some((found.len(), found.modified().ok()?))
        };
        Ok(Self {
            head,
            day,
            data: db.pragma_query_value(None, "data_version", |r| r.get(0))?,
            changes: db.total_changes(),
            files: [file(path), file(&path.with_extension("db-wal"))],
        })
    }
}
