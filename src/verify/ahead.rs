//! Files read ahead, while the ledger is still being read: nobody knows yet which of them entries name, but each is called by what
//! it has to hold. What was not read ahead is read when it is asked about, so nothing hangs on it but time.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::io::Read;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use sha2::{Digest as _, Sha256};

use crate::disk;

/// What is read at once: it stays in the processor's cache until it is hashed.
pub(super) const BLOCK: usize = 128 << 10;

/// How many read.
pub(super) const READERS: usize = 2;

/// What reading a file gave: how long it is, and whether it holds what it is called by.
pub(super) type Content = (u64, bool);

/// The files under `objects`, and what was read of them.
pub(super) struct Ahead<'a> {
    folder: &'a Path,
    cancel: &'a AtomicBool,
    /// Those that entries name, once that is known: no other one is read to its end.
    named: OnceLock<HashSet<String>>,
    over: AtomicBool,
    state: Mutex<State>,
    ended: Condvar,
}

#[derive(Default)]
struct State {
    /// What is still to be read, the largest last, once it is listed.
    waiting: Option<Vec<(u64, String)>>,
    read: HashMap<String, Content>,
    /// How many readers have ended.
    ended: usize,
}

impl<'a> Ahead<'a> {
    pub(super) fn of(folder: &'a Path, cancel: &'a AtomicBool) -> Self {
        let (named, over) = (OnceLock::new(), AtomicBool::new(false));
        Self { folder, cancel, named, over, state: Mutex::default(), ended: Condvar::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads one file after the other until there is none left.
    pub(super) fn read(&self) {
        let mut block = vec![0u8; BLOCK];
        while let Some(name) = self.next() {
            if let Some(content) = self.one(&name, &mut block) {
                self.state().read.insert(name, content);
            }
        }
        self.state().ended += 1;
        self.ended.notify_all();
    }

    fn next(&self) -> Option<String> {
        let mut state = self.state();
        let waiting = state.waiting.get_or_insert_with(|| self.list());
        loop {
            let (_, name) = waiting.pop()?;
            if self.over.load(Ordering::Relaxed) || self.cancel.load(Ordering::Relaxed) {
                return None;
            }
            if self.wanted(&name) {
                return Some(name);
            }
        }
    }

    fn wanted(&self, name: &str) -> bool {
        self.named.get().is_none_or(|named| named.contains(name))
    }

    /// The largest is read first: one that came last would keep one reader alone.
    fn list(&self) -> Vec<(u64, String)> {
        let mut found = Vec::new();
        for folder in fs::read_dir(self.folder.join("objects")).into_iter().flatten().flatten() {
            if !folder.file_type().is_ok_and(|kind| kind.is_dir()) {
                continue;
            }
            for file in fs::read_dir(folder.path()).into_iter().flatten().flatten() {
                let name = file.file_name().into_string().ok().filter(|name| is_digest(name));
                let size = file.metadata().ok().filter(fs::Metadata::is_file).map(|found| found.len());
                found.extend(size.zip(name));
            }
        }
        found.sort_unstable();
        found
    }

    /// Nothing where it cannot be read, or nobody wants to know any more.
    fn one(&self, name: &str, block: &mut [u8]) -> Option<Content> {
        let mut file = disk::open_below(self.folder, Path::new(&place(name)?)).ok()??;
        let go_on = || !self.over.load(Ordering::Relaxed) && !self.cancel.load(Ordering::Relaxed) && self.wanted(name);
        let (length, hash) = hash_of(&mut file, block, &go_on).ok()??;
        Some((length, hash == name))
    }

    /// Says which files entries name.
    pub(super) fn name<'n>(&self, names: impl Iterator<Item = &'n String>) {
        let _ = self.named.set(names.cloned().collect());
    }

    /// Waits until all readers have ended; `tell` hears how many files were read.
    pub(super) fn finish(&self, tell: &dyn Fn(u64)) -> HashMap<String, Content> {
        let mut state = self.state();
        while state.ended < READERS {
            let read = state.read.len() as u64;
            drop(state);
            tell(read);
            state = self.state();
            if state.ended < READERS {
                let waited = self.ended.wait_timeout(state, Duration::from_millis(100));
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            }
        }
        std::mem::take(&mut state.read)
    }

    /// Ends the readers, whatever they have read.
    pub(super) fn stop(&self) {
        self.over.store(true, Ordering::Relaxed);
    }
}

/// Where the file of a digest lies; nothing for what is no digest: it would lead elsewhere.
pub(super) fn place(digest: &str) -> Option<String> {
    let start = digest.get(..2).filter(|_| digest.bytes().all(|b| b.is_ascii_hexdigit()))?;
    Some(format!("objects/{start}/{digest}"))
}

fn is_digest(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Length and hash of what a file holds; nothing where it is not to go on.
pub(super) fn hash_of(
    file: &mut impl Read,
    block: &mut [u8],
    go_on: &dyn Fn() -> bool,
) -> std::io::Result<Option<(u64, String)>> {
    let (mut hash, mut length) = (Sha256::new(), 0);
    loop {
        if !go_on() {
            return Ok(None);
        }
        match file.read(block) {
            Ok(0) => return Ok(Some((length, hex::encode(hash.finalize())))),
            Ok(n) => {
                hash.update(&block[..n]);
                length += n as u64;
            }
            Err(e) if e.kind() == ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
}
