//! Deciding what applies, and naming controls from elsewhere.

use rusqlite::Connection;
use serde::Deserialize;
use ts_rs::TS;

use super::events::ApplicabilityEvent;
use super::model::{ControlReach, Decision, Ground, Implemented, OwnControl};
use super::{queries, refusals};
use crate::error::Result;
use crate::standards::{ClauseRef, EditionId, Exclusions, Kind, catalogue};
use crate::systems;
use crate::workspace::Tx;

/// What is to be decided otherwise; what is not given stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "DecisionChange")]
pub struct Change {
    /// Whether it applies.
    pub applies: Option<bool>,
    /// Why.
    pub reason: Option<String>,
    /// From where the need comes.
    pub grounds: Option<Vec<Ground>>,
    /// The risks it rests on.
    pub risks: Option<Vec<String>>,
    /// Whether leaving it out was confirmed to affect nothing.
    pub condition_met: Option<bool>,
    /// Whether it is in place.
    pub implemented: Option<Implemented>,
    /// What it reaches.
    pub reach: Option<Vec<ControlReach>>,
    /// Who answers for it.
    pub owner: Option<String>,
}

/// Decides on clauses and controls of one standard, given by their numbers or the codes of own controls; a group of controls
/// stands for each of them. Answers on which something was decided that did not stand already.
///
/// # Errors
/// `unknown_clause`; those of the standard, which takes no such exclusion; `reason_needed`; `refused` where the condition
/// of 9001 is not confirmed; `invalid_value` where nothing would change.
pub fn decide(tx: &mut Tx<'_>, standard: &str, clauses: &[String], change: &Change) -> Result<Vec<ClauseRef>> {
    let on = targets(tx.db(), standard, clauses)?;
    let decided = decide_on(tx, &on, change, "")?;
    match (on.first(), decided.is_empty()) {
        (None, _) => Err(refusals::decision_of_nothing()),
        (Some(first), true) => Err(refusals::decision_stands(&first.clause)),
        _ => Ok(decided),
    }
}

/// The same for references that are known, with the list from which it was read.
pub fn decide_on(tx: &mut Tx<'_>, on: &[ClauseRef], change: &Change, source: &str) -> Result<Vec<ClauseRef>> {
    let mut decided = Vec::new();
    for reference in on {
        let before = queries::decision(tx.db(), reference)?;
        let after = change.on(reference, before.as_ref())?;
        check(reference, &after, !source.is_empty())?;
        if before.as_ref() != Some(&after) {
            let (reference, source) = (reference.clone(), source.to_owned());
            decided.push(reference.clone());
            tx.append(&ApplicabilityEvent::Decided { reference, before, after: Some(after), source })?;
        }
    }
    Ok(decided)
}

/// Names a control from elsewhere than Annex A, or corrects it, for which a reason is needed.
///
/// # Errors
/// `refused` beside a standard that has no controls; `invalid_value` for a code that looks like the standard's, or without a
/// title; `reason_needed`.
pub fn name_control(
    tx: &mut Tx<'_>,
    standard: &str,
    code: &str,
    control: OwnControl,
    reason: &str,
) -> Result<EditionId> {
    let edition = system_edition(tx.db(), standard)?;
    let (code, reason) = (code.trim().to_owned(), reason.trim().to_owned());
    if !has_controls(&edition) {
        return Err(refusals::own_control_elsewhere(&edition));
    }
    if !readable(&code) {
        return Err(refusals::own_control_code_unreadable(code));
    }
    if !may_be_own(&code) {
        return Err(refusals::own_control_code(code));
    }
    let after = OwnControl { title: control.title.trim().into(), origin: control.origin.trim().into() };
    if after.title.is_empty() {
        return Err(refusals::own_control_untitled(code));
    }
    let known = queries::own_control(tx.db(), &edition, &code)?;
    if known.as_ref().is_some_and(|(_, before)| *before == after) {
        return Err(refusals::decision_stands(code));
    }
    if known.is_some() && reason.is_empty() {
        return Err(refusals::own_control_without_reason(code));
    }
    let (code, before) = known.map_or((code, None), |(known, before)| (known, Some(before)));
    tx.append(&ApplicabilityEvent::ControlSet { edition: edition.clone(), code, before, after: Some(after), reason })?;
    Ok(edition)
}

/// Drops a control of the organisation's own, with what was decided on it.
///
/// # Errors
/// `not_found`; `reason_needed`.
pub fn drop_control(tx: &mut Tx<'_>, standard: &str, code: &str, reason: &str) -> Result<EditionId> {
    let edition = system_edition(tx.db(), standard)?;
    let Some((code, before)) = queries::own_control(tx.db(), &edition, code)? else {
        return Err(refusals::own_control_unknown(code, &edition));
    };
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(refusals::own_control_without_reason(code));
    }
    let reference = edition.at(&code);
    if let Some(decision) = queries::decision(tx.db(), &reference)? {
        let (before, source) = (Some(decision), String::new());
        tx.append(&ApplicabilityEvent::Decided { reference, before, after: None, source })?;
    }
    let (before, after) = (Some(before), None);
    tx.append(&ApplicabilityEvent::ControlSet { edition: edition.clone(), code, before, after, reason })?;
    Ok(edition)
}

/// The edition that the organisation holds of a standard.
///
/// # Errors
/// `unknown_standard`, `not_found`.
pub fn system_edition(db: &Connection, standard: &str) -> Result<EditionId> {
    match systems::system(db, standard) {
        Ok(system) => system.edition.parse(),
        // What is no standard at all is said to be none.
        Err(_) => {
            let known = catalogue().edition(standard, &systems::editions_held(db)?)?;
            systems::system(db, &known.id.to_string())?.edition.parse()
        }
    }
}

