//! What is remembered of a comparison of the tables with the ledger: it holds as long as nobody has written to the database.

use std::path::Path;
use std::time::SystemTime;

use super::{Workspace, standing_day};
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

impl Workspace {
    /// Compares the tables with the ledger by `compare`, given the database in one state, and answers what it answers; nothing
    /// where they were found equal before and stand as they stood then. `equal` says whether they were.
    pub fn compare_once<T>(
        &self,
        compare: impl FnOnce() -> Result<T>,
        equal: impl FnOnce(&T) -> bool,
    ) -> Result<Option<T>> {
        let _state = ledger::one_state(&self.db)?;
        let stands = self.stands()?;
        if self.compared.borrow().as_ref() == Some(&stands) {
            return Ok(None);
        }
        self.compared.replace(None);
        let found = compare()?;
        if equal(&found) {
            self.compared.replace(Some(stands));
        }
        Ok(Some(found))
    }

    fn stands(&self) -> Result<Stood> {
        // The head is read first, so that the rest is of the state that is read from here on.
        let (head, day) = (self.head()?, standing_day(&self.db)?);
        let file = |path: &Path| {
            let found = std::fs::metadata(path).ok()?;
            Some((found.len(), found.modified().ok()?))
        };
        Ok(Stood {
            head,
            day,
            data: self.db.pragma_query_value(None, "data_version", |r| r.get(0))?,
            changes: self.db.total_changes(),
            files: [file(&self.path), file(&self.path.with_extension("db-wal"))],
        })
    }
}
