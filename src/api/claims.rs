//! Claims, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::claims::{self, Claim, Moved, ScopeWord};
use crate::error::Result;

commands! { ClaimCheck, ScopeWords, SoaMoved }

/// Says what may be said of a system, what stands against it, and what must be asked.
#[derive(Debug, Deserialize, TS)]
pub struct ClaimCheck {
    /// Code or standard of the system.
    pub system: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ClaimCheck {
    type Answer = Claim;
    const NAME: &'static str = "claim_check";
    const EFFECT: Effect = Effect::Reads(&[
        Topic::People,
        Topic::Systems,
        Topic::Parties,
        Topic::Requirements,
        Topic::Certificates,
        Topic::Documents,
        Topic::Records,
        Topic::Mapping,
    ]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        claims::check(&view, &self.system, day)
    }
}

/// Says what words mean in the scope of a system: organisation, service, external, top management.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeWords {
    /// Code or standard of the system.
    pub system: String,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ScopeWords {
    type Answer = Vec<ScopeWord>;
    const NAME: &'static str = "scope_words";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Parties, Topic::Requirements, Topic::Certificates]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        claims::words(&view, &self.system, day)
    }
}

/// Says which Statements of Applicability moved on, and which certificates cite an older version, since when.
#[derive(Debug, Deserialize, TS)]
pub struct SoaMoved {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for SoaMoved {
    type Answer = Vec<Moved>;
    const NAME: &'static str = "soa_moved";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Certificates]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let day = session.day(self.when);
        let view = session.view(self.when)?;
        claims::moved(&view, day)
    }
}
