//! A workspace on disk: one SQLite file (ledger and projections), the vault beside it, and the only way to
//! change anything: [`Workspace::transact`], which appends events and projects them in one transaction.

mod access;
mod anchors;
mod batches;
mod clock;
mod days;
mod elsewhere;
mod heads;
mod history;
mod key;
mod ledgersaid;
mod machines;
mod made;
mod open;
mod private;
mod proofs;
mod refill;
mod refusals;
mod replay;
mod sign;
mod standing;
mod trust;
mod tx;
mod undoing;
mod undone;
mod values;
mod zones;

use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tempfile::TempDir;
use uuid::Uuid;

use crate::day::{Day, Zone};
use crate::error::{Error, Result};
use crate::ledger::{self, Appender, Head};
use crate::signing::SigningKey;
use crate::vault::Vault;
use days::Days;
use history::Gathered;
use open::Opened;
use sign::sign;

pub use anchors::{AnchorAnswer, AnchorExported, anchor_answers};
pub use batches::{Batch, BatchState, SCHEMA as BATCHES, batch_with, batches_of, last_batches};
pub use clock::Clock;
pub use days::{SaidDay, stamped};
pub use elsewhere::{Replayed, replay_elsewhere};
pub use heads::Standing;
pub use history::{SCHEMA as HISTORY, earlier, entries_about, entries_since};
pub use key::Machine;
pub use ledgersaid::{Kept, LedgerEvent};
pub use machines::{
    MachineEvent, MachineKey, SCHEMA as MACHINES, Vouched, enrolments, machine_keys, signed_with, vouched_text,
};
pub use made::{KEPT, create_kept};
pub use private::private_folder;
pub use proofs::{Consistency, Proof};
pub(crate) use refusals::{change_final, workspace_newer};
pub use replay::Tell;
pub use standing::{SCHEMA as STANDING, look_on, looks, standing_day};
pub use tx::{Change, Meaning, Projector, Tx, told};
pub use undoing::{Later, Undoing};
pub use undone::BatchEvent;
pub use zones::{zone_at, zone_now, zone_set};

pub use crate::ledger::one_state;
pub use refusals::REASONS;

/// What one transaction wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its entries.
    pub entries: Range<u64>,
    /// The rooms whose events they are: what stands before the dot of each kind, such as `document`.
    pub rooms: BTreeSet<String>,
}

/// An open workspace.
pub struct Workspace {
    root: PathBuf,
    db: Connection,
    /// Where the database lies that is read: in the folder, or a copy elsewhere.
    path: PathBuf,
    copy: Option<TempDir>,
    read_only: bool,
    vault: Vault,
    id: Uuid,
    machine: Machine,
    projector: Projector,
    actor: String,
    clock: Clock,
    /// Somebody said that the clock is right.
    clock_right: bool,
    written: Vec<Written>,
}

/// What a transaction may do though it is refused otherwise.
#[derive(Debug, Clone, Copy, Default)]
struct Admit {
    /// Write into a folder that does not continue the kept head.
    other_history: bool,
    /// Write whatever the clock says.
    clock: bool,
    /// Enrol the machine's key by itself.
    enrols: bool,
}

impl Workspace {
    /// Makes a new workspace in a folder that does not exist yet or is empty.
    ///
    /// # Errors
    /// `workspace_exists` where the folder already holds something.
    pub fn create(root: &Path, config: &Path, projector: Projector) -> Result<Self> {
        Ok(Self::of(root, open::create(root, config, projector)?, projector))
    }

    /// Opens a workspace; rebuilds its tables where another version of the program made them, and tells `progress`
    /// how far that has come. Where nothing can be written it is opened for reading.
    ///
    /// # Errors
    /// `no_workspace`, `workspace_newer`, `workspace_damaged`, `ledger_damaged`, `workspace_locked`.
    pub fn open(root: &Path, config: &Path, projector: Projector, progress: Tell<'_>) -> Result<Self> {
        let mut workspace = Self::of(root, open::open(root, config, projector, false, progress)?, projector);
        workspace.renew()?;
        Ok(workspace)
    }

    /// Opens a workspace whatever its tables are, and fills them again from the ledger; says how many entries that were.
    ///
    /// # Errors
    /// As [`Workspace::open`]; `read_only`.
    pub fn refill(root: &Path, config: &Path, projector: Projector, progress: Tell<'_>) -> Result<(Self, u64)> {
        let workspace = Self::of(root, open::open(root, config, projector, true, progress)?, projector);
        let entries = workspace.head()?.size;
        Ok((workspace, entries))
    }

    fn of(root: &Path, opened: Opened, projector: Projector) -> Self {
        let Opened { db, path, copy, read_only, vault, id, machine } = opened;
        let (root, actor) = (root.to_owned(), String::from("local"));
        let (clock, clock_right, written) = (Clock::Machine, false, Vec::new());
        Self { root, db, path, copy, read_only, vault, id, machine, projector, actor, clock, clock_right, written }
    }

    /// Names the person in whose name events are written from here on.
    pub fn act_as(&mut self, actor: impl Into<String>) {
        self.actor = actor.into();
    }

