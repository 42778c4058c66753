//! What is searched through as it is kept in the cache from one start of the program to the next: reading it from the tables
//! takes longer than most searches do. Whatever is not in order is as good as nothing kept.

use rusqlite::{OptionalExtension, params};

use super::cache::{Stamp, TextCache};
use crate::day::Day;
use crate::error::Result;
use crate::ledger::Head;

/// What was kept.
pub(super) struct Stored {
    /// Up to which entry and content it was made.
    pub(super) state: (Head, Stamp),
    /// The day for which the tables stood.
    pub(super) day: Day,
    pub(super) bytes: Vec<u8>,
}

impl TextCache {
    /// What was kept, where it was made of tables of this version.
    pub(super) fn stored(&self, tables: i64) -> Result<Option<Stored>> {
        let (mark, _) = self.stamp()?;
        let sql = "SELECT size, root, content, day, sum, bytes FROM shelf WHERE tables = ?1";
        let row = |r: &rusqlite::Row<'_>| {
            let head = Head { size: r.get::<_, i64>(0)? as u64, root: r.get(1)? };
            let (state, day) = ((head, (mark, r.get(2)?)), r.get(3)?);
            Ok((r.get::<_, i64>(4)?, Stored { state, day, bytes: r.get(5)? }))
        };
        // A row that says something else than is expected is none.
        let found = self.db.prepare_cached(sql)?.query_row([tables], row).optional().unwrap_or_default();
        Ok(found.filter(|(sum, stored)| *sum == i64::from(crc32fast::hash(&stored.bytes))).map(|(_, stored)| stored))
    }

    /// Up to which entry it was made, and for which day.
    pub(super) fn stored_until(&self, tables: i64) -> Result<Option<(u64, Day)>> {
        let sql = "SELECT size, day FROM shelf WHERE tables = ?1";
        let row = |r: &rusqlite::Row<'_>| Ok((r.get::<_, i64>(0)? as u64, r.get(1)?));
        Ok(self.db.prepare_cached(sql)?.query_row([tables], row).optional().unwrap_or_default())
    }

    /// Keeps it.
    pub(super) fn store(&self, tables: i64, stored: &Stored) -> Result<()> {
        if self.read_only {
            return Ok(());
        }
        let (Head { size, root }, (_, content)) = stored.state;
        let sql = "INSERT OR REPLACE INTO shelf (one, tables, size, root, content, day, sum, bytes)
                   VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let sum = i64::from(crc32fast::hash(&stored.bytes));
        self.db.execute(sql, params![tables, size as i64, root, content, stored.day, sum, stored.bytes])?;
        Ok(())
    }
}
