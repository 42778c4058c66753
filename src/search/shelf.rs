//! What a search looks through, read once and kept: reading it takes longer than most searches do. After a change only what
//! that touched is read again.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use rusqlite::Connection;

use super::cache::{Stamp, TextCache};
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
    items: OnceLock<Items>,
    told: OnceLock<Told>,
    current: OnceLock<HashMap<RevisionId, u32>>,
    days: OnceLock<Vec<Option<Day>>>,
    media: OnceLock<Vec<(Media, u32)>>,
    holders: OnceLock<Holders>,
}

/// What the last search looked through, kept for the next one; of 100,000 documents it takes some 30 MB. `Of` says which
/// tables were asked.
pub struct LastShelf<Of>(Option<Kept<Of>>);

struct Kept<Of> {
    of: Of,
    state: (Head, Stamp),
    shelf: Arc<Shelf>,
}

impl<Of> Default for LastShelf<Of> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Of: PartialEq> LastShelf<Of> {
    /// The shelf of these tables, made of a ledger up to `head`, and this cache: the one that is kept, or that with what was
    /// touched since, or an empty one that reads what it is asked for. `db` is given where the ledger stands beside the
    /// tables.
    pub fn of(&mut self, of: Of, head: Head, db: Option<&Connection>, cache: &TextCache) -> Result<Arc<Shelf>> {
        let state = (head, cache.stamp()?);
        let shelf = match self.0.take().filter(|kept| kept.of == of) {
            Some(kept) if kept.state == state => kept.shelf,
            Some(kept) => Arc::new(match db {
                Some(db) => kept.shelf.after(db, cache, kept.state, state)?,
                None => Shelf::default(),
            }),
            None => Arc::default(),
        };
        self.0 = Some(Kept { of, state, shelf: Arc::clone(&shelf) });
        Ok(shelf)
    }
}

impl Shelf {
    /// The same after a change, with what is different between two states; an empty one where that is much.
    fn after(&self, db: &Connection, cache: &TextCache, then: (Head, Stamp), now: (Head, Stamp)) -> Result<Self> {
        let Some(known) = self.items.get() else { return Ok(Self::default()) };
        let _state = one_state(db)?;
        // To look one up by itself takes about as long as to read six of them in order.
        let most = known.len() / 6 + 50;
        let Some(since) = Since::read(db, cache, then, now, most)? else { return Ok(Self::default()) };
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
        let holders =
            self.holders.get().map(|holders| holders.after(db, cache, &items, &touched, &since)).transpose()?;
        Ok(Self {
            told: known_of(told),
            items: OnceLock::from(items),
            current: known_of(current),
            days: known_of(days),
            media: known_of(media),
            holders: known_of(holders),
        })
    }

    /// The documents and records.
    pub(super) fn items(&self, db: &Connection) -> Result<&Items> {
        once(&self.items, || Items::read(db))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;
    use crate::documents::{self, DocumentKind, NewDocument};
    use crate::extract::extract_bytes;
    use crate::rebuild;

    /// Where the ledger is not at hand, nothing of one state is taken for another.
    #[test]
    fn a_shelf_is_kept_until_tables_or_cache_are_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("text.db");
        let put = |cache: &TextCache, text: &[u8]| {
            cache.put_many(&[(Digest::of(text), extract_bytes(text))]).unwrap();
        };
        let mut last = LastShelf::default();
        let mut of = |size: u64, cache: &TextCache| {
            last.of((), Head { size, root: Digest::of(&size.to_le_bytes()) }, None, cache).unwrap()
        };
        let cache = TextCache::open(&path).unwrap();
        put(&cache, b"one");
        let first = of(1, &cache);
        assert!(Arc::ptr_eq(&first, &of(1, &TextCache::open(&path).unwrap())));
        put(&cache, b"two");
        let second = of(1, &cache);
        assert!(!Arc::ptr_eq(&first, &second), "another content is known");
        drop(cache);
        std::fs::remove_file(&path).unwrap();
        let anew = TextCache::open(&path).unwrap();
        put(&anew, b"two");
        put(&anew, b"one");
        let third = of(1, &anew);
        assert!(!Arc::ptr_eq(&second, &third), "the same ids are other contents");
        assert!(!Arc::ptr_eq(&third, &of(2, &anew)), "other tables");
    }
    #[test]
    fn after_a_change_what_was_read_before_is_kept_and_what_was_not_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let mut workspace = rebuild::create_workspace(&at("ws"), &at("config")).unwrap();
        let cache = TextCache::open(&at("text.db")).unwrap();
        let mut add = |code: &str| {
            let new = NewDocument::new(code, "Doors", DocumentKind::Policy);
            workspace.transact(|tx| documents::register(tx, new)).unwrap();
            let db = Connection::open(at("ws/clausebook.db")).unwrap();
            (workspace.head().unwrap(), db)
        };
        let mut last = LastShelf::default();
        let (head, db) = add("P-2");
        let first = last.of((), head, Some(&db), &cache).unwrap();
        assert_eq!(first.days(&db).unwrap().len(), 1);
        let (head, db) = add("P-1");
        let second = last.of((), head, Some(&db), &cache).unwrap();
        let items = second.items.get().unwrap();
        let [kept, new] = [0, 1].map(|place| items.ids[place]);
        assert_eq!(kept, first.items.get().unwrap().ids[0], "it keeps its place");
        assert_eq!((items.at_rank(0), items.at_rank(1)), (1, 0), "and {new:?} is shown before it");
        assert!(second.days.get().is_some_and(|days| days[1].is_some()));
        assert!(second.holders.get().is_none());
    }
}
