//! What each event about a record means.

use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::state::Exit;
use super::{RecordEvent, commands, projection};
use crate::error::Result;
use crate::ids::RecordId;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, earlier, told};

impl Meaning for RecordEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(match self {
            RecordEvent::Filed { id, .. }
            | RecordEvent::Corrected { id, .. }
            | RecordEvent::TakenBack { id, .. }
            | RecordEvent::Reinstated { id, .. } => vec![id.0],
            RecordEvent::Replaced { record, by, .. } => vec![record.0, by.0],
            RecordEvent::NumberingSet { .. } => Vec::new(),
        })
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let code = |id: &RecordId| code(db, *id);
        Ok(match self {
            RecordEvent::Filed { number, particulars, .. } => {
                told([number.as_ref().map_or("", |number| &number.code), &particulars.title])
            }
            RecordEvent::Corrected { id, correction } => {
                told([code(id)?.as_str(), &correction.fields(), &correction.reason])
            }
            RecordEvent::TakenBack { id, reason } | RecordEvent::Reinstated { id, reason, .. } => {
                told([code(id)?.as_str(), reason])
            }
            RecordEvent::Replaced { record, by, reason, .. } => {
                told([code(record)?.as_str(), code(by)?.as_str(), reason])
            }
            RecordEvent::NumberingSet { pattern, reason, .. } => told([pattern.as_str(), reason]),
        })
    }

    fn undoing(&self) -> Undoing {
        match self {
            // As undo writes it.
            RecordEvent::TakenBack { reason, .. } if reason.is_empty() => Undoing::Final,
            _ => Undoing::Possible,
        }
    }

    fn later(&self, event: &str) -> Later {
        let Ok(later) = serde_json::from_str::<RecordEvent>(event) else {
            return if matches!(self, RecordEvent::Filed { .. }) { Later::Stands } else { Later::Apart };
        };
        match (self, &later) {
            (RecordEvent::Filed { .. }, RecordEvent::TakenBack { .. }) => Later::TookBack,
            (RecordEvent::Filed { .. }, _) => Later::Stands,
            (RecordEvent::Corrected { correction, .. }, RecordEvent::Corrected { correction: again, .. })
                if correction.touches(again) =>
            {
                Later::Stands
            }
            (RecordEvent::Replaced { record: id, .. } | RecordEvent::TakenBack { id, .. }, later) => match later {
                RecordEvent::Reinstated { id: again, .. } if id == again => Later::TookBack,
                RecordEvent::Replaced { record: again, .. } | RecordEvent::TakenBack { id: again, .. }
                    if id == again =>
                {
                    Later::Stands
                }
                _ => Later::Apart,
            },
            (
                RecordEvent::Reinstated { id, .. },
                RecordEvent::Replaced { record: again, .. } | RecordEvent::TakenBack { id: again, .. },
            ) if id == again => Later::Stands,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            RecordEvent::Filed { id, .. } => commands::undo_filing(tx, *id),
            RecordEvent::Corrected { id, correction } => commands::correct_back(tx, *id, correction),
            RecordEvent::TakenBack { reason, .. } if reason.is_empty() => Err(change_final()),
            RecordEvent::TakenBack { id, .. } => commands::end_exit(tx, *id, Exit::TakenBack),
            RecordEvent::Replaced { record, .. } => commands::end_exit(tx, *record, Exit::Replaced),
            RecordEvent::Reinstated { id, exit, .. } => exit_again(tx, *id, *exit, seq),
            RecordEvent::NumberingSet { pattern, before, .. } => commands::number_as_before(tx, pattern, before),
        }
    }
}

/// What a record is called; empty for one that is gone.
fn code(db: &Connection, id: RecordId) -> Result<String> {
    let sql = "SELECT code FROM record WHERE id = ?1";
    Ok(db.prepare_cached(sql)?.query_row([id], |r| r.get(0)).optional()?.unwrap_or_default())
}

/// The record counts no longer again, as it was said before it was let count.
fn exit_again(tx: &mut Tx<'_>, wanted: RecordId, exit: Exit, seq: u64) -> Result<()> {
    let mut there = None;
    earlier(tx.db(), wanted.0, seq, |event| {
        there = serde_json::from_str(event).ok().filter(|event| match event {
            RecordEvent::Replaced { record, .. } => exit == Exit::Replaced && *record == wanted,
            RecordEvent::TakenBack { .. } => exit == Exit::TakenBack,
            _ => false,
        });
        there.is_some()
    })?;
    match there {
        Some(RecordEvent::Replaced { record, by, reason, on }) => commands::replace_on(tx, record, by, &reason, on),
        Some(RecordEvent::TakenBack { id, reason }) => commands::take_back_again(tx, id, reason),
        _ => Err(change_final()),
    }
}
