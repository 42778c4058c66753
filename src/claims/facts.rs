//! What the rules read, looked up once for a system.

use rusqlite::Connection;

use super::model::{About, AboutKind};
use crate::certificates::{self, Certificate};
use crate::day::Day;
use crate::error::Result;
use crate::parties::{self, Party};
use crate::requirements::{self, Requirement};
use crate::systems::{self, RunBy, ScopeItem, ScopeKind, System};

/// What is known of a system and what surrounds it.
pub(super) struct Facts<'d> {
    pub(super) db: &'d Connection,
    pub(super) day: Day,
    pub(super) system: System,
    pub(super) held: Vec<System>,
    pub(super) items: Vec<ScopeItem>,
    pub(super) parties: Vec<Party>,
    pub(super) certificates: Vec<Certificate>,
    pub(super) requirements: Vec<Requirement>,
}

impl<'d> Facts<'d> {
    pub(super) fn of(db: &'d Connection, system: System, day: Day) -> Result<Self> {
        Ok(Self {
            db,
            day,
            system,
            held: systems::systems(db)?,
            items: systems::scope_items(db)?,
            parties: parties::list(db)?,
            certificates: certificates::list(db)?,
            requirements: requirements::list(db)?,
        })
    }

    /// The standard of the system.
    pub(super) fn standard(&self) -> &str {
        standard_of(&self.system)
    }

    /// The system that is held for a standard.
    pub(super) fn holds(&self, standard: &str) -> Option<&System> {
        self.held.iter().find(|system| standard_of(system) == standard)
    }

    /// Whether the scope takes in a part of a larger organisation.
    pub(super) fn is_part(&self) -> bool {
        self.system.statement.whole_organisation == Some(false)
    }

    /// What a system's scope takes in: what it names, or everything where it names nothing, or the whole organisation.
    pub(super) fn inside<'a>(&'a self, system: &'a System) -> impl Iterator<Item = &'a ScopeItem> {
        let named = |item: &&ScopeItem| system.scope.contains(&item.code);
        let all =
            system.scope.is_empty() || self.items.iter().filter(named).any(|item| item.kind == ScopeKind::Organisation);
        self.items.iter().filter(move |item| all || named(item)).filter(|item| item.kind != ScopeKind::Organisation)
    }

    /// What is of these kinds in this system's scope and run by others, alone or with the organisation.
    pub(super) fn outsourced(&self, kinds: &[ScopeKind]) -> Vec<&ScopeItem> {
        let outside = |item: &&ScopeItem| matches!(item.run_by, Some(RunBy::Others | RunBy::Shared));
        self.inside(&self.system).filter(|item| kinds.contains(&item.kind)).filter(outside).collect()
    }

    /// Whether a party concerns a system: it serves it, runs something of its scope, or nothing is known of either.
    pub(super) fn concerns(&self, party: &Party, system: &System) -> bool {
        let runs = |item: &ScopeItem| item.parties.contains(&party.id);
        let serves = party.serves();
        serves.contains(&system.code.as_str())
            || self.inside(system).any(runs)
            || serves.is_empty() && !self.items.iter().any(runs)
    }

    /// The parties that concern this system.
    pub(super) fn concerned(&self) -> impl Iterator<Item = &Party> {
        self.parties.iter().filter(|party| self.concerns(party, &self.system))
    }

    /// The certificates of a standard that speak on the day.
    pub(super) fn speaking<'a>(&'a self, standard: &'a str) -> impl Iterator<Item = &'a Certificate> {
        let speaks = |one: &&Certificate| one.speaks(self.day);
        self.certificates.iter().filter(move |one| one.edition.split(':').next() == Some(standard)).filter(speaks)
    }

    /// What the scope statement says, in small letters.
    pub(super) fn words(&self) -> String {
        let said = &self.system.statement;
        let texts = [&said.boundaries, &said.provider, &said.other_parties, &said.text];
        let lists = said.services.iter().chain(&said.offerings).chain(&said.activities);
        texts.into_iter().chain(lists).map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n")
    }

    /// The statement itself, as what a rule is about.
    pub(super) fn statement(&self) -> Vec<About> {
        vec![About::of(AboutKind::Statement, &self.system.code)]
    }

    /// The system itself, as what a rule is about.
    pub(super) fn itself(&self) -> Vec<About> {
        vec![About::of(AboutKind::System, &self.system.code)]
    }
}

pub(super) fn standard_of(system: &System) -> &str {
    system.edition.split(':').next().unwrap_or_default()
}

/// Parties as what a rule is about.
pub(super) fn about_parties<'a>(parties: impl IntoIterator<Item = &'a Party>) -> Vec<About> {
    parties.into_iter().map(|party| About::of(AboutKind::Party, &party.name)).collect()
}

/// Scope items as what a rule is about.
pub(super) fn about_items<'a>(items: impl IntoIterator<Item = &'a ScopeItem>) -> Vec<About> {
    items.into_iter().map(|item| About::of(AboutKind::ScopeItem, &item.code)).collect()
}
