//! What a search looks through, read once and kept: reading it takes longer than most searches do. After a change only what
//! that touched is read again.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use rusqlite::Connection;
use uuid::Uuid;

use super::bytes::{Reader, Writer};
use super::cache::{Stamp, TextCache};
use super::files::FileNames;
use super::holders::{Holder, Holders, few};
use super::items::{Items, each};
use super::since::Since;
use super::told::Told;
use crate::day::Day;
use crate::error::Result;
use crate::extract::Media;
use crate::ids::{DocumentId, RecordId, RevisionId};
use crate::ledger::{Head, one_state};

/// So many contents are looked up one by one; for more, all there are is read in order, once.
const FEW: usize = 500;

/// The documents and records of one state of the tables, and which files they hold. Each part is read when it is needed
/// first.
#[derive(Default)]
pub struct Shelf {
    pub(super) items: OnceLock<Items>,
    told: OnceLock<Told>,
    current: OnceLock<HashMap<RevisionId, u32>>,
    pub(super) days: OnceLock<Vec<Option<Day>>>,
    media: OnceLock<Vec<(Media, u32)>>,
    pub(super) holders: OnceLock<Holders>,
    files: OnceLock<FileNames>,
}

impl Shelf {
    /// The same after a change, with what is different between two states; an empty one where that is much.
    pub(super) fn after(
        &self,
        db: &Connection,
        cache: &TextCache,
        (then, now): ((Head, Stamp), (Head, Stamp)),
        others: BTreeSet<Uuid>,
    ) -> Result<Self> {
        let Some(known) = self.items.get() else { return Ok(Self::default()) };
        let _state = one_state(db)?;
        // To look one up by itself takes about as long as to read six of them in order.
        let most = known.len() / 6 + 50;
        let Some(since) = Since::read(db, cache, then, now, (most, others))? else { return Ok(Self::default()) };
        let items = known.after(&since.touched);
        let mut touched = vec![false; items.len()];
        for place in since.touched.iter().filter_map(|t| known.place(t.id).or_else(|| items.place(t.id))) {
            touched[place as usize] = true;
        }
        let now = || since.touched.iter().filter_map(|t| Some((t.now.as_ref()?, items.place(t.id)?)));
        let told = self.told.get().map(|told| told.after(&items, &since.touched));
        let current = self.current.get().map(|current| {
            let mut current = current.clone();
            current.retain(|_, item| !touched[*item as usize]);
            current.extend(now().filter_map(|(now, item)| Some((now.current?, item))));
            current
        });
        let days = self.days.get().map(|days| {
            let mut days = days.clone();
            days.resize(items.len(), None);
            now().for_each(|(now, item)| days[item as usize] = now.day);
            days
        });
        let media = self.media.get().map(|media| {
            let mut media: Vec<_> = media.iter().filter(|(_, item)| !touched[*item as usize]).copied().collect();
            for (now, item) in now() {
                let held = now.files.iter().filter(|file| file.revision == now.current);
                media.extend(held.map(|file| (file.media, item)));
            }
            media
        });
        let files = self.files.get().map(|files| files.after(&items, &touched, &since));
        let holders =
            self.holders.get().map(|holders| holders.after(db, cache, &items, &touched, &since)).transpose()?;
        Ok(Self {
            told: known_of(told),
            items: OnceLock::from(items),
            current: known_of(current),
            days: known_of(days),
            media: known_of(media),
            holders: known_of(holders),
            files: known_of(files),
        })
    }

    /// Reads the documents and records, if they were not read yet.
    pub fn ready(&self, db: &Connection) -> Result<()> {
        self.items(db).map(drop)
    }

    /// How many documents and records there are; nothing where they were not read.
    pub(super) fn known(&self) -> Option<usize> {
        self.items.get().map(Items::len)
    }

    /// What takes longest to read, as bytes; it is read where it was not.
    pub(super) fn write(&self, db: &Connection, cache: &TextCache) -> Result<Vec<u8>> {
        let mut out = Writer::default();
        self.items(db)?.write(&mut out);
        out.list(self.current(db)?.iter(), |out, (revision, item)| {
            out.id(revision.0);
            out.small(*item);
        });
        self.told(db)?.write(&mut out);
        self.files(db)?.write(&mut out);
        self.holders(db, cache)?.write(&mut out);
        Ok(out.0)
    }

