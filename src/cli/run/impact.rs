//! What changed between revisions, and what that touches.

use super::super::args::RevisionCommand;
use super::say::{ALL, Say};
use crate::api::{self, Command as _, When};
use crate::error::Result;

/// So many paragraphs without a change are shown beside each that has one.
const NEAR: usize = 1;

/// So many who cite a document are shown.
const SHOWN: usize = 500;

pub(super) fn run(s: &mut Say<'_>, command: RevisionCommand) -> Result<bool> {
    api::TextsRead {}.call(s.session)?;
    let when = When::default();
    match command {
        RevisionCommand::Compare { code, earlier, later, all } => {
            let near = if all || s.json { None } else { Some(NEAR) };
            s.say(api::DocumentCompare { code, earlier, later, near, when })
        }
        RevisionCommand::CitedBy { code, section, all } => {
            let limit = if all { ALL } else { SHOWN };
            s.say(api::DocumentCitedBy { code, section, earlier: None, later: None, limit, when })
        }
        RevisionCommand::Impact { code, revision, from } => {
            s.say(api::DocumentImpact { code, earlier: from, later: revision, limit: SHOWN, when })
        }
    }
}
