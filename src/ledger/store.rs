//! The ledger in SQLite: append in O(log n), hashes read back by position.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::entry::{Entry, NewEntry, room_of};
use super::note::{self, Checkpoint, VerifierKey};
use super::{refusals, tree};
use crate::digest::Digest;
use crate::error::{Error, Result};

/// How far a ledger reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Number of entries.
    pub size: u64,
    /// Root of the tree over them.
    pub root: Digest,
}

/// What an append gave.
#[derive(Debug, Clone)]
pub struct Appended {
    /// Position.
    pub seq: u64,
    /// Identifier.
    pub id: Uuid,
    /// UTC, milliseconds since 1970.
    pub at: i64,
}

/// Creates the tables.
pub fn create(db: &Connection) -> Result<()> {
    Ok(db.execute_batch(include_str!("../../schema/ledger.sql"))?)
}

/// Creates the tables of the first form, with which a ledger of that form is compared.
pub fn create_1(db: &Connection) -> Result<()> {
    Ok(db.execute_batch(include_str!("../../schema/ledger-1.sql"))?)
}

/// Appends within one transaction. It keeps the tree's right edge, so an append reads nothing; it is thrown
/// away with its transaction, so a rolled-back append leaves no trace in it.
pub struct Appender {
    size: u64,
    last_at: i64,
    /// Hashes of the complete subtrees, largest first.
    edge: Vec<Digest>,
    /// Random bytes for salts, fetched for many entries at once.
    random: RefCell<Vec<u8>>,
}

impl Appender {
    /// Reads where the ledger ends.
    pub fn load(db: &Connection) -> Result<Self> {
        let size = size(db)?;
        let last_at: Option<i64> =
            db.prepare_cached("SELECT at FROM entry WHERE seq = ?1 - 1")?.query_row([size], |r| r.get(0)).optional()?;
        let mut edge = Vec::new();
        for level in (0..u64::BITS).rev().filter(|level| size >> level & 1 == 1) {
            edge.push(node_hash(db, level, (size >> level) - 1)?);
        }
        Ok(Self { size, last_at: last_at.unwrap_or(0), edge, random: RefCell::default() })
    }

    /// When the last entry was written; 0 where there is none.
    pub fn last_at(&self) -> i64 {
        self.last_at
    }

    /// Where the ledger ends now.
    pub fn head(&self) -> Head {
        let root = self.edge.iter().rev().copied().reduce(|right, left| tree::node(&left, &right));
        Head { size: self.size, root: root.unwrap_or_else(tree::empty) }
    }

    /// Lets the ledger's time go on from where it stood before an entry: a person said that what stands from there on was
    /// written by a wrong clock.
    pub fn time_as_before(&mut self, db: &Connection, seq: u64) -> Result<()> {
        self.last_at = match seq.checked_sub(1) {
            Some(before) => entry_at(db, before)?.map_or(0, |(at, _)| at),
            None => 0,
        };
        Ok(())
    }

    /// Appends one event. The entry keeps what the clock said; the ledger's own time never runs backwards, so that a day is
    /// always a beginning of the ledger.
    pub fn append(&mut self, db: &Connection, site: Uuid, actor: &str, said_at: i64, event: &str) -> Result<Appended> {
        let at = said_at.max(self.last_at);
        let id = Uuid::now_v7();
        let seq = self.size;
        let salt = hex::encode(self.salt()?);
        let event: &RawValue = serde_json::from_str(event)?;
        let entry = NewEntry { v: 2, id, site, said_at, actor, salt: &salt, event };
        let bytes = serde_json::to_vec(&entry)?;
        db.prepare_cached("INSERT INTO entry (seq, id, at, bytes) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            seq,
            id.as_bytes(),
            at,
            bytes
        ])?;
        self.grow(db, tree::leaf(&bytes))?;
        self.last_at = at;
        Ok(Appended { seq, id, at })
    }

    fn grow(&mut self, db: &Connection, leaf: Digest) -> Result<()> {
        let mut insert = db.prepare_cached("INSERT INTO node (pos, hash) VALUES (?1, ?2)")?;
        let mut position = tree::stored_count(self.size);
        insert.execute(params![position, leaf])?;
        let mut hash = leaf;
        for _ in 0..self.size.trailing_ones() {
            let Some(left) = self.edge.pop() else {
                return Err(Error::internal("the tree's edge does not fit its size"));
            };
            hash = tree::node(&left, &hash);
            position += 1;
            insert.execute(params![position, hash])?;
        }
        self.edge.push(hash);
        self.size += 1;
        Ok(())
    }

    fn salt(&self) -> Result<[u8; 32]> {
        let mut random = self.random.borrow_mut();
        if random.len() < 32 {
            random.resize(32 * 64, 0);
            getrandom::fill(&mut random).map_err(|e| Error::internal(format_args!("no randomness: {e}")))?;
        }
        let rest = random.len() - 32;
        let mut salt = [0u8; 32];
        salt.copy_from_slice(&random[rest..]);
        random.truncate(rest);
        Ok(salt)
    }
}

