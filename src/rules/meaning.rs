//! What each event about rules means.

use rusqlite::Connection;
use uuid::Uuid;

use super::{RuleEvent, projection, queries};
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Meaning, Tx, Undoing, change_final, told};

impl Meaning for RuleEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(Vec::new())
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let Self::Set { rule, kind, reason, .. } = self;
        Ok(told([rule.name(), kind.as_str(), reason]))
    }

    fn undoing(&self) -> Undoing {
        Undoing::Possible
    }

    fn take_back(&self, tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        let Self::Set { rule, kind, before, after, .. } = self;
        // It is nobody's history but its own, so that whether something was said since shows in the table alone.
        if queries::own(tx.db(), *rule, kind)? != *after {
            return Err(change_final());
        }
        let kind = kind.clone();
        tx.append(&Self::Set {
            rule: *rule,
            kind,
            before: after.clone(),
            after: before.clone(),
            reason: String::new(),
        })?;
        Ok(())
    }
}
