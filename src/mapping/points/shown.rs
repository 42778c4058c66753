//! Points as they are shown: in words, by name, with how they stand on the day of the tables.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::super::queries::{self as links, Link};
use super::alike::{alike, keeps_open, stands};
use super::model::{Opened, PointState, SettledBy};
use super::queries::{self, Point};
use crate::day::Day;
use crate::documents;
use crate::error::{Code, Result};
use crate::items::{self, Item, ItemId};
use crate::standards::{ClauseRef, PointKind, SettleBy, catalogue};

/// A point as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PointShown {
    /// Number of its row, such as `OP-027`.
    pub id: String,
    /// The document or record.
    pub item: Item,
    /// What kind of thing stays open; none where the data do not know the number any more.
    pub kind: Option<PointKind>,
    /// What is to be shown or said, in our words.
    pub what: String,
    /// By what it is settled; none where the data do not know the number any more.
    pub settle_by: Option<SettleBy>,
    /// The clause at which it stands open.
    pub at: ClauseRef,
    /// Where that is in the editions that are mapped to: there, or at what took its place.
    pub stands: Vec<ClauseRef>,
    /// The title of the first of these.
    pub title: String,
    /// The clauses whose evidence is not enough by itself.
    pub from: Vec<ClauseRef>,
    /// The clauses of the mappings that it keeps open.
    pub keeps_open: Vec<ClauseRef>,
    /// While it is open, the numbers of those that ask the same of the same mappings: one answer settles them all.
    pub alike: Vec<String>,
    /// Since when there have been such mappings.
    pub since: Day,
    /// Where it stands.
    pub state: PointState,
    /// How it was settled; while it is open, by what counts no longer.
    pub settled: Option<PointSettled>,
    /// Role that sees to it; empty for nobody.
    pub owner: String,
    /// By which day.
    pub due: Option<Day>,
}

/// How a point was settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PointSettled {
    /// The document or record that shows it; none where a person stated why it is met.
    pub evidence: Option<Item>,
    /// The statement, or where in the evidence.
    pub reason: String,
    /// Who said so.
    pub who: String,
    /// When.
    pub on: Day,
    /// While the point is open: the evidence is not in force yet, rather than no longer.
    pub waits: bool,
    /// While the point is open: the evidence counts, but no longer wherever the mapping does.
    pub outgrown: bool,
}

/// The points of a document or record, open and settled, by clause and number.
pub fn points_of(db: &Connection, item: ItemId) -> Result<Vec<PointShown>> {
    let points = queries::of_item(db, item)?;
    if points.is_empty() {
        return Ok(Vec::new());
    }
    let (pairs, links, name) = (queries::pairs(db, item)?, links::of_item(db, item)?, items::name(db, item)?);
    points.into_iter().map(|point| one(db, point, name.clone(), &pairs, &links)).collect()
}

/// How these points stand by now.
pub fn points_again(db: &Connection, points: &[Point]) -> Result<Vec<PointShown>> {
    let mut out = Vec::new();
    for point in points {
        let now = queries::of_item(db, point.item)?.into_iter().find(|p| p.id == point.id && p.at == point.at);
        out.extend(now.map(|point| shown(db, point)).transpose()?);
    }
    Ok(out)
}

/// One point as it is shown.
pub(super) fn shown(db: &Connection, point: Point) -> Result<PointShown> {
    let (pairs, links) = (queries::pairs(db, point.item)?, links::of_item(db, point.item)?);
    let name = items::name(db, point.item)?;
    one(db, point, name, &pairs, &links)
}

fn one(db: &Connection, point: Point, item: Item, pairs: &[Opened], links: &[Link]) -> Result<PointShown> {
    let state = match point.is_settled(db)? {
        true => PointState::Settled,
        false if items::is_out_of_use(db, point.item)? => PointState::LeftOpen,
        false => PointState::Open,
    };
    let row = catalogue().open_point(&point.id);
    let its = |link: &&Link| pairs.iter().any(|p| p.id == point.id && p.at == point.at && p.from == link.id);
    let alike = if state == PointState::Open { alike(db, &point)? } else { Vec::new() };
    let outgrown = point.settled.is_none();
    let settled = match point.settled.or(point.outgrown) {
        None => None,
        Some(settled) => {
            let (evidence, reason, waits) = match settled.by {
                SettledBy::Statement(text) => (None, text, false),
                SettledBy::Evidence(item) => (called(db, item)?, settled.reason, not_yet(db, item)?),
            };
            Some(PointSettled { evidence, reason, who: settled.who, on: settled.on, waits, outgrown })
        }
    };
    let keeps_open = keeps_open(links, pairs, &point.id, &point.at);
    Ok(PointShown {
        item,
        kind: row.map(|row| row.kind),
        what: row.map(|row| row.what.clone()).unwrap_or_default(),
        settle_by: row.map(|row| row.settle_by),
        title: catalogue().title(stands(&point.at, &keeps_open).first().unwrap_or(&point.at)),
        // Mappings come sorted by clause.
        from: links.iter().filter(its).map(|link| link.reference.clone()).collect(),
        stands: stands(&point.at, &keeps_open),
        keeps_open,
        alike: alike.into_iter().map(|other| other.id).collect(),
        since: point.since,
        state,
        settled,
        owner: point.owner,
        due: point.due,
        id: point.id,
        at: point.at,
    })
}

/// Whether a document was never in force, and may still come into force. A record counts from the day it is filed.
fn not_yet(db: &Connection, item: ItemId) -> Result<bool> {
    use documents::DocumentState::{Approved, Draft, Listed};
    let ItemId::Document(id) = item else { return Ok(false) };
    Ok(documents::standing(db, id)?.is_some_and(|standing| matches!(standing.state, Listed | Draft | Approved)))
}

/// The name of a document or record; one that was taken back has none any more.
fn called(db: &Connection, item: ItemId) -> Result<Option<Item>> {
    match items::name(db, item) {
        Ok(item) => Ok(Some(item)),
        Err(e) if e.code() == Code::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}