fn size(db: &Connection) -> Result<u64> {
    Ok(db.prepare_cached("SELECT coalesce(max(seq) + 1, 0) FROM entry")?.query_row([], |r| r.get(0))?)
}

fn node_hash(db: &Connection, level: u32, index: u64) -> Result<Digest> {
    let found = db
        .prepare_cached("SELECT hash FROM node WHERE pos = ?1")?
        .query_row([tree::stored_position(level, index)], |r| r.get(0))
        .optional()?;
    found.ok_or_else(|| refusals::ledger_damaged("tree_damaged"))
}

/// Holds one state of the database for several questions, until it is dropped: they agree with each other whatever
/// another program writes meanwhile. Within a transaction there is one already, and nothing is held.
pub fn one_state(db: &Connection) -> Result<Option<Transaction<'_>>> {
    Ok(if db.is_autocommit() { Some(db.unchecked_transaction()?) } else { None })
}

/// Where the ledger ends.
pub fn head(db: &Connection) -> Result<Head> {
    let _state = one_state(db)?;
    let size = size(db)?;
    Ok(Head { size, root: root_at(db, size)? })
}

/// The root over the first `size` entries.
pub fn root_at(db: &Connection, size: u64) -> Result<Digest> {
    let _state = one_state(db)?;
    tree::root(size, &|level, index| node_hash(db, level, index))
}

/// Proof that entry `seq` is among the first `size`.
pub fn inclusion(db: &Connection, seq: u64, size: u64) -> Result<Vec<Digest>> {
    let _state = one_state(db)?;
    tree::inclusion(seq, size, &|level, index| node_hash(db, level, index))
}

/// Proof that the first `old` entries are the beginning of the first `size`.
pub fn consistency(db: &Connection, old: u64, size: u64) -> Result<Vec<Digest>> {
    let _state = one_state(db)?;
    tree::consistency(old, size, &|level, index| node_hash(db, level, index))
}

/// The exact bytes of one entry.
pub fn entry_bytes(db: &Connection, seq: u64) -> Result<Option<Vec<u8>>> {
    Ok(db.prepare_cached("SELECT bytes FROM entry WHERE seq = ?1")?.query_row([seq], |r| r.get(0)).optional()?)
}

/// The exact bytes of an entry that has to be there.
///
/// # Errors
/// `ledger_damaged` where it is not.
pub fn entry_bytes_there(db: &Connection, seq: u64) -> Result<Vec<u8>> {
    entry_bytes(db, seq)?.ok_or_else(|| refusals::ledger_damaged("entry_missing"))
}

/// The ledger's time for one entry, and its exact bytes.
pub fn entry_at(db: &Connection, seq: u64) -> Result<Option<(i64, Vec<u8>)>> {
    let mut find = db.prepare_cached("SELECT at, bytes FROM entry WHERE seq = ?1")?;
    Ok(find.query_row([seq], |r| Ok((r.get(0)?, r.get(1)?))).optional()?)
}

/// The position of the entry with that identifier.
pub fn seq_of(db: &Connection, id: Uuid) -> Result<Option<u64>> {
    Ok(db.prepare_cached("SELECT seq FROM entry WHERE id = ?1")?.query_row([id.as_bytes()], |r| r.get(0)).optional()?)
}

/// The rooms whose events a range of entries are, as [`room_of`] names them.
pub fn rooms_of(db: &Connection, range: Range<u64>) -> Result<BTreeSet<String>> {
    let mut rooms = BTreeSet::new();
    for_each_entry(db, range, |_, bytes| {
        rooms.extend(room_of(Entry::parse(bytes)?.event()).map(str::to_owned));
        Ok(())
    })?;
    Ok(rooms)
}

/// Hands over a range of entries, in order.
pub fn for_each_entry(
    db: &Connection,
    range: Range<u64>,
    mut each: impl FnMut(u64, &[u8]) -> Result<()>,
) -> Result<()> {
    for_each_timed(db, range, |seq, _, bytes| each(seq, bytes))
}

/// Hands over a range of entries, in order, each with the ledger's time for it.
pub fn for_each_timed(
    db: &Connection,
    range: Range<u64>,
    mut each: impl FnMut(u64, i64, &[u8]) -> Result<()>,
) -> Result<()> {
    let sql = "SELECT seq, at, bytes FROM entry WHERE seq >= ?1 AND seq < ?2 ORDER BY seq";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([range.start, range.end])?;
    while let Some(row) = rows.next()? {
        let bytes = row.get_ref(2)?.as_blob().map_err(|_| refusals::ledger_damaged("entry_altered"))?;
        each(row.get(0)?, row.get(1)?, bytes)?;
    }
    Ok(())
}

