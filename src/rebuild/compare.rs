//! Tables are compared, not trusted: the ledger is replayed into a file elsewhere, and every table, index and trigger of a
//! workspace is held against what comes of that, row by row in the order of their keys.

use std::cmp::Ordering;
use std::path::Path;

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, Rows, Statement};

use super::differing::{Differing, Names};
use crate::disk::{self, Reading, made};
use crate::error::Result;
use crate::workspace::{KEPT, Projector, Tell, Workspace, replay_elsewhere};

pub use super::differing::{Difference, How};

/// What came of a comparison.
#[derive(Debug, Clone, Default)]
pub struct Compared {
    /// How many tables were compared.
    pub tables: usize,
    /// How many rows the ledger makes of them.
    pub rows: u64,
    /// The first differences.
    pub differences: Vec<Difference>,
    /// How many there are besides.
    pub more: u64,
    /// What the tables say of the program that made them, where that is none of this or an earlier version: nothing was compared.
    pub of_later: Option<String>,
}

/// So many differences are told one by one.
const TOLD: usize = 200;

impl Compared {
    fn tell(&mut self, difference: Difference) {
        if self.differences.len() < TOLD {
            self.differences.push(difference);
        } else {
            self.more += 1;
        }
    }
}

/// Compares the tables of the workspace in a folder with its ledger; nothing where an earlier program made them. The ledger
/// itself is taken as it stands, and checked by others.
pub(super) fn folder(folder: &Path, projector: Projector, tell: Tell<'_>) -> Result<Compared> {
    let Reading { db, copy: _copy } = disk::open_to_read(&folder.join("clausebook.db"))?;
    // One state for all of it, whatever is written meanwhile.
    tables(&*db.unchecked_transaction()?, projector, tell)
}

/// The same of an open workspace; nothing where its tables were found equal before, and nobody has written since.
pub(super) fn open(workspace: &Workspace, tell: Tell<'_>) -> Result<Option<Compared>> {
    let compare = || tables(workspace.db(), workspace.projector(), tell);
    workspace.compare_once(compare, |compared| compared.tables > 0 && compared.differences.is_empty())
}

fn tables(state: &Connection, projector: Projector, tell: Tell<'_>) -> Result<Compared> {
    let schema = (projector.schema)()?;
    let found = made(state)?;
    let mut compared = Compared::default();
    let version = "SELECT value FROM workspace WHERE key = 'projections'";
    let said: Option<String> = state.query_row(version, [], |r| r.get(0)).optional()?;
    let said = said.unwrap_or_default();
    if said != projector.version.to_string() {
        let earlier = said.parse::<i64>().is_ok_and(|said| said < projector.version);
        compared.of_later = Some(said).filter(|_| !earlier);
        return Ok(compared);
    }
    for name in schema.differences(&found) {
        let there = found.iter().filter(|made| made.name == name);
        let how = match (schema.get(&name), there.count()) {
            (None, _) => How::PartAdded,
            (_, 0) => How::PartMissing,
            _ => How::PartChanged,
        };
        compared.tell(Difference { how, table: name, ..Difference::default() });
    }
    let replayed = replay_elsewhere(state, projector, tell)?;
    let names = Names::of(&replayed.db);
    let plain = |table: &&str| found.iter().filter(|made| made.name == **table).all(|made| schema.holds(made));
    let tables = schema.iter().filter(|made| made.kind == "table" && !KEPT.contains(&made.name.as_str()));
    let there = |table: &&str| found.iter().any(|made| made.name == **table);
    for table in tables.map(|made| made.name.as_str()).filter(plain).filter(there) {
        indexes(state, table, &mut compared)?;
        rows(state, &replayed.db, table, &names, &mut compared)?;
        compared.tables += 1;
        tell(compared.tables as u64, 0)?;
    }
    Ok(compared)
}

/// Whether the indexes of a table lead to its rows, all of them.
fn indexes(db: &Connection, table: &str, compared: &mut Compared) -> Result<()> {
    let sound: String = db.query_row(&format!("PRAGMA integrity_check({table})"), [], |r| r.get(0))?;
    if sound != "ok" {
        compared.tell(Difference { how: How::IndexWrong, table: table.into(), shown: sound, ..Difference::default() });
    }
    Ok(())
}

