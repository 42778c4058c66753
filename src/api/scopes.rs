//! What the systems' scopes say: their statements version by version, what can be shared, and what a change of scope touches,
//! as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::claims;
use crate::error::Result;
use crate::items::Item;
use crate::mapping;
use crate::reviews::{self, Recheck};
use crate::systems::{self, Sharing, StatementDiff, StatementVersion};

commands! { ScopeSetPreview, ScopeStatementShow, ScopeVersions, ScopeDiff, ScopeSharing }

/// What another scope of a system would touch.
#[derive(Debug, Serialize, TS)]
pub struct ScopePreview {
    /// Code of the system.
    pub system: String,
    /// Codes of what would come in.
    pub added: Vec<String>,
    /// Codes of what would go out.
    pub removed: Vec<String>,
    /// How many documents and records would have to be looked at again, each counted once.
    pub count: usize,
    /// These, item by item.
    pub changes: Vec<ScopeTouched>,
}

/// What coming in or going out of one scope item would touch.
#[derive(Debug, Serialize, TS)]
pub struct ScopeTouched {
    /// Code of the scope item.
    pub scope_item: String,
    /// `added` or `removed`.
    pub change: String,
    /// The documents and records to look at again, by code.
    pub items: Vec<Item>,
}

/// So many documents and records of a change: all of them.
const ALL: usize = 10_000_000;

/// Says which evidence another scope of a system would touch, and does nothing.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeSetPreview {
    /// Code or standard of the system.
    pub system: String,
    /// Codes of everything inside.
    pub items: Vec<String>,
}

impl Command for ScopeSetPreview {
    type Answer = ScopePreview;
    const NAME: &'static str = "scope_set_preview";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Reviews, Topic::Mapping]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.try_out(|tx| {
            let before = systems::system(tx.db(), &self.system)?;
            let waiting: Vec<u64> = reviews::rechecks(tx.db(), 0)?.changes.iter().map(|one| one.entry).collect();
            set_scope(tx, &self.system, &self.items)?;
            let after = systems::system(tx.db(), &self.system)?;
            let mut changes = reviews::rechecks(tx.db(), ALL)?.changes;
            changes.retain(|one| !waiting.contains(&one.entry));
            let mut touched: Vec<_> = changes.iter().flat_map(|c| &c.items).map(|i| (i.kind, &i.code)).collect();
            touched.sort_unstable();
            touched.dedup();
            let count = touched.len();
            let each = |one: Recheck| ScopeTouched { scope_item: one.scope_item, change: one.change, items: one.items };
            let only =
                |these: &[String], those: &[String]| these.iter().filter(|c| !those.contains(c)).cloned().collect();
            let (added, removed) = (only(&after.scope, &before.scope), only(&before.scope, &after.scope));
            let changes = changes.into_iter().map(each).collect();
            Ok(ScopePreview { system: after.code, added, removed, count, changes })
        })
    }
}

/// Sets a system's scope, with what that does to points of mappings.
pub(super) fn set_scope(tx: &mut crate::workspace::Tx<'_>, system: &str, items: &[String]) -> Result<()> {
    let edition = systems::system(tx.db(), system)?.edition.parse()?;
    let scope = systems::scope_codes(tx.db(), items)?;
    mapping::with_scope_of_system(tx, &edition, &scope, |tx| systems::set_scope(tx, system, items))
}

/// Shows a version of a system's scope statement.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeStatementShow {
    /// Code or standard of the system.
    pub system: String,
    /// Its number; the last one where none is given.
    #[serde(default)]
    pub version: Option<usize>,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for ScopeStatementShow {
    type Answer = StatementVersion;
    const NAME: &'static str = "scope_statement";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let view = session.view(self.when)?;
        systems::statement_version(&view, &self.system, self.version)
    }
}

/// Lists the versions of a system's scope statement.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeVersions {
    /// Code or standard of the system.
    pub system: String,
}

impl Command for ScopeVersions {
    type Answer = Vec<StatementVersion>;
    const NAME: &'static str = "scope_versions";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        systems::statement_versions(session.workspace()?.db(), &self.system)
    }
}

/// Compares two versions of a system's scope statement.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeDiff {
    /// Code or standard of the system.
    pub system: String,
    /// The one.
    pub before: usize,
    /// The other.
    pub after: usize,
}

impl Command for ScopeDiff {
    type Answer = StatementDiff;
    const NAME: &'static str = "scope_diff";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        systems::statement_diff(session.workspace()?.db(), &self.system, self.before, self.after)
    }
}

/// Grades how much SMS and ISMS can share (R154); nothing where they are not held together.
#[derive(Debug, Deserialize, TS)]
pub struct ScopeSharing {}

impl Command for ScopeSharing {
    type Answer = Option<Sharing>;
    const NAME: &'static str = "scope_sharing";
    const EFFECT: Effect = Effect::Reads(&[Topic::Systems]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        systems::sharing(db, claims::applied_controls(db)?)
    }
}
