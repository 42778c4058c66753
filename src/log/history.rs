//! All that happened to one document or record, found by the table of histories: a few entries are read, however long the
//! ledger is.

use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use super::said::{Said, due, instant, said};
use crate::day::{Day, Due};
use crate::documents::{DocumentSpan, DocumentState};
use crate::error::Result;
use crate::items::{self, Item, ItemId};
use crate::ledger::{self, Entry, Stamp};
use crate::packs::{self, Pack};
use crate::workspace::{entries_about, stamped, zone_at};

/// A document or record, and all that happened to it.
#[derive(Debug, Serialize, TS)]
pub struct ItemHistory {
    /// The document or record.
    #[serde(flatten)]
    pub item: Item,
    /// Documents: how it stands in each span of days, past and to come.
    pub spans: Vec<DocumentSpan>,
    /// What happened, the entry that was recorded last first.
    pub happened: Vec<Happened>,
    /// Entries of the whole ledger.
    pub size: u64,
}

/// One entry of a thing's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Happened {
    /// Number of the entry.
    pub seq: u64,
    /// Its identifier.
    pub id: Uuid,
    /// When it was recorded: UTC, as RFC 3339 writes it.
    pub at: String,
    /// The day on which it was recorded, by the time zone in force at it.
    pub recorded: Day,
    /// What a clock showed there, as `14:05:09`.
    pub time: String,
    /// The day from which it holds, as far as it is known; none where that is the day on which it was recorded.
    pub holds: Option<Due>,
    /// Whether it held before it was recorded.
    pub late: bool,
    /// Who recorded it.
    pub actor: String,
    /// What happened, in one word: `document.approved`.
    pub kind: String,
    /// Documents: label of the revision it is about, or that was the newest then.
    pub revision: Option<String>,
    /// What it says.
    #[serde(flatten)]
    pub said: Said,
    /// By what it is proven outside of this machine; none where nobody outside holds a checkpoint over it yet.
    pub held: Option<HeldOutside>,
}

/// A checkpoint that went outside with a pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HeldOutside {
    /// Entries that it covers.
    pub size: u64,
    /// Name of the pack.
    pub pack: String,
    /// The day on which that was issued.
    pub since: Day,
}

/// By which of its values an event says from when it holds; of several the first that is there.
const HOLDS: &[(&str, &[&str])] = &[
    ("document.approved", &["from", "at_latest", "on"]),
    ("document.communicated", &["on"]),
    ("document.made_effective", &["from"]),
    ("document.reinstated", &["from"]),
    ("document.revision_retired", &["on"]),
    ("document.withdrawn", &["on"]),
    ("pack.issued", &["day"]),
    ("record.filed", &["collected"]),
    ("record.replaced", &["on"]),
    ("person.left", &["on"]),
    ("review.concluded", &["on"]),
    ("statement.made", &["effective"]),
];

/// All that happened to a document or record by the entries before `before`. `spans` says how a document stands, by what
/// was known then.
///
/// # Errors
/// `not_found` for one that was taken back.
pub fn history(db: &Connection, item: ItemId, spans: Vec<DocumentSpan>, before: u64) -> Result<ItemHistory> {
    let _state = ledger::one_state(db)?;
    let mut packs = Packs::new(packs::list(db)?, before);
    let mut revisions = Revisions { labels: HashMap::new(), newest: None, spans };
    let mut happened = Vec::new();
    for seq in entries_about(db, [item.uuid()], before)? {
        let Some((Stamp { id, day, actor, .. }, bytes)) = stamped(db, seq)? else { continue };
        let entry = Entry::parse(&bytes)?;
        let kind = ledger::kind_of(entry.event()).unwrap_or_default().to_owned();
        let mut event: Value = serde_json::from_str(entry.event())?;
        let data = event["data"].take();
        let holds = HOLDS
            .iter()
            .find(|(known, _)| *known == kind)
            .and_then(|(_, names)| names.iter().find_map(|name| due(&data[*name])));
        let revision = if item.kind() == 0 { revisions.of(&kind, &data) } else { None };
        let mut said = said(db, entry.event())?;
        if let Some(label) = &revision {
            said.texts.insert("revision".into(), label.clone());
        }
        happened.push(Happened {
            seq,
            id,
            at: instant(entry.said_at),
            recorded: day,
            time: zone_at(db, seq)?.clock(entry.said_at),
            late: holds.is_some_and(|holds| holds.latest() < day),
            holds: holds.filter(|holds| *holds != Due::Day { day }),
            actor,
            kind,
            revision,
            said,
            held: packs.over(db, seq)?,
        });
    }
    // What happened before the first revision was filed belongs to it.
    let first = happened.iter().find_map(|h| h.revision.clone());
    happened.iter_mut().take_while(|h| h.revision.is_none()).for_each(|h| h.revision.clone_from(&first));
    happened.reverse();
    Ok(ItemHistory { item: items::name(db, item)?, spans: revisions.spans, happened, size: before })
}

/// What revisions are called, of those that were taken back, too.
struct Revisions {
    labels: HashMap<String, String>,
    newest: Option<String>,
    spans: Vec<DocumentSpan>,
}

impl Revisions {
    /// The label of the revision an event is about, else of the one in force in a pack, else of the newest by then.
    fn of(&mut self, kind: &str, data: &Value) -> Option<String> {
        let id = data["revision"].as_str();
        if let (Some(id), Some(label)) = (id, data["label"].as_str()) {
            self.labels.insert(id.to_owned(), label.to_owned());
            self.newest = Some(label.to_owned());
        }
        if kind == "pack.issued"
            && let Some(Due::Day { day }) = due(&data["day"])
        {
            let there = |s: &&DocumentSpan| s.from <= day && s.until.is_none_or(|until| day < until);
            let span = self.spans.iter().find(there).filter(|s| s.state == DocumentState::Effective);
            return span.and_then(|s| s.revision.clone()).or_else(|| self.newest.clone());
        }
        id.and_then(|id| self.labels.get(id)).or(self.newest.as_ref()).cloned()
    }
}

/// The checkpoints that went outside with packs, the first that covers an entry.
struct Packs {
    /// In the order in which they were issued, which is that of their sizes.
    packs: Vec<Pack>,
    known: BTreeMap<u64, HeldOutside>,
}

impl Packs {
    fn new(mut packs: Vec<Pack>, before: u64) -> Self {
        packs.retain(|pack| pack.seq < before);
        Self { packs, known: BTreeMap::new() }
    }

    fn over(&mut self, db: &Connection, seq: u64) -> Result<Option<HeldOutside>> {
        let Some(pack) = self.packs.get(self.packs.partition_point(|pack| pack.ledger_size <= seq)) else {
            return Ok(None);
        };
        if let Some(held) = self.known.get(&pack.seq) {
            return Ok(Some(held.clone()));
        }
        let Some((Stamp { day: since, .. }, _)) = stamped(db, pack.seq)? else { return Ok(None) };
        let held = HeldOutside { size: pack.ledger_size, pack: pack.name.clone(), since };
        self.known.insert(pack.seq, held.clone());
        Ok(Some(held))
    }
}
