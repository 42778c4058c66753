//! Writing: one transaction, all of it signed, or nothing happened.

use std::collections::BTreeSet;
use std::time::Duration;

use rusqlite::TransactionBehavior;

use super::history::Gathered;
use super::machines::{self, MachineEvent};
use super::sign::sign;
use super::tx::Tx;
use super::{Workspace, Written, heads, refill, standing, zones};
use crate::disk;
use crate::error::{Error, Result};
use crate::ledger::Appender;

/// What a transaction may do though it is refused otherwise.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Admit {
    /// Write into a folder that does not continue the kept head, or whose last entries nobody signed.
    pub(super) other_history: bool,
    /// Write whatever the clock says.
    pub(super) clock: bool,
    /// Enrol the machine's key by itself.
    pub(super) enrols: bool,
}

impl Workspace {
    /// Takes the machine's clock for right from here on, whatever the last entry says.
    pub fn clock_is_right(&mut self) {
        self.clock_right = true;
    }

    /// Runs `work` in one transaction: every event it appends is projected at once, and either all of it is
    /// durable when this returns, signed by this machine, or nothing happened.
    ///
    /// # Errors
    /// `ledger_rolled_back`, `ledger_other_history` where the folder does not continue what this machine kept;
    /// `ledger_unsigned` where no enrolled key signed its last entries, `ledger_renamed` where it is called otherwise than they say;
    /// `clock_behind`, `clock_ahead` where nobody said that the clock is right.
    pub fn transact<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.write(Admit::default(), work)
    }

    pub(super) fn write<T>(&mut self, admit: Admit, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.refuse_if_read_only()?;
        let now = self.clock.now();
        let (origin, key) = (self.origin(), self.machine.signing_key(self.id)?);
        // Before the ledger is read: what another program keeps meanwhile may be ahead of it.
        let kept = self.machine.kept_head(self.id);
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let appender = Appender::load(&db)?;
        let from = appender.head().size;
        if !admit.other_history {
            heads::whole(&db, appender.head(), self.id, kept.as_ref())?.admit()?;
        }
        let zone = zones::zone_now(&db)?;
        if from > 0 && !admit.clock && !self.clock_right {
            self.clock.admit(now, appender.last_at(), zone)?;
        }
        standing::renew(&db, self.projector, zone.day(now))?;
        let verifier = key.verifier(&origin);
        let enrolment = if admit.enrols || machines::enrolled(&db, &verifier)? {
            None
        } else {
            let (site, key) = (self.machine.site(), verifier.to_string());
            let event = MachineEvent::KeyEnrolled { site, key, vouched: None, reason: None };
            Some(serde_json::to_string(&event)?)
        };
        let mut tx = Tx {
            db: &db,
            appender,
            projector: self.projector,
            site: self.machine.site(),
            actor: &self.actor,
            now,
            zone,
            history: Gathered::from(from),
            rooms: BTreeSet::new(),
            key: &key,
            origin: &origin,
            enrolment,
            refill: false,
            batch: None,
            signed: None,
        };
        let answer = work(&mut tx)?;
        tx.close_batch()?;
        let (head, rooms, refill, signed, zone) = (tx.appender.head(), tx.rooms, tx.refill, tx.signed, tx.zone);
        tx.history.write(&db)?;
        if refill {
            refill::again(&db, self.projector, zone.day(now), &|_, _| Ok(()))?;
        }
        // Another time zone may have made it another day.
        standing::renew(&db, self.projector, zone.day(now))?;
        db.commit()?;
        if let Some(note) = signed {
            self.machine.keep_head(self.id, &note);
        }
        if head.size > from {
            self.written.push(Written { entries: from..head.size, rooms });
        }
        Ok(answer)
    }

    /// What work would answer that is not done: everything it writes is taken back before anybody sees it.
    pub fn try_out<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let mut answer = None;
        // Whoever only looks is told at once that another program writes: the change behind it waits long enough.
        disk::wait(&self.db, Duration::from_millis(200))?;
        let tried = self.transact(|tx| {
            answer = Some(work(tx)?);
            // A transaction that is refused leaves nothing behind.
            Err::<(), _>(Error::internal("tried out"))
        });
        disk::wait(&self.db, disk::PATIENCE)?;
        match (answer, tried) {
            (Some(answer), _) => Ok(answer),
            (None, Err(refusal)) => Err(refusal),
            (None, Ok(())) => Err(Error::internal("work without an answer")),
        }
    }

    /// What was written through this value since this was asked last, each transaction by itself: what another program
    /// wrote between two of them is not among it.
    pub fn take_written(&mut self) -> Vec<Written> {
        std::mem::take(&mut self.written)
    }

    /// The ledger as it stands, signed with this machine's key, as a note. Where that key is enrolled by no entry yet, it is
    /// enrolled first.
    pub fn checkpoint(&mut self) -> Result<String> {
        self.refuse_if_read_only()?;
        let (origin, key) = (self.origin(), self.signing_key()?);
        self.transact(|tx| {
            tx.enrol()?;
            sign(tx.db, tx.appender.head(), &origin, &key)
        })
    }
}
