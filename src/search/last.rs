//! What the last search looked through: kept for the next one, and in the cache for the next start of the program.

use std::collections::BTreeSet;
use std::sync::Arc;

use rusqlite::Connection;

use super::cache::{Stamp, TextCache};
use super::shelf::Shelf;
use super::stored::Stored;
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{Head, head, one_state};
use crate::rebuild;

/// So many entries are caught up with in less time than it takes to keep it anew.
const NEAR: u64 = 500;

/// What the last search looked through, kept for the next one; of 100,000 documents it takes some 40 MB. `Of` says which
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
    /// touched since, or an empty one that reads what it is asked for. `db` is given, with the day for which the tables stand,
    /// where the ledger stands beside them.
    pub fn of(&mut self, of: Of, head: Head, db: Option<(&Connection, Day)>, cache: &TextCache) -> Result<Arc<Shelf>> {
        let state = (head, cache.stamp()?);
        let shelf = match self.0.take().filter(|kept| kept.of == of) {
            Some(kept) if kept.state == state => kept.shelf,
            Some(kept) => Arc::new(match db {
                Some((db, _)) => kept.shelf.after(db, cache, (kept.state, state), BTreeSet::default())?,
                None => Shelf::default(),
            }),
            None => match db {
                Some((db, day)) => Arc::new(stored(db, day, state, cache)?.unwrap_or_default()),
                None => Arc::default(),
            },
        };
        self.0 = Some(Kept { of, state, shelf: Arc::clone(&shelf) });
        Ok(shelf)
    }

    /// Keeps the last one in the cache, where there are so many documents and records that it is worth it and what is kept there
    /// lies far behind: it is asked first when the program starts again. `db` are the tables it was made of, as they stand for
    /// a day.
    pub fn keep(&self, db: &Connection, day: Day, cache: &TextCache, worth_it: usize) -> Result<()> {
        let Some(Kept { state, shelf, .. }) = &self.0 else { return Ok(()) };
        let near = |(size, stood): (u64, Day)| stood == day && size <= state.0.size && state.0.size - size < NEAR;
        if shelf.known().is_none_or(|count| count < worth_it) || cache.stored_until(rebuild::VERSION)?.is_some_and(near)
        {
            return Ok(());
        }
        let _state = one_state(db)?;
        if (head(db)?, cache.stamp()?) != *state {
            return Ok(());
        }
        let bytes = shelf.write(db, cache)?;
        cache.store(rebuild::VERSION, &Stored { state: *state, day, bytes })
    }
}

/// What was kept in the cache, with what was touched since and what stands otherwise on this day.
fn stored(db: &Connection, day: Day, state: (Head, Stamp), cache: &TextCache) -> Result<Option<Shelf>> {
    let Some(stored) = cache.stored(rebuild::VERSION)? else { return Ok(None) };
    let Some(shelf) = Shelf::parse(&stored.bytes) else { return Ok(None) };
    let _state = one_state(db)?;
    let others = if stored.day == day { BTreeSet::default() } else { shelf.stand_otherwise(db)? };
    if stored.state == state && others.is_empty() {
        return Ok(Some(shelf));
    }
    Ok(Some(shelf.after(db, cache, (stored.state, state), others)?))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

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
        let day = Day::new(2026, 1, 15).unwrap();
        let first = last.of((), head, Some((&db, day)), &cache).unwrap();
        assert_eq!(first.days(&db).unwrap().len(), 1);
        let (head, db) = add("P-1");
        let second = last.of((), head, Some((&db, day)), &cache).unwrap();
        let items = second.items.get().unwrap();
        let [kept, new] = [0, 1].map(|place| items.ids[place]);
        assert_eq!(kept, first.items.get().unwrap().ids[0], "it keeps its place");
        assert_eq!((items.at_rank(0), items.at_rank(1)), (1, 0), "and {new:?} is shown before it");
        assert!(second.days.get().is_some_and(|days| days[1].is_some()));
        assert!(second.holders.get().is_none());
    }
}
