//! Filing many files with many flushes in flight: two threads hash while eight wait for the disk. Each file is
//! acknowledged only after its folder's names are durable; folders are flushed once per batch.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};

use super::put::Pending;
use super::{Stored, Vault, lock};
use crate::error::{Code, Error, Result};

const HASHING: usize = 2;
const FLUSHING: usize = 8;
/// Names made durable together.
const BATCH: usize = 512;

impl Vault {
    /// Files many files; the answers stand in the order of `files`, each its own: one refusal stops no other.
    /// `progress` hears how many are done and how many bytes that was.
    pub fn put_many(
        &self,
        files: &[PathBuf],
        progress: &(dyn Fn(usize, u64) + Sync),
        cancel: &AtomicBool,
    ) -> Vec<Result<Stored>> {
        let mut answers: Vec<Result<Stored>> = Vec::with_capacity(files.len());
        for batch in files.chunks(BATCH) {
            let done = answers.len();
            let bytes: u64 = answers.iter().flatten().map(|s| s.size).sum();
            answers.extend(self.put_batch(batch, &|n, b| progress(done + n, bytes + b), cancel));
        }
        answers
    }

    fn put_batch(
        &self,
        files: &[PathBuf],
        progress: &(dyn Fn(usize, u64) + Sync),
        cancel: &AtomicBool,
    ) -> Vec<Result<Stored>> {
        let next = AtomicUsize::new(0);
        let named: Mutex<Vec<(usize, Result<(Stored, PathBuf)>)>> = Mutex::new(Vec::with_capacity(files.len()));
        let (send, receive) = mpsc::sync_channel::<(usize, Pending)>(FLUSHING * 2);
        let receive = Mutex::new(receive);
        let keep = |i: usize, answer: Result<(Stored, PathBuf)>| {
            let mut named = lock(&named);
            named.push((i, answer));
            let bytes = named.iter().filter_map(|(_, r)| r.as_ref().ok()).map(|(s, _)| s.size).sum();
            progress(named.len(), bytes);
        };
        std::thread::scope(|scope| {
            for _ in 0..HASHING {
                let (send, next, keep) = (send.clone(), &next, &keep);
                scope.spawn(move || {
                    loop {
                        let i = next.fetch_add(1, Ordering::Relaxed);
                        let Some(path) = files.get(i) else { return };
                        if cancel.load(Ordering::Relaxed) {
                            keep(i, Err(cancelled()));
                            continue;
                        }
                        match self.hash_file(path) {
                            Ok(pending) => {
                                if send.send((i, pending)).is_err() {
                                    return;
                                }
                            }
                            Err(e) => keep(i, Err(e)),
                        }
                    }
                });
            }
            drop(send);
            for _ in 0..FLUSHING {
                let (receive, keep) = (&receive, &keep);
                scope.spawn(move || {
                    loop {
                        let Ok((i, pending)) = lock(receive).recv() else { return };
                        keep(i, self.name(pending));
                    }
                });
            }
        });
        let mut named = named.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        named.sort_by_key(|(i, _)| *i);
        let folders: BTreeSet<&PathBuf> =
            named.iter().filter_map(|(_, r)| r.as_ref().ok()).map(|(_, folder)| folder).collect();
        let failed: BTreeSet<PathBuf> = folders.into_iter().filter(|f| self.sync_folder(f).is_err()).cloned().collect();
        named
            .into_iter()
            .map(|(_, answer)| {
                let (stored, folder) = answer?;
                if failed.contains(&folder) {
                    return Err(self.poison(&folder, std::io::Error::other("folder not flushed")));
                }
                Ok(stored)
            })
            .collect()
    }
}

fn cancelled() -> Error {
    Error::new(Code::Cancelled, "Stopped before this file was filed", "Start it again: it goes on where it stopped.")
}
