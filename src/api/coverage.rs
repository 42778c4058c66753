//! Coverage, as a command.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::coverage::{self, Coverage};
use crate::day::Day;
use crate::error::Result;
use crate::standards::{EditionId, catalogue};
use crate::systems;

commands! { CoverageShow }

/// Shows which clauses are covered.
#[derive(Debug, Deserialize, TS)]
pub struct CoverageShow {
    /// Only this standard.
    #[serde(default)]
    pub standard: Option<String>,
    /// Only at this scope item.
    #[serde(default)]
    pub scope: Option<String>,
    /// As of the end of this day; a day to come shows what will have run out by then.
    #[serde(default)]
    pub as_of: Option<Day>,
}

impl Command for CoverageShow {
    type Answer = Vec<Coverage>;
    const NAME: &'static str = "coverage_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = self.as_of.unwrap_or(session.today());
        let view = session.view(self.as_of)?;
        let held = systems::editions_held(&view)?;
        let mut editions: Vec<EditionId> = match &self.standard {
            Some(standard) => vec![catalogue().edition(standard, &held)?.id.clone()],
            None => held,
        };
        let column = |id: &EditionId| catalogue().editions().iter().position(|e| e.id == *id);
        editions.sort_by_key(column);
        let scope = self.scope.as_deref().map(|code| systems::scope_item(&view, code)).transpose()?;
        editions.iter().map(|e| coverage::coverage(&view, e, scope.as_ref(), day)).collect()
    }
}
