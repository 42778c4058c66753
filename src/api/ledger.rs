//! The ledger and the checks, as commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Progress, Session, Step, Topic, commands, refusals};
use crate::checked;
use crate::error::Result;
use crate::items::{self, Holder};
use crate::log::{self, Log};
use crate::search;
use crate::verify::{self, Held, Kept, Own, Owner, Report};
use crate::workspace::{self, Consistency, Proof};

commands! { LedgerLog, LedgerCheckpoint, LedgerProof, LedgerConsistency, Verify }

/// Lists entries, newest first.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerLog {
    /// Only entries before this one.
    #[serde(default)]
    pub before: Option<u64>,
    /// How many at the most.
    #[serde(default = "most")]
    pub limit: u64,
}

fn most() -> u64 {
    50
}

impl Command for LedgerLog {
    type Answer = Log;
    const NAME: &'static str = "ledger_log";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        log::log(session.workspace()?.db(), self.before, self.limit)
    }
}

/// Signs the ledger as it stands.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerCheckpoint {}

/// A signed checkpoint.
#[derive(Debug, Serialize, TS)]
pub struct CheckpointSigned {
    /// Number of entries.
    pub size: u64,
    /// The signed note: keep a copy outside of this machine.
    pub checkpoint: String,
    /// The key that checks it.
    pub verifier_key: String,
    /// That key's fingerprint.
    pub fingerprint: String,
}

impl Command for LedgerCheckpoint {
    type Answer = CheckpointSigned;
    const NAME: &'static str = "ledger_checkpoint";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let checkpoint = workspace.checkpoint()?;
        let key = workspace.signing_key()?.verifier(&workspace.origin());
        let (verifier_key, fingerprint) = (key.to_string(), key.fingerprint());
        Ok(CheckpointSigned { size: workspace.head()?.size, checkpoint, verifier_key, fingerprint })
    }
}

/// Proves that an entry is in the ledger.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerProof {
    /// Identifier of the entry, its position, or the code of the document or record it registered.
    pub id: String,
}

impl Command for LedgerProof {
    type Answer = Proof;
    const NAME: &'static str = "ledger_proof";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let seq = log::place_of(workspace.db(), &self.id)?.ok_or_else(|| refusals::entry_not_found(&self.id))?;
        workspace.prove_entry(seq)
    }
}

/// Proves that the ledger of an earlier size is the beginning of today's.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerConsistency {
    /// The earlier size.
    pub size: u64,
}

impl Command for LedgerConsistency {
    type Answer = Consistency;
    const NAME: &'static str = "ledger_consistency";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.prove_growth(self.size)
    }
}

/// Checks the workspace.
#[derive(Debug, Deserialize, TS)]
pub struct Verify {
    /// Read every file, not only its presence and length.
    #[serde(default)]
    pub deep: bool,
    /// Read the text of every file again, and compare it with what is searched: as long as filing them took.
    #[serde(default)]
    pub texts: bool,
    /// A checkpoint kept outside of this machine, or a pack.
    #[serde(default)]
    pub against: Option<PathBuf>,
}

impl Command for Verify {
    type Answer = Report;
    const NAME: &'static str = "verify";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn paths(&self) -> Vec<&Path> {
        self.against.as_deref().into_iter().collect()
    }

    /// Checks without opening the workspace first: one that cannot be opened can still be checked.
    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (tell, cancel) = (session.tell(), session.switch());
        let outside = match &self.against {
            Some(path) => Some(verify::held_checkpoint(path)?),
            None => None,
        };
        let config = session.config().to_owned();
        // The identity comes from a folder that nobody has checked yet: no path is made of anything else.
        let known = |id: &str| Some(workspace::known(&config, uuid::Uuid::parse_str(id).ok()?));
        let kept = |id: &str| known(id)?.kept;
        let own = |id: &str| known(id).and_then(|known| Some((known.site?.to_string(), known.key)));
        let (kept, own, now): (Kept<'_>, Own<'_>, _) = (&kept, &own, session.here().clock.now());
        let folder = session.folder().to_owned();
        let mut report = verify::workspace_and(
            &folder,
            self.deep,
            Held { outside: outside.as_deref(), kept: Some(kept), now: Some(now), own: Some(own) },
            &mut |report| tables(session, report, self.texts),
            &|done, total| tell(Progress { step: Step::Checking, done, total }),
            &cancel,
        )?;
        // A workspace that cannot be opened any more is checked all the same; then nobody knows whose files they are.
        if let Ok(workspace) = session.workspace() {
            for finding in &mut report.findings {
                finding.owners = owners(workspace.db(), &finding.place).unwrap_or_default();
            }
        }
        remember(session, &report, self.deep);
        Ok(report)
    }
}

/// Compares the tables with the ledger, where that is sound; and what is searched with the files, where that is asked for.
fn tables(session: &mut Session, report: &mut Report, texts: bool) -> Result<()> {
    if !report.checks.iter().any(|check| check.name == "ledger" && check.ok) {
        return Ok(());
    }
    // Opening brings tables of an earlier program up; why it may be refused is among the findings.
    let texts = session.workspace().ok().map(|workspace| workspace.text_db()).filter(|place| texts && place.exists());
    checked::tables(session.folder(), report, &session.steps(Step::Comparing))?;
    if let Some(texts) = texts {
        let (cancel, contained) = (session.switch(), session.here().contained.clone());
        match search::compare(&texts, session.workspace()?.vault(), &contained, &cancel)? {
            Some(held) => {
                let wrong = held.wrong.iter().map(ToString::to_string).collect();
                report.texts_compared((held.compared, held.not_compared), wrong);
            }
            None => report.texts_compared((0, 0), vec![String::from("text.db")]),
        }
    }
    Ok(())
}

/// The documents and records that hold the file at a place in the vault.
fn owners(db: &rusqlite::Connection, place: &str) -> Result<Vec<Owner>> {
    let Some(digest) = place.strip_prefix("objects/").and_then(|rest| rest.split('/').nth(1)?.parse().ok()) else {
        return Ok(Vec::new());
    };
    let owner = |holder: Holder| Owner {
        kind: holder.item.kind.into(),
        code: holder.item.code,
        title: match holder.revision.filter(|label| !label.is_empty()) {
            Some(label) => format!("{}, rev. {label}", holder.item.title),
            None => holder.item.title,
        },
        path: holder.path,
    };
    Ok(items::holding(db, &digest)?.into_iter().map(owner).collect())
}

/// Keeps the outcome for the next window. A workspace that cannot be opened keeps none; the report says why.
fn remember(session: &mut Session, report: &Report, deep: bool) {
    let at = session.here().clock.now();
    let Ok(workspace) = session.workspace() else { return };
    let checked = super::Checked {
        at,
        ok: report.ok,
        deep,
        files: report.files,
        entries: report.entries,
        findings: report.findings.iter().take(50).cloned().collect(),
    };
    if let Ok(text) = serde_json::to_string(&checked) {
        let _ = workspace.remember("checked", &text);
        session.make_stale(Topic::Checks);
    }
}
