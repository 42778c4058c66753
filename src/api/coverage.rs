//! Coverage, the concordance and an opened clause, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::coverage::{self, ClauseOpened, Column, Concordance, Coverage};
use crate::error::Result;

commands! { ConcordanceShow, CoverageColumns, ClauseOpen, CoverageShow }

/// Lays the standards held side by side.
#[derive(Debug, Deserialize, TS)]
pub struct ConcordanceShow {
    /// Only at this scope item.
    #[serde(default)]
    pub scope: Option<String>,
    /// An edition held that stands in the column of its standard, where another one was set up first: `27001:2013`.
    #[serde(default)]
    pub edition: Option<String>,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ConcordanceShow {
    type Answer = Concordance;
    const NAME: &'static str = "concordance";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        coverage::concordance(&view, self.scope.as_deref(), self.edition.as_deref(), day)
    }
}

/// Says how far each edition is covered, without its clauses.
#[derive(Debug, Deserialize, TS)]
pub struct CoverageColumns {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for CoverageColumns {
    type Answer = Vec<Column>;
    const NAME: &'static str = "coverage_columns";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        coverage::columns(&view, day)
    }
}

/// Opens a clause: its counterparts, what shows it, what is proposed for it.
#[derive(Debug, Deserialize, TS)]
pub struct ClauseOpen {
    /// The clause, as `20000-1:2018/8.5.1`.
    pub reference: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ClauseOpen {
    type Answer = ClauseOpened;
    const NAME: &'static str = "clause_open";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        coverage::open_clause(&view, &self.reference, day)
    }
}

/// Shows which clauses are covered.
#[derive(Debug, Deserialize, TS)]
pub struct CoverageShow {
    /// Only this standard.
    #[serde(default)]
    pub standard: Option<String>,
    /// Only at this scope item.
    #[serde(default)]
    pub scope: Option<String>,
    /// Whether each reason names what it is about, and what is covered says by what.
    #[serde(default)]
    pub named: bool,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for CoverageShow {
    type Answer = Vec<Coverage>;
    const NAME: &'static str = "coverage_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        coverage::coverages(&view, self.standard.as_deref(), self.scope.as_deref(), day, self.named)
    }
}
