//! What may be done with an open workspace: whether it can be written, and who wrote last.

use uuid::Uuid;

use super::compared::Stood;
use super::{Workspace, refusals, stamped};
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{self, Entry};

impl Workspace {
    /// Whether nothing can be written where it lies: it can be read and checked, and every change is refused.
    pub fn read_only(&self) -> bool {
        self.read_only
    }

    /// Whether what was opened for reading has begun to be written from elsewhere, so that it has to be opened again.
    pub fn outdated(&self) -> bool {
        self.read_only && self.copy.is_none() && self.path.with_extension("db-wal").exists()
    }

    pub(super) fn refuse_if_read_only(&self) -> Result<()> {
        if self.read_only { Err(refusals::workspace_read_only(self.root.display())) } else { Ok(()) }
    }

    /// Where another machine wrote last: its name in the ledger, and the day.
    pub fn written_elsewhere(&self) -> Result<Option<(Uuid, Day)>> {
        let _state = ledger::one_state(&self.db)?;
        let Some(last) = self.head()?.size.checked_sub(1) else { return Ok(None) };
        let Some((stamp, bytes)) = stamped(&self.db, last)? else { return Ok(None) };
        let (site, day) = (Entry::parse(&bytes)?.site, stamp.day);
        Ok(Some((site, day)).filter(|(site, _)| *site != self.machine.site()))
    }
    /// The same, unless somebody went on from that machine since this one wrote last.
    pub fn to_ask_about_elsewhere(&self) -> Result<Option<Day>> {
        let went_on = self.machine.went_on_from(self.id);
        Ok(self.written_elsewhere()?.filter(|(site, _)| went_on != Some(*site)).map(|(_, day)| day))
    }

    /// Goes on from the machine that wrote last: it is not asked about again until this one has written.
    pub fn go_on_from_elsewhere(&self) -> Result<()> {
        if let Some((site, _)) = self.written_elsewhere()? {
            self.machine.go_on_from(self.id, site);
        }
        Ok(())
    }

    /// Compares the tables with the ledger by `compare`, given the database in one state, and answers what it answers; nothing
    /// where they were found equal before and stand as they stood then. `equal` says whether they were.
    pub fn compare_once<T>(
        &self,
        compare: impl FnOnce() -> Result<T>,
        equal: impl FnOnce(&T) -> bool,
    ) -> Result<Option<T>> {
        let _state = ledger::one_state(&self.db)?;
        let stands = Stood::of(&self.db, &self.path)?;
        if self.compared.borrow().as_ref() == Some(&stands) {
            return Ok(None);
        }
        self.compared.replace(None);
        let found = compare()?;
        if equal(&found) {
            self.compared.replace(Some(stands));
        }
        Ok(Some(found))
    }
}
