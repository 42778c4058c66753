//! Undoing: the newest change of a person is taken back, also after a restart. Every event of it gets the event that takes
//! it back, newest first, in one transaction. What somebody else relies on (an approval, a review's outcome, an issued pack)
//! is not taken back; it is followed by something new.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::day::Day;
use crate::error::{Error, Result, reasons};
use crate::ids::{DocumentId, RecordId};
use crate::items::ItemId;
use crate::ledger::{self, Entry};
use crate::workspace::{
    Batch, BatchEvent, BatchState, Change, Later, Undoing, Workspace, batch_with, batches_of, change_final,
    entries_since, last_batches, stamped, zone_read,
};
use crate::{approval, documents, mapping, rebuild};

reasons! {
    /// Later entries stand on it, each named by its number, its kind, its day and who wrote it, as the change itself is.
    change_built_upon(step, since) = Refused;
    /// The person's newest change is a final one.
    change_newest_final(step) = Refused;
    /// The person's newest change handed a revision in, which is called off.
    change_handed_in(code, step) = Refused;
    /// The person wrote nothing that could be taken back.
    change_none(actor) = Refused;
    /// No change holds that entry.
    change_unknown(entry) = NotFound;
    /// Somebody else made it.
    change_of_another(actor) = Refused;
    /// It was taken back already, or took something back itself.
    change_taken_back() = Refused;
}

/// An entry in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ChangeEntry")]
pub struct Told {
    /// Position in the ledger.
    pub seq: u64,
    /// What happened, in one word: `document.approved`.
    pub kind: String,
    /// What it is about, as far as the tables still know its name.
    pub about: String,
}

/// What one transaction wrote, in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ChangeShown")]
pub struct Shown {
    /// Its first entry.
    pub first: u64,
    /// Its last entry.
    pub last: u64,
    /// The day, by the organisation's time zone.
    pub day: Day,
    /// What a clock showed there.
    pub time: String,
    /// Who wrote it.
    pub actor: String,
    /// Whether it can be taken back.
    pub state: BatchState,
    /// Its first entries.
    pub entries: Vec<Told>,
    /// How many more there are.
    pub more: u64,
    /// All of its entries, counted by what happened, in the order in which each first stands there.
    pub kinds: Vec<(String, u64)>,
}

/// What undoing did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// What was taken back.
    pub taken_back: Shown,
    /// Newer changes of the same person that stay: they are final, or were taken back in another way.
    pub passed: Vec<Shown>,
    /// The change of the same person before it, which still holds: a long import is several. It can be taken back next, or
    /// it is final and stays.
    pub before: Option<Shown>,
}

/// So many entries of a change are told.
const TOLD: usize = 6;

/// So many changes that stay are told, and so many that were taken back in another way are passed.
const PASSED: usize = 8;

/// So many of the entries that stand on a change are named.
const NAMED: usize = 5;

/// Takes the newest change back that the workspace's actor made and that can be taken back: all of it, or nothing. It costs
/// the same whatever the ledger's size.
///
/// # Errors
/// `change_none` where there is none; `change_built_upon` where later entries stand on it.
pub fn undo(workspace: &mut Workspace) -> Result<Undone> {
    let actor = workspace.actor().to_owned();
    let mut gone = Vec::new();
    for batch in batches_of(workspace.db(), &actor, BatchState::Undoable, u64::MAX >> 1, PASSED)? {
        let shown = show(workspace.db(), &batch)?;
        if take_back(workspace, &batch)? {
            let mut passed = batches_of(workspace.db(), &actor, BatchState::Final, u64::MAX >> 1, PASSED)?;
            passed.retain(|other| other.first > batch.first);
            let mut passed = passed.iter().map(|other| show(workspace.db(), other)).collect::<Result<Vec<_>>>()?;
            passed.append(&mut gone);
            passed.sort_by_key(|other| std::cmp::Reverse(other.first));
            let before = before(workspace.db(), &actor, batch.first)?;
            return Ok(Undone { taken_back: Shown { state: BatchState::Undone, ..shown }, passed, before });
        }
        gone.push(shown);
    }
    Err(change_none(actor))
}

