//! Parties, and which of them run what a scope takes in, as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::error::Result;
use crate::items;
use crate::parties::{self, Held, NewParty, Party, PartyChange, PartyFact, PartyKind};
use crate::people::Duty;
use crate::systems::{self, RunBy, ScopeItem};

commands! { PartyList, PartyShow, PartyAdd, PartyCorrect, PartyNote, ScopeRunBySet }

/// Lists the parties.
#[derive(Debug, Deserialize, TS)]
pub struct PartyList {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PartyList {
    type Answer = Vec<Party>;
    const NAME: &'static str = "party_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Parties]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        parties::list(&view)
    }
}

/// A party with what it runs.
#[derive(Debug, Serialize, TS)]
pub struct PartyShown {
    /// The party.
    #[serde(flatten)]
    pub party: Party,
    /// Codes of the systems that it serves; none means that nothing is noted.
    pub serves: Vec<String>,
    /// What it runs, or a part of it.
    pub runs: Vec<ScopeItem>,
    /// Names of those that work for it.
    pub under_it: Vec<String>,
}

/// Shows a party.
#[derive(Debug, Deserialize, TS)]
pub struct PartyShow {
    /// Its name.
    pub name: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for PartyShow {
    type Answer = PartyShown;
    const NAME: &'static str = "party_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Parties, Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        let party = parties::by_name(&view, &self.name)?;
        let under = parties::list(&view)?.into_iter().filter(|other| other.lead == Some(party.id));
        let mut runs = systems::scope_items(&view)?;
        runs.retain(|item| item.parties.contains(&party.id));
        let serves = party.serves().into_iter().map(str::to_owned).collect();
        Ok(PartyShown { serves, runs, under_it: under.map(|other| other.name).collect(), party })
    }
}

/// Enters a party.
#[derive(Debug, Deserialize, TS)]
pub struct PartyAdd {
    /// Its name.
    pub name: String,
    /// Which of the three kinds.
    #[serde(default)]
    pub kind: Option<PartyKind>,
    /// Whether it belongs to the larger organisation of which the scope covers a part.
    #[serde(default)]
    pub within_larger_organisation: bool,
    /// Name of the lead supplier for which it works.
    #[serde(default)]
    pub lead: Option<String>,
}

impl Command for PartyAdd {
    type Answer = Party;
    const NAME: &'static str = "party_add";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let (kind, within_larger_organisation) = (self.kind, self.within_larger_organisation);
        let new = NewParty { name: &self.name, kind, within_larger_organisation, lead: self.lead.as_deref() };
        workspace.transact(|tx| parties::add(tx, new))?;
        parties::by_name(workspace.db(), &self.name)
    }
}

/// Corrects what was entered about a party.
#[derive(Debug, Deserialize, TS)]
pub struct PartyCorrect {
    /// Its name.
    pub name: String,
    /// The right name.
    #[serde(default)]
    pub new_name: Option<String>,
    /// The right kind.
    #[serde(default)]
    pub kind: Option<PartyKind>,
    /// Whether it belongs to the larger organisation.
    #[serde(default)]
    pub within_larger_organisation: Option<bool>,
    /// Name of the lead supplier; empty where there is none.
    #[serde(default)]
    pub lead: Option<String>,
    /// Why.
    pub reason: String,
}

impl Command for PartyCorrect {
    type Answer = Party;
    const NAME: &'static str = "party_correct";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let change = PartyChange {
            name: self.new_name.as_deref(),
            kind: self.kind,
            within_larger_organisation: self.within_larger_organisation,
            lead: self.lead.as_deref(),
        };
        workspace.transact(|tx| parties::correct(tx, &self.name, change, &self.reason))?;
        parties::by_name(workspace.db(), self.new_name.as_ref().unwrap_or(&self.name))
    }
}

/// Notes what is on file of a party.
#[derive(Debug, Deserialize, TS)]
pub struct PartyNote {
    /// Its name.
    pub name: String,
    /// What.
    pub fact: PartyFact,
    /// By what it is held; none where it is on file no more.
    #[serde(default)]
    pub held: Option<Held>,
}

impl Command for PartyNote {
    type Answer = Party;
    const NAME: &'static str = "party_note";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            let mut held = self.held;
            if let Some(held) = held.as_mut().filter(|held| !held.document.trim().is_empty()) {
                let item = items::find(tx.db(), &held.document)?;
                held.document = items::code(tx.db(), item)?;
            }
            parties::note(tx, &self.name, self.fact, held)
        })?;
        parties::by_name(workspace.db(), &self.name)
    }
}

/// Says who provides or runs a scope item.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeRunBySet {
    /// Code of the scope item.
    pub item: String,
    /// Who.
    pub by: RunBy,
    /// Names of the parties that run it, or a part of it.
    #[serde(default)]
    pub parties: Vec<String>,
    /// Why.
    pub reason: String,
}

impl Command for ScopeRunBySet {
    type Answer = ScopeItem;
    const NAME: &'static str = "scope_run_by";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::PersonOnceEnrolled(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            let named = self.parties.iter().map(|name| parties::by_name(tx.db(), name).map(|party| party.id));
            let named = named.collect::<Result<Vec<_>>>()?;
            systems::set_run_by(tx, &self.item, self.by, &named, &self.reason)
        })?;
        systems::scope_item(workspace.db(), &self.item)
    }
}
