//! Open points: from arguments to commands of the api.

use super::super::args::{PointCommand, PointNamed};
use super::super::print::PointsOpened;
use super::say::{ALL, Say};
use crate::api::{self, Command as _, PointName};
use crate::error::Result;
use crate::mapping::{PointDue, PointState};

pub(super) fn run(s: &mut Say<'_>, command: PointCommand) -> Result<bool> {
    match command {
        PointCommand::List { item, unrecorded: true, when, .. } => {
            s.say(api::PointsUnrecorded { item, when: when.into() })
        }
        PointCommand::Record { items } => {
            let opened = api::PointsRecord { items }.call(s.session)?;
            s.show(&PointsOpened { opened })?;
            Ok(true)
        }
        PointCommand::List { standard, item, at, owner, due, settled, all, when, .. } => {
            let state = match (settled, all) {
                (_, true) => None,
                (true, _) => Some(PointState::Settled),
                _ => Some(PointState::Open),
            };
            let due = due.as_deref().map(PointDue::parse).transpose()?;
            let (clause, when) = (at, when.into());
            s.say(api::Points { standard, item, clause, state, owner, due, after: None, limit: ALL, when })
        }
        PointCommand::Settle { named, evidence, statement, reason } => {
            let reason = statement.unwrap_or(reason);
            s.say(api::PointSettle { points: names(named), evidence, reason })
        }
        PointCommand::Reopen { named, reason } => s.say(api::PointReopen { points: names(named), reason }),
        PointCommand::Assign { named, owner, due } => s.say(api::PointAssign { points: names(named), owner, due }),
    }
}

fn names(named: PointNamed) -> Vec<PointName> {
    let PointNamed { ids, item, at } = named;
    ids.into_iter().map(|id| PointName { id, item: item.clone(), at: at.clone() }).collect()
}
