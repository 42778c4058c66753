//! Taking in a Statement of Applicability that was kept elsewhere.

use std::collections::BTreeMap;

use super::say::Say;
use crate::api::{self, Command as _, SoaListRequest};
use crate::cli::args::SoaListArgs;
use crate::cli::print::SoaColumns;
use crate::cli::refusals;
use crate::error::Result;

pub(super) fn run(s: &mut Say<'_>, args: SoaListArgs) -> Result<bool> {
    let (columns, dry_run) = (args.show_columns, args.dry_run);
    let of = request(args)?;
    if columns {
        let answer = api::SoaLook { of }.call(s.session)?;
        return s.show(&SoaColumns(answer)).map(|()| true);
    }
    let answer = if dry_run { api::SoaLook { of }.call(s.session)? } else { api::SoaImport { of }.call(s.session)? };
    s.part = !dry_run && answer.counts.asked + answer.counts.open > 0;
    s.show(&answer).map(|()| true)
}

fn request(args: SoaListArgs) -> Result<SoaListRequest> {
    let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for one in &args.answers {
        let (row, answer) = one.rsplit_once('=').ok_or_else(|| refusals::answer_unreadable(one))?;
        answers.entry(row.trim().to_owned()).or_default().push(answer.trim().to_owned());
    }
    Ok(SoaListRequest {
        standard: Some(args.standard),
        path: args.file,
        edition: args.edition,
        columns: None,
        columns_file: args.columns,
        remember: None,
        answers: Some(answers),
    })
}
