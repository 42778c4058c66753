//! The keys by which people sign, each with the days for which it speaks.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;

use crate::day::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::signing::PublicKey;

/// A person's key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PersonKey")]
pub struct Key {
    /// OpenSSH public key line.
    pub key: String,
    /// First day for which it speaks.
    pub since: Day,
    /// First day for which it speaks no more; none while it does.
    pub until: Option<Day>,
    /// Why it was retired; empty where another took its place or its person left.
    pub why: String,
    /// The entry that ended it, where it was written on the day from which it speaks no more.
    #[serde(skip)]
    ended: Option<u64>,
}

impl Key {
    /// Whether it speaks for its person on a day.
    pub fn speaks(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day < until)
    }

    /// Whether it spoke for its person on a day, at an entry: what was signed in the morning stands, though the key was
    /// retired in the afternoon.
    pub fn spoke(&self, day: Day, seq: u64) -> bool {
        let before = self.until == Some(day) && self.ended.is_some_and(|ended| seq < ended);
        self.speaks(day) || self.since <= day && before
    }
}

/// All keys that a person had, the newest first. A key ends when it is retired, when the next one begins, or when its
/// person leaves.
pub fn all(db: &Connection, person: PersonId) -> Result<Vec<Key>> {
    let sql = "SELECT key, since, until, ended, why, seq FROM person_key WHERE person = ?1 ORDER BY seq DESC";
    let read = |row: &Row<'_>| {
        let (key, since, until) = (row.get("key")?, row.get("since")?, row.get("until")?);
        Ok((Key { key, since, until, ended: row.get("ended")?, why: row.get("why")? }, row.get::<_, u64>("seq")?))
    };
    let keys = db.prepare_cached(sql)?.query_map([person], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let left = |r: &Row<'_>| Ok((r.get::<_, Option<Day>>("left_on")?, r.get::<_, Option<u64>>("left_seq")?));
    let left_of = "SELECT left_on, left_seq FROM person WHERE id = ?1";
    let (mut end, mut by) = db.prepare_cached(left_of)?.query_row([person], left).optional()?.unwrap_or_default();
    let mut out = Vec::with_capacity(keys.len());
    for (mut key, seq) in keys {
        if let Some(day) = end.filter(|day| key.until.is_none_or(|until| *day < until)) {
            (key.until, key.ended) = (Some(day), by);
        }
        (end, by) = (Some(key.since), Some(seq));
        out.push(key);
    }
    Ok(out)
}

/// The key that speaks for a person on a day.
pub fn on(db: &Connection, person: PersonId, day: Day) -> Result<Option<Key>> {
    Ok(all(db, person)?.into_iter().find(|key| key.speaks(day)))
}

/// Whose key this is, whatever day: the person who enrolled it last.
pub(super) fn holder(db: &Connection, key: &PublicKey) -> Result<Option<PersonId>> {
    let line = key.to_openssh()?;
    // Whatever stands behind the key as a comment is not part of it.
    let sql = "SELECT person FROM person_key WHERE key = ?1 OR key LIKE ?1 || ' %' ORDER BY seq DESC LIMIT 1";
    Ok(db.prepare_cached(sql)?.query_row([line], |r| r.get(0)).optional()?)
}

/// Whether a line is of that key.
pub fn same(line: &str, key: &PublicKey) -> bool {
    PublicKey::from_openssh(line).is_ok_and(|of| of == *key)
}
