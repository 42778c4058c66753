//! Mappings and proposals, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::error::Result;
use crate::items;
use crate::mapping::{self, Mapped, NewLink, Origin, Proposal, Strength};
use crate::people::Duty;
use crate::standards::catalogue;
use crate::systems;

commands! { Map, Unmap, ProposalList, ProposalAccept, ProposalDecline, MapMany }

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
        workspace.transact(|tx| {
            let item = items::find(tx.db(), &self.item)?;
            let reference = systems::clause(tx.db(), &self.reference)?;
            mapping::unlink(tx, item, &reference, &self.reason)
        })?;
        mapping::mapped(workspace.db(), &self.item)
    }
}

/// Lists what the correlation proposes for a document or record.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalList {
    /// Code or identifier.
    pub item: String,
}

impl Command for ProposalList {
    type Answer = Vec<Proposal>;
    const NAME: &'static str = "proposal_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        mapping::proposals(db, items::find(db, &self.item)?, &systems::editions_held(db)?)
    }
}

/// Accepts a proposal.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalAccept {
    /// Code or identifier.
    pub item: String,
    /// The proposed clause.
    pub reference: String,
    /// full, partial or supporting; full where none is given.
    #[serde(default)]
    pub strength: Option<String>,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Command for ProposalAccept {
    type Answer = Mapped;
    const NAME: &'static str = "proposal_accept";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let strength = Strength::parse(self.strength.as_deref().unwrap_or("full"))?;
        let workspace = session.workspace()?;
        let known = workspace.transact(|tx| {
            let held = systems::editions_held(tx.db())?;
            let item = items::find(tx.db(), &self.item)?;
            let reference = catalogue().reference(&self.reference, &held)?;
            let known = mapping::known_points(tx.db(), item)?;
            mapping::accept(tx, item, &reference, strength, &self.reason, &held)?;
            Ok(known)
        })?;
        mapping::mapped_since(workspace.db(), &self.item, &known)
    }
}

/// Declines a proposal.
#[derive(Debug, Deserialize, TS)]
pub struct ProposalDecline {
    /// Code or identifier.
    pub item: String,
    /// The proposed clause.
    pub reference: String,
    /// Why.
    pub reason: String,
}

impl Command for ProposalDecline {
    type Answer = Vec<Proposal>;
    const NAME: &'static str = "proposal_decline";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Decide);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let held = systems::editions_held(tx.db())?;
            let item = items::find(tx.db(), &self.item)?;
            let reference = catalogue().reference(&self.reference, &held)?;
            mapping::decline(tx, item, &reference, &self.reason)?;
            mapping::proposals(tx.db(), item, &held)
        })
    }
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
