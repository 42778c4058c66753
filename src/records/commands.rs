//! What may be done to records, and when it is refused.

use rusqlite::Connection;

use super::events::RecordEvent;
use super::numbering::{Numbering, numbering};
use super::particulars::Particulars;
use super::queries::{self, Record, entered};
use super::state::Exit;
use super::{exits, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::filed::FiledFile;
use crate::ids::{RecordId, ScopeItemId};
use crate::named::{Correction, Wanted};
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

/// Files a record under the next number of the year.
///
/// # Errors
/// `invalid_value` without title or file, or where the dates contradict each other.
pub fn file(tx: &mut Tx<'_>, new: NewRecord) -> Result<RecordId> {
    let NewRecord { mut particulars, files, scope } = new;
    particulars.title = particulars.title.trim().to_owned();
    if files.is_empty() {
        return Err(refusals::record_incomplete());
    }
    check(&particulars)?;
    // Asked inside the transaction: of two programs that file at once the second sees what the first was given.
    let number = Some(Numbering::parse(&numbering(tx.db())?)?.next(tx.db(), tx.today())?);
    let id = RecordId::new();
    tx.append(&RecordEvent::Filed { id, number, particulars, files, scope })?;
    Ok(id)
}

/// What is entered about a record has a title, and its dates do not contradict each other.
fn check(particulars: &Particulars) -> Result<()> {
    if particulars.title.is_empty() {
        return Err(refusals::record_incomplete());
    }
    let reversed = |earlier: Option<Day>, later: Option<Day>| earlier.zip(later).filter(|(a, b)| a > b);
    if let Some((from, to)) = reversed(particulars.period_from, particulars.period_to) {
        return Err(refusals::record_period_reversed(from, to));
    }
    if let Some((collected, until)) = reversed(particulars.collected, particulars.valid_until) {
        return Err(refusals::record_validity_reversed(collected, until));
    }
    Ok(())
}

/// Corrects what was entered about a record; false where it says all of that already, and nothing was written.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for one that was taken back; `invalid_value` as for filing.
pub fn correct(
    tx: &mut Tx<'_>,
    id: RecordId,
    wanted: &Wanted,
    scope: Option<Vec<ScopeItemId>>,
    reason: &str,
) -> Result<bool> {
    let record = queries::by_id(tx.db(), id)?;
    check_not_taken_back(&record)?;
    check_reason(&record, reason)?;
    let before = entered(tx.db(), &record)?;
    let mut after = before.with(wanted, scope)?;
    after.particulars.title = after.particulars.title.trim().to_owned();
    let Some(correction) = before.correction(&after, reason) else { return Ok(false) };
    check(&after.particulars)?;
    tx.append(&RecordEvent::Corrected { id, correction })?;
    Ok(true)
}

/// Takes a correction back by another one.
///
/// # Errors
/// `refused` where the same was corrected again since.
pub(super) fn correct_back(tx: &mut Tx<'_>, id: RecordId, correction: &Correction) -> Result<()> {
    let record = queries::by_id(tx.db(), id)?;
    let now = entered(tx.db(), &record)?;
    if let Some(field) = now.corrected_since(correction) {
        return Err(refusals::record_corrected_since(record.code, field));
    }
    let back = correction.reversed();
    check(&now.corrected(&back)?.particulars)?;
    tx.append(&RecordEvent::Corrected { id, correction: back })?;
    Ok(())
}

/// Takes back a record that was filed by mistake. What it replaced counts again; the answer names those.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for one that was taken back already.
pub fn take_back(tx: &mut Tx<'_>, id: RecordId, reason: &str) -> Result<Vec<String>> {
    let record = queries::by_id(tx.db(), id)?;
    check_not_taken_back(&record)?;
    check_reason(&record, reason)?;
    let reason = reason.trim().to_owned();
    let mut again = Vec::new();
    for other in exits::replaced_by(tx.db(), id)? {
        let (id, exit, reason) = (other.id, Exit::Replaced, reason.clone());
        tx.append(&RecordEvent::Reinstated { id, exit, reason })?;
        again.push(other.code);
    }
    tx.append(&RecordEvent::TakenBack { id, reason })?;
    Ok(again)
}

/// Undoes a filing: the record is gone as if it had not been filed, but for its number.
///
/// # Errors
/// `refused` for one that was taken back or replaced since, or stands in the place of another.
pub fn undo_filing(tx: &mut Tx<'_>, id: RecordId) -> Result<()> {
    let record = queries::by_id(tx.db(), id)?;
    check_not_taken_back(&record)?;
    check_not_replaced(tx, &record)?;
    check_in_no_place(tx, &record)?;
    tx.append(&RecordEvent::TakenBack { id, reason: String::new() })?;
    Ok(())
}

/// Says that from today on another record stands in the place of one.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for itself, in a circle, where either was taken back, and where another one
/// stands in its place already.
pub fn replace(tx: &mut Tx<'_>, id: RecordId, by: RecordId, reason: &str) -> Result<()> {
    let record = queries::by_id(tx.db(), id)?;
    check_reason(&record, reason)?;
    check_not_taken_back(&record)?;
    replace_on(tx, id, by, reason.trim(), tx.today())
}

/// The same on any day. What was taken back since may still have been replaced before: undoing says so again.
pub(super) fn replace_on(tx: &mut Tx<'_>, id: RecordId, by: RecordId, reason: &str, on: Day) -> Result<()> {
    let (record, successor) = (queries::by_id(tx.db(), id)?, queries::by_id(tx.db(), by)?);
    if id == by {
        return Err(refusals::record_replaces_itself(record.code));
    }
    check_not_taken_back(&successor)?;
    check_not_replaced(tx, &record)?;
    if exits::successors(tx.db(), by)?.contains(&id) {
        return Err(refusals::record_replaced_in_circle(record.code, successor.code));
    }
    tx.append(&RecordEvent::Replaced { record: id, by, reason: reason.to_owned(), on })?;
    Ok(())
}

/// Lets a record count again that was taken back, else one that was replaced.
///
/// # Errors
/// `reason_needed` without a reason; `refused` for one that counts.
pub fn reinstate(tx: &mut Tx<'_>, id: RecordId, reason: &str) -> Result<()> {
    let record = queries::by_id(tx.db(), id)?;
    check_reason(&record, reason)?;
    let Some(exit) = record.exit else { return Err(refusals::record_not_gone(record.code)) };
    let reason = reason.trim().to_owned();
    tx.append(&RecordEvent::Reinstated { id, exit, reason })?;
    Ok(())
}

/// Undoes that a record was replaced or taken back.
///
/// # Errors
/// `refused` where that holds no longer.
pub(super) fn end_exit(tx: &mut Tx<'_>, id: RecordId, exit: Exit) -> Result<()> {
    let record = queries::by_id(tx.db(), id)?;
    if !exits::has(tx.db(), id, exit)? {
        return Err(refusals::record_not_gone(record.code));
    }
    if exit == Exit::Replaced {
        check_not_taken_back(&record)?;
    }
    tx.append(&RecordEvent::Reinstated { id, exit, reason: String::new() })?;
    Ok(())
}

/// Takes a record back again whose taking back was undone.
pub(super) fn take_back_again(tx: &mut Tx<'_>, id: RecordId, reason: String) -> Result<()> {
    let record = queries::by_id(tx.db(), id)?;
    check_not_taken_back(&record)?;
    check_in_no_place(tx, &record)?;
    tx.append(&RecordEvent::TakenBack { id, reason })?;
    Ok(())
}

/// Sets the rule by which records are numbered from here on; false where it is that already.
///
/// # Errors
/// `invalid_value` for a rule without a place for the number.
pub fn set_numbering(tx: &mut Tx<'_>, pattern: &str, reason: &str) -> Result<bool> {
    Numbering::parse(pattern)?;
    let (pattern, before) = (pattern.trim().to_owned(), numbering(tx.db())?);
    if pattern == before {
        return Ok(false);
    }
    tx.append(&RecordEvent::NumberingSet { pattern, before, reason: reason.trim().to_owned() })?;
    Ok(true)
}

/// Numbers by the rule of before again.
///
/// # Errors
/// `refused` where another rule was set since.
pub(super) fn number_as_before(tx: &mut Tx<'_>, pattern: &str, before: &str) -> Result<()> {
    let now = numbering(tx.db())?;
    if now != pattern {
        return Err(refusals::record_numbering_set_since(now));
    }
    let (pattern, before) = (before.to_owned(), now);
    tx.append(&RecordEvent::NumberingSet { pattern, before, reason: String::new() })?;
    Ok(())
}

fn check_reason(record: &Record, reason: &str) -> Result<()> {
    if reason.trim().is_empty() { Err(refusals::record_without_reason(&record.code)) } else { Ok(()) }
}

/// Nothing more is said of a record that was taken back.
///
/// # Errors
/// `refused` for such a record.
pub fn check_stands(db: &Connection, id: RecordId) -> Result<()> {
    check_not_taken_back(&queries::by_id(db, id)?)
}

fn check_not_taken_back(record: &Record) -> Result<()> {
    if record.exit == Some(Exit::TakenBack) { Err(refusals::record_is_taken_back(&record.code)) } else { Ok(()) }
}

fn check_not_replaced(tx: &Tx<'_>, record: &Record) -> Result<()> {
    match exits::successor(tx.db(), record.id)? {
        Some(by) => Err(refusals::record_already_replaced(&record.code, by.code)),
        None => Ok(()),
    }
}

fn check_in_no_place(tx: &Tx<'_>, record: &Record) -> Result<()> {
    match exits::replaced_by(tx.db(), record.id)?.pop() {
        Some(other) => Err(refusals::record_in_place_of(&record.code, other.code)),
        None => Ok(()),
    }
}
