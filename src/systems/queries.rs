//! Questions about the organisation, its systems and their scopes.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use ts_rs::TS;

use super::applicability::{Exclusion, exclusions_kept};
use super::model::{RunBy, ScopeKind};
use super::statement::{Lack, ScopeStatement, missing_from};
use super::{refusals, runby};
use crate::day::Day;
use crate::error::Result;
use crate::ids::{PartyId, ScopeItemId, SystemId};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::text::fold;
use crate::workspace::said_until;

/// A management system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct System {
    /// Identifier.
    pub id: SystemId,
    /// Short code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Edition, as `27001:2013`.
    pub edition: String,
    /// Codes of the items inside its scope.
    pub scope: Vec<String>,
    /// The scope in words.
    pub statement: ScopeStatement,
    /// What the statement lacks for this standard.
    pub statement_lacks: Vec<Lack>,
}

impl System {
    /// What its statement says does not apply.
    pub fn exclusions(&self) -> Result<Vec<Exclusion>> {
        Ok(exclusions_kept(&self.edition.parse()?, &self.statement.not_applicable))
    }
}

/// Something that a scope can take in: a site, a service, a process.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScopeItem {
    /// Identifier.
    pub id: ScopeItemId,
    /// Short code.
    pub code: String,
    /// What it is.
    pub kind: ScopeKind,
    /// Name.
    pub name: String,
    /// Codes of the sites where it is delivered.
    pub at: Vec<String>,
    /// Codes of the systems whose scope takes it in.
    pub systems: Vec<String>,
    /// Who provides or runs it; none where nobody said so.
    pub run_by: Option<RunBy>,
    /// The parties that run it, or a part of it.
    pub parties: Vec<PartyId>,
    /// Why it was said.
    pub run_reason: String,
}

/// The organisation's name; empty before it has one.
pub fn organisation(db: &Connection) -> Result<String> {
    Ok(db.query_row("SELECT name FROM organisation", [], |r| r.get(0)).optional()?.unwrap_or_default())
}

/// All systems in the order in which they were set up.
pub fn systems(db: &Connection) -> Result<Vec<System>> {
    let mut found = db.prepare_cached(
        "SELECT id, code, name, edition,
             coalesce((SELECT t.statement FROM system_statement t WHERE t.system = s.id AND t.day <= ?1
                 ORDER BY t.seq DESC LIMIT 1), '{}') AS statement
         FROM system s ORDER BY position",
    )?;
    let rows = found.query_map([said_until(db)?], |r| {
        let (edition, statement) = (r.get::<_, String>("edition")?, r.get::<_, String>("statement")?);
        Ok((r.get::<_, SystemId>("id")?, r.get("code")?, r.get("name")?, edition, statement))
    })?;
    let mut out = Vec::new();
    for row in rows {
        let (id, code, name, edition, statement) = row?;
        let statement: ScopeStatement = serde_json::from_str(&statement)?;
        let standard = edition.split(':').next().unwrap_or_default();
        let statement_lacks = missing_from(standard, &statement);
        let scope = codes(
            db,
            "SELECT i.code FROM system_scope s JOIN scope_item i ON i.id = s.item WHERE s.system = ?1 ORDER BY i.code",
            id.0.as_bytes(),
        )?;
        out.push(System { id, code, name, edition, scope, statement, statement_lacks });
    }
    Ok(out)
}

/// The statement that a system had before an entry; an empty one where there was none.
pub(super) fn statement_before(db: &Connection, system: SystemId, seq: u64) -> Result<ScopeStatement> {
    let sql = "SELECT statement FROM system_statement WHERE system = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT 1";
    let before: Option<String> = db.prepare_cached(sql)?.query_row(params![system, seq], |r| r.get(0)).optional()?;
    Ok(before.map(|text| serde_json::from_str(&text)).transpose()?.unwrap_or_default())
}

/// The system with that code, or for that standard; of several editions of it the one that the name means everywhere.
pub fn system(db: &Connection, name: &str) -> Result<System> {
    let mut all = systems(db)?;
    let named = |s: &System| s.code.eq_ignore_ascii_case(name) || s.edition == name;
    let meant = || -> Option<usize> {
        let held = all.iter().map(|s| s.edition.parse()).collect::<Result<Vec<EditionId>>>().ok()?;
        let edition = catalogue().edition(name, &held).ok()?.id.to_string();
        all.iter().position(|s| s.edition == edition)
    };
    match all.iter().position(named).or_else(meant) {
        Some(at) => Ok(all.swap_remove(at)),
        None => Err(refusals::system_not_found(name)),
    }
}

/// The editions the workspace holds.
pub fn editions_held(db: &Connection) -> Result<Vec<EditionId>> {
    systems(db)?.iter().map(|s| s.edition.parse()).collect()
}

/// The clause meant by `9001/7.5.3`; the edition is the one held where the name gives none.
///
/// # Errors
/// `unknown_standard`, `unknown_edition` or `unknown_clause`.
pub fn clause(db: &Connection, name: &str) -> Result<ClauseRef> {
    catalogue().reference(name, &editions_held(db)?)
}

/// How a clause is called here, as [`ClauseRef::beside`] has it.
pub fn clause_name(db: &Connection, reference: &ClauseRef) -> Result<String> {
    Ok(reference.beside(&editions_held(db)?))
}

/// The clauses meant by several such names.
pub fn clauses(db: &Connection, names: &[String]) -> Result<Vec<ClauseRef>> {
    catalogue().references(names, &editions_held(db)?)
}

