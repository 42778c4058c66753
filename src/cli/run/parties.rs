//! Parties: from arguments to commands of the api.

use super::super::args::{PartyCommand, YesNo};
use super::say::Say;
use crate::api::{self, When};
use crate::error::Result;
use crate::parties::{Held, PartyFact, PartyKind};

pub(super) fn run(s: &mut Say<'_>, command: PartyCommand) -> Result<bool> {
    let kind = |kind: Option<String>| kind.as_deref().map(PartyKind::parse).transpose();
    match command {
        PartyCommand::Add { name, kind: of, within: within_larger_organisation, lead } => {
            s.say(api::PartyAdd { name, kind: kind(of)?, within_larger_organisation, lead })
        }
        PartyCommand::List => s.say(api::PartyList { when: When::default() }),
        PartyCommand::Show { name } => s.say(api::PartyShow { name, when: When::default() }),
        PartyCommand::Correct { name, new_name, kind: of, within, lead, reason } => {
            let within_larger_organisation = within.map(|within| within == YesNo::Yes);
            s.say(api::PartyCorrect { name, new_name, kind: kind(of)?, within_larger_organisation, lead, reason })
        }
        PartyCommand::Note { name, fact, document, words, none } => {
            let held = (!none).then_some(Held { document, words });
            s.say(api::PartyNote { name, fact: PartyFact::parse(&fact)?, held })
        }
    }
}
