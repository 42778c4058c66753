//! What applies.

use super::say::{Say, one_clause};
use crate::api::{self, Command as _};
use crate::applicability::{Change, ControlReach, Ground, OwnControl};
use crate::cli::args::{ApplicabilityCommand, DecideOn, OwnCommand, YesNo};
use crate::error::Result;

pub(super) fn run(s: &mut Say<'_>, command: ApplicabilityCommand) -> Result<bool> {
    match command {
        ApplicabilityCommand::Set(on) => {
            let preview = on.preview;
            let (standard, clauses) = match on.clauses.as_slice() {
                [] => one_clause(on.standard.clone(), None).map(|(standard, clause)| (standard, vec![clause]))?,
                clauses => (on.standard.clone(), clauses.to_vec()),
            };
            let change = change(on)?;
            if preview {
                return s.say(api::ApplicabilityForetell { standard, clauses, change });
            }
            s.say(api::ApplicabilitySet { standard, clauses, change })
        }
        ApplicabilityCommand::List { standard, undecided, lacking, when } => {
            let mut all = api::ApplicabilityList { standard, when: when.into() }.call(s.session)?;
            for of in &mut all {
                of.rows.retain(|row| {
                    let open = row.control && !row.heading && row.decision.is_none();
                    (!undecided || open) && (!lacking || !row.lacks.is_empty())
                });
            }
            s.show(&all)?;
            Ok(true)
        }
        ApplicabilityCommand::Show { standard, clause, when } => {
            let (standard, clause) = one_clause(standard, clause)?;
            s.say(api::ApplicabilityShow { standard, clause, when: when.into() })
        }
        ApplicabilityCommand::Control(OwnCommand::Add { standard, code, title, origin, reason }) => {
            s.say(api::OwnControlSet { standard, code, control: OwnControl { title, origin }, reason })
        }
        ApplicabilityCommand::Control(OwnCommand::Drop { standard, code, reason }) => {
            s.say(api::OwnControlDrop { standard, code, reason })
        }
    }
}

fn change(on: DecideOn) -> Result<Change> {
    let yes = |said: Option<YesNo>| said.map(|said| said == YesNo::Yes);
    let some = |texts: Vec<String>| Some(texts).filter(|texts| !texts.is_empty());
    Ok(Change {
        applies: yes(on.applies),
        reason: on.reason,
        condition_met: yes(on.condition_met),
        grounds: some(on.grounds).map(|all| all.iter().map(|one| Ground::parse(one)).collect()).transpose()?,
        risks: some(on.risks),
        implemented: on.implemented.map(|text| text.parse()).transpose()?,
        reach: some(on.reach).map(|all| all.iter().map(|one| ControlReach::parse(one)).collect()).transpose()?,
        owner: on.owner,
    })
}
