//! Mapping several documents and records to several clauses in one step, with a look at it beforehand, as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::coverage::{self, ClauseChange};
use crate::day::Day;
use crate::error::Result;
use crate::items;
use crate::mapping::{self, CellMade, Strength};
use crate::people::Duty;
use crate::standards::{ClauseRef, catalogue};
use crate::systems;
use crate::workspace::Tx;

commands! { MapCellsPreview, MapCells }

/// One document or record at one clause.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "MapCell")]
pub struct CellNamed {
    /// Code or identifier.
    pub item: String,
    /// Clause, as `9001/7.5.3`.
    pub reference: String,
}

/// What several mappings did, or would do.
#[derive(Debug, Serialize, TS)]
pub struct CellsMapped {
    /// What became of each.
    pub cells: Vec<CellMade>,
    /// How the clauses and those above them stand before and after.
    pub clauses: Vec<ClauseChange>,
}

/// Says what would become of cells and clauses, and does nothing.
#[derive(Debug, Deserialize, TS)]
pub struct MapCellsPreview {
    /// Which.
    pub cells: Vec<CellNamed>,
    /// full, partial or supporting.
    pub strength: String,
}

impl Command for MapCellsPreview {
    type Answer = CellsMapped;
    const NAME: &'static str = "map_cells_preview";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping, Topic::Reviews]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        // Nothing of it is kept: any reason does for the look.
        session.workspace()?.try_out(|tx| map(tx, &self.cells, &self.strength, "?", today))
    }
}

/// Maps several documents and records to several clauses in one step: all of them, or none. What is proposed is accepted
/// no stronger than it can be, what is mapped stays as it is.
#[derive(Debug, Deserialize, TS)]
pub struct MapCells {
    /// Which.
    pub cells: Vec<CellNamed>,
    /// full, partial or supporting.
    pub strength: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Command for MapCells {
    type Answer = CellsMapped;
    const NAME: &'static str = "map_cells";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        session.workspace()?.transact(|tx| map(tx, &self.cells, &self.strength, &self.reason, today))
    }
}

fn map(tx: &mut Tx<'_>, named: &[CellNamed], strength: &str, reason: &str, today: Day) -> Result<CellsMapped> {
    let held = systems::editions_held(tx.db())?;
    let mut cells = Vec::new();
    for cell in named {
        let item = items::find(tx.db(), &cell.item)?;
        cells.push(mapping::Cell { item, reference: catalogue().reference(&cell.reference, &held)? });
    }
    let clauses: Vec<ClauseRef> = cells.iter().map(|cell| cell.reference.clone()).collect();
    let above = clauses.iter().flat_map(|c| catalogue().ancestors(c)).map(|c| c.reference.clone());
    let concerned: Vec<ClauseRef> = clauses.iter().cloned().chain(above).collect();
    let before = coverage::standing(tx.db(), &concerned, today)?;
    let made = mapping::map_cells(tx, &cells, Strength::parse(strength)?, reason, &held)?;
    let after = coverage::standing(tx.db(), &concerned, today)?;
    Ok(CellsMapped { cells: made, clauses: coverage::changed(&clauses, &before, &after) })
}
