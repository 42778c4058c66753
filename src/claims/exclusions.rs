//! Rules about what a scope statement leaves out.

use super::facts::{Facts, standard_of};
use super::model::{About, AboutKind};
use crate::error::Result;
use crate::standards::catalogue;
use crate::systems;

/// Lines of the statement that are refused for one of these reasons: they were written before lines were checked.
pub(super) fn refused(facts: &Facts<'_>, reasons: &[&str]) -> Result<Vec<About>> {
    let edition = facts.system.edition.parse()?;
    let lines = facts.system.statement.not_applicable.iter();
    let refused = lines.filter(|line| {
        let read = systems::exclusions(&edition, std::slice::from_ref(*line));
        read.is_err_and(|refusal| reasons.contains(&refusal.reason().name))
    });
    Ok(refused.map(|line| About::of(AboutKind::Clause, line.trim())).collect())
}

/// What is left out, where the condition was answered so.
pub(super) fn condition(facts: &Facts<'_>, answered: Option<bool>) -> Result<Vec<About>> {
    if facts.system.statement.unaffected != answered {
        return Ok(Vec::new());
    }
    let excluded = facts.system.exclusions()?;
    Ok(excluded.into_iter().map(|one| About::of(AboutKind::Clause, one.reference.short())).collect())
}

/// What is left out for quality, and has partners in another system that is held, with these.
pub(super) fn partners(facts: &Facts<'_>) -> Result<Vec<About>> {
    let mut out = Vec::new();
    for one in facts.system.exclusions()? {
        let mut partners = Vec::new();
        for system in facts.held.iter().filter(|system| ["20000-1", "27001"].contains(&standard_of(system))) {
            let edition = system.edition.parse()?;
            let answers = catalogue().correlate(&one.reference, Some(&edition));
            partners.extend(answers.iter().flat_map(|a| &a.matches).map(|m| m.clause.short()));
        }
        if !partners.is_empty() {
            out.push(About::of(AboutKind::Clause, one.reference.short()).with(partners));
        }
    }
    Ok(out)
}
