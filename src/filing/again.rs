//! Texts that are not known: of files filed by an earlier program, or read when no reader could be started. What a reader
//! of today reads better is read again, from the stored files; nothing but the cache changes.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::contained::Containment;
use crate::digest::Digest;
use crate::error::Result;
use crate::extract::{Extracted, read};
use crate::search::TextCache;
use crate::vault::Vault;

/// So many files are read before what they hold is kept.
const BATCH: usize = 64;

/// Reads the files among these whose text is not known by the reader of today; says how many were read. `cancel` stops it
/// between two batches, what was read is kept.
pub fn read_again(
    vault: &Vault,
    cache: &TextCache,
    filed: &[Digest],
    tell: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<usize> {
    if cache.is_whole(filed.len())? {
        return Ok(0);
    }
    let left = cache.unknown(filed)?;
    let mut done = 0;
    for batch in left.chunks(BATCH) {
        if cancel.load(Ordering::Relaxed) {
            return Ok(done);
        }
        tell(done as u64, left.len() as u64);
        cache.put_many(&of(batch, vault, cache.contained()))?;
        done += batch.len();
    }
    cache.make_whole(filed.len())?;
    Ok(done)
}

/// What two threads read; a file that is missing, altered or too large to be read whole is left as it is.
fn of(batch: &[Digest], vault: &Vault, contained: &Containment) -> Vec<(Digest, Extracted)> {
    let half = |digests: &[Digest]| -> Vec<(Digest, Extracted)> {
        let bytes = |digest: &Digest| vault.read_object(digest).ok().map(|bytes| (*digest, read(&bytes, contained)));
        digests.iter().filter_map(bytes).collect()
    };
    let (first, second) = batch.split_at(batch.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| half(first));
        let mut found = half(second);
        found.extend(other.join().unwrap_or_default());
        found
    })
}