    /// The e-mail address or login in whose name events are written.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Where its time comes from.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Replaces the clock (samples and tests).
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// The organisation's time zone; UTC where none was set.
    pub fn zone(&self) -> Result<Zone> {
        zones::zone_now(&self.db)
    }

    /// What day it is, by the organisation's time zone.
    pub fn today(&self) -> Result<Day> {
        Ok(self.zone()?.day(self.clock.now()))
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The search cache's file.
    pub fn text_db(&self) -> PathBuf {
        self.root.join("text.db")
    }

    /// The workspace's identity; its checkpoints carry it.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// The database, for reading.
    pub fn db(&self) -> &Connection {
        &self.db
    }

    /// The files.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// How far the ledger reaches.
    pub fn head(&self) -> Result<Head> {
        ledger::head(&self.db)
    }

    /// The name under which checkpoints of this workspace are signed.
    pub fn origin(&self) -> String {
        format!("clausebook.local/{}", self.id)
    }

    /// This machine's signing key for this workspace.
    pub fn signing_key(&self) -> Result<SigningKey> {
        self.machine.signing_key(self.id)
    }

    /// Takes the machine's clock for right from here on, whatever the last entry says.
    pub fn clock_is_right(&mut self) {
        self.clock_right = true;
    }

    /// Runs `work` in one transaction: every event it appends is projected at once, and either all of it is
    /// durable when this returns, signed by this machine, or nothing happened.
    ///
    /// # Errors
    /// `ledger_rolled_back`, `ledger_other_history` where the folder does not continue what this machine kept;
    /// `clock_behind`, `clock_ahead` where nobody said that the clock is right.
    pub fn transact<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.write(Admit::default(), work)
    }

    fn write<T>(&mut self, admit: Admit, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.refuse_if_read_only()?;
        let now = self.clock.now();
        let (origin, key) = (self.origin(), self.machine.signing_key(self.id)?);
        // Before the ledger is read: what another program keeps meanwhile may be ahead of it.
        let kept = self.machine.kept_head(self.id);
        let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let appender = Appender::load(&db)?;
        let from = appender.head().size;
        if !admit.other_history {
            heads::standing(&db, appender.head(), kept.as_ref())?.admit()?;
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
        let tried = self.transact(|tx| {
            answer = Some(work(tx)?);
            // A transaction that is refused leaves nothing behind.
            Err::<(), _>(Error::internal("tried out"))
        });
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

    /// Something this machine remembers about the workspace besides the ledger, such as its last check.
    pub fn remembered(&self, key: &str) -> Result<Option<String>> {
        values::remembered(&self.db, key)
    }

    /// Remembers something besides the ledger; lost, it costs nothing.
    pub fn remember(&self, key: &str, value: &str) -> Result<()> {
        self.refuse_if_read_only()?;
        values::remember(&self.db, key, value)
    }

    /// Empties the tables and fills them again from the ledger; stopped before its end, it changes nothing.
    pub fn rebuild(&mut self, progress: Tell<'_>) -> Result<u64> {
        self.refuse_if_read_only()?;
        refill::refill(&mut self.db, self.projector, self.clock, progress)
    }

    /// Lets the day act: tables that stand on another day are brought to today.
    pub fn renew(&mut self) -> Result<()> {
        let today = self.today()?;
        if standing_day(&self.db)? == today {
            return Ok(());
        }
        if self.read_only && self.copy.is_none() {
            // Nothing can be brought to today, so today is looked at like any other day.
            self.db = self.in_force(today)?;
        } else {
            let db = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            standing::renew(&db, self.projector, today)?;
            db.commit()?;
        }
        Ok(())
    }

    /// How many entries were recorded by the end of a day.
    pub fn recorded_by(&self, day: Day) -> Result<u64> {
        Ok(days::last_of(&self.db, day)?.map_or(0, |last| last + 1))
    }

    /// The note of the last signed head that this machine kept of this workspace.
    pub fn kept_note(&self) -> Option<String> {
        self.machine.kept_note(self.id)
    }

    /// The tables as they stand on a day by all that is known, past or to come: the same queries answer for that day.
    pub fn in_force(&self, day: Day) -> Result<Connection> {
        let db = open::reader(&self.path)?;
        (self.projector.look)(&db, day)?;
        Ok(db)
    }

    /// The tables as recorded by the end of a day, in memory, standing on `day`: the same queries answer by what was known
    /// then.
    pub fn as_of(&self, recorded: Day, day: Day, progress: Tell<'_>) -> Result<Connection> {
        let view = Connection::open_in_memory()?;
        view.pragma_update(None, "page_size", open::PAGE)?;
        view.set_prepared_statement_cache_capacity(open::STATEMENTS);
        (self.projector.create)(&view)?;
        let batch = Transaction::new_unchecked(&view, TransactionBehavior::Deferred)?;
        let entries = self.recorded_by(recorded)?;
        if entries > 0 {
            replay::replay(&self.db, &batch, self.projector, 0..entries, &Days::load(&self.db)?, progress)?;
        }
        standing::complete(&batch, self.projector, day)?;
        batch.commit()?;
        Ok(view)
    }
}
