//! Rules about lines of a scope statement that no decision stands for.

use super::facts::Facts;
use super::model::{About, AboutKind};
use crate::error::Result;
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
