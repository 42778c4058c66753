//! Settling points, opening them again, giving them to somebody.

use rusqlite::Connection;

use super::super::refusals;
use super::alike::{alike, place};
use super::events::PointEvent;
use super::model::{PointState, SettledBy};
use super::queries::{self, Point, stands_at};
use super::reach::check_reach;
use crate::day::Day;
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::records;
use crate::standards::{ClauseRef, catalogue};
use crate::workspace::Tx;

/// So many places of a point are named where it is not clear which is meant.
const NAMED: usize = 8;

/// A point as a person names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPoint {
    /// Number of its row, such as `OP-027`.
    pub id: String,
    /// The document or record; may be left out where the point stands at one place only.
    pub item: Option<ItemId>,
    /// The clause at which it stands open, or one of a mapping that it keeps open; likewise.
    pub at: Option<ClauseRef>,
}

impl NamedPoint {
    /// The one that is meant. Of several those go first that stand as wanted.
    ///
    /// # Errors
    /// `not_found`; `invalid_value` where several are meant, with where they stand.
    fn find(&self, db: &Connection, wanted: Option<PointState>) -> Result<Point> {
        let id = self.id.trim().to_uppercase();
        let mut found = match self.item {
            Some(item) => queries::of_item(db, item)?.into_iter().filter(|p| p.id == id).collect(),
            None => queries::numbered(db, &id)?,
        };
        if let Some(at) = &self.at {
            let stands = found.iter().map(|point| stands_at(db, point, at)).collect::<Result<Vec<_>>>()?;
            let mut stands = stands.into_iter();
            found.retain(|_| stands.next() == Some(true));
        }
        if let (Some(wanted), 2..) = (wanted, found.len()) {
            let settled = found.iter().map(|point| point.is_settled(db)).collect::<Result<Vec<_>>>()?;
            let fits = |settled: &bool| *settled == (wanted == PointState::Settled);
            if settled.iter().any(fits) {
                let mut settled = settled.iter();
                found.retain(|_| settled.next().is_some_and(fits));
            }
        }
        match found.len() {
            0 => Err(refusals::point_not_found(&id)),
            1 => Ok(found.remove(0)),
            _ => Err(refusals::point_ambiguous(&id, places(db, &found)?)),
        }
    }
}

fn places(db: &Connection, points: &[Point]) -> Result<String> {
    let mut named = Vec::new();
    for point in points.iter().take(NAMED) {
        let at = place(db, point.item, &point.id, &point.at)?;
        named.push(format!("{} at {at}", items::code(db, point.item)?));
    }
    if points.len() > NAMED {
        named.push(String::from("…"));
    }
    Ok(named.join("; "))
}

/// Settles points, all by the same, and with each those that ask the same of the same mappings; `reason` says of evidence where
/// in it they are shown. Nothing is written for one of which that is said already. The answer are the points.
///
/// # Errors
/// `not_found`; `invalid_value` where it is not clear which is meant; `refused` where the point asks for evidence and has a
/// statement, or the other way round, and for evidence of other places than the mapping's; `reason_needed` for an empty statement, and for an item that shows its own point
/// without a word where.
pub fn settle(tx: &mut Tx<'_>, points: &[NamedPoint], by: &SettledBy, reason: &str) -> Result<Vec<Point>> {
    let mut meant: Vec<Point> = Vec::new();
    for named in points {
        let point = named.find(tx.db(), Some(PointState::Open))?;
        let same = alike(tx.db(), &point)?;
        for one in [point].into_iter().chain(same) {
            if !meant.iter().any(|known| (known.item, &known.id, &known.at) == (one.item, &one.id, &one.at)) {
                meant.push(one);
            }
        }
    }
    let mut out = Vec::new();
    for point in meant {
        check(tx.db(), &point, by, reason)?;
        let by = match by {
            SettledBy::Statement(text) => SettledBy::Statement(text.trim().to_owned()),
            SettledBy::Evidence(item) => SettledBy::Evidence(*item),
        };
        let reason = reason.trim();
        let said = point.settled.as_ref().is_some_and(|settled| settled.by == by && settled.reason == reason);
        if !said || !point.is_settled(tx.db())? {
            append_settled(tx, &point, by, reason.to_owned())?;
        }
        out.push(point);
    }
    Ok(out)
}

fn check(db: &Connection, point: &Point, by: &SettledBy, reason: &str) -> Result<()> {
    let row = catalogue().open_point(&point.id);
    let (id, at) = (&point.id, place(db, point.item, &point.id, &point.at)?);
    match by {
        SettledBy::Evidence(_) if row.is_some_and(|row| !row.settle_by.takes_evidence()) => {
            Err(refusals::point_asks_for_statement(id, at))
        }
        SettledBy::Statement(_) if row.is_some_and(|row| !row.settle_by.takes_statement()) => {
            Err(refusals::point_asks_for_evidence(id, at))
        }
        SettledBy::Statement(text) if text.trim().is_empty() => Err(refusals::point_settled_without_reason(id, at)),
        // A point asks for what its source does not give; another part of the same document may give it.
        SettledBy::Evidence(item) if *item == point.item && reason.trim().is_empty() => {
            Err(refusals::point_shown_by_itself(id, at, items::code(db, *item)?))
        }
        SettledBy::Evidence(item) => {
            if let ItemId::Record(id) = item {
                records::check_stands(db, *id)?;
            }
            check_reach(db, point, *item)
        }
        SettledBy::Statement(_) => Ok(()),
    }
}

pub(super) fn append_settled(tx: &mut Tx<'_>, point: &Point, by: SettledBy, reason: String) -> Result<()> {
    let (item, id, at) = (point.item, point.id.clone(), point.at.clone());
    tx.append(&PointEvent::Settled { item, point: id, at, by, reason })?;
    Ok(())
}

/// Opens a settled point again. The answer is the point.
///
/// # Errors
/// `not_found`, `invalid_value` as for [`settle`]; `refused` where nobody settled it; `reason_needed`.
pub fn reopen(tx: &mut Tx<'_>, named: &NamedPoint, reason: &str) -> Result<Point> {
    let point = named.find(tx.db(), Some(PointState::Settled))?;
    let at = || place(tx.db(), point.item, &point.id, &point.at);
    if point.settled.is_none() {
        return Err(refusals::point_not_settled(&point.id, at()?));
    }
    if reason.trim().is_empty() {
        return Err(refusals::point_reopened_without_reason(&point.id, at()?));
    }
    let (item, id, at) = (point.item, point.id.clone(), point.at.clone());
    tx.append(&PointEvent::Reopened { item, point: id, at, reason: reason.trim().to_owned() })?;
    Ok(point)
}

/// Gives points to somebody by a day; an empty owner and no day take them back from whoever had them. Nothing is written
/// for one of which that is said already. The answer are the points.
///
/// # Errors
/// `not_found`, `invalid_value` as for [`settle`].
pub fn assign(tx: &mut Tx<'_>, points: &[NamedPoint], owner: &str, due: Option<Day>) -> Result<Vec<Point>> {
    let mut out = Vec::new();
    for named in points {
        let point = named.find(tx.db(), Some(PointState::Open))?;
        if point.owner != owner.trim() || point.due != due {
            let (item, id, at) = (point.item, point.id.clone(), point.at.clone());
            tx.append(&PointEvent::Assigned { item, point: id, at, owner: owner.trim().to_owned(), due })?;
        }
        out.push(point);
    }
    Ok(out)
}
