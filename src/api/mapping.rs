//! Mappings and proposals, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::mapping::{self, Decided, Decision, Mapped, NewLink, Origin, Proposed, Strength};
use crate::people::Duty;
use crate::standards::catalogue;
use crate::systems;
use crate::workspace::Tx;

commands! { Map, Unmap, ProposalList, ProposalAccept, ProposalDecline, ProposalReopen, MapMany }

/// Maps a document or record to a clause, by hand.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "MapOne")]
pub struct Map {
    /// Code or identifier.
    pub item: String,
    /// Clause, as `9001/7.5.3`.
    pub reference: String,
    /// full, partial or supporting.
    pub strength: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
    /// What is different for this standard.
    #[serde(default)]
    pub variance: String,
    /// Codes of the scope items for which it holds.
    #[serde(default)]
    pub scope: Vec<String>,
}

impl Command for Map {
    type Answer = Mapped;
    const NAME: &'static str = "map";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let strength = Strength::parse(&self.strength)?;
        let workspace = session.workspace()?;
        let known = workspace.transact(|tx| {
            let item = items::find(tx.db(), &self.item)?;
            let known = mapping::known_points(tx.db(), item)?;
            let new = NewLink {
                item,
                reference: systems::clause(tx.db(), &self.reference)?,
                strength,
                reason: self.reason,
                variance: self.variance,
                scope: systems::scope_codes(tx.db(), &self.scope)?,
                origin: Origin::Hand,
                basis: None,
            };
            mapping::link(tx, new)?;
            Ok(known)
        })?;
        mapping::mapped_since(workspace.db(), &self.item, &known)
    }
}

/// Takes a mapping back.
#[derive(Debug, Deserialize, TS)]
pub struct Unmap {
    /// Code or identifier.
    pub item: String,
    /// Clause.
    pub reference: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Command for Unmap {
    type Answer = Mapped;
    const NAME: &'static str = "unmap";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let before = mapping::mapped(workspace.db(), &self.item)?.mappings;
        let reference = workspace.transact(|tx| {
            let item = items::find(tx.db(), &self.item)?;
            let reference = systems::clause(tx.db(), &self.reference)?;
            mapping::unlink(tx, item, &reference, &self.reason)?;
            Ok(reference)
        })?;
        Ok(mapping::mapped(workspace.db(), &self.item)?.since(&before, &[reference]))
    }
}

/// Lists what the correlation proposes for a document or record, and what its text names.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalList {
    /// Code or identifier.
    pub item: String,
}

impl Command for ProposalList {
    type Answer = Proposed;
    const NAME: &'static str = "proposal_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        mapping::proposed(db, items::find(db, &self.item)?, &systems::editions_held(db)?)
    }
}

/// Accepts proposals, each by itself.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalAccept {
    /// Code or identifier.
    pub item: String,
    /// The proposed clauses.
    pub references: Vec<String>,
    /// full, partial or supporting; as strong as each can be where none is given.
    #[serde(default)]
    pub strength: Option<String>,
    /// Why: one each, or one for all that are alike.
    #[serde(default)]
    pub reasons: Vec<String>,
}

impl Command for ProposalAccept {
    type Answer = Mapped;
    const NAME: &'static str = "proposal_accept";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let strength = self.strength.as_deref().map(Strength::parse).transpose()?;
        let workspace = session.workspace()?;
        let known = workspace.transact(|tx| {
            let item = items::find(tx.db(), &self.item)?;
            let known = mapping::known_points(tx.db(), item)?;
            decide(tx, &self.item, &self.references, &self.reasons, &Decision::Accept(strength))?;
            Ok(known)
        })?;
        mapping::mapped_since(workspace.db(), &self.item, &known)
    }
}

/// Declines proposals, each by itself.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalDecline {
    /// Code or identifier.
    pub item: String,
    /// The proposed clauses.
    pub references: Vec<String>,
    /// Why: one each, or one for all that are alike.
    pub reasons: Vec<String>,
}

impl Command for ProposalDecline {
    type Answer = Proposed;
    const NAME: &'static str = "proposal_decline";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let item = decide(tx, &self.item, &self.references, &self.reasons, &Decision::Decline)?;
            mapping::proposed(tx.db(), item, &systems::editions_held(tx.db())?)
        })
    }
}

/// Opens declined proposals again, to be decided anew.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalReopen {
    /// Code or identifier.
    pub item: String,
    /// The declined clauses.
    pub references: Vec<String>,
}

impl Command for ProposalReopen {
    type Answer = Proposed;
    const NAME: &'static str = "proposal_reopen";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let held = systems::editions_held(tx.db())?;
            let item = items::find(tx.db(), &self.item)?;
            for reference in catalogue().references(&self.references, &held)? {
                mapping::reopen(tx, item, &reference)?;
            }
            mapping::proposed(tx.db(), item, &held)
        })
    }
}

/// Decides alike on several proposals of one item.
fn decide(
    tx: &mut Tx<'_>,
    item: &str,
    references: &[String],
    reasons: &[String],
    decision: &Decision,
) -> Result<ItemId> {
    let held = systems::editions_held(tx.db())?;
    let item = items::find(tx.db(), item)?;
    let references = catalogue().references(references, &held)?;
    let reasons = mapping::reasons(tx, item, &references, reasons, &held)?;
    let cells = references.into_iter().zip(reasons);
    let cell = |(reference, reason)| Decided { item, reference, decision: decision.clone(), reason };
    mapping::decide(tx, &cells.map(cell).collect::<Vec<_>>(), &held)?;
    Ok(item)
}

/// Maps several documents or records to one clause, in one step. What is mapped to it already stays as it is.
#[derive(Debug, Deserialize, TS)]
pub struct MapMany {
    /// Codes.
    pub items: Vec<String>,
    /// Clause, as `9001/7.5.3`.
    pub reference: String,
    /// full, partial or supporting.
    pub strength: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Command for MapMany {
    type Answer = usize;
    const NAME: &'static str = "map_many";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let strength = Strength::parse(&self.strength)?;
        session.workspace()?.transact(|tx| {
            let reference = systems::clause(tx.db(), &self.reference)?;
            mapping::link_several(tx, &self.items, &reference, strength, &self.reason)
        })
    }
}
