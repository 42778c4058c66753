//! The standards, as commands. They need no workspace; where there is one, its editions decide.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::coverage;
use crate::error::Result;
use crate::standards::views;
use crate::standards::{ClauseRef, EditionId, OwnShow, catalogue};
use crate::systems;

commands! { StandardList, StandardShow, StandardOwn, ClauseShow, Correlate, Terms }

/// The editions held, where there is a workspace; none where there is none.
///
/// # Errors
/// What keeps a workspace that is there from being read.
fn held(session: &mut Session) -> Result<Vec<EditionId>> {
    if !session.folder().join("clausebook.db").is_file() {
        return Ok(Vec::new());
    }
    systems::editions_held(session.workspace()?.db())
}

/// The clause meant; without a number of its own the standard names it, as `9001/7.5.3`.
fn meant(standard: &str, clause: &str, held: &[EditionId]) -> Result<ClauseRef> {
    if clause.is_empty() { catalogue().asked(standard, held) } else { catalogue().asked_in(standard, clause, held) }
}

/// Lists the editions built in.
#[derive(Debug, Deserialize, TS)]
pub struct StandardList {}

impl Command for StandardList {
    type Answer = views::StandardList;
    const NAME: &'static str = "standard_list";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        Ok(catalogue().standard_list())
    }
}

/// Shows one edition with its clauses.
#[derive(Debug, Deserialize, TS)]
pub struct StandardShow {
    /// Standard, as `9001` or `27001:2022`.
    pub standard: String,
}

impl Command for StandardShow {
    type Answer = views::StandardShow;
    const NAME: &'static str = "standard_show";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session)?;
        Ok(catalogue().standard_show(catalogue().edition(&self.standard, &held)?))
    }
}

/// Lists what one standard asks for and others do not, and what it added below common clauses.
#[derive(Debug, Deserialize, TS)]
pub struct StandardOwn {
    /// Standard, as `9001` or `27001:2022`.
    pub standard: String,
    /// Beside this one only.
    #[serde(default)]
    pub beside: Option<String>,
}

impl Command for StandardOwn {
    type Answer = OwnShow;
    const NAME: &'static str = "standard_own";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session)?;
        let own = &catalogue().edition(&self.standard, &held)?.id;
        let beside = match &self.beside {
            Some(beside) => vec![&catalogue().edition(beside, &held)?.id],
            None => catalogue().beside(own, &held),
        };
        Ok(catalogue().own_show(own, &beside))
    }
}

/// Shows one clause with what surrounds it.
#[derive(Debug, Deserialize, TS)]
pub struct ClauseShow {
    /// Standard; or standard and clause in one, as `9001/7.5.3`.
    pub standard: String,
    /// Clause; empty where the standard names it.
    #[serde(default)]
    pub clause: String,
}

/// A clause, and how it stands in the workspace.
#[derive(Debug, Serialize, TS)]
pub struct ClauseShown {
    /// What the reference data say about it.
    #[serde(flatten)]
    pub clause: views::ClauseShow,
    /// How it stands here; none without a workspace, and for an edition that it does not hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub here: Option<coverage::Here>,
}

impl Command for ClauseShow {
    type Answer = Option<ClauseShown>;
    const NAME: &'static str = "clause_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session)?;
        let reference = meant(&self.standard, &self.clause, &held)?;
        let Some(clause) = catalogue().clause_show(&reference, &held) else { return Ok(None) };
        let day = session.today();
        let here = if held.contains(&reference.edition_id()) {
            Some(coverage::here(session.workspace()?.db(), &reference, day)?)
        } else {
            None
        };
        Ok(Some(ClauseShown { clause, here }))
    }
}

/// Finds the counterparts of a clause.
#[derive(Debug, Deserialize, TS)]
pub struct Correlate {
    /// Standard.
    pub standard: String,
    /// Clause.
    pub clause: String,
    /// Only in this standard.
    #[serde(default)]
    pub to: Option<String>,
}

impl Command for Correlate {
    type Answer = views::Correlation;
    const NAME: &'static str = "correlate";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session)?;
        let reference = meant(&self.standard, &self.clause, &held)?;
        let to = self.to.as_deref().map(|to| catalogue().edition(to, &held)).transpose()?;
        Ok(catalogue().correlation(&reference, to.map(|e| &e.id), &held))
    }
}

/// Finds terms.
#[derive(Debug, Deserialize, TS)]
pub struct Terms {
    /// What the term or its entry holds; all without it.
    #[serde(default)]
    pub query: Option<String>,
}

impl Command for Terms {
    type Answer = views::TermList;
    const NAME: &'static str = "terms";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        Ok(catalogue().term_list(self.query.as_deref()))
    }
}
