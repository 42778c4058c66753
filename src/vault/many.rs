//! Filing many files with many flushes in flight: two threads hash, eight make durable and name, and the
//! caller's makes the folders' names durable, each once for all that waits in it. Only then is a file acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};
use std::time::Duration;

use super::put::Pending;
use super::refusals::{disk_failed_before, filing_stopped};
use super::{Stored, Vault, folder_of, lock};
use crate::error::{Code, Result, file_limit_reached};

const HASHING: usize = 2;
const FLUSHING: usize = 8;
/// How many files wait for their folders to be made durable, so that a folder is flushed for two or more.
const TOGETHER: usize = 512;
/// How long they wait for more: large files come one by one, and are acknowledged one by one.
const PATIENCE: Duration = Duration::from_millis(250);

/// What came of one file before its folder was made durable.
type Named = (usize, Result<Stored>);

impl Vault {
    /// Files many files; the answers stand in the order of `files`, each its own: one refusal stops no other.
    /// `progress` hears how many are done and how many bytes that was.
    pub fn put_many(
        &self,
        files: &[PathBuf],
        progress: &(dyn Fn(usize, u64) + Sync),
        cancel: &AtomicBool,
    ) -> Vec<Result<Stored>> {
        let next = AtomicUsize::new(0);
        let (hashed, to_name) = mpsc::sync_channel::<(usize, Pending)>(FLUSHING);
        let to_name = Mutex::new(to_name);
        let (named, to_acknowledge) = mpsc::channel::<Named>();
        std::thread::scope(|scope| {
            for _ in 0..HASHING {
                let (hashed, named, next) = (hashed.clone(), named.clone(), &next);
                scope.spawn(move || {
                    loop {
                        let i = next.fetch_add(1, Ordering::Relaxed);
                        let Some(path) = files.get(i) else { return };
                        let pending =
                            if cancel.load(Ordering::Relaxed) { Err(filing_stopped()) } else { self.hash_file(path) };
                        let gone = match pending {
                            Ok(pending) => hashed.send((i, pending)).is_err(),
                            Err(e) => named.send((i, Err(e))).is_err(),
                        };
                        if gone {
                            return;
                        }
                    }
                });
            }
            drop(hashed);
            for _ in 0..FLUSHING {
                let (named, to_name) = (named.clone(), &to_name);
                scope.spawn(move || {
                    loop {
                        let Ok((i, pending)) = lock(to_name).recv() else { return };
                        if named.send((i, self.name(pending))).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(named);
            self.acknowledge(&to_acknowledge, progress)
        })
    }

    /// Third step, for all that were named since it was last taken.
    fn acknowledge(
        &self,
        named: &mpsc::Receiver<Named>,
        progress: &(dyn Fn(usize, u64) + Sync),
    ) -> Vec<Result<Stored>> {
        let mut answers: BTreeMap<usize, Result<Stored>> = BTreeMap::new();
        let mut bytes = 0;
        while let Ok(first) = named.recv() {
            let mut waiting = vec![first];
            while waiting.len() < TOGETHER
                && let Ok(next) = named.recv_timeout(PATIENCE)
            {
                waiting.push(next);
            }
            let folders: BTreeSet<u8> =
                waiting.iter().filter_map(|(_, named)| named.as_ref().ok()).map(|s| folder_of(&s.digest)).collect();
            // Once the disk has failed nothing is acknowledged, not even what lies in another folder.
            let durable = folders.into_iter().try_for_each(|folder| self.sync_names(folder)).map_err(|e| e.code());
            let refused = |code| if code == Code::Io { file_limit_reached() } else { disk_failed_before() };
            for (i, named) in waiting {
                let answer = named.and_then(|stored| durable.map_err(refused).map(|()| stored));
                bytes += answer.as_ref().map_or(0, |stored| stored.size);
                answers.insert(i, answer);
                progress(answers.len(), bytes);
            }
        }
        answers.into_values().collect()
    }
}
