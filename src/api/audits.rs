//! Audits, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::audits::{self, Audit, AuditKind, NewAudit};
use crate::day::Day;
use crate::error::Result;
use crate::packs::{self, AuditShown};
use crate::standards::catalogue;
use crate::systems;

commands! { AuditAdd, AuditList, AuditShow }

/// Plans an audit.
#[derive(Debug, Deserialize, TS)]
pub struct AuditAdd {
    /// The organisation's own number.
    pub code: String,
    /// Title.
    pub title: String,
    /// What kind of audit it is; internal where none is given.
    #[serde(default)]
    pub kind: Option<AuditKind>,
    /// The standards audited, together.
    pub standards: Vec<String>,
    /// Codes of scope items.
    #[serde(default)]
    pub scope: Vec<String>,
    /// First day of the period under audit.
    #[serde(default)]
    pub from: Option<Day>,
    /// Last day of the period under audit.
    #[serde(default)]
    pub to: Option<Day>,
}

impl Command for AuditAdd {
    type Answer = Audit;
    const NAME: &'static str = "audit_add";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let code = self.code.clone();
        workspace.transact(|tx| {
            let held = systems::editions_held(tx.db())?;
            let new = NewAudit {
                code: self.code,
                title: self.title,
                kind: self.kind.unwrap_or(AuditKind::Internal),
                editions: catalogue().edition_ids(&self.standards, &held)?,
                scope: systems::scope_codes(tx.db(), &self.scope)?,
                period_from: self.from,
                period_to: self.to,
            };
            audits::plan(tx, new)
        })?;
        audits::by_code(workspace.db(), &code)
    }
}

/// Lists audits.
#[derive(Debug, Deserialize, TS)]
pub struct AuditList {
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for AuditList {
    type Answer = Vec<Audit>;
    const NAME: &'static str = "audit_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Audits]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        audits::list(&view)
    }
}

/// Shows one audit with its packs.
#[derive(Debug, Deserialize, TS)]
pub struct AuditShow {
    /// Code.
    pub code: String,
}

impl Command for AuditShow {
    type Answer = AuditShown;
    const NAME: &'static str = "audit_show";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems, Topic::Audits, Topic::Packs]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        packs::audit_shown(session.workspace()?.db(), &self.code)
    }
}
