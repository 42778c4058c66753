//! What may be done to records, and when it is refused.

use super::RecordEvent;
use crate::day::Day;
use crate::error::{Code, Error, Result};
use crate::filed::FiledFile;
use crate::ids::{RecordId, ScopeItemId};
use crate::workspace::Tx;

/// A record to be filed; its files are in the vault already.
#[derive(Debug, Clone, Default)]
pub struct NewRecord {
    /// What it shows.
    pub title: String,
    /// The organisation's own word for its kind.
    pub kind: String,
    /// Its files.
    pub files: Vec<FiledFile>,
    /// First day of the period it speaks of.
    pub period_from: Option<Day>,
    /// Last day of the period it speaks of.
    pub period_to: Option<Day>,
    /// Day on which it was collected.
    pub collected: Option<Day>,
    /// Last day on which it counts as evidence.
    pub valid_until: Option<Day>,
    /// How long it is kept.
    pub retention: String,
    /// A remark.
    pub note: String,
    /// Scope items it belongs to; none means all.
    pub scope: Vec<ScopeItemId>,
}

/// Files a record.
///
/// # Errors
/// `invalid_value` without title or file, or where the dates contradict each other.
pub fn file(tx: &mut Tx<'_>, new: NewRecord) -> Result<RecordId> {
    if new.title.trim().is_empty() || new.files.is_empty() {
        return Err(Error::new(
            Code::InvalidValue,
            "A record needs a title and at least one file",
            "For example: clausebook record add report.pdf --title \"Internal audit report\".",
        ));
    }
    let contradiction = |earlier: Option<Day>, later: Option<Day>| earlier.zip(later).is_some_and(|(a, b)| a > b);
    if contradiction(new.period_from, new.period_to) || contradiction(new.collected, new.valid_until) {
        return Err(Error::new(
            Code::InvalidValue,
            "The dates contradict each other",
            "A period ends after it begins, and evidence is valid until a day after it was collected.",
        ));
    }
    let id = RecordId::new();
    tx.append(&RecordEvent::Filed {
        id,
        title: new.title.trim().to_owned(),
        record_kind: new.kind,
        files: new.files,
        period_from: new.period_from,
        period_to: new.period_to,
        collected: new.collected,
        valid_until: new.valid_until,
        retention: new.retention,
        note: new.note,
        scope: new.scope,
    })?;
    Ok(id)
}

/// Takes back a record that was filed by mistake.
pub fn take_back(tx: &mut Tx<'_>, id: RecordId) -> Result<()> {
    super::by_id(tx.db(), id)?;
    tx.append(&RecordEvent::TakenBack { id })?;
    Ok(())
}