/// The last entry written at or before an instant.
pub fn last_seq_at(db: &Connection, at: i64) -> Result<Option<u64>> {
    Ok(db.prepare_cached("SELECT max(seq) FROM entry WHERE at <= ?1")?.query_row([at], |r| r.get(0))?)
}

/// So many entries at the end are counted at every start: what an interrupted copy or a bad disk left out last.
const TAIL: u64 = 1_000;

/// The cheap check at every start: no gap in the last entries, the end of the entries is the end of the tree, and the
/// tree is still the one that was signed last. It takes as long for ten entries as for ten million; the whole chain is
/// recomputed by `verify`.
pub fn check_tail(db: &Connection) -> Result<()> {
    let _state = one_state(db)?;
    let size = size(db)?;
    let first = size.saturating_sub(TAIL);
    let count: u64 = db.query_row("SELECT count(*) FROM entry WHERE seq >= ?1", [first], |r| r.get(0))?;
    if count != size - first {
        return Err(refusals::ledger_damaged("entry_missing"));
    }
    let nodes: Option<u64> = db.query_row("SELECT max(pos) + 1 FROM node", [], |r| r.get(0))?;
    if nodes.unwrap_or(0) != tree::stored_count(size) {
        return Err(refusals::ledger_damaged("entries_cut"));
    }
    if let Some(last) = size.checked_sub(1) {
        let bytes = entry_bytes_there(db, last)?;
        if tree::leaf(&bytes) != node_hash(db, 0, last)? {
            return Err(refusals::ledger_damaged("entry_altered"));
        }
    }
    if let Some(note) = last_checkpoint(db)? {
        let signed = Checkpoint::parse(&note).map_err(|_| refusals::ledger_damaged("checkpoint_unreadable"))?;
        if signed.size > size {
            return Err(refusals::ledger_damaged("entries_cut"));
        }
        if root_at(db, signed.size)? != signed.root {
            return Err(refusals::ledger_damaged("ledger_rewritten"));
        }
    }
    Ok(())
}

/// Brings a ledger of the first form into the present one. Entries and checkpoints stay as they are.
pub fn upgrade_from_1(db: &Connection) -> Result<()> {
    db.execute_batch(include_str!("../../schema/ledger-2.sql"))?;
    let mut old = db.prepare("SELECT note FROM checkpoint_of_1 ORDER BY size")?;
    let notes: Vec<String> = old.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    for note in &notes {
        store_checkpoint(db, note)?;
    }
    drop(old);
    Ok(db.execute_batch("DROP TABLE checkpoint_of_1")?)
}

/// Keeps a signed checkpoint.
pub fn store_checkpoint(db: &Connection, note: &str) -> Result<()> {
    let checkpoint = Checkpoint::parse(note)?;
    let mut put = db.prepare_cached("INSERT INTO checkpoint (size, signer, note) VALUES (?1, ?2, ?3)")?;
    put.execute(params![checkpoint.size, note::signer(note)?, note])?;
    Ok(())
}

/// The checkpoint of exactly that size by that key, if it signed one.
pub fn checkpoint_at(db: &Connection, size: u64, key: &VerifierKey) -> Result<Option<String>> {
    let mut find = db.prepare_cached("SELECT note FROM checkpoint WHERE size = ?1 AND signer = ?2")?;
    Ok(find.query_row(params![size, key.signer()], |r| r.get(0)).optional()?)
}

/// The checkpoints of exactly that size, by whichever machine.
pub fn checkpoints_of(db: &Connection, size: u64) -> Result<Vec<String>> {
    let mut find = db.prepare_cached("SELECT note FROM checkpoint WHERE size = ?1")?;
    Ok(find.query_map([size], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The sizes at which a range of entries was signed, in order: where transactions ended.
pub fn signed_sizes(db: &Connection, range: Range<u64>) -> Result<Vec<u64>> {
    let mut find = db.prepare("SELECT DISTINCT size FROM checkpoint WHERE size > ?1 AND size <= ?2 ORDER BY size")?;
    let sizes = find.query_map([range.start, range.end], |r| r.get(0))?;
    Ok(sizes.collect::<rusqlite::Result<_>>()?)
}

/// The newest stored checkpoint that has one of these hashes: its size and its hash.
pub fn checkpoint_hashed(db: &Connection, hashes: &[Digest]) -> Result<Option<(u64, Digest)>> {
    let mut all = db.prepare("SELECT size, note FROM checkpoint ORDER BY size DESC")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let hash = Digest::of(row.get_ref(1)?.as_bytes().unwrap_or_default());
        if hashes.contains(&hash) {
            return Ok(Some((row.get(0)?, hash)));
        }
    }
    Ok(None)
}

/// The checkpoint that reaches furthest, by whichever machine.
pub fn last_checkpoint(db: &Connection) -> Result<Option<String>> {
    Ok(db.query_row("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1", [], |r| r.get(0)).optional()?)
}
