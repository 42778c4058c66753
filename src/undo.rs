//! Undoing the last change: every event gets the event that takes it back, newest first. What somebody else relies on
//! (an approval, a review's outcome, an issued pack) is not taken back; it is followed by something new.

use std::ops::Range;

use uuid::Uuid;

use crate::error::{Result, reasons};
use crate::ledger::{self, Entry};
use crate::mapping;
use crate::rebuild;
use crate::workspace::Workspace;

reasons! {
    /// Something was mapped since to what would be gone.
    change_built_upon() = Refused;
}

/// Takes back the entries of some ranges, in one transaction: all of them, or none. It costs the same whatever the
/// ledger's size.
///
/// # Errors
/// `refused` where one of them cannot be taken back, or where something was entered since that stands on it.
pub fn undo(workspace: &mut Workspace, ranges: &[Range<u64>]) -> Result<()> {
    let mut events = Vec::new();
    for range in ranges {
        ledger::for_each_entry(workspace.db(), range.clone(), |seq, bytes| {
            events.push((seq, rebuild::read(Entry::parse(bytes)?.event())?));
            Ok(())
        })?;
    }
    events.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    workspace.transact(|tx| {
        let mut subjects: Vec<Uuid> = Vec::new();
        for (seq, event) in &events {
            subjects.extend(event.subjects(tx.db())?);
            event.take_back(tx, *seq)?;
        }
        // A document or record that is gone may leave no mapping behind.
        for subject in subjects {
            if mapping::left_behind(tx.db(), subject)? {
                return Err(change_built_upon());
            }
        }
        Ok(())
    })
}
