//! Rules about what a scope takes in, and who runs it.

use super::facts::{Facts, about_items};
use super::model::{About, AboutKind};
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::people::{self, Role};
use crate::systems::{RunBy, ScopeItem, ScopeKind};

/// The kinds of which not all may be run by others.
const RUN: [ScopeKind; 3] = [ScopeKind::Service, ScopeKind::Component, ScopeKind::Process];

/// All items of a kind in the scope, where others run every one of them.
pub(super) fn all_by_others(facts: &Facts<'_>, kind: ScopeKind) -> Vec<About> {
    let all: Vec<&ScopeItem> = facts.inside(&facts.system).filter(|item| item.kind == kind).collect();
    if all.iter().all(|item| item.run_by == Some(RunBy::Others)) { about_items(all) } else { Vec::new() }
}

/// What others run where something of each kind is left to the organisation.
pub(super) fn some_by_others(facts: &Facts<'_>) -> Vec<About> {
    if RUN.iter().any(|kind| !all_by_others(facts, *kind).is_empty()) {
        return Vec::new();
    }
    about_items(facts.outsourced(&RUN))
}

/// Services outside of the scope to which evidence for a clause of this standard belongs.
pub(super) fn services_outside(facts: &Facts<'_>) -> Result<Vec<About>> {
    let inside: Vec<&ScopeItem> = facts.inside(&facts.system).collect();
    let outside = |item: &&ScopeItem| item.kind == ScopeKind::Service && !inside.iter().any(|i| i.id == item.id);
    let mut out = Vec::new();
    for item in facts.items.iter().filter(outside) {
        if linked(facts, item.id)? {
            out.push(item);
        }
    }
    Ok(about_items(out))
}

fn linked(facts: &Facts<'_>, item: ScopeItemId) -> Result<bool> {
    let sql = "SELECT EXISTS (
        SELECT 1 FROM document_scope x CROSS JOIN link l ON l.item = x.document
        WHERE x.item = ?1 AND l.edition = ?2 AND l.scope = '[]'
        UNION ALL SELECT 1 FROM record_scope x CROSS JOIN link l ON l.item = x.record
        WHERE x.item = ?1 AND l.edition = ?2 AND l.scope = '[]')";
    Ok(facts.db.prepare_cached(sql)?.query_row((item, &facts.system.edition), |r| r.get(0))?)
}

/// Processes that others run, or help to run, to which nothing belongs that would show how they are controlled.
pub(super) fn uncontrolled(facts: &Facts<'_>) -> Result<Vec<About>> {
    let sql = "SELECT EXISTS (SELECT 1 FROM document_scope WHERE item = ?1
               UNION ALL SELECT 1 FROM record_scope WHERE item = ?1)";
    let mut shown = facts.db.prepare_cached(sql)?;
    let mut out = Vec::new();
    for item in facts.outsourced(&[ScopeKind::Process]) {
        if !shown.query_row([item.id], |r| r.get::<_, bool>(0))? {
            out.push(item);
        }
    }
    Ok(about_items(out))
}

/// Functions and processes inside that others perform.
pub(super) fn performed_outside(facts: &Facts<'_>) -> Vec<About> {
    about_items(facts.outsourced(&[ScopeKind::Function, ScopeKind::Process]))
}

/// Whether the statement uses one of these words.
pub(super) fn says(facts: &Facts<'_>, words: &[&str]) -> Vec<About> {
    let said = facts.words();
    if words.iter().any(|word| said.contains(word)) { facts.statement() } else { Vec::new() }
}

/// The statement, where the scope takes in a part and somebody is enrolled who approves.
pub(super) fn approver_of_a_part(facts: &Facts<'_>) -> Result<Vec<About>> {
    let approves = people::list(facts.db)?.into_iter().any(|one| one.role == Role::Approver && !one.left);
    Ok(if facts.is_part() && approves { facts.statement() } else { Vec::new() })
}

/// Service requirements that nobody agreed to.
pub(super) fn implied(facts: &Facts<'_>) -> Vec<About> {
    use crate::requirements::RequirementKind;
    let open = facts.requirements.iter().filter(|r| r.whose == RequirementKind::Service && r.agreed.is_empty());
    open.map(|r| About::of(AboutKind::Requirement, &r.number)).collect()
}

/// Requirements of law and authorities.
pub(super) fn of_law(facts: &Facts<'_>) -> Vec<About> {
    use crate::requirements::RequirementKind::{Legal, Regulatory};
    let law = facts.requirements.iter().filter(|r| matches!(r.whose, Legal | Regulatory));
    law.map(|r| About::of(AboutKind::Requirement, &r.number)).collect()
}
