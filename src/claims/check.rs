//! The engine: every rule is one arm. Nothing in its answer is a sentence of a shell; what a rule says stands in its row.

use rusqlite::Connection;

use super::controls::{Decided, Starting};
use super::facts::Facts;
use super::model::{About, Claim, Effect, Finding, Verdict};
use super::rules::{Rule, rules};
use super::suppliers::{is, near};
use super::{certified, exclusions, lacks, moved, scopes, suppliers};
use crate::applicability::DecisionLack;
use crate::day::Day;
use crate::error::Result;
use crate::parties::{PartyFact, PartyKind};
use crate::systems::{self, ScopeKind};

/// What may be said of a system on a day, what stands against it, and what must be asked.
///
/// # Errors
/// `not_found` for an unknown system.
pub fn check(db: &Connection, system: &str, day: Day) -> Result<Claim> {
    let facts = Facts::of(db, systems::system(db, system)?, day)?;
    let mut claim = Claim {
        system: facts.system.code.clone(),
        edition: facts.system.edition.clone(),
        verdict: Verdict::Clear,
        lacks: lacks::of(&facts)?,
        against: Vec::new(),
        ask: Vec::new(),
        heed: Vec::new(),
        may: Vec::new(),
    };
    for rule in rules().iter().filter(|rule| rule.is_for(facts.standard())) {
        let about = fires(rule, &facts)?;
        if about.is_empty() {
            continue;
        }
        let clauses = rule.clauses.split(';').collect();
        let finding = Finding { rule: &rule.id, effect: rule.effect, says: &rule.says, clauses, about };
        match rule.effect {
            Effect::Warn => claim.heed.push(finding),
            Effect::Refuse if !rule.bears => claim.heed.push(finding),
            Effect::Block | Effect::Refuse | Effect::Require => claim.against.push(finding),
            Effect::Ask => claim.ask.push(finding),
            Effect::Show | Effect::Accept | Effect::Compute => claim.may.push(finding),
        }
    }
    claim.verdict = if claim.against.iter().any(|one| one.effect == Effect::Block) {
        Verdict::Blocked
    } else if claim.against.is_empty() && claim.ask.is_empty() && claim.lacks.nothing() {
        Verdict::Clear
    } else {
        Verdict::Open
    };
    Ok(claim)
}

/// What a rule is about; nothing where it is silent.
fn fires(rule: &Rule, facts: &Facts<'_>) -> Result<Vec<About>> {
    let external = |party: &crate::parties::Party| is(party, PartyKind::External);
    // Outside of the scope and within the larger organisation: an internal one, whatever it is called (CL-49).
    let within = |party: &crate::parties::Party| external(party) && party.within_larger_organisation;
    let decided = || Decided::of(facts);
    Ok(match rule.id.as_str() {
        "CL-01" => scopes::all_by_others(facts, ScopeKind::Service),
        "CL-02" => scopes::all_by_others(facts, ScopeKind::Component),
        "CL-03" => scopes::all_by_others(facts, ScopeKind::Process),
        "CL-04" => scopes::some_by_others(facts),
        "CL-05" => {
            if facts.is_part() {
                facts.statement()
            } else {
                Vec::new()
            }
        }
        "CL-06" => scopes::services_outside(facts)?,
        "CL-07" => scopes::says(facts, &["service provider", "serviceanbieter", "dienstleister"]),
        "CL-08" => exclusions::refused(facts, &["scope_exclusion_from_all_or_nothing"])?,
        "CL-09" => exclusions::refused(facts, &["scope_exclusion_of_requirement", "scope_exclusion_of_main_clause"])?,
        "CL-10" => [exclusions::refused(facts, &["scope_exclusion_without_reason"])?, decided()?.unreasoned()].concat(),
        "CL-11" => decided()?.condition(None),
        "CL-12" => decided()?.condition(Some(false)),
        "CL-13" => decided()?.partners(facts)?,
        "CL-14" => decided()?.lacking(facts, DecisionLack::Undecided),
        "CL-15" => decided()?.lacking(facts, DecisionLack::Reason),
        "CL-16" => decided()?.own(),
        "CL-17" => decided()?.before_risks(facts),
        "CL-18" => moved::since_the_last(facts)?,
        "CL-19" => decided()?.lacking(facts, DecisionLack::Risk),
        "CL-20" => decided()?.overtaken(facts)?,
        "CL-21" => decided()?.starting(facts, Starting::Excluded)?,
        "CL-22" => decided()?.starting(facts, Starting::NotInPlace)?,
        "CL-23" => decided()?.starting(facts, Starting::ReachUnsaid)?,
        "CL-24" => decided()?.starting(facts, Starting::OwnAssets)?,
        "CL-25" => {
            if facts.holds("27001").is_some() {
                facts.itself()
            } else {
                Vec::new()
            }
        }
        "CL-26" => scopes::says(
            facts,
            &["statement of applicability", "erklärung zur anwendbarkeit", "anwendbarkeitserklärung"],
        ),
        "CL-27" => certified::without_statement(facts),
        "CL-28" => moved::since_certificates(facts)?,
        "CL-29" => certified::speaking(facts),
        "CL-30" => certified::no_proof(facts),
        "CL-31" => certified::smaller(facts),
        "CL-32" => suppliers::which(facts, |party| party.kind.is_none()),
        "CL-33" if facts.holds("20000-1").is_some() => suppliers::which(facts, |party| party.kind.is_none()),
        "CL-34" | "CL-46" => suppliers::which(facts, |party| near(party) && suppliers::delivers(facts, party)),
        "CL-35" => suppliers::lacking(facts, |p| external(p) && !within(p) && p.lead.is_none(), &[PartyFact::Contract]),
        "CL-36" => {
            let contract = |party: &_| external(party) && !within(party) && party.held(PartyFact::Contract).is_some();
            suppliers::lacking(facts, contract, PartyFact::CONTRACT)
        }
        "CL-37" => suppliers::lacking(facts, |p| is(p, PartyKind::Internal) || within(p), &[PartyFact::Agreement]),
        "CL-38" => suppliers::lacking(facts, |_| true, PartyFact::TOLD),
        "CL-39" => suppliers::lacking(facts, |_| true, PartyFact::CRITERIA),
        "CL-40" => suppliers::weaker(facts),
        "CL-41" => suppliers::lacking(facts, |_| true, &[PartyFact::Effect]),
        "CL-42" => suppliers::shared(facts),
        "CL-43" => suppliers::outsourced_development(facts)?,
        "CL-44" => scopes::uncontrolled(facts)?,
        "CL-45" => suppliers::lacking(facts, external, &[PartyFact::Risk]),
        "CL-47" => suppliers::which(facts, |party| is(party, PartyKind::Internal)),
        "CL-48" => scopes::performed_outside(facts),
        "CL-49" => suppliers::which(facts, |party| external(party) && party.within_larger_organisation),
        "CL-50" => suppliers::which(facts, |party| external(party) && party.lead.is_some()),
        "CL-51" => suppliers::which(facts, |p| is(p, PartyKind::Customer) && suppliers::delivers(facts, p)),
        "CL-52" => scopes::approver_of_a_part(facts)?,
        "CL-53" => suppliers::agreement_held(facts, &["contract", "agreement"]),
        "CL-54" => suppliers::agreement_held(facts, &["alone", "contract", "agreement"]),
        "CL-55" => scopes::implied(facts),
        "CL-56" => scopes::of_law(facts),
        _ => Vec::new(),
    })
}