/// The one clause or control that a name means in the edition held.
///
/// # Errors
/// `unknown_clause`; `not_found` for a standard that is not held.
pub fn target(db: &Connection, standard: &str, name: &str) -> Result<ClauseRef> {
    let edition = system_edition(db, standard)?;
    match queries::own_control(db, &edition, name)? {
        Some((code, _)) => Ok(edition.at(code)),
        None => catalogue().reference_in(&edition.to_string(), name, std::slice::from_ref(&edition)),
    }
}

/// What names mean in the edition held: own controls by their codes, clauses and controls by their numbers, for a group of
/// controls each of them.
pub fn targets(db: &Connection, standard: &str, names: &[String]) -> Result<Vec<ClauseRef>> {
    let edition = system_edition(db, standard)?;
    let mut out: Vec<ClauseRef> = Vec::new();
    for name in names {
        let found = match queries::own_control(db, &edition, name)? {
            Some((code, _)) => vec![edition.at(code)],
            None => of_standard(&edition, name)?,
        };
        out.extend(found.into_iter().filter(|one| !out.contains(one)).collect::<Vec<_>>());
    }
    Ok(out)
}

fn of_standard(edition: &EditionId, name: &str) -> Result<Vec<ClauseRef>> {
    let reference = catalogue().reference_in(&edition.to_string(), name, std::slice::from_ref(edition))?;
    if reference.in_annex() && catalogue().children(&reference).next().is_some() {
        return Ok(catalogue().leaves_below(&reference).into_iter().map(|leaf| leaf.reference.clone()).collect());
    }
    Ok(vec![reference])
}

/// Whether an edition has controls that a Statement of Applicability takes in or leaves out.
pub fn has_controls(edition: &EditionId) -> bool {
    catalogue().edition_of(edition).is_some_and(|known| known.exclusions == Exclusions::Controls)
}

/// Whether a code can be told from the numbers of a standard: `KRITIS-1` can, `A.5.38` and `8.3` cannot.
fn may_be_own(code: &str) -> bool {
    let digits = code.strip_prefix(['A', 'a']).unwrap_or(code);
    let like_a_number = digits.chars().all(|c| c.is_ascii_digit() || ['.', ' ', '-'].contains(&c));
    !like_a_number
}

/// A code has a letter or digit, no slash, and is short.
fn readable(code: &str) -> bool {
    let whole = !code.contains('/') && !code.chars().any(char::is_control) && code.chars().count() <= 40;
    whole && code.contains(char::is_alphanumeric)
}

impl Change {
    /// What is decided on something of which this much is decided already. What is decided the other way round keeps who
    /// answers for it, and nothing else.
    fn on(&self, reference: &ClauseRef, before: Option<&Decision>) -> Result<Decision> {
        let applies = self.applies.or(before.map(|before| before.applies));
        let applies = applies.ok_or_else(|| refusals::decision_without_applies(&reference.clause))?;
        let same = before.filter(|before| before.applies == applies).cloned();
        let base = same.unwrap_or_else(|| Decision {
            applies,
            reason: String::new(),
            grounds: Vec::new(),
            risks: Vec::new(),
            condition_met: None,
            implemented: None,
            reach: Vec::new(),
            owner: before.map(|before| before.owner.clone()).unwrap_or_default(),
        });
        let text = |new: &Option<String>, old: String| new.as_ref().map_or(old, |new| new.trim().to_owned());
        // What was confirmed of another reason is not confirmed of this one.
        let reworded = self.reason.as_ref().is_some_and(|reason| reason.trim() != base.reason);
        Ok(Decision {
            applies,
            condition_met: self.condition_met.or(base.condition_met.filter(|_| !reworded)),
            reason: text(&self.reason, base.reason),
            grounds: sorted(self.grounds.clone().unwrap_or(base.grounds)),
            risks: self.risks.as_ref().map_or(base.risks, |new| named(new)),
            implemented: self.implemented.or(base.implemented),
            reach: sorted(self.reach.clone().unwrap_or(base.reach)),
            owner: text(&self.owner, base.owner),
        })
    }
}

fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort_unstable();
    all.dedup();
    all
}

fn named(texts: &[String]) -> Vec<String> {
    texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

/// Whether a decision may be: what a list says may lack its reason, what a person decides may not.
fn check(reference: &ClauseRef, decision: &Decision, listed: bool) -> Result<()> {
    let clause = catalogue().clause(reference);
    let control = clause.is_none_or(|clause| clause.kind == Kind::Control);
    let nine = clause.is_some_and(|_| !control && !decision.applies);
    if !decision.applies
        && let Some(clause) = clause
    {
        systems::may_be_left_out(clause)?;
    }
    let reasoned = decision.reason.contains(char::is_alphanumeric);
    if !reasoned && !listed && (control || !decision.applies) {
        return Err(refusals::decision_without_reason(&reference.clause));
    }
    match decision.condition_met {
        Some(_) if !nine => return Err(refusals::decision_condition_elsewhere(&reference.clause)),
        Some(false) => return Err(refusals::decision_affects_conformity(&reference.clause)),
        None if nine && !listed => return Err(refusals::decision_unconfirmed(&reference.clause)),
        _ => {}
    }
    if !decision.applies && (decision.implemented.is_some_and(|is| is != Implemented::No) || !decision.reach.is_empty())
    {
        return Err(refusals::decision_excluded_in_place(&reference.clause));
    }
    Ok(())
}