/// Every scope item, by kind and code.
pub fn scope_items(db: &Connection) -> Result<Vec<ScopeItem>> {
    let mut found = db.prepare_cached("SELECT id, code, kind, name FROM scope_item ORDER BY kind, code")?;
    let rows = found
        .query_map([], |r| Ok((r.get::<_, ScopeItemId>("id")?, r.get("code")?, r.get("kind")?, r.get("name")?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut run = runby::all(db)?;
    rows.into_iter()
        .map(|(id, code, kind, name)| {
            let key = id.0.as_bytes();
            let at = codes(
                db,
                "SELECT i.code FROM scope_part p JOIN scope_item i ON i.id = p.whole WHERE p.part = ?1 ORDER BY 1",
                key,
            )?;
            let systems = codes(
                db,
                "SELECT s.code FROM system_scope c JOIN system s ON s.id = c.system WHERE c.item = ?1 ORDER BY s.position",
                key,
            )?;
            let (run_by, parties, run_reason) =
                run.remove(&id).map_or((None, Vec::new(), String::new()), |r| (Some(r.by), r.parties, r.reason));
            Ok(ScopeItem { id, code, kind, name, at, systems, run_by, parties, run_reason })
        })
        .collect()
}

/// The scope item with that code, or that name.
pub fn scope_item(db: &Connection, code: &str) -> Result<ScopeItem> {
    let wanted = fold(code);
    scope_items(db)?
        .into_iter()
        .find(|i| fold(&i.code) == wanted || fold(&i.name) == wanted)
        .ok_or_else(|| refusals::scope_item_not_found(code))
}

/// Identifiers for codes, refusing unknown ones.
pub fn scope_codes(db: &Connection, codes: &[String]) -> Result<Vec<ScopeItemId>> {
    if codes.is_empty() {
        return Ok(Vec::new());
    }
    codes.iter().map(|c| scope_item(db, c).map(|i| i.id)).collect()
}

/// Codes for identifiers.
pub fn scope_item_codes(db: &Connection, ids: &[ScopeItemId]) -> Result<Vec<String>> {
    let mut find = db.prepare_cached("SELECT code FROM scope_item WHERE id = ?1")?;
    ids.iter().filter_map(|id| find.query_row([id], |r| r.get(0)).optional().map_err(Into::into).transpose()).collect()
}

fn codes(db: &Connection, sql: &str, key: &[u8]) -> Result<Vec<String>> {
    Ok(db.prepare_cached(sql)?.query_map([key], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The entry that set the system of an edition up.
pub fn established(db: &Connection, edition: &EditionId) -> Result<Option<u64>> {
    let sql = "SELECT position FROM system WHERE edition = ?1";
    Ok(db.prepare_cached(sql)?.query_row([edition.to_string()], |r| r.get(0)).optional()?)
}

/// The day of the first scope statement that was made of an edition's system after an entry, up to the day of the tables.
pub fn stated_after(db: &Connection, edition: &EditionId, seq: u64) -> Result<Option<Day>> {
    let sql = "SELECT min(t.day) FROM system_statement t JOIN system s ON s.id = t.system
               WHERE s.edition = ?1 AND t.seq > ?2 AND t.day <= ?3";
    let key = params![edition.to_string(), seq, said_until(db)?];
    Ok(db.prepare_cached(sql)?.query_row(key, |r| r.get(0))?)
}

/// The entries of a system's scope statements, where one of them leaves something out; else none.
pub fn exclusions_stated(db: &Connection, edition: &EditionId) -> Result<Vec<u64>> {
    let mut find = db.prepare_cached(
        "SELECT t.seq, t.statement FROM system_statement t JOIN system s ON s.id = t.system WHERE s.edition = ?1",
    )?;
    let rows = find.query_map([edition.to_string()], |r| Ok((r.get::<_, u64>(0)?, r.get::<_, String>(1)?)))?;
    let (mut out, mut any) = (Vec::new(), false);
    for row in rows {
        let (seq, text) = row?;
        let statement: ScopeStatement = serde_json::from_str(&text)?;
        let excluded = exclusions_kept(edition, &statement.not_applicable);
        any |= !excluded.is_empty();
        out.push(seq);
    }
    Ok(if any { out } else { Vec::new() })
}

/// That a scope statement leaves out a clause or control: with which reason from when on, and who stated it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExclusionSaid {
    /// The day of the statement.
    pub day: Day,
    /// Who stated it.
    pub by: String,
    /// The reason.
    pub reason: String,
}

/// With which reasons a clause or control has been left out since it last was not, the oldest first; up to the day of the tables.
pub fn exclusion_said(db: &Connection, edition: &EditionId, reference: &ClauseRef) -> Result<Vec<ExclusionSaid>> {
    let mut find = db.prepare_cached(
        "SELECT t.day, t.actor, t.statement FROM system_statement t JOIN system s ON s.id = t.system
         WHERE s.edition = ?1 AND t.day <= ?2 ORDER BY t.seq",
    )?;
    let rows = find.query_map(params![edition.to_string(), said_until(db)?], |r| {
        Ok((r.get::<_, Day>(0)?, r.get::<_, String>(1)?, r.get::<_, String>(2)?))
    })?;
    let mut out: Vec<ExclusionSaid> = Vec::new();
    for row in rows {
        let (day, by, text) = row?;
        let statement: ScopeStatement = serde_json::from_str(&text)?;
        let left_out = exclusions_kept(edition, &statement.not_applicable);
        match left_out.into_iter().find(|one| one.reference == *reference) {
            None => out.clear(),
            Some(one) if out.last().is_some_and(|last| last.reason == one.reason) => {}
            Some(one) => out.push(ExclusionSaid { day, by, reason: one.reason }),
        }
    }
    Ok(out)
}