/// The same, unless a final change of the person is newer: nobody takes back unawares what lies before it.
///
/// # Errors
/// As [`undo`]; `change_newest_final`, `change_handed_in`.
pub fn undo_newest(workspace: &mut Workspace) -> Result<Undone> {
    let (db, actor) = (workspace.db(), workspace.actor());
    let finals = batches_of(db, actor, BatchState::Final, u64::MAX >> 1, 1)?;
    let newest = batches_of(db, actor, BatchState::Undoable, u64::MAX >> 1, 1)?;
    match (finals.first(), newest.first()) {
        (Some(last), newest) if newest.is_none_or(|newest| newest.first < last.first) => Err(is_final(db, last)?),
        _ => undo(workspace),
    }
}

/// The refusal that names a final change, and what ends it where that is known.
fn is_final(db: &Connection, batch: &Batch) -> Result<Error> {
    let mut handed_in = None;
    ledger::for_each_entry(db, batch.first..batch.last + 1, |seq, bytes| {
        let event: serde_json::Value = serde_json::from_str(Entry::parse(bytes)?.event())?;
        if event["kind"] == "approval.submitted" {
            handed_in = serde_json::from_value(event["data"]["document"].clone()).ok().map(|document| (seq, document));
        }
        Ok(())
    })?;
    if let Some((seq, document)) = handed_in
        && approval::of_document(db, document)?.iter().any(|one| one.seq == seq && one.ended.is_none())
    {
        return Ok(change_handed_in(documents::by_id(db, document)?.code, named(db, seq)?));
    }
    Ok(change_newest_final(named(db, batch.last)?))
}

/// An entry by its number, its kind, its day and who wrote it.
fn named(db: &Connection, seq: u64) -> Result<String> {
    let Some((stamp, bytes)) = stamped(db, seq)? else { return Ok(seq.to_string()) };
    let kind = ledger::kind_of(Entry::parse(&bytes)?.event()).unwrap_or_default().to_owned();
    Ok(format!("{seq} {kind} {} {}", stamp.day, stamp.actor))
}

/// The newest change of a person before an entry that holds.
fn before(db: &Connection, actor: &str, first: u64) -> Result<Option<Shown>> {
    let mut there = batches_of(db, actor, BatchState::Undoable, first, 1)?;
    there.append(&mut batches_of(db, actor, BatchState::Final, first, 1)?);
    there.iter().max_by_key(|batch| batch.first).map(|batch| show(db, batch)).transpose()
}

/// Takes one change back that the workspace's actor made, named by any of its entries: that one and no other.
///
/// # Errors
/// `change_unknown`, `change_of_another`, `change_final`, `change_taken_back`; `change_built_upon` where later entries stand
/// on it.
pub fn undo_one(workspace: &mut Workspace, entry: u64) -> Result<Undone> {
    let batch = batch_with(workspace.db(), entry)?.ok_or_else(|| change_unknown(entry))?;
    if batch.actor != workspace.actor() {
        return Err(change_of_another(batch.actor));
    }
    match batch.state {
        BatchState::Undoable => {}
        BatchState::Final => return Err(change_final()),
        BatchState::Undone | BatchState::Undo => return Err(change_taken_back()),
    }
    let shown = show(workspace.db(), &batch)?;
    if !take_back(workspace, &batch)? {
        return Err(change_taken_back());
    }
    let before = before(workspace.db(), workspace.actor(), batch.first)?;
    Ok(Undone { taken_back: Shown { state: BatchState::Undone, ..shown }, passed: Vec::new(), before })
}

/// The newest changes of a person, newest first: at most `limit`.
pub fn changes(db: &Connection, actor: &str, limit: usize) -> Result<Vec<Shown>> {
    last_batches(db, actor, limit)?.iter().map(|batch| show(db, batch)).collect()
}

/// Takes one change back; false where everything in it was taken back already.
fn take_back(workspace: &mut Workspace, batch: &Batch) -> Result<bool> {
    let (first, last) = (batch.first, batch.last);
    let mut events = Vec::new();
    ledger::for_each_entry(workspace.db(), first..last + 1, |seq, bytes| {
        let event = Entry::parse(bytes)?.event().to_owned();
        let kind = ledger::kind_of(&event).unwrap_or_default().to_owned();
        events.push((seq, kind, rebuild::read(&event)?));
        Ok(())
    })?;
    events.reverse();
    workspace.transact(|tx| {
        // Another program may have taken it back meanwhile.
        if batch_with(tx.db(), first)?.is_none_or(|there| there.state != BatchState::Undoable) {
            return Ok(false);
        }
        let mut standing = Vec::new();
        let mut there = Vec::new();
        for (seq, kind, event) in &events {
            match since(tx.db(), event.as_ref(), last)? {
                Since::TookBack => {}
                Since::Standing(mut later) => {
                    standing.append(&mut later);
                    there.push((*seq, kind.as_str(), event.as_ref()));
                }
            }
        }
        if there.is_empty() {
            return Ok(false);
        }
        if !standing.is_empty() {
            return Err(built_upon(tx.db(), first, standing)?);
        }
        tx.append(&BatchEvent::Undone { first, last })?;
        let scoped = scoped(tx.db(), &there)?;
        mapping::with_scopes_taken_back(tx, &scoped, |tx| {
            there.iter().try_for_each(|(seq, _, event)| event.take_back(tx, *seq))
        })?;
        Ok(true)
    })
}

