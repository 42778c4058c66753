//! Many events in a row: while a batch is applied, a second thread reads the next one from its JSON.

use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use rusqlite::Connection;

use super::batches::Batches;
use super::days::Days;
use super::history::Gathered;
use super::tx::{Change, Projector, concerned};
use super::zones;
use crate::day::Zone;
use crate::error::{Error, Result};
use crate::ledger::{self, Entry, Stamp};

/// Entries in a batch: large enough that handing it over costs nothing.
const BATCH: usize = 512;
/// Batches under way between the two threads.
const AHEAD: usize = 3;

/// An entry as it was read: its place, the ledger's time, its bytes.
type Read = (u64, i64, Vec<u8>);

type Batch = Vec<(Stamp, Box<dyn Change>)>;

/// Hears how much of how much is done; an error stops the work.
pub type Tell<'a> = &'a dyn Fn(u64, u64) -> Result<()>;

/// Applies a range of entries read from `from` to the tables in `into`; `progress` hears of every batch. Entries are of the
/// days that `days` say; what these entries themselves say of days is the answer.
pub(super) fn replay(
    from: &Connection,
    into: &Connection,
    projector: Projector,
    range: Range<u64>,
    days: &Days,
    progress: Tell<'_>,
) -> Result<Days> {
    let total = range.end;
    let zone = zones::zone_at(into, range.start)?;
    thread::scope(|scope| {
        // Neither end ever waits for room: only AHEAD batches are under way.
        let (to_read, waiting) = sync_channel(AHEAD + 1);
        let (done, ready) = sync_channel(AHEAD + 1);
        scope.spawn(move || read_all(projector, zone, days, &waiting, &done));
        let mut found = Days::default();
        let (mut history, mut batches) =
            (Gathered::from(range.start), Batches::new(ledger::signed_sizes(from, range.clone())?));
        let mut apply = |seq: u64| -> Result<()> {
            let batch = ready.recv().map_err(|_| Error::internal("the thread that reads events ended"))??;
            for (stamp, change) in batch {
                if let Some(zone) = change.time_zone() {
                    zones::set(into, stamp.seq, zone)?;
                }
                if let Some(said) = change.day_said() {
                    found.note(stamp.seq, said);
                }
                history.enter(into, &concerned(change.as_ref(), into)?, stamp.seq)?;
                batches.enter(into, &stamp, change.undoing())?;
                change.replay(into, &stamp)?;
            }
            progress(seq, total)
        };
        let mut under_way = 0;
        let mut entries = Vec::with_capacity(BATCH);
        let mut hand_over = |entries: Vec<Read>, seq: u64| {
            to_read.send(entries).map_err(|_| Error::internal("the thread that reads events ended"))?;
            under_way += 1;
            if under_way <= AHEAD {
                return Ok(());
            }
            under_way -= 1;
            apply(seq)
        };
        ledger::for_each_timed(from, range, |seq, at, bytes| {
            entries.push((seq, at, bytes.to_vec()));
            if entries.len() == BATCH {
                hand_over(std::mem::replace(&mut entries, Vec::with_capacity(BATCH)), seq)
            } else {
                Ok(())
            }
        })?;
        hand_over(entries, total)?;
        (0..under_way).try_for_each(|_| apply(total))?;
        batches.write(into)?;
        history.write(into)?;
        Ok(found)
    })
}

/// Reads batches until there are no more, or nobody waits for them. Days count by `zone` until an entry sets another.
fn read_all(
    projector: Projector,
    mut zone: Zone,
    days: &Days,
    waiting: &Receiver<Vec<Read>>,
    done: &SyncSender<Result<Batch>>,
) {
    for entries in waiting {
        let batch = entries.iter().map(|(seq, at, bytes)| {
            let entry = Entry::parse(bytes)?;
            let change = (projector.read)(entry.event())?;
            zone = change.time_zone().unwrap_or(zone);
            let day = days.day(*seq, *at, entry.said_at, zone);
            Ok((entry.stamp(*seq, *at, day), change))
        });
        if done.send(batch.collect()).is_err() {
            return;
        }
    }
}
