//! A workspace on disk: one SQLite file (ledger and projections), the vault beside it, and the only way to
//! change anything: [`Workspace::transact`], which appends events and projects them in one transaction.

mod access;
mod alone;
mod anchors;
mod batches;
mod clock;
mod compared;
mod days;
mod elsewhere;
mod heads;
mod history;
mod key;
mod ledgersaid;
mod machines;
mod made;
mod open;
mod proofs;
mod refill;
mod refusals;
mod replay;
mod sign;
mod signed;
mod standing;
mod trust;
mod tx;
mod undoing;
mod undone;
mod values;
mod write;
mod zones;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tempfile::TempDir;
use uuid::Uuid;

use crate::day::{Day, Zone};
use crate::error::Result;
use crate::ledger::{self, Head};
use crate::signing::SigningKey;
use crate::vault::Vault;
use days::Days;
use open::Opened;

pub use alone::{Read, read_alone};
pub use anchors::{AnchorAnswer, AnchorExported, anchor_answers};
pub use batches::{Batch, BatchState, SCHEMA as BATCHES, batch_with, batches_of, last_batches};
pub use clock::Clock;
pub use days::{SaidDay, stamped};
pub use elsewhere::{Replayed, replay_elsewhere, replay_first};
pub use heads::Standing;
pub use history::{SCHEMA as HISTORY, earlier, entries_about, entries_since, framing};
pub use key::{Known, Machine, known};
pub use ledgersaid::{Kept, LedgerEvent};
pub use machines::{
    MachineEvent, MachineKey, SCHEMA as MACHINES, Vouched, enrolments, machine_keys, signed_with, vouched_text,
};
pub use made::{KEPT, create_kept};
pub use proofs::{Consistency, Proof};
pub(crate) use refusals::{change_final, workspace_newer};
pub use replay::Tell;
pub use signed::signed_late;
pub use standing::{SCHEMA as STANDING, look_on, looks, said_until, standing_day};
pub use tx::{Change, Meaning, Projector, Tx, told};
pub use undoing::{Later, Undoing};
pub use undone::BatchEvent;
pub use zones::{zone_at, zone_now, zone_read, zone_set};

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
    /// How the database stood when its tables were last found to be what the ledger makes of them.
    compared: RefCell<Option<compared::Stood>>,
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
        let compared = RefCell::default();
        Self {
            root,
            db,
            path,
            copy,
            read_only,
            vault,
            id,
            machine,
            projector,
            actor,
            clock,
            clock_right,
            written,
            compared,
        }
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
        format!("{}{}", signed::ORIGIN, self.id)
    }

    /// This machine's signing key for this workspace.
    pub fn signing_key(&self) -> Result<SigningKey> {
        self.machine.signing_key(self.id)
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
    /// Its identity is put right where its entries say another.
    pub fn rebuild(&mut self, progress: Tell<'_>) -> Result<u64> {
        self.refuse_if_read_only()?;
        let entries = refill::refill(&mut self.db, self.projector, self.clock, progress)?;
        self.id = open::identity(&self.db)?;
        Ok(entries)
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

    /// The day of the first entry; none where nothing was recorded.
    pub fn began(&self) -> Result<Option<Day>> {
        Ok(days::stamped(&self.db, 0)?.map(|(stamp, _)| stamp.day))
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

    /// What turns its events into rows.
    pub fn projector(&self) -> Projector {
        self.projector
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
