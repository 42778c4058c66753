//! What words mean in a scope: organisation, service, external, supplier, top management, as the standard of a system reads
//! them there, filled with the scope's own names (R49, R156–R159, R161). Codes and values; every shell has its sentences.

use rusqlite::Connection;
use serde::Serialize;
use strum::{IntoStaticStr, VariantArray};
use ts_rs::TS;

use super::facts::Facts;
use crate::day::Day;
use crate::error::Result;
use crate::parties::{Party, PartyKind};
use crate::requirements::RequirementKind;
use crate::systems::{self, RunBy, ScopeItem, ScopeKind};

/// A word that standards read differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, IntoStaticStr, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "ScopeWordName", rename_all = "snake_case")]
pub enum Word {
    /// Organization.
    Organisation,
    /// Service.
    Service,
    /// External.
    External,
    /// Supplier.
    Supplier,
    /// Internal supplier.
    InternalSupplier,
    /// Outsourced function or process.
    Outsourced,
    /// Top management.
    TopManagement,
    /// Service requirement.
    ServiceRequirement,
}

/// How it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, IntoStaticStr, VariantArray, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "ScopeWordSense", rename_all = "snake_case")]
pub enum Sense {
    /// The part in this scope; the rest of the company is outside.
    PartInScope,
    /// The whole organisation.
    WholeOrganisation,
    /// Those in the scope; what is outside shows nothing here.
    ServicesInScope,
    /// What is offered, beside products.
    ServicesOffered,
    /// The standard gives it no meaning of its own.
    NoOwnMeaning,
    /// Outside of the larger organisation of which the scope covers a part; a lead supplier counts, not those that work for it.
    OutsideLargerOrganisation,
    /// Outside of the organisation.
    OutsideOrganisation,
    /// Outside of the organisation; whether a sister company is, the guidance leaves open.
    OutsideSistersOpen,
    /// External, internal, or a customer in that role.
    ThreeKinds,
    /// An outside party; where systems are integrated it may stand for all three kinds of 20000-1.
    OneNotion,
    /// A part of the larger organisation, outside of the part in scope; a documented agreement, no contract.
    WithinLargerOrganisation,
    /// No notion of its own; what 20000-1 holds for them may be used here, which is an option and no duty.
    AsAnOption,
    /// It stays inside; the party that performs it is outside.
    StaysInside,
    /// Those who direct the part in scope.
    DirectsThePart,
    /// Those who direct the organisation.
    DirectsTheOrganisation,
    /// Written down and agreed, never implied; what law asks for stands beside it.
    WrittenAndAgreed,
}

impl Word {
    /// Every one.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

impl Sense {
    /// Every one.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;
}

/// A word as a system reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScopeWord {
    /// The word.
    pub word: Word,
    /// The standard that reads it so.
    pub standard: String,
    /// How.
    pub sense: Sense,
    /// What it means here, by name.
    pub names: Vec<String>,
}

/// What words mean in the scope of a system.
///
/// # Errors
/// `not_found` for an unknown system.
pub fn words(db: &Connection, system: &str, day: Day) -> Result<Vec<ScopeWord>> {
    let facts = Facts::of(db, systems::system(db, system)?, day)?;
    let organisation = systems::organisation(db)?;
    Ok(Word::ALL.iter().map(|word| read(&facts, *word, &organisation)).collect())
}

fn read(facts: &Facts<'_>, word: Word, organisation: &str) -> ScopeWord {
    let (services, quality) = (facts.standard() == "20000-1", facts.standard() == "9001");
    let part = facts.is_part();
    let said = &facts.system.statement;
    let here = [&said.provider, &said.boundaries].into_iter().find(|text| !text.is_empty() && part);
    let here = vec![here.cloned().unwrap_or_else(|| organisation.to_owned())];
    let (sense, names) = match word {
        Word::Organisation if part => (Sense::PartInScope, here),
        Word::Organisation => (Sense::WholeOrganisation, here),
        Word::Service if services => (Sense::ServicesInScope, services_of(facts)),
        Word::Service if quality => (Sense::ServicesOffered, said.offerings.clone()),
        Word::ServiceRequirement if services => (Sense::WrittenAndAgreed, requirements(facts)),
        Word::Service | Word::ServiceRequirement => (Sense::NoOwnMeaning, Vec::new()),
        Word::External if services && part => (Sense::OutsideLargerOrganisation, outside(facts)),
        Word::External if quality => (Sense::OutsideSistersOpen, outside(facts)),
        Word::External => (Sense::OutsideOrganisation, outside(facts)),
        Word::Supplier if services => (Sense::ThreeKinds, named(facts, |party| party.kind.is_some())),
        Word::Supplier if quality => (Sense::OutsideSistersOpen, outside(facts)),
        Word::Supplier => (Sense::OneNotion, named(facts, |_| true)),
        Word::InternalSupplier if services => {
            (Sense::WithinLargerOrganisation, named(facts, |party| party.kind == Some(PartyKind::Internal)))
        }
        Word::InternalSupplier => (Sense::AsAnOption, named(facts, super::suppliers::near)),
        Word::Outsourced => (Sense::StaysInside, outsourced(facts)),
        Word::TopManagement if part => (Sense::DirectsThePart, here),
        Word::TopManagement => (Sense::DirectsTheOrganisation, here),
    };
    ScopeWord { word, standard: facts.standard().to_owned(), sense, names }
}

/// The services in the scope: those that are scope items, else those that the statement lists.
fn services_of(facts: &Facts<'_>) -> Vec<String> {
    let items = facts.inside(&facts.system).filter(|item| item.kind == ScopeKind::Service);
    let names: Vec<String> = items.map(|item| item.name.clone()).collect();
    if names.is_empty() { facts.system.statement.services.clone() } else { names }
}

fn named(facts: &Facts<'_>, passes: impl Fn(&Party) -> bool) -> Vec<String> {
    facts.concerned().filter(|party| passes(party)).map(|party| party.name.clone()).collect()
}

/// External parties that count: those that work for a lead do not.
fn outside(facts: &Facts<'_>) -> Vec<String> {
    let counts = |party: &Party| party.kind == Some(PartyKind::External) && party.lead.is_none();
    named(facts, |party| counts(party) && !party.within_larger_organisation)
}

fn outsourced(facts: &Facts<'_>) -> Vec<String> {
    let performed = |item: &&ScopeItem| item.run_by.is_some_and(|by| by != RunBy::Own);
    let kinds = [ScopeKind::Function, ScopeKind::Process];
    let items = facts.inside(&facts.system).filter(|item| kinds.contains(&item.kind)).filter(performed);
    items.map(|item| item.name.clone()).collect()
}

fn requirements(facts: &Facts<'_>) -> Vec<String> {
    let of_services = facts.requirements.iter().filter(|one| one.whose == RequirementKind::Service);
    of_services.map(|one| one.text.clone()).collect()
}
