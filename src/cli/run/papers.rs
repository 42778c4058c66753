//! Registers and histories: shown, or written to files.

use super::say::{Say, history};
use crate::api::{self, Command as _, ItemKind, PaperSaved, RegisterForm};
use crate::cli::args::{HistoryPaper, RegisterArgs};
use crate::cli::print::RegisterList;
use crate::day::Day;
use crate::error::Result;

/// Shows the register, or writes it to the files that were named.
pub(super) fn register(s: &mut Say<'_>, args: RegisterArgs) -> Result<bool> {
    let RegisterArgs { obsolete, xlsx, pdf, paper: how, when } = args;
    let files = [(xlsx, RegisterForm::Xlsx), (pdf, RegisterForm::Pdf)];
    let mut saved = Vec::new();
    for (out, form) in files.into_iter().filter_map(|(out, form)| Some((out?, form))) {
        let (paper, language, overwrite) = (how.paper(), how.language(), how.overwrite);
        let save = api::RegisterSave { out, form, obsolete, paper, language, overwrite, when: when.into() };
        saved.push(save.call(s.session)?);
    }
    if saved.is_empty() {
        let register = api::RegisterShow { when: when.into() }.call(s.session)?;
        s.show(&RegisterList { register, obsolete })?;
    } else {
        s.show::<Vec<PaperSaved>>(&saved)?;
    }
    Ok(true)
}

/// Tells a history, or prints it.
pub(super) fn life(
    s: &mut Say<'_>,
    code: String,
    kind: ItemKind,
    as_of: Option<Day>,
    to: HistoryPaper,
) -> Result<bool> {
    let history = history(code, kind, as_of);
    let Some(out) = to.pdf else { return s.say(history) };
    let (paper, language, overwrite) = (to.paper.paper(), to.paper.language(), to.paper.overwrite);
    let saved = api::ItemHistorySave { history, out, paper, language, overwrite }.call(s.session)?;
    s.show(&vec![saved])?;
    Ok(true)
}
