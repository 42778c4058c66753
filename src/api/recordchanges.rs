//! What may be done to records after filing, as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::error::Result;
use crate::items::ItemId;
use crate::mapping::{self, RecordShown};
use crate::named::Wanted;
use crate::records;
use crate::systems;

commands! { RecordCorrect, RecordTakeBack, RecordReplace, RecordReinstate, RecordNumbering, RecordNumberingSet }

/// Corrects what was entered about one or several records, in one step.
#[derive(Debug, Deserialize, TS)]
pub struct RecordCorrect {
    /// Codes or identifiers.
    pub records: Vec<String>,
    /// The right values as text, by the name of the particular; an empty one clears.
    #[serde(default)]
    #[ts(as = "std::collections::BTreeMap<String, String>")]
    pub changes: Wanted,
    /// Codes of the scope items they belong to, where those are corrected; none means all.
    #[serde(default)]
    pub scope: Option<Vec<String>>,
    /// Why.
    pub reason: String,
}

/// What was corrected.
#[derive(Debug, Default, Serialize, TS)]
pub struct RecordsCorrected {
    /// Codes of the records that say something else now.
    pub corrected: Vec<String>,
    /// Codes of those that said it already.
    pub unchanged: Vec<String>,
}

impl Command for RecordCorrect {
    type Answer = RecordsCorrected;
    const NAME: &'static str = "record_correct";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let scope = self.scope.map(|codes| systems::scope_codes(tx.db(), &codes)).transpose()?;
            let mut answer = RecordsCorrected::default();
            for name in &self.records {
                let record = records::find(tx.db(), name)?;
                let changed = mapping::with_scope_of_items(tx, &[ItemId::Record(record.id)], scope.as_deref(), |tx| {
                    records::correct(tx, record.id, &self.changes, scope.clone(), &self.reason)
                })?;
                let said = if changed { &mut answer.corrected } else { &mut answer.unchanged };
                said.push(record.code);
            }
            Ok(answer)
        })
    }
}

/// Takes back a record that was filed by mistake.
#[derive(Debug, Deserialize, TS)]
pub struct RecordTakeBack {
    /// Code or identifier.
    pub record: String,
    /// Why.
    pub reason: String,
}

/// A record was taken back.
#[derive(Debug, Serialize, TS)]
pub struct RecordTakenBack {
    /// Its code.
    pub code: String,
    /// Codes of the records that it had replaced, which count again.
    pub reinstated: Vec<String>,
}

impl Command for RecordTakeBack {
    type Answer = RecordTakenBack;
    const NAME: &'static str = "record_take_back";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| {
            let record = records::find(tx.db(), &self.record)?;
            let reinstated = records::take_back(tx, record.id, &self.reason)?;
            Ok(RecordTakenBack { code: record.code, reinstated })
        })
    }
}

/// Says that from today on another record stands in the place of one.
#[derive(Debug, Deserialize, TS)]
pub struct RecordReplace {
    /// Code or identifier of the one that counts no longer.
    pub record: String,
    /// Code or identifier of the one in its place.
    pub by: String,
    /// Why.
    pub reason: String,
}

impl Command for RecordReplace {
    type Answer = RecordShown;
    const NAME: &'static str = "record_replace";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            let (record, by) = (records::find(tx.db(), &self.record)?, records::find(tx.db(), &self.by)?);
            records::replace(tx, record.id, by.id, &self.reason)
        })?;
        mapping::record_shown(workspace.db(), &self.record, today)
    }
}

/// Lets a record count again that was taken back, else one that was replaced.
#[derive(Debug, Deserialize, TS)]
pub struct RecordReinstate {
    /// Code or identifier.
    pub record: String,
    /// Why.
    pub reason: String,
}

impl Command for RecordReinstate {
    type Answer = RecordShown;
    const NAME: &'static str = "record_reinstate";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        let workspace = session.workspace()?;
        workspace.transact(|tx| {
            let record = records::find(tx.db(), &self.record)?;
            records::reinstate(tx, record.id, &self.reason)
        })?;
        mapping::record_shown(workspace.db(), &self.record, today)
    }
}

/// Says by which rule records are numbered.
#[derive(Debug, Deserialize, TS)]
pub struct RecordNumbering {
    /// The next number is shown by this rule; by the one in force where none is given.
    #[serde(default)]
    pub pattern: Option<String>,
}

/// The rule by which records are numbered.
#[derive(Debug, Serialize, TS)]
pub struct RecordNumbers {
    /// The rule in force, as `REC-{year}-{number:3}`.
    pub pattern: String,
    /// The number that the next record is given.
    pub next: String,
}

impl Command for RecordNumbering {
    type Answer = RecordNumbers;
    const NAME: &'static str = "record_numbering";
    const EFFECT: Effect = Effect::Reads(&[Topic::Records]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        let db = session.workspace()?.db();
        let pattern = records::numbering(db)?;
        let next = records::next_number(db, self.pattern.as_deref().unwrap_or(&pattern), today)?;
        Ok(RecordNumbers { pattern, next })
    }
}

/// Sets the rule by which records are numbered from here on; those given stay.
#[derive(Debug, Deserialize, TS)]
pub struct RecordNumberingSet {
    /// The rule, with a place for the number.
    pub pattern: String,
    /// Why, where somebody says so.
    #[serde(default)]
    pub reason: String,
}

impl Command for RecordNumberingSet {
    type Answer = RecordNumbers;
    const NAME: &'static str = "record_numbering_set";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.workspace()?.transact(|tx| records::set_numbering(tx, &self.pattern, &self.reason))?;
        RecordNumbering { pattern: None }.run(session)
    }
}
