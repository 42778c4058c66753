//! The Statement of Applicability.

use super::say::Say;
use super::soalist;
use crate::api::{self, Command as _, PaperSaved, RegisterForm};
use crate::cli::args::{SoaCommand, SoaExportArgs};
use crate::error::Result;

pub(super) fn run(s: &mut Say<'_>, command: SoaCommand) -> Result<bool> {
    match command {
        SoaCommand::Show { of, when } => s.say(api::SoaShow { standard: of.standard, when: when.into() }),
        SoaCommand::Issue { of, draft, reason, sign } => s.say_signed(sign, |sign| api::SoaIssue {
            standard: of.standard.clone(),
            draft,
            reason: reason.clone(),
            sign,
        }),
        SoaCommand::Diff { of, from, to } => s.say(api::SoaDiff { standard: of.standard, from, to }),
        SoaCommand::Import(args) => soalist::run(s, args),
        SoaCommand::Export(args) => export(s, args),
    }
}

fn export(s: &mut Say<'_>, args: SoaExportArgs) -> Result<bool> {
    let SoaExportArgs { of, version, xlsx, pdf, signed, inside, paper: how, when } = args;
    let files = [(xlsx, RegisterForm::Xlsx), (pdf, RegisterForm::Pdf)];
    let mut saved: Vec<PaperSaved> = Vec::new();
    for (out, form) in files.into_iter().filter_map(|(out, form)| Some((out?, form))) {
        let (paper, language, overwrite) = (how.paper(), how.language(), how.overwrite);
        let (standard, version) = (of.standard.clone(), version.clone());
        let save = api::SoaSave { standard, version, out, form, inside, paper, language, overwrite, when: when.into() };
        saved.push(save.call(s.session)?);
    }
    if !saved.is_empty() {
        s.show(&saved)?;
    }
    match signed {
        Some(out) => {
            let (standard, replace) = (of.standard, how.overwrite);
            s.say(api::SoaExport { standard, version, out, replace, when: when.into() })
        }
        None => Ok(true),
    }
}
