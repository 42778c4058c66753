//! Questions about mappings, and about the documents and records they join.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use ts_rs::TS;

use super::points::Basis;
use super::{Origin, Strength};
use crate::applicability::Gives;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{LinkId, ScopeItemId};
use crate::items::ItemId;
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::systems;

/// A mapping as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The mapping.
    pub id: LinkId,
    /// The document or record.
    pub item: ItemId,
    /// The clause.
    pub reference: ClauseRef,
    /// How much of it is satisfied.
    pub strength: Strength,
    /// Why.
    pub reason: String,
    /// What is different for this standard.
    pub variance: String,
    /// How it came about.
    pub origin: Origin,
    /// Scope items for which it holds; none means those of the item.
    pub scope: Vec<ScopeItemId>,
    /// On what it was accepted, where it came from the correlation and that was noted.
    pub basis: Option<Basis>,
}

/// A mapping as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    /// Edition and clause, as `27001:2013/A.8.1.1`.
    pub reference: ClauseRef,
    /// The clause's title.
    pub title: String,
    /// How much of it is satisfied.
    pub strength: Strength,
    /// Why.
    pub reason: String,
    /// What is different for this standard.
    pub variance: String,
    /// How it came about; where the clause that it was accepted from is mapped no longer, from what it counts by now.
    pub origin: Origin,
    /// That clause.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub accepted_from: Option<ClauseRef>,
    /// Codes of the scope items for which it holds; none means those of the item.
    pub scope: Vec<String>,
    /// What was decided that keeps it from counting so.
    pub less: Option<Less>,
    /// Whether the organisation holds that edition; else it counts for nothing.
    pub held: bool,
    /// It counts at no place: it holds outside of the scope of that system alone.
    pub nowhere: bool,
}

impl Named {
    /// Whether it counts for anything, by what was decided.
    pub fn counts(&self) -> bool {
        self.less.as_ref().is_none_or(|less| !less.gives.nothing())
    }
}

/// Why a mapping counts less than it says, or not at all: what was decided of its clause, or of the control from which it
/// was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MappingLess")]
pub struct Less {
    /// The clause or control.
    pub decided: ClauseRef,
    /// As what it counts by that.
    pub gives: Gives,
    /// The reason of the decision.
    pub reason: String,
    /// The day by which the control is planned.
    pub planned: Option<Day>,
}

const SELECT: &str =
    "SELECT id, item_kind, item, edition, clause, strength, reason, variance, origin, scope, basis FROM link";

/// A clause as two columns keep it: its edition, and its number.
pub(super) fn reference(edition: &str, clause: String) -> ClauseRef {
    let (standard, year) = edition.split_once(':').unwrap_or((edition, ""));
    ClauseRef { standard: standard.into(), edition: year.into(), clause }
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Link, String, String, Option<String>)> {
    let link = Link {
        id: row.get(0)?,
        item: ItemId::from_parts(row.get(1)?, row.get(2)?),
        reference: reference(&row.get::<_, String>(3)?, row.get(4)?),
        strength: row.get(5)?,
        reason: row.get(6)?,
        variance: row.get(7)?,
        origin: Origin::Hand,
        scope: Vec::new(),
        basis: None,
    };
    Ok((link, row.get(8)?, row.get(9)?, row.get(10)?))
}

fn collect(db: &Connection, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<Link>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(values, read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter()
        .map(|(mut link, origin, scope, basis)| {
            // Most were made by hand and hold wherever their item belongs.
            if origin != r#"{"by":"hand"}"# {
                link.origin = serde_json::from_str(&origin)?;
            }
            if scope != "[]" {
                link.scope = serde_json::from_str(&scope)?;
            }
            link.basis = basis.as_deref().map(serde_json::from_str).transpose()?;
            Ok(link)
        })
        .collect()
}

/// The mappings of one document or record, by standard and clause.
pub fn of_item(db: &Connection, item: ItemId) -> Result<Vec<Link>> {
    let mut found = collect(db, &format!("{SELECT} WHERE item = ?1"), &[item.uuid().as_bytes()])?;
    found.sort_by(|a, b| a.reference.cmp(&b.reference));
    Ok(found)
}

/// The mappings to one clause, in the order in which they were made.
pub fn by_clause(db: &Connection, reference: &ClauseRef) -> Result<Vec<Link>> {
    let sql = format!("{SELECT} WHERE edition = ?1 AND clause = ?2 ORDER BY seq");
    collect(db, &sql, &[&reference.edition_id().to_string(), &reference.clause])
}