    /// What was written.
    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let mut from = Reader(bytes);
        let items = Items::parse(&mut from)?;
        let count = items.len();
        let current =
            from.list(|from| Some((RevisionId(from.id()?), from.small().filter(|item| (*item as usize) < count)?)))?;
        Some(Self {
            told: OnceLock::from(Told::parse(&mut from, count)?),
            files: OnceLock::from(FileNames::parse(&mut from, count)?),
            holders: OnceLock::from(Holders::parse(&mut from, count)?),
            current: OnceLock::from(current.into_iter().collect::<HashMap<_, _>>()),
            items: OnceLock::from(items),
            ..Self::default()
        })
    }

    /// The documents that stand with another revision than this says: the day may be another.
    pub(super) fn stand_otherwise(&self, db: &Connection) -> Result<BTreeSet<Uuid>> {
        let mut others = BTreeSet::new();
        let current = self.current(db)?;
        let items = self.items(db)?;
        let stood = |id: Uuid, revision: RevisionId| {
            current.get(&revision).is_some_and(|item| items.ids[*item as usize].uuid() == id)
        };
        each(db, "SELECT id, current FROM document", |id: DocumentId, revision: Option<RevisionId>| {
            if revision.is_some_and(|revision| !stood(id.0, revision)) {
                others.insert(id.0);
            }
        })?;
        Ok(others)
    }

    /// The documents and records.
    pub(super) fn items(&self, db: &Connection) -> Result<&Items> {
        once(&self.items, || Items::read(db))
    }

    /// The names of files.
    pub(super) fn files(&self, db: &Connection) -> Result<&FileNames> {
        once(&self.files, || FileNames::read(db, self.items(db)?, self.current(db)?))
    }

    /// The kinds and days of records.
    pub(super) fn told(&self, db: &Connection) -> Result<&Told> {
        once(&self.told, || Told::read(db, self.items(db)?))
    }

    /// The revisions that documents stand with, and whose they are.
    pub(super) fn current(&self, db: &Connection) -> Result<&HashMap<RevisionId, u32>> {
        once(&self.current, || {
            let items = self.items(db)?;
            let mut of = HashMap::with_capacity(items.len());
            each(db, "SELECT id, current FROM document", |id: DocumentId, current: Option<RevisionId>| {
                if let (Some(item), Some(current)) = (items.place(id.0), current) {
                    of.insert(current, item);
                }
            })?;
            Ok(of)
        })
    }

    /// A document has the day on which the revision it stands with was filed; a record that on which it was collected, or
    /// its period ended, or else it was filed.
    pub(super) fn days(&self, db: &Connection) -> Result<&[Option<Day>]> {
        let days = once(&self.days, || {
            let (items, current) = (self.items(db)?, self.current(db)?);
            let mut days = vec![None; items.len()];
            let mut set = |item: Option<u32>, day| {
                if let Some(item) = item {
                    days[item as usize] = day;
                }
            };
            each(db, "SELECT id, registered FROM document", |id: DocumentId, day| set(items.place(id.0), day))?;
            // All in order: to look each up by its identifier takes ten times as long.
            each(db, "SELECT id, filed FROM revision", |id: RevisionId, day| set(current.get(&id).copied(), day))?;
            let of_records = "SELECT id, coalesce(collected, period_to, filed) FROM record";
            each(db, of_records, |id: RecordId, day| set(items.place(id.0), day))?;
            Ok(days)
        })?;
        Ok(days)
    }

    /// What the files are that documents stand with and records have.
    pub(super) fn media(&self, db: &Connection) -> Result<&[(Media, u32)]> {
        let media = once(&self.media, || {
            let (items, current) = (self.items(db)?, self.current(db)?);
            let mut all = Vec::new();
            let mut add = |media, item: Option<u32>| all.extend(item.map(|item| (media, item)));
            let of_revisions = "SELECT revision, media FROM revision_file";
            each(db, of_revisions, |id: RevisionId, media| add(media, current.get(&id).copied()))?;
            each(db, "SELECT record, media FROM record_file", |id: RecordId, media| add(media, items.place(id.0)))?;
            Ok(all)
        })?;
        Ok(media)
    }

    fn holders(&self, db: &Connection, cache: &TextCache) -> Result<&Holders> {
        once(&self.holders, || Holders::read(db, cache, self.items(db)?, self.current(db)?))
    }

    /// Hands on who holds some contents of the cache, with the place of the content among them.
    pub(super) fn each_holder(
        &self,
        db: &Connection,
        cache: &TextCache,
        contents: &[i64],
        mut see: impl FnMut(usize, Holder),
    ) -> Result<()> {
        if contents.len() <= FEW && self.holders.get().is_none() {
            return few(db, cache, self.items(db)?, contents, &mut see);
        }
        let holders = self.holders(db, cache)?;
        for (place, content) in contents.iter().enumerate() {
            holders.of(*content).iter().for_each(|holder| see(place, *holder));
        }
        Ok(())
    }
}

fn known_of<T>(part: Option<T>) -> OnceLock<T> {
    part.map(OnceLock::from).unwrap_or_default()
}

fn once<T>(cell: &OnceLock<T>, read: impl FnOnce() -> Result<T>) -> Result<&T> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let new = read()?;
    Ok(cell.get_or_init(|| new))
}
