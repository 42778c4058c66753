//! Points found: those of an item, those of one number, and which mappings they keep open.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Row, params};

use super::super::queries as links;
use super::model::{Concerned, Opened, SettledBy};
use crate::day::Day;
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::{self, ItemId};
use crate::standards::ClauseRef;

/// A point of a document or record, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The document or record.
    pub item: ItemId,
    /// Number of its row, such as `OP-027`.
    pub id: String,
    /// The clause at which it stands open.
    pub at: ClauseRef,
    /// Since when there have been mappings between which it fired.
    pub since: Day,
    /// How it was settled; evidence may count no longer.
    pub settled: Option<Settled>,
    /// By what it was settled until that counted at fewer places than what it settled.
    pub outgrown: Option<Settled>,
    /// Role that sees to it; empty for nobody.
    pub owner: String,
    /// By which day.
    pub due: Option<Day>,
}

/// How a point was settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// By what.
    pub by: SettledBy,
    /// Of evidence: where in it.
    pub reason: String,
    /// Who said so.
    pub who: String,
    /// When.
    pub on: Day,
}

impl Point {
    /// Whether it is settled on the day of the tables: evidence settles it as long as that counts.
    pub fn is_settled(&self, db: &Connection) -> Result<bool> {
        match self.settled.as_ref().map(|settled| &settled.by) {
            None => Ok(false),
            Some(SettledBy::Statement(_)) => Ok(true),
            Some(SettledBy::Evidence(item)) => items::counts(db, *item),
        }
    }
}

/// What [`read`] reads.
pub(super) const COLUMNS: &[&str] = &[
    "item_kind",
    "item",
    "point",
    "edition",
    "clause",
    "since",
    "evidence_kind",
    "evidence",
    "reason",
    "settled_by",
    "settled_on",
    "owner",
    "due",
    "place",
    "seq",
    "outgrown_on",
];

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Point> {
    let reason: Option<String> = row.get(8)?;
    let said = |on: Option<Day>| {
        let Some(on) = on else { return Ok(None) };
        let reason = reason.clone().unwrap_or_default();
        let evidence: Option<i64> = row.get(6)?;
        let (by, reason) = match evidence {
            Some(kind) => (SettledBy::Evidence(ItemId::from_parts(kind, row.get(7)?)), reason),
            None => (SettledBy::Statement(reason), String::new()),
        };
        Ok::<_, rusqlite::Error>(Some(Settled { by, reason, who: row.get(9)?, on }))
    };
    Ok(Point {
        item: ItemId::from_parts(row.get(0)?, row.get(1)?),
        id: row.get(2)?,
        at: links::reference(&row.get::<_, String>(3)?, row.get(4)?),
        since: row.get(5)?,
        settled: said(row.get(10)?)?,
        outgrown: said(row.get(15)?)?,
        owner: row.get(11)?,
        due: row.get(12)?,
    })
}

fn many(db: &Connection, condition: &str, values: impl rusqlite::Params) -> Result<Vec<Point>> {
    let sql = format!("SELECT {} FROM point WHERE live = 1 AND {condition} ORDER BY place, seq", COLUMNS.join(", "));
    let mut statement = db.prepare_cached(&sql)?;
    Ok(statement.query_map(values, read)?.collect::<rusqlite::Result<_>>()?)
}

/// The points of a document or record, open and settled, by clause and number.
pub(in super::super) fn of_item(db: &Connection, item: ItemId) -> Result<Vec<Point>> {
    many(db, "item = ?1", [item.uuid().as_bytes()])
}

/// The points of that number, of whatever documents and records.
pub(super) fn numbered(db: &Connection, id: &str) -> Result<Vec<Point>> {
    many(db, "point = ?1", [id])
}

/// The points that evidence settled.
pub(super) fn settled_by_evidence(db: &Connection, concerned: Concerned) -> Result<Vec<Point>> {
    match concerned {
        Concerned::All => many(db, "evidence IS NOT NULL AND settled_on IS NOT NULL", []),
        Concerned::Item(item) => {
            let here = "evidence IS NOT NULL AND settled_on IS NOT NULL AND (item = ?1 OR evidence = ?1)";
            many(db, here, [item.uuid().as_bytes()])
        }
    }
}