/// The documents and records that may belong to less once these events are taken back. What a system's scope holds is final.
fn scoped(db: &Connection, events: &[(u64, &str, &dyn Change)]) -> Result<Vec<ItemId>> {
    let mut items = Vec::new();
    for (_, kind, event) in events {
        match *kind {
            "document.corrected" => {
                items.extend(event.subjects(db)?.into_iter().map(|id| ItemId::Document(DocumentId(id))));
            }
            "record.corrected" => items.extend(event.subjects(db)?.into_iter().map(|id| ItemId::Record(RecordId(id)))),
            _ => {}
        }
    }
    items.sort_unstable();
    items.dedup();
    Ok(items)
}

/// What came of an event since.
enum Since {
    /// Something else took it back.
    TookBack,
    /// These entries stand on it.
    Standing(Vec<u64>),
}

/// What came of an event since its change ended. What was undone, and what undid it, is as if it had never been.
fn since(db: &Connection, event: &dyn Change, last: u64) -> Result<Since> {
    let mut standing = Vec::new();
    for subject in event.subjects(db)? {
        for seq in entries_since(db, subject, last)? {
            if batch_with(db, seq)?.is_some_and(|b| [BatchState::Undone, BatchState::Undo].contains(&b.state)) {
                continue;
            }
            let Some(bytes) = ledger::entry_bytes(db, seq)? else { continue };
            let later = Entry::parse(&bytes)?.event;
            match event.later(later.get()) {
                Later::TookBack => return Ok(Since::TookBack),
                Later::Stands if mapping::holds(db, later.get())? => standing.push(seq),
                Later::Stands | Later::Apart => {}
            }
        }
    }
    Ok(Since::Standing(standing))
}

/// The refusal that names the entries which stand on a change.
fn built_upon(db: &Connection, first: u64, mut standing: Vec<u64>) -> Result<Error> {
    standing.sort_unstable();
    standing.dedup();
    let mut later = standing.iter().take(NAMED).map(|seq| named(db, *seq)).collect::<Result<Vec<_>>>()?;
    if standing.len() > NAMED {
        later.push(String::from("…"));
    }
    Ok(change_built_upon(named(db, first)?, later.join("; ")))
}

/// A change in a few words. Of an undo it is told what it took back, not by which events.
fn show(db: &Connection, batch: &Batch) -> Result<Shown> {
    let mut entries = Vec::new();
    let end = (batch.last + 1).min(batch.first + TOLD as u64);
    let mut read = Vec::new();
    let mut kinds: Vec<(String, u64)> = Vec::new();
    ledger::for_each_entry(db, batch.first..batch.last + 1, |seq, bytes| {
        let event = Entry::parse(bytes)?.event().to_owned();
        let kind = ledger::kind_of(&event).unwrap_or_default();
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind.to_owned(), 1)),
        }
        if seq < end {
            read.push((seq, event));
        }
        Ok(())
    })?;
    for (seq, event) in read {
        let (kind, change) = (ledger::kind_of(&event).unwrap_or_default().to_owned(), rebuild::read(&event)?);
        let itself = change.undoing() == Undoing::Itself;
        entries.push(Told { seq, kind, about: change.about(db)? });
        if itself {
            break;
        }
    }
    let itself = batch.state == BatchState::Undo;
    let more = if itself { 0 } else { batch.last + 1 - end };
    let (first, last, actor, state) = (batch.first, batch.last, batch.actor.clone(), batch.state);
    let zone = zone_read(db, first)?;
    let (day, time) = (zone.day(batch.at), zone.clock(batch.at));
    if itself {
        kinds.truncate(1);
    }
    Ok(Shown { first, last, day, time, actor, state, entries, more, kinds })
}
