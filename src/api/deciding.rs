//! Deciding on several proposals in one step, with a look at what it would change, as commands.

use std::collections::BTreeSet;

use serde::Deserialize;
use ts_rs::TS;

use super::when::When;
use super::{Command, Effect, Session, Topic, Who, commands};
use crate::coverage::{self, ClauseChange, GroupOpened};
use crate::day::Day;
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::mapping::{self, Decided, Decision, PointShown, Strength};
use crate::people::Duty;
use crate::standards::{ClauseRef, catalogue};
use crate::systems;
use crate::workspace::Tx;

commands! { GroupOpen, ProposalsPreview, ProposalsDecide }

/// What a matrix is read from.
const READ: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping, Topic::Reviews]);

fn side_by_side() -> usize {
    40
}

/// Opens a group of controls against documents and records.
#[derive(Debug, Deserialize, TS)]
pub struct GroupOpen {
    /// The group, as `27001/A.16`.
    pub group: String,
    /// The rows, where they are not the group's controls: a clause and its counterparts.
    #[serde(default)]
    pub rows: Vec<String>,
    /// Codes of the documents and records; all for which something in it is proposed or decided where none is given.
    #[serde(default)]
    pub items: Vec<String>,
    /// How many of them stand side by side at the most.
    #[serde(default = "side_by_side")]
    pub most: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for GroupOpen {
    type Answer = GroupOpened;
    const NAME: &'static str = "group_open";
    const EFFECT: Effect = READ;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        coverage::open_group(&view, &self.group, &self.rows, &self.items, self.most, day)
    }
}

/// What is decided on one cell: one item at one clause.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "ProposalCell")]
pub struct Cell {
    /// Code or identifier.
    pub item: String,
    /// The proposed clause.
    pub reference: String,
    /// Whether it counts; it is declined where not.
    pub counts: bool,
    /// full, partial or supporting; as strong as it can be where none is given.
    #[serde(default)]
    pub strength: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// Says how clauses would stand after decisions that are not made.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalsPreview {
    /// What would be decided.
    pub cells: Vec<Cell>,
}

impl Command for ProposalsPreview {
    type Answer = Vec<ClauseChange>;
    const NAME: &'static str = "proposals_preview";
    const EFFECT: Effect = READ;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        session.workspace()?.try_out(|tx| decide(tx, &self.cells, today))
    }
}

/// Decides on several proposals in one step: all of them, or none.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalsDecide {
    /// What is decided.
    pub cells: Vec<Cell>,
}

impl Command for ProposalsDecide {
    type Answer = Vec<ClauseChange>;
    const NAME: &'static str = "proposals_decide";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        session.workspace()?.transact(|tx| decide(tx, &self.cells, today))
    }
}

/// Decides, and says how the clauses and those above them stand before and after.
fn decide(tx: &mut Tx<'_>, cells: &[Cell], today: Day) -> Result<Vec<ClauseChange>> {
    let held = systems::editions_held(tx.db())?;
    let mut decided = Vec::new();
    for cell in cells {
        let strength = cell.strength.as_deref().map(Strength::parse).transpose()?;
        decided.push(Decided {
            item: items::find(tx.db(), &cell.item)?,
            reference: catalogue().reference(&cell.reference, &held)?,
            decision: if cell.counts { Decision::Accept(strength) } else { Decision::Decline },
            reason: cell.reason.clone(),
        });
    }
    let clauses: Vec<ClauseRef> = decided.iter().map(|cell| cell.reference.clone()).collect();
    let above = clauses.iter().flat_map(|c| catalogue().ancestors(c)).map(|c| c.reference.clone());
    let concerned: Vec<ClauseRef> = clauses.iter().cloned().chain(above).collect();
    let before = coverage::standing(tx.db(), &concerned, today)?;
    let known = points(tx, &decided)?;
    mapping::decide(tx, &decided, &held)?;
    let mut changes = coverage::changed(&clauses, &before, &coverage::standing(tx.db(), &concerned, today)?);
    for point in points(tx, &decided)? {
        // A point counts once: where it stands, else at the first clause that it keeps open.
        if !known.iter().any(|k| k.id == point.id && k.at == point.at && k.item.code == point.item.code)
            && let Some(at) = changes
                .iter()
                .position(|change| change.reference == point.at)
                .or_else(|| changes.iter().position(|change| point.keeps_open.contains(&change.reference)))
        {
            changes[at].opens += 1;
        }
    }
    Ok(changes)
}

/// The points of everything decided on.
fn points(tx: &Tx<'_>, decided: &[Decided]) -> Result<Vec<PointShown>> {
    let items: BTreeSet<ItemId> = decided.iter().map(|one| one.item).collect();
    let mut found = Vec::new();
    for item in items {
        found.extend(mapping::points_of(tx.db(), item)?);
    }
    Ok(found)
}
