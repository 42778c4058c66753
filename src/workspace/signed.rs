//! Whether the ledger lies under a signature, and whose it says it is. Nothing is written on top of entries that no enrolled key
//! signed: the next signature would cover them too, and nobody would see any more that they were put there.

use rusqlite::Connection;
use uuid::Uuid;

use super::ledgersaid::LedgerEvent;
use super::machines::MachineEvent;
use crate::error::Result;
use crate::ledger::{self, Checkpoint, Entry, Head, VerifierKey};

/// What stands before a workspace's identity in the name under which its ledger is signed.
pub(super) const ORIGIN: &str = "clausebook.local/";

/// A key, and the entry that enrols it.
type Enrolled = (u64, VerifierKey);

/// The first and the last of the entries at the end that no enrolled key signed; nothing where the whole ledger lies under a
/// signature, or where an earlier program wrote it: its first change signs all of it.
pub(super) fn unsigned(db: &Connection, head: Head, origin: &str) -> Result<Option<(u64, u64)>> {
    let Some(last) = head.size.checked_sub(1) else { return Ok(None) };
    if signed(db, head, origin, &by_table(db)?)? {
        return Ok(None);
    }
    // Tables may have lost a row: that is no fault of the entries.
    let keys = by_entries(db, head.size)?;
    if keys.is_empty() && form(db, last)? == 1 {
        return Ok(None);
    }
    if signed(db, head, origin, &keys)? {
        return Ok(None);
    }
    for size in ledger::signed_sizes(db, 0..last)?.into_iter().rev() {
        let there = Head { size, root: ledger::root_at(db, size)? };
        if signed(db, there, origin, &keys)? {
            return Ok(Some((size, last)));
        }
    }
    Ok(Some((0, last)))
}

/// The entries that lay under no signature when the next ones were written, and that nobody accepted, in spans: one machine writes in
/// one name at one instant, and signs what it wrote with it.
///
/// # Errors
/// `ledger_damaged` for what is no entry.
pub fn signed_late(db: &Connection) -> Result<Vec<(u64, u64)>> {
    let size = ledger::head(db)?.size;
    let mut ends = ledger::signed_sizes(db, 0..size)?.into_iter().peekable();
    // What was written since the last signature: its first entry, and the first of what was written last.
    let mut open: Option<(u64, u64, (Uuid, String, i64))> = None;
    let (mut late, mut accepted) = (Vec::new(), Vec::new());
    ledger::for_each_entry(db, 0..size, |seq, bytes| {
        let entry = Entry::parse(bytes)?;
        if ledger::kind_of(entry.event()) == Some("ledger.unsigned_accepted")
            && let LedgerEvent::UnsignedAccepted { from, to, .. } = serde_json::from_str(entry.event())?
            && to < seq
        {
            accepted.push((from, to));
        }
        let written = (entry.site, entry.actor, entry.said_at);
        if entry.v >= 2 {
            open = match open.take() {
                Some((first, own, last)) => Some((first, if last == written { own } else { seq }, written)),
                None => Some((seq, seq, written)),
            };
        }
        if ends.next_if_eq(&(seq + 1)).is_some()
            && let Some((first, own, _)) = open.take()
            && own > first
        {
            late.push((first, own - 1));
        }
        Ok(())
    })?;
    let covered = |(from, to): &(u64, u64)| accepted.iter().any(|(first, last)| first <= from && to <= last);
    Ok(late.into_iter().filter(|span| !covered(span)).collect())
}

/// The identity that the ledger itself says: that under which its first key was enrolled, or, in a ledger of the first form, that
/// under which it was signed. Nothing where it says none.
pub(super) fn identity(db: &Connection) -> Result<Option<Uuid>> {
    let mut keys = by_table(db)?;
    if keys.is_empty() {
        keys = by_entries(db, ledger::head(db)?.size)?;
    }
    let name = match keys.first() {
        Some((_, key)) => Some(key.name().to_owned()),
        None => ledger::last_checkpoint(db)?.and_then(|note| Some(Checkpoint::parse(&note).ok()?.origin)),
    };
    Ok(name.and_then(|name| Uuid::parse_str(name.strip_prefix(ORIGIN)?).ok()))
}

/// Whether one of these keys, enrolled before, signed that state.
fn signed(db: &Connection, head: Head, origin: &str, keys: &[Enrolled]) -> Result<bool> {
    let notes = ledger::checkpoints_of(db, head.size)?;
    let says = |note: &String, key: &VerifierKey| {
        Checkpoint::verify(note, key).is_ok_and(|said| (said.size, said.root) == (head.size, head.root))
    };
    let mut keys = keys.iter().filter(|(entry, key)| *entry < head.size && key.name() == origin);
    Ok(keys.any(|(_, key)| notes.iter().any(|note| says(note, key))))
}

/// The keys that entries enrol. A table says where these stand; which key it is, the entry says: tables are no part of what is
/// signed.
fn by_table(db: &Connection) -> Result<Vec<Enrolled>> {
    let mut all = db.prepare_cached("SELECT entry FROM machine_key ORDER BY entry")?;
    let entries: Vec<u64> = all.query_map([], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?;
    let mut keys = Vec::new();
    for seq in entries {
        keys.extend(ledger::entry_bytes(db, seq)?.and_then(|bytes| Some((seq, key_in(&bytes)?))));
    }
    Ok(keys)
}

/// The same without any table.
fn by_entries(db: &Connection, size: u64) -> Result<Vec<Enrolled>> {
    let mut keys = Vec::new();
    ledger::for_each_entry(db, 0..size, |seq, bytes| {
        keys.extend(key_in(bytes).map(|key| (seq, key)));
        Ok(())
    })?;
    Ok(keys)
}

/// The key that an entry of the second form enrols.
fn key_in(bytes: &[u8]) -> Option<VerifierKey> {
    // Most entries enrol none, and need not be read for that.
    bytes.windows(KIND.len()).any(|part| part == KIND).then_some(())?;
    let entry = Entry::parse(bytes).ok().filter(|entry| entry.v >= 2)?;
    let MachineEvent::KeyEnrolled { key, .. } = serde_json::from_str(entry.event()).ok()?;
    key.parse().ok()
}

const KIND: &[u8] = b"machine.key_enrolled";

/// The form of an entry.
fn form(db: &Connection, seq: u64) -> Result<u32> {
    let bytes = ledger::entry_bytes(db, seq)?.unwrap_or_default();
    Ok(Entry::parse(&bytes)?.v)
}
