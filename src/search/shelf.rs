//! What a search looks through, read once and kept while ledger, day and cache stand still: reading it takes longer than
//! most searches do.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rusqlite::Connection;

use super::cache::{Stamp, TextCache};
use super::holders::{Holder, Holders, few};
use super::items::{Items, each};
use crate::day::Day;
use crate::error::Result;
use crate::extract::Media;
use crate::ids::{DocumentId, RecordId, RevisionId};

/// So many contents are looked up one by one; for more, all there are is read in order, once.
const FEW: usize = 500;

/// The documents and records of one state of the tables, and which files they hold. Each part is read when it is needed
/// first; whoever keeps it has to make another where the tables or the cache change.
#[derive(Default)]
pub struct Shelf {
    items: OnceLock<Items>,
    current: OnceLock<HashMap<RevisionId, u32>>,
    days: OnceLock<Vec<Option<Day>>>,
    media: OnceLock<Vec<(Media, u32)>>,
    holders: OnceLock<Holders>,
}

/// What the last search looked through, kept for the next one; of 100,000 documents it takes some 30 MB. `Of` says which
/// state of which tables was asked.
pub struct LastShelf<Of>(Option<((Of, Stamp), Arc<Shelf>)>);

impl<Of> Default for LastShelf<Of> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Of: PartialEq> LastShelf<Of> {
    /// The shelf of these tables and this cache, or an empty one that reads what it is asked for.
    pub fn of(&mut self, of: Of, cache: &TextCache) -> Result<Arc<Shelf>> {
        let of = (of, cache.stamp()?);
        Ok(match &self.0 {
            Some((kept, shelf)) if *kept == of => Arc::clone(shelf),
            _ => Arc::clone(&self.0.insert((of, Arc::default())).1),
        })
    }
}

impl Shelf {
    /// The documents and records.
    pub(super) fn items(&self, db: &Connection) -> Result<&Items> {
        once(&self.items, || Items::read(db))
    }

    /// The revisions that documents stand with, and whose they are.
    pub(super) fn current(&self, db: &Connection) -> Result<&HashMap<RevisionId, u32>> {
        once(&self.current, || {
            let items = self.items(db)?;
            let mut of = HashMap::with_capacity(items.documents);
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
        let holders = once(&self.holders, || Holders::read(db, cache, self.items(db)?, self.current(db)?))?;
        for (place, content) in contents.iter().enumerate() {
            holders.of(*content).iter().for_each(|holder| see(place, *holder));
        }
        Ok(())
    }
}

fn once<T>(cell: &OnceLock<T>, read: impl FnOnce() -> Result<T>) -> Result<&T> {
    if let Some(known) = cell.get() {
        return Ok(known);
    }
    let new = read()?;
    Ok(cell.get_or_init(|| new))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;
    use crate::extract::extract_bytes;

    #[test]
    fn a_shelf_is_kept_until_tables_or_cache_are_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("text.db");
        let put = |cache: &TextCache, text: &[u8]| {
            cache.put_many(&[(Digest::of(text), extract_bytes(text))]).unwrap();
        };
        let mut last = LastShelf::default();
        let cache = TextCache::open(&path).unwrap();
        put(&cache, b"one");
        let first = last.of(1, &cache).unwrap();
        assert!(Arc::ptr_eq(&first, &last.of(1, &TextCache::open(&path).unwrap()).unwrap()));
        put(&cache, b"two");
        let second = last.of(1, &cache).unwrap();
        assert!(!Arc::ptr_eq(&first, &second), "another content is known");
        drop(cache);
        std::fs::remove_file(&path).unwrap();
        let anew = TextCache::open(&path).unwrap();
        put(&anew, b"two");
        put(&anew, b"one");
        let third = last.of(1, &anew).unwrap();
        assert!(!Arc::ptr_eq(&second, &third), "the same ids are other contents");
        assert!(!Arc::ptr_eq(&third, &last.of(2, &anew).unwrap()), "other tables");
    }
}