/// Between which mappings of an item which points fired.
pub(in super::super) fn pairs(db: &Connection, item: ItemId) -> Result<Vec<Opened>> {
    let mut statement =
        db.prepare_cached("SELECT point, edition, clause, source, wanted FROM point_pair WHERE item = ?1")?;
    let pairs = statement.query_map([item.uuid().as_bytes()], |r| {
        Ok(Opened {
            id: r.get(0)?,
            at: links::reference(&r.get::<_, String>(1)?, r.get(2)?),
            from: r.get(3)?,
            to: r.get(4)?,
            since: None,
        })
    })?;
    Ok(pairs.collect::<rusqlite::Result<_>>()?)
}

/// Whether a point stands at a clause, or keeps a mapping to it open.
pub(super) fn stands_at(db: &Connection, point: &Point, at: &ClauseRef) -> Result<bool> {
    if point.at == *at {
        return Ok(true);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM point_pair q JOIN link l ON l.id = q.wanted WHERE q.item = ?1
         AND q.point = ?2 AND q.edition = ?3 AND q.clause = ?4 AND l.edition = ?5 AND l.clause = ?6)";
    let (item, stands) = (point.item.uuid(), point.at.edition_id().to_string());
    let key = params![item.as_bytes(), point.id, stands, point.at.clause, at.edition_id().to_string(), at.clause];
    Ok(db.prepare_cached(sql)?.query_row(key, |r| r.get(0))?)
}

/// The mappings of an item that a point keeps open on the day of the tables, with how many.
pub fn open_links_of(db: &Connection, item: ItemId) -> Result<HashMap<LinkId, usize>> {
    let mut out = HashMap::new();
    let pairs = pairs(db, item)?;
    if pairs.is_empty() {
        return Ok(out);
    }
    for point in of_item(db, item)? {
        if point.is_settled(db)? {
            continue;
        }
        let mut links: Vec<LinkId> =
            pairs.iter().filter(|p| p.id == point.id && p.at == point.at).map(|p| p.to).collect();
        links.sort_unstable();
        links.dedup();
        for link in links {
            *out.entry(link).or_default() += 1;
        }
    }
    Ok(out)
}

/// How many points of an item are open at a clause: they keep a mapping to it open, or to one above it.
pub fn open_points_at(db: &Connection, item: ItemId, clause: &ClauseRef) -> Result<usize> {
    let pairs = pairs(db, item)?;
    let links = links::of_item(db, item)?;
    let at =
        |link: LinkId| links.iter().any(|l| l.id == link && (l.reference == *clause || clause.is_below(&l.reference)));
    let mut found = 0;
    for point in of_item(db, item)? {
        let here = pairs.iter().any(|pair| pair.id == point.id && pair.at == point.at && at(pair.to));
        found += usize::from(here && !point.is_settled(db)?);
    }
    Ok(found)
}

/// Every mapping that a point keeps open on the day of the tables.
pub fn open_links(db: &Connection) -> Result<HashSet<LinkId>> {
    let mut counts: HashMap<ItemId, bool> = HashMap::new();
    let mut out = HashSet::new();
    let mut statement = db.prepare(
        "SELECT q.wanted, p.settled_on IS NOT NULL, p.evidence_kind, p.evidence
         FROM point_pair q JOIN point p USING (item, point, edition, clause)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let settled = match (row.get(1)?, row.get::<_, Option<i64>>(2)?) {
            (false, _) => false,
            (true, None) => true,
            (true, Some(kind)) => {
                let evidence = ItemId::from_parts(kind, row.get(3)?);
                match counts.get(&evidence) {
                    Some(counts) => *counts,
                    None => {
                        let counting = items::counts(db, evidence)?;
                        counts.insert(evidence, counting);
                        counting
                    }
                }
            }
        };
        if !settled {
            out.insert(row.get(0)?);
        }
    }
    Ok(out)
}

/// The documents and records that settle something.
pub fn evidence(db: &Connection) -> Result<Vec<ItemId>> {
    let sql = "SELECT evidence_kind, evidence FROM point WHERE evidence IS NOT NULL GROUP BY evidence";
    let mut statement = db.prepare_cached(sql)?;
    let found = statement.query_map([], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The documents and records of which this one settles a point.
pub fn items_settled_by(db: &Connection, evidence: ItemId) -> Result<Vec<ItemId>> {
    let mut statement =
        db.prepare_cached("SELECT item_kind, item FROM point WHERE evidence = ?1 GROUP BY item_kind, item")?;
    let found =
        statement.query_map(params![evidence.uuid().as_bytes()], |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
