//! A transaction under way, and what a domain supplies for the events that it appends: their rows, whom they concern,
//! what a reader is told, and how each is taken back.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;
use uuid::Uuid;

use super::batches::Batch;
use super::days::SaidDay;
use super::history::{FRAME, Gathered};
use super::refusals::change_final;
use super::sign::sign;
use super::undoing::{Later, Undoing};
use super::zones;
use crate::day::{Day, Zone};
use crate::disk::Schema;
use crate::error::Result;
use crate::ledger::{self, Appended, Appender, Stamp};
use crate::signing::SigningKey;

/// The meaning of a domain's events.
pub trait Meaning {
    /// Turns the event into rows.
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()>;

    /// Whose history it belongs to, asked before it is applied: what it takes away is still there.
    fn subjects(&self, db: &Connection) -> Result<Vec<Uuid>>;

    /// Whether whatever else is read of the ledger is read in its light: what the organisation is called, on which day an
    /// entry was written.
    fn frames_all(&self) -> bool {
        false
    }

    /// What a reader is told besides its kind, such as `QP-07, 2.1`; a name that the tables no longer know is left out.
    fn about(&self, db: &Connection) -> Result<String>;

    /// The time zone by which days count from it on, where it sets one.
    fn time_zone(&self) -> Option<Zone> {
        None
    }

    /// On which day entries were written that a wrong clock wrote, where it says so.
    fn day_said(&self) -> Option<SaidDay> {
        None
    }

    /// Whether it can be taken back at all.
    fn undoing(&self) -> Undoing {
        Undoing::Final
    }

    /// What a later event about the same thing, given as JSON, is to it.
    fn later(&self, _event: &str) -> Later {
        Later::Stands
    }

    /// Appends what takes it back; `seq` is its own place in the ledger.
    ///
    /// # Errors
    /// `refused` for what somebody else relies on: an approval, an outcome, a pack.
    fn take_back(&self, _tx: &mut Tx<'_>, _seq: u64) -> Result<()> {
        Err(change_final())
    }
}

/// An event of any domain, read from the ledger.
pub trait Change: Meaning + Send {
    /// Applies it as one of many, to tables that are completed after the last.
    fn replay(&self, db: &Connection, stamp: &Stamp) -> Result<()>;
}

/// Turns events into rows. The one implementation stands above the domains, in `rebuild`; the workspace is
/// handed it, so that it need not know any domain.
#[derive(Clone, Copy)]
pub struct Projector {
    /// Goes up whenever the tables or their meaning change; a workspace with another number is rebuilt.
    pub version: i64,
    /// Creates the empty tables, without their secondary indexes.
    pub create: fn(&Connection) -> Result<()>,
    /// Reads one event, given as the JSON that stands in the ledger.
    pub read: fn(&str) -> Result<Box<dyn Change>>,
    /// Completes replayed tables for a day: how things stand, their indexes, and the sums that a replay leaves out.
    pub finish: fn(&Connection, Day) -> Result<()>,
    /// Brings tables to another day: whatever begins or ends after the first of these days and up to the second one
    /// stands differently now.
    pub renew: fn(&Connection, Day, Day) -> Result<()>,
    /// Lets a connection of its own answer how things stand on a day, by all that is known.
    pub look: fn(&Connection, Day) -> Result<()>,
    /// What a database of this version is made of.
    pub schema: fn() -> Result<&'static Schema>,
}

/// A transaction under way.
pub struct Tx<'w> {
    pub(super) db: &'w Connection,
    pub(super) appender: Appender,
    pub(super) projector: Projector,
    pub(super) site: Uuid,
    pub(super) actor: &'w str,
    /// What the clock says.
    pub(super) now: i64,
    /// By which days count.
    pub(super) zone: Zone,
    /// Whom its events concern.
    pub(super) history: Gathered,
    /// The rooms whose events were appended.
    pub(super) rooms: BTreeSet<String>,
    /// The machine's key and the name under which it signs.
    pub(super) key: &'w SigningKey,
    pub(super) origin: &'w str,
    /// The event that enrols that key, where no entry does yet: it stands before the first that the key signs.
    pub(super) enrolment: Option<String>,
    /// Whether the tables have to be filled again: entries turned out to be of another day.
    pub(super) refill: bool,
    /// What was appended.
    pub(super) batch: Option<Batch>,
    /// The signed head of the last batch.
    pub(super) signed: Option<String>,
}

impl Tx<'_> {
    /// The tables as the events so far have made them.
    pub fn db(&self) -> &Connection {
        self.db
    }

    /// In whose name this is done.
    pub fn actor(&self) -> &str {
        self.actor
    }

    /// The day on which this is written, by the organisation's time zone.
    pub fn today(&self) -> Day {
        self.zone.day(self.now)
    }

    /// Appends one event and projects it.
    pub fn append<E: Serialize>(&mut self, event: &E) -> Result<Appended> {
        self.enrol()?;
        self.enter(&serde_json::to_string(event)?)
    }

    /// Enrols the machine's key where no entry does yet. That is a batch of its own: taking the change back that follows
    /// leaves it.
    pub(super) fn enrol(&mut self) -> Result<()> {
        if let Some(enrolment) = self.enrolment.take() {
            self.enter(&enrolment)?;
            self.close_batch()?;
        }
        Ok(())
    }

    /// Ends what belongs together: it is noted for undoing, and the ledger is signed as it stands.
    pub(super) fn close_batch(&mut self) -> Result<()> {
        if let Some(batch) = self.batch.take() {
            batch.write(self.db)?;
            self.signed = Some(sign(self.db, self.appender.head(), self.origin, self.key)?);
        }
        Ok(())
    }

    fn enter(&mut self, json: &str) -> Result<Appended> {
        let change = (self.projector.read)(json)?;
        if let Some(said) = change.day_said() {
            self.appender.time_as_before(self.db, said.first)?;
            self.refill = true;
        }
        let appended = self.appender.append(self.db, self.site, self.actor, self.now, json)?;
        if let Some(zone) = change.time_zone() {
            zones::set(self.db, appended.seq, zone)?;
            self.zone = zone;
        }
        // By the entry's own time, as every replay reads it: a clock that was put back has not moved it back.
        let (day, actor) = (self.zone.day(appended.at), self.actor.to_owned());
        let stamp = Stamp { seq: appended.seq, id: appended.id, at: appended.at, day, actor };
        if let Some(room) = ledger::room_of(json)
            && !self.rooms.contains(room)
        {
            self.rooms.insert(room.to_owned());
        }
        self.history.enter(self.db, &concerned(change.as_ref(), self.db)?, stamp.seq)?;
        change.apply(self.db, &stamp)?;
        match &mut self.batch {
            Some(batch) => batch.take(stamp.seq, change.undoing()),
            None => self.batch = Some(Batch::begin(&stamp, change.undoing())),
        }
        Ok(appended)
    }
}

/// The subjects under which an event is noted.
pub(super) fn concerned(change: &dyn Change, db: &Connection) -> Result<Vec<Uuid>> {
    let mut subjects = change.subjects(db)?;
    if change.frames_all() {
        subjects.push(FRAME);
    }
    Ok(subjects)
}

/// Puts the parts of what a reader is told together; empty ones are left out.
pub fn told<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
