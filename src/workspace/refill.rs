//! Filling the tables again, into a clean schema: whatever stands in the file besides the ledger is taken out, and nothing
//! of it is asked or run for that.

use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};

use super::clock::Clock;
use super::days::Days;
use super::made::{FORMAT, KEPT, kept};
use super::replay::{self, Tell};
use super::tx::Projector;
use super::values::set;
use super::{refusals, signed, standing, zones};
use crate::day::Day;
use crate::disk::{Made, made};
use crate::error::Result;
use crate::ledger;

/// Empties all tables and fills them again from the ledger, in one transaction; says how many entries that were. The workspace's
/// identity, which no table makes, is the one that the ledger says.
pub(super) fn refill(db: &mut Connection, projector: Projector, clock: Clock, progress: Tell<'_>) -> Result<u64> {
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let lost = fill(&tx, &tx, projector, progress)?;
    standing::complete(&tx, projector, zones::zone_now(&tx)?.day(clock.now()))?;
    set(&tx, "projections", &projector.version.to_string())?;
    if let Some(id) = signed::identity(&tx)? {
        set(&tx, "id", &id.to_string())?;
    }
    let size = ledger::head(&tx)?.size;
    tx.commit()?;
    if lost {
        // The pages of what could not be understood belong to nothing any more.
        db.execute_batch("VACUUM")?;
    }
    Ok(size)
}

/// The same within a transaction under way.
pub(super) fn again(db: &Connection, projector: Projector, day: Day, progress: Tell<'_>) -> Result<()> {
    fill(db, db, projector, progress)?;
    standing::complete(db, projector, day)
}

/// Fills clean tables in `into` from the ledger in `from`; whether pages were left that belong to nothing. Entries that a
/// wrong clock wrote are known by a later entry; where there is such a one, all is read a second time.
pub(super) fn fill(from: &Connection, into: &Connection, projector: Projector, progress: Tell<'_>) -> Result<bool> {
    let (mut days, mut lost) = (Days::default(), false);
    loop {
        let cleared = switched(into, false).and_then(|()| clear(into));
        switched(into, true)?;
        lost |= cleared?;
        ledger::check_tail(from)?;
        let size = ledger::head(from)?.size;
        (projector.create)(into)?;
        let found = replay::replay(from, into, projector, 0..size, &days, progress)?;
        if days.hold(&found) {
            return Ok(lost);
        }
        days = found;
    }
}

/// Whether triggers and references act, and what makes the tables is out of reach.
fn switched(db: &Connection, on: bool) -> Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, on)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, on)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, on)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, false)?;
    Ok(())
}

/// Takes out of a database what does not belong to the ledger, and puts the ledger's own triggers and indexes back; whether
/// pages were left that belong to nothing.
///
/// # Errors
/// `workspace_incomplete` where a table of the ledger is not there.
fn clear(db: &Connection) -> Result<bool> {
    let own = kept(FORMAT);
    let found = made(db)?;
    let mut held: Vec<&str> = Vec::new();
    let mut dropped: Vec<&Made> = Vec::new();
    // First what could run, by its row alone: whatever it says is not even read.
    edit(db, |db| {
        for part in &found {
            let first = !held.contains(&part.name.as_str());
            let fits = |rule: &&Made| first && rule.kind == part.kind && (rule.page == 0) == (part.page == 0);
            if let Some(rule) = own.get(&part.name).filter(fits) {
                held.push(&rule.name);
                if !own.holds(part) {
                    let sql = "UPDATE sqlite_schema SET tbl_name = ?2, sql = ?3 WHERE rowid = ?1";
                    db.execute(sql, (part.row, &rule.table, &rule.text))?;
                }
            } else if part.page > 0 && first {
                dropped.push(part);
            } else {
                db.execute("DELETE FROM sqlite_schema WHERE rowid = ?1", [part.row])?;
            }
        }
        Ok(())
    })?;
    if let Some(gone) = KEPT.iter().find(|table| !held.contains(*table)) {
        return Err(refusals::workspace_incomplete(gone));
    }
    // Then what has pages, which the database gives back itself; an index goes with its table.
    for part in dropped.iter().filter(|part| part.kind == "table" || KEPT.contains(&part.table.as_str())) {
        let kind = if part.kind == "table" { "TABLE" } else { "INDEX" };
        // What cannot be dropped is taken out below.
        let _ = db.execute_batch(&format!("DROP {kind} IF EXISTS \"{}\"", part.name.replace('"', "\"\"")));
    }
    let left: Vec<Made> = made(db)?.into_iter().filter(|part| own.get(&part.name).is_none()).collect();
    edit(db, |db| {
        for part in &left {
            db.execute("DELETE FROM sqlite_schema WHERE rowid = ?1", [part.row])?;
        }
        Ok(())
    })?;
    for missing in own.iter().filter(|part| !held.contains(&part.name.as_str())) {
        db.execute_batch(missing.text.as_deref().unwrap_or_default())?;
    }
    Ok(left.iter().any(|part| part.page > 0))
}

/// Changes what makes the tables, and reads it anew.
fn edit(db: &Connection, change: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    change(db)?;
    Ok(db.execute_batch("PRAGMA writable_schema = RESET")?)
}
