//! Blocks of bytes that go from thread to thread, and a file whose bytes are hashed while they are written.

use std::fs::File;
use std::io::{self, Write};
use std::sync::mpsc::SyncSender;
use std::sync::{Mutex, PoisonError};

/// So many pieces wait between two threads.
pub(super) const QUEUE: usize = 8;
/// A file up to this size is read in one piece; the memory a bag takes is a few of these.
pub(super) const BLOCK: usize = 1 << 20;
/// So much is written at once: what still lies in the processor's cache.
const WRITTEN: usize = 1 << 17;

/// Blocks to be used again: fresh ones would cost the system more than the copying.
#[derive(Default)]
pub(super) struct Pool(Mutex<Vec<Vec<u8>>>);

impl Pool {
    pub(super) fn take(&self) -> Vec<u8> {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        free.unwrap_or_else(|| Vec::with_capacity(BLOCK))
    }

    pub(super) fn give(&self, mut block: Vec<u8>) {
        block.clear();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(block);
    }
}

/// Writes to the file and hands the same bytes on.
pub(super) struct Tee<'f, 'p> {
    file: &'f mut File,
    blocks: SyncSender<Vec<u8>>,
    block: Vec<u8>,
    pool: &'p Pool,
    length: u64,
}

impl<'f, 'p> Tee<'f, 'p> {
    pub(super) fn new(file: &'f mut File, blocks: SyncSender<Vec<u8>>, pool: &'p Pool) -> Self {
        Self { file, blocks, block: pool.take(), pool, length: 0 }
    }

    /// Makes what was written durable; says how many bytes that is. Nothing is handed on any more.
    pub(super) fn finish(mut self) -> io::Result<u64> {
        self.flush()?;
        self.file.sync_all()?;
        Ok(self.length)
    }

    fn hand_on(&mut self) -> io::Result<()> {
        self.file.write_all(&self.block)?;
        self.length += self.block.len() as u64;
        let block = std::mem::replace(&mut self.block, self.pool.take());
        self.blocks.send(block).map_err(|_| io::Error::other("the thread that hashes stopped"))
    }
}

impl Write for Tee<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = bytes.len().min(WRITTEN - self.block.len());
        self.block.extend_from_slice(&bytes[..count]);
        if self.block.len() == WRITTEN {
            self.hand_on()?;
        }
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.block.is_empty() { Ok(()) } else { self.hand_on() }
    }
}
