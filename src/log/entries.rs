//! The entries of the ledger, each with its kind and what it is about.

use rusqlite::Connection;
use serde::Serialize;
use serde_json::value::RawValue;
use ts_rs::TS;

use super::said::{Said, instant, said};
use crate::day::{Day, Zone};
use crate::documents;
use crate::error::{Code, Result};
use crate::ids::{DocumentId, RecordId};
use crate::items::{self, ItemId};
use crate::ledger::{self, Entry, Stamp};
use crate::rebuild;
use crate::workspace::{entries_about, stamped, zone_now, zone_read};

/// An entry as shown.
#[derive(Debug, Serialize, TS)]
pub struct LogEntry {
    /// Position.
    pub seq: u64,
    /// Identifier.
    pub id: uuid::Uuid,
    /// UTC, as RFC 3339 writes it.
    pub at: String,
    /// Its day, by the time zone in force at it.
    pub day: Day,
    /// What a clock showed there, as `14:05:09`.
    pub time: String,
    /// Who.
    pub actor: String,
    /// What happened, in one word: `document.approved`.
    pub kind: String,
    /// What it is about, as far as the tables still know its name.
    pub about: String,
    /// Whether it is an approval by the revision's own author.
    pub approved_by_author: bool,
    /// What it says, for the words of a shell.
    #[serde(flatten)]
    pub said: Said,
    /// The event itself.
    #[ts(type = "unknown")]
    pub event: Box<RawValue>,
}

/// A part of the ledger, with how far all of it reaches.
#[derive(Debug, Serialize, TS)]
pub struct Log {
    /// Number of entries in all.
    pub size: u64,
    /// Root of the tree over them.
    pub root: String,
    /// The organisation's time zone.
    pub time_zone: Zone,
    /// The entries.
    pub entries: Vec<LogEntry>,
}

/// The newest entries, or those before `before`, newest first: at most `limit`.
pub fn log(db: &Connection, before: Option<u64>, limit: u64) -> Result<Log> {
    let _state = ledger::one_state(db)?;
    let head = ledger::head(db)?;
    let before = before.unwrap_or(head.size).min(head.size);
    let (root, time_zone) = (head.root.to_string(), zone_now(db)?);
    Ok(Log { size: head.size, root, time_zone, entries: entries(db, before, limit)? })
}

/// A part of the ledger, newest first: at most `limit` entries that stand before `before`.
fn entries(db: &Connection, before: u64, limit: u64) -> Result<Vec<LogEntry>> {
    let mut entries = Vec::new();
    for seq in (before.saturating_sub(limit)..before).rev() {
        let Some((Stamp { id, day, actor, .. }, bytes)) = stamped(db, seq)? else { continue };
        let entry = Entry::parse(&bytes)?;
        let (at, event) = (entry.said_at, entry.event.to_owned());
        let kind = ledger::kind_of(event.get()).unwrap_or_default().to_owned();
        let about = rebuild::read(event.get())?.about(db)?;
        let time = zone_read(db, seq)?.clock(at);
        let approved_by_author = documents::approved_by_author(event.get());
        let said = said(db, event.get())?;
        let at = instant(at);
        entries.push(LogEntry { seq, id, at, day, time, actor, kind, about, approved_by_author, said, event });
    }
    Ok(entries)
}

/// The place of an entry given by its position or identifier, or by the document or record it registered; nothing where
/// there is none.
pub fn place_of(db: &Connection, name: &str) -> Result<Option<u64>> {
    if let Ok(seq) = name.parse() {
        return Ok(Some(seq).filter(|seq| ledger::head(db).is_ok_and(|head| *seq < head.size)));
    }
    if let Ok(id) = uuid::Uuid::parse_str(name)
        && let Some(seq) = ledger::seq_of(db, id)?
    {
        return Ok(Some(seq));
    }
    match items::find(db, name) {
        Ok(ItemId::Document(DocumentId(id)) | ItemId::Record(RecordId(id))) => {
            Ok(entries_about(db, [id], ledger::head(db)?.size)?.into_iter().next())
        }
        Err(e) if e.code() == Code::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}
