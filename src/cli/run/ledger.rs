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
            let key = s.session.workspace()?.key_request()?;
            s.show(&Word { key })?;
            Ok(true)
        }
        LedgerCommand::Vouch { key } => s.say(api::LedgerVouch { key }),
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
