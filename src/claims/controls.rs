//! Rules about what applies: clauses that are left out, and the controls of an ISMS.

use std::collections::HashMap;

use rusqlite::Connection;

use super::assessed;
use super::facts::{Facts, standard_of};
use super::model::{About, AboutKind};
use crate::applicability::{self, DecisionLack, Gives, Row};
use crate::error::Result;
use crate::items;
use crate::standards::{EditionId, catalogue};
use crate::systems::{self, AppliedControls};

/// What was decided in a system, with what its standing gives.
pub(super) struct Decided {
    rows: Vec<Row>,
    edition: EditionId,
}

impl Decided {
    pub(super) fn of(facts: &Facts<'_>) -> Result<Self> {
        let edition = facts.system.edition.parse()?;
        Ok(Self { rows: applicability::list(facts.db, &edition)?, edition })
    }

    /// The controls, without groups of them.
    fn controls(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.control && !row.heading)
    }

    /// The requirements that are left out, each where that was decided.
    fn left_out(&self) -> impl Iterator<Item = &Row> {
        let here = self.rows.iter().filter(|row| !row.control && row.decided_at.is_none());
        here.filter(|row| row.decision.as_ref().is_some_and(|decision| !decision.applies))
    }

    /// Requirements that are left out without a reason.
    pub(super) fn unreasoned(&self) -> Vec<About> {
        about(self.left_out().filter(|row| row.lacks.contains(&DecisionLack::Reason)))
    }

    /// Requirements that are left out, where the condition was answered so.
    pub(super) fn condition(&self, answered: Option<bool>) -> Vec<About> {
        let says = |row: &&Row| row.decision.as_ref().is_some_and(|decision| decision.condition_met == answered);
        about(self.left_out().filter(says))
    }

    /// Requirements that are left out and have partners in another system that is held, with these.
    pub(super) fn partners(&self, facts: &Facts<'_>) -> Result<Vec<About>> {
        let mut out = Vec::new();
        for row in self.left_out() {
            let mut partners = Vec::new();
            for system in facts.held.iter().filter(|system| ["20000-1", "27001"].contains(&standard_of(system))) {
                let answers = catalogue().correlate(&row.reference, Some(&system.edition.parse()?));
                partners.extend(answers.iter().flat_map(|a| &a.matches).map(|m| m.clause.short()));
            }
            if !partners.is_empty() {
                out.push(About::of(AboutKind::Clause, row.reference.short()).with(partners));
            }
        }
        Ok(out)
    }

    /// The statement, with the controls that lack something.
    pub(super) fn lacking(&self, facts: &Facts<'_>, lack: DecisionLack) -> Vec<About> {
        let lacking = self.controls().filter(|row| row.lacks.contains(&lack)).map(|row| row.reference.clause.clone());
        let lacking: Vec<String> = lacking.collect();
        let each = |about: About| about.with(lacking.clone());
        if lacking.is_empty() { Vec::new() } else { facts.statement().into_iter().map(each).collect() }
    }

    /// Controls from elsewhere than Annex A that apply.
    pub(super) fn own(&self) -> Vec<About> {
        let applies = |row: &&Row| row.decision.as_ref().is_some_and(|decision| decision.applies);
        about(self.controls().filter(|row| row.own.is_some()).filter(applies))
    }

    /// The statement, where controls were decided on and not one of them rests on a risk.
    pub(super) fn before_risks(&self, facts: &Facts<'_>) -> Vec<About> {
        let decided: Vec<_> = self.controls().filter_map(|row| row.decision.as_ref()).collect();
        if decided.is_empty() || decided.iter().any(|decision| !decision.risks.is_empty()) {
            return Vec::new();
        }
        facts.statement()
    }

    /// Excluded controls whose risk assessment, a document or record, is another one since, with that.
    pub(super) fn overtaken(&self, facts: &Facts<'_>) -> Result<Vec<About>> {
        let (mut out, mut known) = (Vec::new(), HashMap::new());
        for row in self.controls() {
            let (Some(decision), Some(on)) = (&row.decision, row.on) else { continue };
            let at = row.decided_at.as_ref().unwrap_or(&row.reference);
            let mut newer: Vec<String> = Vec::new();
            for risk in decision.risks.iter().filter(|_| !decision.applies) {
                if !known.contains_key(risk) {
                    known.insert(risk.clone(), assessed::named(facts.db, risk)?);
                }
                let seq = applicability::made(facts.db, at)?.first().map_or(0, |made| made.seq);
                for item in known.get(risk).into_iter().flatten() {
                    let code = items::code(facts.db, *item)?;
                    if !newer.contains(&code) && assessed::since(facts.db, *item, (on, seq), facts.day)? {
                        newer.push(code);
                    }
                }
            }
            if !newer.is_empty() {
                out.push(About::of(AboutKind::Clause, row.reference.short()).with(newer));
            }
        }
        Ok(out)
    }

    /// Controls to which something is mapped, so that a match could start there, and which pass; none without an SMS.
    pub(super) fn starting(&self, facts: &Facts<'_>, wanted: Starting) -> Result<Vec<About>> {
        if facts.holds("20000-1").is_none() {
            return Ok(Vec::new());
        }
        let standing = applicability::standing(facts.db, &self.edition)?;
        let mut linked =
            facts.db.prepare_cached("SELECT DISTINCT clause FROM link WHERE edition = ?1 ORDER BY clause")?;
        let clauses = linked.query_map([self.edition.to_string()], |r| r.get::<_, String>(0))?;
        let mut out = Vec::new();
        for clause in clauses {
            let control = self.edition.at(clause?);
            let gives = standing.gives(&control);
            let passes = control.in_annex()
                && match wanted {
                    Starting::Excluded => gives == Gives::Excluded,
                    Starting::NotInPlace => gives == Gives::NotInPlace,
                    Starting::OwnAssets => gives == Gives::OwnAssets,
                    Starting::ReachUnsaid => standing.reach_unsaid(&control),
                };
            if passes {
                out.push(About::of(AboutKind::Clause, control.short()));
            }
        }
        Ok(out)
    }
}

/// What keeps a match from starting at a control.
#[derive(Debug, Clone, Copy)]
pub(super) enum Starting {
    Excluded,
    NotInPlace,
    OwnAssets,
    ReachUnsaid,
}

fn about<'a>(rows: impl Iterator<Item = &'a Row>) -> Vec<About> {
    rows.map(|row| About::of(AboutKind::Clause, row.reference.short())).collect()
}

/// How many controls of the ISMS apply, are in place and reach the services (R154); nothing where nobody decided on any.
pub fn applied_controls(db: &Connection) -> Result<Option<AppliedControls>> {
    let held = systems::systems(db)?;
    let Some(isms) = held.iter().find(|system| standard_of(system) == "27001") else { return Ok(None) };
    let summary = applicability::summary(&applicability::list(db, &isms.edition.parse()?)?);
    let controls = AppliedControls {
        in_place: summary.in_place,
        in_part: summary.in_part,
        reach_services: summary.reach_services,
        all: summary.included,
    };
    Ok(Some(controls).filter(|_| summary.included > 0))
}
