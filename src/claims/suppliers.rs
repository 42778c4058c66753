//! Rules about suppliers and other parties.

use super::facts::{Facts, about_parties};
use super::model::{About, AboutKind};
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::parties::{Party, PartyFact, PartyKind};
use crate::systems::System;

/// The parties that concern this system and pass.
pub(super) fn which(facts: &Facts<'_>, passes: impl Fn(&Party) -> bool) -> Vec<About> {
    about_parties(facts.concerned().filter(|party| passes(party)))
}

/// The parties that concern this system, pass, and lack some of these facts, with what they lack.
pub(super) fn lacking(facts: &Facts<'_>, passes: impl Fn(&Party) -> bool, wanted: &[PartyFact]) -> Vec<About> {
    let lacks = |party: &Party| party.lacks(wanted).into_iter().map(|fact| fact.name().to_owned()).collect();
    let each = |party: &Party| About::of(AboutKind::Party, &party.name).with(lacks(party));
    let asked = facts.concerned().filter(|party| !works_for_another(party) && passes(party));
    asked.map(each).filter(|about| !about.with.is_empty()).collect()
}

/// Whether a lead supplier answers for this one (CL-50): nothing is asked of it by itself.
fn works_for_another(party: &Party) -> bool {
    party.kind == Some(PartyKind::External) && party.lead.is_some()
}

pub(super) fn is(party: &Party, kind: PartyKind) -> bool {
    party.kind == Some(kind)
}

/// An internal supplier, or a customer in the role of one.
pub(super) fn near(party: &Party) -> bool {
    matches!(party.kind, Some(PartyKind::Internal | PartyKind::Customer))
}

/// Whether a party is a supplier: a customer is one where it delivers something.
pub(super) fn delivers(facts: &Facts<'_>, party: &Party) -> bool {
    !party.serves().is_empty() || facts.items.iter().any(|item| item.parties.contains(&party.id))
}

/// Parties whose targets were not compared with what customers were promised, or are weaker.
pub(super) fn weaker(facts: &Facts<'_>) -> Vec<About> {
    which(facts, |party| {
        !near(party)
            && !works_for_another(party)
            && party.held(PartyFact::TargetsCompared).is_none_or(|held| held.words == "weaker")
    })
}

/// Parties that serve this system and another one that is held.
pub(super) fn shared(facts: &Facts<'_>) -> Vec<About> {
    let others = |party: &Party| {
        let other = |system: &&System| system.code != facts.system.code && facts.concerns(party, system);
        facts.held.iter().any(|system| other(&system))
    };
    which(facts, |party| delivers(facts, party) && others(party))
}

/// Parties whose service level agreement is held as these words say.
pub(super) fn agreement_held(facts: &Facts<'_>, words: &[&str]) -> Vec<About> {
    let held = |party: &Party| party.held(PartyFact::ServiceLevelAgreement).is_some_and(|h| words.contains(&&*h.words));
    which(facts, held)
}

/// What is mapped to outsourced development of 27001 and to the control of parties of 20000-1.
pub(super) fn outsourced_development(facts: &Facts<'_>) -> Result<Vec<About>> {
    let Some(sms) = facts.holds("20000-1") else { return Ok(Vec::new()) };
    let sql = "SELECT DISTINCT l.item_kind, l.item FROM link l
               WHERE l.edition = ?1 AND l.clause IN ('A.14.2.7', 'A.8.30') AND EXISTS (
                   SELECT 1 FROM link o WHERE o.item = l.item AND o.edition = ?2
                   AND (o.clause = '8.2.3' OR o.clause LIKE '8.2.3.%'))";
    let mut found = facts.db.prepare_cached(sql)?;
    let rows = found
        .query_map((&facts.system.edition, &sms.edition), |r| Ok(ItemId::from_parts(r.get(0)?, r.get(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|item| Ok(About::of(AboutKind::Item, items::code(facts.db, item)?))).collect()
}
