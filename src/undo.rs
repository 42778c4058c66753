//! Undoing the last change: every event gets the event that takes it back, newest first. What somebody else
//! relies on — an approval, a review's outcome, an issued pack — is not taken back; it is followed by something new.

use std::ops::Range;

use rusqlite::Connection;
use serde::Deserialize;

use crate::day::Due;
use crate::documents::{self, DocumentEvent};
use crate::error::{Code, Error, Result};
use crate::ids::{DocumentId, LinkId};
use crate::ledger::{self, Entry};
use crate::mapping::{self, ItemId, MappingEvent, NewLink};
use crate::records::{self, RecordEvent};
use crate::workspace::{Tx, Workspace};

/// Takes back the entries of a range, in one transaction: all of them, or none.
///
/// # Errors
/// `refused` where one of them cannot be taken back, or where something was entered since that stands on it.
pub fn undo(workspace: &mut Workspace, range: Range<u64>) -> Result<()> {
    let mut events = Vec::new();
    ledger::for_each_entry(workspace.db(), range.clone(), |_, bytes| {
        events.push(Entry::parse(bytes)?.event().to_owned());
        Ok(())
    })?;
    workspace.transact(|tx| events.iter().rev().try_for_each(|event| take_back(tx, event, range.start)))
}

fn take_back(tx: &mut Tx<'_>, event: &str, before: u64) -> Result<()> {
    if let Some(event) = read::<MappingEvent>(event) {
        return match event {
            MappingEvent::Linked { item, reference, .. } => mapping::unlink(tx, item, &reference, "undone"),
            MappingEvent::Unlinked { id, .. } => link_again(tx, id, before),
            MappingEvent::ProposalDeclined { item, reference, .. } => mapping::reopen(tx, item, &reference),
            MappingEvent::ProposalReopened { .. } => Err(refused()),
        };
    }
    if let Some(RecordEvent::Filed { id, .. }) = read(event) {
        if !mapping::of_item(tx.db(), ItemId::Record(id))?.is_empty() {
            return Err(refused());
        }
        return records::take_back(tx, id);
    }
    match read::<DocumentEvent>(event) {
        Some(DocumentEvent::Registered { id, .. }) => {
            if !mapping::of_item(tx.db(), ItemId::Document(id))?.is_empty() {
                return Err(refused());
            }
            documents::take_back(tx, id)
        }
        Some(DocumentEvent::RevisionFiled { document, revision, .. }) => {
            documents::take_back_revision(tx, document, revision)
        }
        Some(DocumentEvent::NextReviewSet { document, .. }) => {
            let due = due_before(tx.db(), document, before)?;
            let document = documents::by_id(tx.db(), document)?;
            documents::set_next_review(tx, &document, due)
        }
        _ => Err(refused()),
    }
}

fn read<'a, E: Deserialize<'a>>(event: &'a str) -> Option<E> {
    serde_json::from_str(event).ok()
}

/// The mapping that was taken back, made again as it was.
fn link_again(tx: &mut Tx<'_>, wanted: LinkId, before: u64) -> Result<()> {
    let mut there = None;
    earlier(tx.db(), before, &wanted.to_string(), &mut |event| {
        if let Some(MappingEvent::Linked { id, item, reference, strength, reason, variance, scope, origin }) =
            read(event)
            && id == wanted
        {
            there = Some(NewLink { item, reference, strength, reason, variance, scope, origin });
        }
    })?;
    mapping::link(tx, there.ok_or_else(refused)?).map(|_| ())
}

fn due_before(db: &Connection, wanted: DocumentId, before: u64) -> Result<Option<Due>> {
    let mut last = None;
    earlier(db, before, &wanted.to_string(), &mut |event| {
        if let Some(DocumentEvent::NextReviewSet { document, due }) = read(event)
            && document == wanted
        {
            last = due;
        }
    })?;
    Ok(last)
}

/// Reads the earlier events that name an identifier, oldest first.
fn earlier(db: &Connection, before: u64, id: &str, see: &mut dyn FnMut(&str)) -> Result<()> {
    ledger::for_each_entry(db, 0..before, |_, bytes| {
        if bytes.windows(id.len()).any(|part| part == id.as_bytes()) {
            see(Entry::parse(bytes)?.event());
        }
        Ok(())
    })
}

fn refused() -> Error {
    Error::new(
        Code::Refused,
        "This cannot be undone",
        "What was approved, decided or handed out stays in the history; enter what holds now.",
    )
}
