//! What may be done to records, and when it is refused.

use super::events::RecordEvent;
use super::particulars::Particulars;
use super::{queries, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::{RecordId, ScopeItemId};
use crate::workspace::Tx;

/// A record to be filed; its files are in the vault already.
#[derive(Debug, Clone, Default)]
pub struct NewRecord {
    /// What is entered about it.
    pub particulars: Particulars,
    /// Its files.
    pub files: Vec<FiledFile>,
    /// Scope items it belongs to; none means all.
    pub scope: Vec<ScopeItemId>,
}

/// Files a record.
///
/// # Errors
/// `invalid_value` without title or file, or where the dates contradict each other.
pub fn file(tx: &mut Tx<'_>, new: NewRecord) -> Result<RecordId> {
    let NewRecord { mut particulars, files, scope } = new;
    particulars.title = particulars.title.trim().to_owned();
    if particulars.title.is_empty() || files.is_empty() {
        return Err(refusals::record_incomplete());
    }
    let reversed = |earlier: Option<Day>, later: Option<Day>| earlier.zip(later).filter(|(a, b)| a > b);
    if let Some((from, to)) = reversed(particulars.period_from, particulars.period_to) {
        return Err(refusals::record_period_reversed(from, to));
    }
    if let Some((collected, until)) = reversed(particulars.collected, particulars.valid_until) {
        return Err(refusals::record_validity_reversed(collected, until));
    }
    let id = RecordId::new();
    tx.append(&RecordEvent::Filed { id, particulars, files, scope })?;
    Ok(id)
}

/// Takes back a record that was filed by mistake.
pub fn take_back(tx: &mut Tx<'_>, id: RecordId) -> Result<()> {
    queries::by_id(tx.db(), id)?;
    tx.append(&RecordEvent::TakenBack { id })?;
    Ok(())
}