/// The documents and records that are mapped to one clause.
pub fn items_of_clause(db: &Connection, reference: &ClauseRef) -> Result<Vec<ItemId>> {
    let mut statement = db.prepare_cached("SELECT item_kind, item FROM link WHERE edition = ?1 AND clause = ?2")?;
    let item = |r: &Row<'_>| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?));
    let rows = statement.query_map([&reference.edition_id().to_string(), &reference.clause], item)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether there are no more mappings than this.
pub fn at_most(db: &Connection, most: usize) -> Result<bool> {
    let skipped = i64::try_from(most).unwrap_or(i64::MAX);
    let sql = "SELECT NOT EXISTS (SELECT 1 FROM link LIMIT 1 OFFSET ?1)";
    Ok(db.prepare_cached(sql)?.query_row([skipped], |r| r.get(0))?)
}

/// What coverage has to know of a mapping.
pub struct Counted {
    /// The mapping.
    pub id: LinkId,
    /// The document or record.
    pub item: ItemId,
    /// The edition, as `27001:2013`.
    pub edition: String,
    /// The clause.
    pub clause: String,
    /// How much of it is satisfied.
    pub strength: Strength,
    /// Scope items for which it holds; none means those of the item.
    pub scope: Vec<ScopeItemId>,
}

/// Hands over every mapping, in the order of their identifiers.
pub fn for_each(db: &Connection, mut see: impl FnMut(Counted) -> Result<()>) -> Result<()> {
    let mut statement =
        db.prepare("SELECT id, item_kind, item, edition, clause, strength, scope FROM link ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let scope = match row.get_ref(6)?.as_str().map_err(rusqlite::Error::from)? {
            "[]" => Vec::new(),
            some => serde_json::from_str(some)?,
        };
        see(Counted {
            id: row.get(0)?,
            item: ItemId::from_parts(row.get(1)?, row.get(2)?),
            edition: row.get(3)?,
            clause: row.get(4)?,
            strength: row.get(5)?,
            scope,
        })?;
    }
    Ok(())
}

/// The documents and records of which a mapping was accepted from exactly this clause.
pub(super) fn followed_from(db: &Connection, from: &ClauseRef) -> Result<Vec<ItemId>> {
    let sql = "SELECT DISTINCT item_kind, item FROM link WHERE json_extract(origin, '$.from') = ?1 ORDER BY item";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([from.to_string()], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The documents and records of which a mapping was accepted from a clause of an edition.
pub(super) fn accepted_from(db: &Connection, edition: &EditionId) -> Result<Vec<ItemId>> {
    let sql =
        "SELECT DISTINCT item_kind, item FROM link WHERE json_extract(origin, '$.from') LIKE ?1 || '/%' ORDER BY item";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map([edition.to_string()], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The mapping between one item and one clause.
pub(super) fn between(db: &Connection, item: ItemId, reference: &ClauseRef) -> Result<Option<Link>> {
    let sql = format!("{SELECT} WHERE item = ?1 AND edition = ?2 AND clause = ?3");
    let (id, edition) = (item.uuid(), reference.edition_id().to_string());
    Ok(collect(db, &sql, &[id.as_bytes(), &edition, &reference.clause])?.pop())
}

/// The mapping with that identifier.
pub fn stored(db: &Connection, id: LinkId) -> Result<Option<Link>> {
    Ok(collect(db, &format!("{SELECT} WHERE id = ?1"), &[&id])?.pop())
}

/// Whether this proposal was declined.
pub(super) fn is_declined(db: &Connection, item: ItemId, reference: &ClauseRef) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT 1 FROM declined WHERE item = ?1 AND edition = ?2 AND clause = ?3")?
        .query_row(params![item.uuid().as_bytes(), reference.edition_id().to_string(), reference.clause], |_| Ok(()))
        .optional()?
        .is_some())
}

/// The proposals of an item that were declined, with the reasons.
pub(super) fn declined_of(db: &Connection, item: ItemId) -> Result<Vec<(ClauseRef, String)>> {
    let mut statement = db.prepare_cached("SELECT edition, clause, reason FROM declined WHERE item = ?1")?;
    let found = statement
        .query_map([item.uuid().as_bytes()], |r| Ok((reference(&r.get::<_, String>(0)?, r.get(1)?), r.get(2)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

impl Link {
    /// The form in which it is shown, where these editions are held.
    pub fn named(&self, db: &Connection, held: &[EditionId]) -> Result<Named> {
        Ok(Named {
            reference: self.reference.clone(),
            title: catalogue().title(&self.reference),
            strength: self.strength,
            reason: self.reason.clone(),
            variance: self.variance.clone(),
            origin: self.origin.clone(),
            accepted_from: None,
            scope: systems::scope_item_codes(db, &self.scope)?,
            less: None,
            held: held.contains(&self.reference.edition_id()),
            nowhere: false,
        })
    }
}
