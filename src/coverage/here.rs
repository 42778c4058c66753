//! One clause in a few words: how it stands here, and what is open at it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::clause::stands;
use super::queries::Row;
use super::reasons::Spoken;
use crate::day::Day;
use crate::error::Result;
use crate::mapping::{self, PointFilter, PointShown, PointState};
use crate::standards::ClauseRef;

/// How a clause stands in a workspace.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ClauseHere")]
pub struct Here {
    /// How it is covered, and why; none for what coverage does not count.
    pub stands: Option<Row>,
    /// The points that keep it, one above or one below it open: the first of them.
    pub points: Vec<PointShown>,
    /// How many there are in all.
    pub points_open: usize,
}

/// So many points are shown at once.
const POINTS: usize = 40;

/// How a clause of an edition that is held stands in the whole of its system on a day.
///
/// # Errors
/// `not_found` for an edition that is not held.
pub fn here(db: &Connection, reference: &ClauseRef, day: Day) -> Result<Here> {
    let speaks = Spoken::of(db, &reference.edition_id(), None, day)?;
    let filter =
        PointFilter { clause: Some(reference.clone()), state: Some(PointState::Open), ..PointFilter::default() };
    let (page, counts) = mapping::point_page(db, &filter, None, POINTS)?;
    Ok(Here { stands: stands(db, reference, &speaks, day)?, points: page.rows, points_open: counts.open })
}
