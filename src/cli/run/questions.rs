//! Questions from the terminal.

use super::say::{ALL, Say};
use crate::api;
use crate::cli::args::QuestionCommand;
use crate::error::Result;
use crate::questions::Kind;

pub(super) fn run(s: &mut Say<'_>, command: QuestionCommand) -> Result<bool> {
    match command {
        QuestionCommand::List { kind, all, each, when } => {
            let kind = kind.as_deref().map(Kind::parse).transpose()?;
            s.say(api::QuestionList { kind, all, each, limit: ALL, when: when.into() })
        }
        QuestionCommand::Settle { id, reading, value, all_like, reason } => {
            s.say(api::QuestionSettle { question: id, reading, value, all_like, reason })
        }
        QuestionCommand::Later { id, no_longer } => s.say(api::QuestionPutOff { question: id, aside: !no_longer }),
    }
}
