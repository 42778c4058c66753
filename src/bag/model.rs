//! What a bag is made of.

use std::sync::atomic::{AtomicBool, Ordering};

use super::refusals::bag_stopped;
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::signing::SigningKey;

/// A bag that is to be written. The same bag gives the same bytes.
pub struct Bag<'a> {
    /// Name of the top folder.
    pub top: &'a str,
    /// The day whose midnight every entry carries as its time.
    pub day: Day,
    /// Lines of `bag-info.txt` in their order; `Payload-Oxum` is added.
    pub info: &'a [(&'a str, String)],
    /// The files under `data/`, in any order; no path may be there twice.
    pub payload: Vec<Payload>,
    /// Signs the tag manifest (SSHSIG), and with it everything.
    pub key: &'a SigningKey,
    /// The signature's namespace, which says what kind of bag it is for.
    pub namespace: &'a str,
}

/// A file of the payload.
pub struct Payload {
    /// Its path below `data/`, with `/` between folders.
    pub path: String,
    /// Where its bytes come from.
    pub source: Source,
}

/// Where the bytes of a file come from.
pub enum Source {
    /// Made for this bag.
    Made(Vec<u8>),
    /// Filed: content hash and size in bytes.
    Filed(Digest, u64),
}

impl Payload {
    /// Its size in bytes.
    pub(super) fn size(&self) -> u64 {
        match &self.source {
            Source::Made(bytes) => bytes.len() as u64,
            Source::Filed(_, size) => *size,
        }
    }
}

/// How whoever waits for a long piece of work follows it and stops it.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// Told how many bytes of how many are copied.
    pub progress: &'a dyn Fn(u64, u64),
    /// Becomes true where the user stops it.
    pub cancel: &'a AtomicBool,
}

impl Watch<'_> {
    /// Refuses where somebody stopped the work.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn go_on(&self) -> Result<()> {
        go_on(self.cancel)
    }
}

/// As [`Watch::go_on`], for a thread that only asks whether to stop.
pub(super) fn go_on(cancel: &AtomicBool) -> Result<()> {
    if cancel.load(Ordering::Relaxed) { Err(bag_stopped()) } else { Ok(()) }
}

/// What was written.
pub struct Written {
    /// SHA-256 of the ZIP.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// How many files are in its payload.
    pub files: u64,
}
