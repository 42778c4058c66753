//! Where today's data and what was decided disagree: asked once for each version of the data. What is decided in another way
//! meanwhile needs no answer any more.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::commands::{NewQuestion, ask};
use super::kinds::Source;
use super::model::{About, Matter, Reading, Said};
use super::queries::{self, Question};
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, Opened, Otherwise};
use crate::people::{self, Duty};
use crate::standards::{ClauseRef, data_version};
use crate::workspace::{Tx, Workspace};

/// Under which name a workspace remembers the version of the data with which it was compared last.
const COMPARED: &str = "data_compared";

/// Asks what today's data say of the mappings and nobody decided on, where the workspace was not compared with these data yet.
/// It is left to somebody who may decide: a reader's look writes nothing. The answer is how many questions were asked.
pub fn compare(workspace: &mut Workspace) -> Result<usize> {
    let data = data_version();
    if workspace.remembered(COMPARED)?.as_deref() == Some(data)
        || people::on_duty(workspace.db(), workspace.actor(), Duty::Decide).is_err()
    {
        return Ok(0);
    }
    let asked = workspace.transact(ask_of_data)?;
    workspace.remember(COMPARED, data)?;
    Ok(asked)
}

/// Asks what the data say of the mappings and nobody decided on: one question for each document or record and clause. The
/// answer is how many were asked now. Reads every mapping.
pub fn ask_of_data(tx: &mut Tx<'_>) -> Result<usize> {
    let mut asked = 0;
    for item in mapping::mapped_across(tx.db())? {
        let mut by_clause: BTreeMap<ClauseRef, Vec<Opened>> = BTreeMap::new();
        for point in mapping::undecided_points(tx.db(), item)? {
            by_clause.entry(point.at.clone()).or_default().push(point);
        }
        for (at, points) in by_clause {
            asked += usize::from(ask(tx, of_points(item, at, points))?.now);
        }
    }
    for one in mapping::otherwise(tx.db())? {
        asked += usize::from(ask(tx, of_relation(one))?.now);
    }
    Ok(asked)
}

fn of_points(item: ItemId, at: ClauseRef, points: Vec<Opened>) -> NewQuestion {
    let said = super::consequence::ids_of(&points).into_iter().map(|id| Said {
        words: mapping::asked_for(id),
        source: Source::ReferenceData,
        name: id.to_owned(),
        ..Said::register("")
    });
    let (said, readings) = (said.collect(), vec![Reading::Open, Reading::Left]);
    NewQuestion { about: About::from(item), matter: Matter::Points { at, points }, said, readings }
}

fn of_relation(one: Otherwise) -> NewQuestion {
    let Otherwise { item, at, from, was, now } = one;
    let (about, readings) = (About::from(item), vec![Reading::Kept, Reading::TakenBack]);
    NewQuestion { about, matter: Matter::Relation { at, from, was, now }, said: Vec::new(), readings }
}

/// Says of the questions about a document's or record's mappings whether they were overtaken by what its mappings and points
/// say by now.
pub fn stand(db: &Connection, item: ItemId) -> Result<()> {
    queries::of_data(db, Some(item))?.iter().try_for_each(|question| stand_one(db, question))
}

/// The same for all.
pub fn stand_all(db: &Connection) -> Result<()> {
    queries::of_data(db, None)?.iter().try_for_each(|question| stand_one(db, question))
}

fn stand_one(db: &Connection, question: &Question) -> Result<()> {
    let Some(item) = question.asking.about.item() else { return Ok(()) };
    let stands = match &question.asking.matter {
        Matter::Points { points, .. } => mapping::still_undecided(db, item, points)?,
        Matter::Relation { at, from, was, .. } => mapping::of_item(db, item)?
            .iter()
            .any(|link| link.reference == *at && mapping::accepted_as(link) == Some((from, was.clone()))),
        _ => true,
    };
    db.prepare_cached("UPDATE question SET overtaken = ?2 WHERE id = ?1 AND overtaken <> ?2")?
        .execute(params![question.id, !stands])?;
    Ok(())
}
