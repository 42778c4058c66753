//! Management systems and scopes: from arguments to commands of the api.

use super::super::args::{Part, ScopeCommand, SystemCommand};
use super::say::{ALL, Say};
use crate::api::{self, When};
use crate::error::Result;
use crate::systems::{RunBy, ScopeAnswer, ScopeKind, ScopeQuestion, ScopeStatement};

pub(super) fn system(s: &mut Say<'_>, command: SystemCommand) -> Result<bool> {
    match command {
        SystemCommand::List => s.say(api::SystemList {}),
        SystemCommand::Add { standard } => s.say(api::SystemAdd { standard }),
        SystemCommand::State(st) => s.say(api::SystemState {
            system: st.system,
            statement: ScopeStatement {
                boundaries: st.boundaries,
                whole_organisation: all(st.of_organisation),
                provider: st.provider,
                services: st.services,
                all_services: all(st.of_services),
                offerings: st.offerings,
                all_offerings: all(st.of_offerings),
                activities: st.activities,
                all_activities: all(st.of_activities),
                not_applicable: st.not_applicable,
                unaffected: st.unaffected.then_some(true),
                other_parties: st.other_parties,
                text: st.text,
            },
        }),
    }
}

pub(super) fn scope(s: &mut Say<'_>, command: ScopeCommand) -> Result<bool> {
    match command {
        ScopeCommand::List => s.say(api::ScopeList { when: When::default() }),
        ScopeCommand::Add { code, kind, name, at } => {
            s.say(api::ScopeAdd { code, kind: ScopeKind::parse(&kind)?, name, at })
        }
        ScopeCommand::Set { system, items, preview: true } => s.say(api::ScopeSetPreview { system, items }),
        ScopeCommand::Set { system, items, preview: false } => s.say(api::ScopeSet { system, items }),
        ScopeCommand::RunBy { item, by, parties, reason } => {
            s.say(api::ScopeRunBySet { item, by: RunBy::parse(&by)?, parties, reason })
        }
        ScopeCommand::Statement { system, version, as_of } => {
            s.say(api::ScopeStatementShow { system, version, when: When { as_of, in_force: None } })
        }
        ScopeCommand::Versions { system } => s.say(api::ScopeVersions { system }),
        ScopeCommand::Diff { system, before, after } => s.say(api::ScopeDiff { system, before, after }),
        ScopeCommand::Sharing => s.say(api::ScopeSharing {}),
        ScopeCommand::Words { system } => s.say(api::ScopeWords { system, when: When::default() }),
        ScopeCommand::Compare { store: false } => s.say(api::ScopeCompare {}),
        ScopeCommand::Compare { store: true } => s.say(api::ScopeCompareStore {}),
        ScopeCommand::Recheck => s.say(api::ScopeRecheck { limit: ALL, when: When::default() }),
        ScopeCommand::Questions => s.say(api::ScopeQuestions {}),
        ScopeCommand::Answer { question, answer, reason } => {
            let (question, answer) = (ScopeQuestion::parse(&question)?, ScopeAnswer::parse(&answer)?);
            s.say(api::ScopeAnswerGive { question, answer, reason })
        }
    }
}

fn all(part: Option<Part>) -> Option<bool> {
    part.map(|part| part == Part::All)
}
