//! Accepting a folder, enrolling keys, saying days: what a person does so that the ledger can be trusted again.

use super::days::stamped;
use super::heads::{self, Standing};
use super::ledgersaid::LedgerEvent;
use super::machines::{self, MachineEvent};
use super::signed::signed_late;
use super::write::Admit;
use super::{Workspace, refusals};
use crate::day::Day;
use crate::error::Result;
use crate::ledger;

impl Workspace {
    /// How this folder stands to the head that this machine kept, and to its own entries.
    pub fn standing(&self) -> Result<Standing> {
        // Before the ledger is read: what is kept meanwhile may be ahead of it.
        let kept = self.machine.kept_head(self.id);
        let _state = ledger::one_state(&self.db)?;
        heads::whole(&self.db, ledger::head(&self.db)?, self.id, kept.as_ref())
    }

    /// How many entries the head speaks of that this machine kept; nothing where none is kept, or it cannot be read.
    pub fn kept(&self) -> Option<u64> {
        Some(self.machine.kept_head(self.id)?.size)
    }

    /// The entries that enrol keys in this machine's name which are not its own.
    pub fn others_in_own_name(&self) -> Result<Vec<u64>> {
        if self.read_only {
            return Ok(Vec::new());
        }
        let (site, own) = (self.machine.site(), self.signing_key()?.verifier(&self.origin()).to_string());
        let keys = machines::machine_keys(&self.db)?.into_iter();
        Ok(keys.filter(|key| key.site == site && key.key != own).map(|key| key.entry).collect())
    }

    /// Refuses what leaves the house from a folder that does not continue what this machine kept, or whose last entries nobody
    /// signed, though nothing is written.
    ///
    /// # Errors
    /// `ledger_rolled_back`, `ledger_other_history`, `ledger_unsigned`, `ledger_renamed`.
    pub fn continues(&self) -> Result<()> {
        self.standing()?.admit()
    }

    /// Takes a folder that is behind or beside the kept head for the right one, such as a backup that was brought back; or its
    /// last entries, which no enrolled key signed; or, where the folder fits, earlier ones over which another signature came later.
    /// What nobody signed is named for good.
    ///
    /// # Errors
    /// `folder_accepted_without_reason`; `folder_fits_already` where there is nothing to accept; `ledger_renamed`.
    pub fn accept(&mut self, reason: &str) -> Result<()> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(refusals::folder_accepted_without_reason());
        }
        let (kept, head, id) = (self.machine.kept_head(self.id), self.head()?, self.id);
        match self.standing()? {
            Standing::Fits => return self.accept_late(reason),
            renamed @ Standing::Renamed { .. } => return renamed.admit(),
            Standing::Behind { .. } | Standing::Beside { .. } | Standing::Unsigned { .. } => {}
        }
        let mut events = Vec::new();
        if let Some(kept) = kept
            && heads::standing(&self.db, head, Some(&kept))? != Standing::Fits
        {
            events.push(LedgerEvent::Accepted { reason: reason.to_owned(), entries: kept.size, root: kept.root });
        }
        if let Standing::Unsigned { from, to } = heads::whole(&self.db, head, id, None)? {
            events.push(LedgerEvent::UnsignedAccepted { from, to, reason: reason.to_owned() });
        }
        let admit = Admit { other_history: true, ..Admit::default() };
        self.write(admit, |tx| events.iter().try_for_each(|event| tx.append(event).map(drop)))
    }

    /// Takes entries for right that lay under no signature when the next ones were written.
    fn accept_late(&mut self, reason: &str) -> Result<()> {
        let late = signed_late(&self.db)?;
        if late.is_empty() {
            return Err(refusals::folder_fits_already());
        }
        self.transact(|tx| {
            late.into_iter().try_for_each(|(from, to)| {
                tx.append(&LedgerEvent::UnsignedAccepted { from, to, reason: reason.to_owned() }).map(drop)
            })
        })
    }

    /// This machine and its key in one word, for the machine that is to vouch for it.
    pub fn key_request(&self) -> Result<String> {
        Ok(machines::request(self.machine.site(), &self.signing_key()?.verifier(&self.origin())))
    }

    /// Stands for another machine's key with this machine's; the answer is one word that the other takes.
    ///
    /// # Errors
    /// `machine_key_unreadable`, `machine_key_elsewhere`; `voucher_by_unknown_key` where this machine's key is not enrolled.
    pub fn vouch(&self, request: &str) -> Result<String> {
        let key = self.signing_key()?;
        let by = key.verifier(&self.origin());
        if !machines::enrolled(&self.db, &by)? {
            return Err(refusals::voucher_by_unknown_key(by.signer()));
        }
        machines::vouch(self.id, request, &by, &key)
    }

    /// Enrols this machine's key, with the voucher of an enrolled one or a reason why none stands for it. One that is
    /// enrolled already may be enrolled again with a voucher, or with the reason where its first change enrolled it without.
    ///
    /// # Errors
    /// `voucher_unusable`, `voucher_by_unknown_key`; `machine_key_without_reason` without either; `machine_key_enrolled` where there is
    /// a voucher or a reason already.
    pub fn enrol_key(&mut self, voucher: Option<&str>, reason: &str) -> Result<()> {
        let (site, key) = (self.machine.site(), self.signing_key()?.verifier(&self.origin()));
        let reason = Some(reason.trim().to_owned()).filter(|text| !text.is_empty());
        let vouched = match voucher {
            Some(line) => Some(machines::read_voucher(&self.db, self.id, site, &key, line)?),
            None if reason.is_none() => return Err(refusals::machine_key_without_reason()),
            None if machines::answered(&self.db, &key)? => return Err(refusals::machine_key_enrolled(key.signer())),
            None => None,
        };
        let event = MachineEvent::KeyEnrolled { site, key: key.to_string(), vouched, reason };
        self.write(Admit { enrols: true, ..Admit::default() }, |tx| tx.append(&event).map(drop))
    }

    /// Says on which day entries were written that a wrong clock wrote. Their days follow, and all tables are filled again.
    ///
    /// # Errors
    /// `ledger_day_without_reason`; `ledger_entries_unknown`; `ledger_day_not_between` where the day is earlier than that of the entry before,
    /// or later than today.
    pub fn say_day(&mut self, from: u64, to: u64, day: Day, reason: &str) -> Result<()> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(refusals::ledger_day_without_reason());
        }
        let size = self.head()?.size;
        if from > to || to >= size {
            return Err(refusals::ledger_entries_unknown(from, to, size));
        }
        let before = match from.checked_sub(1) {
            Some(seq) => stamped(&self.db, seq)?.map(|(stamp, _)| stamp.day),
            None => None,
        };
        let today = self.today()?;
        if day > today || before.is_some_and(|before| day < before) {
            return Err(refusals::ledger_day_not_between(before.unwrap_or(day), today));
        }
        let event = LedgerEvent::DaySaid { from, to, day, reason: reason.to_owned() };
        self.write(Admit { clock: true, ..Admit::default() }, |tx| tx.append(&event).map(drop))
    }
}