/// The columns of a table in order, and at which places its key stands; all of them where it has none.
fn columns(db: &Connection, table: &str) -> Result<(Vec<String>, Vec<usize>)> {
    let mut all = db.prepare(&format!("SELECT name, pk FROM pragma_table_info('{table}') ORDER BY cid"))?;
    let found: Vec<(String, usize)> =
        all.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut key: Vec<(usize, usize)> = found.iter().enumerate().map(|(at, (_, pk))| (*pk, at)).collect();
    if key.iter().any(|(pk, _)| *pk > 0) {
        key.retain(|(pk, _)| *pk > 0);
    }
    key.sort_unstable();
    Ok((found.into_iter().map(|(name, _)| name).collect(), key.into_iter().map(|(_, at)| at).collect()))
}

/// Compares the rows of one table, both sides in the order of its key.
fn rows(
    shown: &Connection,
    ledger: &Connection,
    table: &str,
    names: &Names<'_>,
    compared: &mut Compared,
) -> Result<()> {
    let (columns, key) = columns(ledger, table)?;
    let quoted: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let order: Vec<&str> = key.iter().map(|at| quoted[*at].as_str()).collect();
    let sql = format!("SELECT {} FROM main.\"{table}\" ORDER BY {}", quoted.join(", "), order.join(", "));
    let (mut theirs, mut ours) = (shown.prepare(&sql)?, ledger.prepare(&sql)?);
    let (mut theirs, mut ours) = (side(&mut theirs)?, side(&mut ours)?);
    let (mut their, mut our) = (theirs.next()?, ours.next()?);
    let count = columns.len();
    let differing = Differing { table, columns: &columns, key: &key, names };
    loop {
        let order = match (&their, &our) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(their), Some(our)) => by_key(their, our, &key)?,
        };
        if order != Ordering::Less {
            compared.rows += 1;
        }
        match order {
            Ordering::Less => {
                if let Some(row) = their {
                    compared.tell(differing.row(How::RowAdded, &values(row, count)?)?);
                }
                their = theirs.next()?;
            }
            Ordering::Greater => {
                if let Some(row) = our {
                    compared.tell(differing.row(How::RowMissing, &values(row, count)?)?);
                }
                our = ours.next()?;
            }
            Ordering::Equal => {
                if let (Some(there), Some(here)) = (their, our) {
                    for at in 0..count {
                        if there.get_ref(at)? != here.get_ref(at)? {
                            let (there, here) = (values(there, count)?, values(here, count)?);
                            compared.tell(differing.field(at, &there, &here)?);
                        }
                    }
                }
                (their, our) = (theirs.next()?, ours.next()?);
            }
        }
    }
}

fn side<'s>(statement: &'s mut Statement<'_>) -> Result<Rows<'s>> {
    Ok(statement.query([])?)
}

/// What is told of a row: signs stand in the place of letters that are none.
fn values(row: &Row<'_>, count: usize) -> Result<Vec<Value>> {
    let value = |at| -> Result<Value> {
        Ok(match row.get_ref(at)? {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(number) => Value::Integer(number),
            ValueRef::Real(number) => Value::Real(number),
            ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Value::Blob(bytes.to_vec()),
        })
    };
    (0..count).map(value).collect()
}

/// The order in which the database itself has keys.
fn by_key(a: &Row<'_>, b: &Row<'_>, key: &[usize]) -> Result<Ordering> {
    for at in key {
        let order = in_order(a.get_ref(*at)?, b.get_ref(*at)?);
        if order != Ordering::Equal {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

fn in_order(a: ValueRef<'_>, b: ValueRef<'_>) -> Ordering {
    let rank = |value: &ValueRef<'_>| match value {
        ValueRef::Null => 0,
        ValueRef::Integer(_) | ValueRef::Real(_) => 1,
        ValueRef::Text(_) => 2,
        ValueRef::Blob(_) => 3,
    };
    match (a, b) {
        (ValueRef::Integer(a), ValueRef::Integer(b)) => a.cmp(&b),
        (ValueRef::Text(a), ValueRef::Text(b)) | (ValueRef::Blob(a), ValueRef::Blob(b)) => a.cmp(b),
        (ValueRef::Real(a), ValueRef::Real(b)) => a.total_cmp(&b),
        (a, b) => rank(&a).cmp(&rank(&b)),
    }
}
