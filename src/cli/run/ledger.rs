//! The ledger and its anchors.

use super::say::Say;
use crate::api::{self, Command as _};
use crate::cli::args::{AnchorCommand, LedgerCommand};
use crate::cli::print::{Answers, Word};
use crate::error::Result;

/// Does what the arguments say; false where a check failed.
pub(super) fn run(s: &mut Say<'_>, command: LedgerCommand) -> Result<bool> {
    match command {
        LedgerCommand::Log { before, limit } => s.say(api::LedgerLog { before, limit }),
        LedgerCommand::Checkpoint => s.say(api::LedgerCheckpoint {}),
        LedgerCommand::Proof { id } => s.say(api::LedgerProof { id }),
        LedgerCommand::Consistency { size } => s.say(api::LedgerConsistency { size }),
        LedgerCommand::CheckConsistency { file, against, key } => {
            let report = api::LedgerCheckConsistency { file, against, key }.call(s.session)?;
            s.show(&report)?;
            Ok(report.ok)
        }
        LedgerCommand::Trust => s.say(api::LedgerTrust {}),
        LedgerCommand::Accept { reason } => s.say(api::LedgerAccept { reason }),
        LedgerCommand::Key => {
            let workspace = s.session.workspace()?;
            let (key, fingerprint) = (workspace.key_request()?, workspace.signing_key()?.public().fingerprint());
            s.show(&Word { key, fingerprint })?;
            Ok(true)
        }
        // All that `ledger key` prints may be given; the key is the first word of it.
        LedgerCommand::Vouch { key } => {
            let key = key.split_whitespace().next().unwrap_or_default().to_owned();
            s.say(api::LedgerVouch { key })
        }
        LedgerCommand::Enrol { voucher, reason } => s.say(api::LedgerEnrol { voucher, reason }),
        LedgerCommand::SayDay { from, to, day, reason } => s.say(api::LedgerSayDay { from, to, day, reason }),
    }
}

/// The same of its anchors.
pub(super) fn anchor(s: &mut Say<'_>, command: AnchorCommand) -> Result<bool> {
    match command {
        AnchorCommand::Export { out } => s.say(api::AnchorExport { out }),
        AnchorCommand::Import { file } => s.say(api::AnchorImport { file }),
        AnchorCommand::List => {
            let answers = api::LedgerTrust {}.call(s.session)?.answers;
            s.show(&Answers { answers })?;
            Ok(true)
        }
    }
}
