//! Commands about records.

use super::papers;
use super::say::{ALL, Say, order};
use crate::api::{self, ItemKind, When};
use crate::cli::args::{Correction, RecordCommand};
use crate::cli::refusals;
use crate::error::Result;
use crate::records::State as RecordState;

/// The orders of records.
const RECORD_ORDERS: &[&str] = &["filed", "title", "valid_until", "kind"];

pub(super) fn run(s: &mut Say<'_>, command: RecordCommand) -> Result<bool> {
    match command {
        RecordCommand::Add(new) => {
            let new = *new;
            s.say_read(api::RecordAdd {
                files: new.files,
                particulars: new.particulars.read()?,
                clauses: new.clauses,
                scope: new.scope,
                again: new.again,
            })
        }
        RecordCommand::List { kind, sort, expired, state, when } => {
            let when = When::from(when);
            let day = s.session.day(when);
            let expired_on = expired.then_some(day);
            let state = state.as_deref().map(RecordState::parse).transpose()?.map(|state| (state, day));
            s.say(api::RecordList {
                filter: crate::records::Filter { kind, expired_on, state, ..Default::default() },
                sort: order(&sort).ok_or_else(|| refusals::record_order_unknown(sort, RECORD_ORDERS.join(", ")))?,
                after: None,
                limit: ALL,
                when,
            })
        }
        RecordCommand::Show { record, when } => s.say_read(api::RecordShow { record, when: when.into() }),
        RecordCommand::History { record, as_of, to } => papers::life(s, record, ItemKind::Record, as_of, to),
        RecordCommand::Correct(correction) => {
            let Correction { records, particulars, scope, reason } = *correction;
            // One empty text names no scope item: the record belongs to all.
            let scope = scope.map(|codes| codes.into_iter().filter(|code| !code.is_empty()).collect());
            s.say(api::RecordCorrect { records, changes: particulars.wanted, scope, reason })
        }
        RecordCommand::TakeBack { record, reason } => s.say(api::RecordTakeBack { record, reason }),
        RecordCommand::Replace { record, by, reason } => s.say(api::RecordReplace { record, by, reason }),
        RecordCommand::Reinstate { record, reason } => s.say(api::RecordReinstate { record, reason }),
        RecordCommand::Numbering { set: Some(pattern), reason } => s.say(api::RecordNumberingSet { pattern, reason }),
        RecordCommand::Numbering { set: None, .. } => s.say(api::RecordNumbering { pattern: None }),
    }
}
