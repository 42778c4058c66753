//! What makes the ledger trustworthy beyond this folder: keys of machines, the kept head, the clock, anchors. As commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::day::Day;
use crate::disk;
use crate::error::Result;
use crate::verify::{self, Report};
use crate::workspace::{self, AnchorAnswer, AnchorExported, MachineKey, Standing};

commands! {
    LedgerTrust, LedgerAccept, LedgerVouch, LedgerEnrol, LedgerSayDay, ClockConfirm, AnchorExport, AnchorImport,
    LedgerCheckConsistency, LedgerGoOn
}

/// Says which keys sign the ledger, how the folder stands to the head that this machine kept, and which anchors there are.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerTrust {}

/// What the ledger's trustworthiness hangs on.
#[derive(Debug, Serialize, TS)]
pub struct Trust {
    /// How the folder stands to the head that this machine kept.
    pub standing: Standing,
    /// How many entries the head speaks of that this machine kept; none where it kept none of this workspace.
    pub kept: Option<u64>,
    /// The machines' keys, in the order of their enrolment.
    pub keys: Vec<MachineKey>,
    /// The entries that enrol keys in this machine's name which are not its own: lost ones, or somebody else's.
    pub in_own_name: Vec<u64>,
    /// This machine and its key in one word, for the machine that is to vouch for it; none where nothing can be written.
    pub own: Option<String>,
    /// This machine's key, as a verifier key.
    pub own_key: Option<String>,
    /// Its fingerprint.
    pub own_fingerprint: Option<String>,
    /// Whether nothing can be written where the folder lies.
    pub read_only: bool,
    /// The day of the last entry, where another machine wrote it and nobody went on from there yet.
    pub elsewhere: Option<Day>,
    /// What time-stamp authorities answered.
    pub answers: Vec<AnchorAnswer>,
}

impl Command for LedgerTrust {
    type Answer = Trust;
    const NAME: &'static str = "ledger_trust";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let read_only = workspace.read_only();
        // Whoever only reads needs no key, and is made none.
        let key = (!read_only).then(|| workspace.signing_key()).transpose()?;
        Ok(Trust {
            standing: workspace.standing()?,
            kept: workspace.kept(),
            in_own_name: workspace.others_in_own_name()?,
            keys: workspace::machine_keys(workspace.db())?,
            own: (!read_only).then(|| workspace.key_request()).transpose()?,
            own_fingerprint: key.as_ref().map(|key| key.public().fingerprint()),
            own_key: key.map(|key| key.verifier(&workspace.origin()).to_string()),
            read_only,
            elsewhere: workspace.to_ask_about_elsewhere()?,
            answers: workspace::anchor_answers(workspace.db())?,
        })
    }
}

/// Takes a folder that is behind or beside the kept head for the right one.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerAccept {
    /// Why.
    pub reason: String,
}

impl Command for LedgerAccept {
    type Answer = Trust;
    const NAME: &'static str = "ledger_accept";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.accept(&self.reason)?;
        LedgerTrust {}.run(session)
    }
}

/// Stands for another machine's key with this machine's.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerVouch {
    /// What the other machine showed as its own: its name and its key in one word.
    pub key: String,
}

/// A voucher.
#[derive(Debug, Serialize, TS)]
pub struct Voucher {
    /// One word, which the other machine takes.
    pub voucher: String,
}

impl Command for LedgerVouch {
    type Answer = Voucher;
    const NAME: &'static str = "ledger_vouch";
    const EFFECT: Effect = Effect::Reads(&[Topic::Ledger]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        Ok(Voucher { voucher: session.workspace()?.vouch(&self.key)? })
    }
}

/// Enrols this machine's key.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerEnrol {
    /// What the machine that vouches for it gave.
    #[serde(default)]
    pub voucher: Option<String>,
    /// Why none does.
    #[serde(default)]
    pub reason: String,
}

impl Command for LedgerEnrol {
    type Answer = Trust;
    const NAME: &'static str = "ledger_enrol";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.enrol_key(self.voucher.as_deref(), &self.reason)?;
        LedgerTrust {}.run(session)
    }
}

/// Says on which day entries were written that a wrong clock wrote.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerSayDay {
    /// The first of them.
    pub from: u64,
    /// The last; the first where none is given.
    #[serde(default)]
    pub to: Option<u64>,
    /// The day.
    pub day: Day,
    /// Why.
    pub reason: String,
}

impl Command for LedgerSayDay {
    type Answer = Trust;
    const NAME: &'static str = "ledger_say_day";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.say_day(self.from, self.to.unwrap_or(self.from), self.day, &self.reason)?;
        LedgerTrust {}.run(session)
    }
}

/// Goes on in a workspace that another machine wrote last; that is not asked again until this machine has written.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerGoOn {}

impl Command for LedgerGoOn {
    type Answer = ();
    const NAME: &'static str = "ledger_go_on";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.go_on_from_elsewhere()
    }
}

/// Takes the machine's clock for right until the workspace is closed.
#[derive(Debug, Deserialize, TS)]
pub struct ClockConfirm {}

impl Command for ClockConfirm {
    type Answer = ();
    const NAME: &'static str = "clock_confirm";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.clock_is_right();
        Ok(())
    }
}

/// Writes today's checkpoint and the request for a time stamp over it into a folder.
#[derive(Debug, Deserialize, TS)]
pub struct AnchorExport {
    /// The folder.
    pub out: PathBuf,
}

impl Command for AnchorExport {
    type Answer = AnchorExported;
    const NAME: &'static str = "anchor_export";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        vec![&self.out]
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.export_anchor(&self.out)
    }
}

/// Keeps what a time-stamp authority answered.
#[derive(Debug, Deserialize, TS)]
pub struct AnchorImport {
    /// The answer: `TimeStampResp` of RFC 3161, in DER.
    pub file: PathBuf,
}

impl Command for AnchorImport {
    type Answer = Trust;
    const NAME: &'static str = "anchor_import";
    const EFFECT: Effect = Effect::Writes;

    fn paths(&self) -> Vec<&Path> {
        vec![&self.file]
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.import_anchor(&self.file)?;
        LedgerTrust {}.run(session)
    }
}

/// A proof is a few kilobytes, whatever the ledger's size.
const LONGEST_PROOF: u64 = 1 << 20;

/// Checks what `ledger_consistency` answered; needs no workspace.
#[derive(Debug, Deserialize, TS)]
pub struct LedgerCheckConsistency {
    /// The file it was written to, as text or JSON.
    pub file: PathBuf,
    /// A checkpoint of the earlier ledger, or a pack.
    #[serde(default)]
    pub against: Option<PathBuf>,
    /// The verifier key of whoever signs, which came another way.
    #[serde(default)]
    pub key: Option<String>,
}

impl Command for LedgerCheckConsistency {
    type Answer = Report;
    const NAME: &'static str = "ledger_check_consistency";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn paths(&self) -> Vec<&Path> {
        std::iter::once(self.file.as_path()).chain(self.against.as_deref()).collect()
    }

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        let text = disk::text_named(&self.file, LONGEST_PROOF)?;
        let held = self.against.as_deref().map(verify::held_checkpoint).transpose()?;
        Ok(verify::consistency(&text, held.as_deref(), self.key.as_deref()))
    }
}
