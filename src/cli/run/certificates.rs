//! Certificates and requirements: from arguments to commands of the api.

use super::super::args::{CertificateCommand, RequirementCommand};
use super::say::Say;
use crate::api::{self, When};
use crate::error::Result;
use crate::requirements::RequirementKind;

pub(super) fn certificate(s: &mut Say<'_>, command: CertificateCommand) -> Result<bool> {
    match command {
        CertificateCommand::Add { number, system, body, issued, until: valid_until, more } => {
            s.say(api::CertificateAdd {
                system,
                number,
                body,
                words: more.scope.unwrap_or_default(),
                scope: more.items,
                issued,
                valid_until,
                surveillance: more.surveillance,
                statement: more.statement.unwrap_or_default(),
            })
        }
        CertificateCommand::List => s.say(api::CertificateList { when: When::default() }),
        CertificateCommand::Show { number } => s.say(api::CertificateShow { number, when: When::default() }),
        CertificateCommand::Correct { number, new_number, body, issued, until: valid_until, more, reason } => {
            s.say(api::CertificateCorrect {
                number,
                new_number,
                body,
                words: more.scope,
                scope: Some(more.items).filter(|items| !items.is_empty()),
                issued,
                valid_until,
                surveillance: Some(more.surveillance).filter(|days| !days.is_empty()),
                statement: more.statement,
                reason,
            })
        }
        CertificateCommand::Surveyed { number, day, on } => s.say(api::CertificateSurveyed { number, day, on }),
        CertificateCommand::Withdraw { number, on, reason } => s.say(api::CertificateWithdraw { number, on, reason }),
    }
}

pub(super) fn requirement(s: &mut Say<'_>, command: RequirementCommand) -> Result<bool> {
    match command {
        RequirementCommand::Add { text, kind, agreed, service, implied } => {
            let whose = RequirementKind::parse(&kind)?;
            s.say(api::RequirementAdd { whose, text, agreed, service, implied })
        }
        RequirementCommand::List => s.say(api::RequirementList {}),
        RequirementCommand::Drop { number, reason } => s.say(api::RequirementDrop { number, reason }),
    }
}
