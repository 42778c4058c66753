//! What applies in each standard, as commands.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, Who, commands};
use crate::applicability::{self, Change, Made, OwnControl, Row, Summary};
use crate::coverage::{self, ClauseChange};
use crate::error::Result;
use crate::people::Duty;
use crate::standards::{ClauseRef, EditionId, catalogue, clause_unknown};
use crate::systems;

commands! {
    ApplicabilityList, ApplicabilityShow, ApplicabilitySet, ApplicabilityForetell, OwnControlSet, OwnControlDrop
}

/// Lists what was decided of each clause and control.
#[derive(Debug, Deserialize, TS)]
pub struct ApplicabilityList {
    /// Standard or code of a system; all where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub standard: Option<String>,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// What was decided in one system.
#[derive(Debug, Serialize, TS)]
pub struct ApplicabilityOf {
    /// Code of the system.
    pub system: String,
    /// Its edition.
    pub edition: String,
    /// Whether its standard has controls that a Statement of Applicability takes in or leaves out.
    pub controls: bool,
    /// How many controls stand how.
    pub summary: Summary,
    /// Every clause and control, then the organisation's own controls.
    pub rows: Vec<Row>,
}

impl Command for ApplicabilityList {
    type Answer = Vec<ApplicabilityOf>;
    const NAME: &'static str = "applicability_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        let asked = self.standard.map(|standard| applicability::system_edition(&view, &standard)).transpose()?;
        let mut out = Vec::new();
        for system in systems::systems(&view)? {
            let edition: EditionId = system.edition.parse()?;
            if asked.as_ref().is_none_or(|asked| *asked == edition) {
                let rows = applicability::list(&view, &edition)?;
                let (controls, summary) = (applicability::has_controls(&edition), applicability::summary(&rows));
                out.push(ApplicabilityOf { system: system.code, edition: system.edition, controls, summary, rows });
            }
        }
        Ok(out)
    }
}

/// Shows one clause or control: what was decided on it, and everything that was before.
#[derive(Debug, Deserialize, TS)]
pub struct ApplicabilityShow {
    /// Standard or code of a system.
    pub standard: String,
    /// The clause, the control, or the code of an own one.
    pub clause: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

/// One clause or control with all that was decided on it.
#[derive(Debug, Serialize, TS)]
pub struct ApplicabilityShown {
    /// It, as it stands.
    pub now: Row,
    /// Every decision on itself, the newest first.
    pub made: Vec<Made>,
    /// The documents and records of which mappings to other standards were accepted from it: what hangs on it.
    pub followed_by: Vec<String>,
}

impl Command for ApplicabilityShow {
    type Answer = ApplicabilityShown;
    const NAME: &'static str = "applicability_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        let reference = applicability::target(&view, &self.standard, &self.clause)?;
        let rows = applicability::list(&view, &reference.edition_id())?;
        let now = rows.into_iter().find(|row| row.reference == reference);
        let now = now.ok_or_else(|| clause_unknown(&reference.standard, &reference.edition, &reference.clause))?;
        let followed_by = coverage::following_codes(&view, &reference)?;
        Ok(ApplicabilityShown { now, made: applicability::made(&view, &reference)?, followed_by })
    }
}

/// Decides on clauses and controls of a standard.
#[derive(Debug, Deserialize, TS)]
pub struct ApplicabilitySet {
    /// Standard or code of a system.
    pub standard: String,
    /// Clauses, controls, groups of them, or codes of own ones.
    pub clauses: Vec<String>,
    /// What is decided; what is not given stays.
    #[serde(flatten)]
    pub change: Change,
}

impl Command for ApplicabilitySet {
    type Answer = Vec<Row>;
    const NAME: &'static str = "applicability_set";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let decided =
            workspace.transact(|tx| applicability::decide(tx, &self.standard, &self.clauses, &self.change))?;
        decided_rows(workspace.db(), &decided)
    }
}

fn decided_rows(db: &Connection, decided: &[ClauseRef]) -> Result<Vec<Row>> {
    let Some(first) = decided.first() else { return Ok(Vec::new()) };
    let mut rows = applicability::list(db, &first.edition_id())?;
    rows.retain(|row| decided.contains(&row.reference));
    Ok(rows)
}

/// Says what a decision would do to clauses of every standard, before it is made.
#[derive(Debug, Deserialize, TS)]
pub struct ApplicabilityForetell {
    /// Standard or code of a system.
    pub standard: String,
    /// Clauses, controls, groups of them, or codes of own ones.
    pub clauses: Vec<String>,
    /// What would be decided.
    #[serde(flatten)]
    pub change: Change,
}

/// What a decision would do.
#[derive(Debug, Serialize, TS)]
pub struct ApplicabilityForetold {
    /// How many clauses and controls would be decided otherwise.
    pub decides: usize,
    /// The clauses of all standards that would stand otherwise.
    pub clauses: Vec<ClauseChange>,
    /// The documents and records of which mappings follow from what is decided on.
    pub followed_by: Vec<String>,
}

impl Command for ApplicabilityForetell {
    type Answer = ApplicabilityForetold;
    const NAME: &'static str = "applicability_foretell";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        session.workspace()?.try_out(|tx| {
            let on = applicability::targets(tx.db(), &self.standard, &self.clauses)?;
            let mut all = Vec::new();
            for edition in systems::editions_held(tx.db())? {
                all.extend(catalogue().clauses(&edition).map(|clause| clause.reference.clone()));
            }
            let before = coverage::standing(tx.db(), &all, today)?;
            let decides = applicability::decide_on(tx, &on, &self.change, "")?.len();
            let after = coverage::standing(tx.db(), &all, today)?;
            let mut followed_by = Vec::new();
            for reference in &on {
                followed_by.extend(coverage::following_codes(tx.db(), reference)?);
            }
            followed_by.sort();
            followed_by.dedup();
            Ok(ApplicabilityForetold { decides, clauses: coverage::changed(&[], &before, &after), followed_by })
        })
    }
}

/// Names a control from elsewhere than Annex A, or corrects it.
#[derive(Debug, Deserialize, TS)]
pub struct OwnControlSet {
    /// Standard or code of the system.
    pub standard: String,
    /// The organisation's code for it.
    pub code: String,
    /// What it is.
    #[serde(flatten)]
    pub control: OwnControl,
    /// Why it is corrected.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

impl Command for OwnControlSet {
    type Answer = Vec<Row>;
    const NAME: &'static str = "own_control_set";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let reason = self.reason.unwrap_or_default();
        let edition = workspace
            .transact(|tx| applicability::name_control(tx, &self.standard, &self.code, self.control, &reason))?;
        let mut rows = applicability::list(workspace.db(), &edition)?;
        rows.retain(|row| row.own.is_some());
        Ok(rows)
    }
}

/// Drops a control from elsewhere.
#[derive(Debug, Deserialize, TS)]
pub struct OwnControlDrop {
    /// Standard or code of the system.
    pub standard: String,
    /// The organisation's code for it.
    pub code: String,
    /// Why.
    pub reason: String,
}

impl Command for OwnControlDrop {
    type Answer = Vec<Row>;
    const NAME: &'static str = "own_control_drop";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Person(Duty::Manage);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let edition =
            workspace.transact(|tx| applicability::drop_control(tx, &self.standard, &self.code, &self.reason))?;
        let mut rows = applicability::list(workspace.db(), &edition)?;
        rows.retain(|row| row.own.is_some());
        Ok(rows)
    }
}
