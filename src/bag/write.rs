//! Writing a bag, which is there when it is whole and durable.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, sync_channel};

use sha2::{Digest as _, Sha256};

use super::blocks::{Pool, QUEUE, Tee};
use super::model::{Bag, Payload, Source, Watch, Written};
use super::names;
use super::read::{Piece, Reader};
use super::stored_zip::StoredZip;
use super::tags;
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::saved::Target;
use crate::vault::Vault;

/// Writes the bag to `out`, beside and renamed; filed files come from `vault`.
///
/// # Errors
/// `object_altered` or `object_missing` naming the file, `already_exists`, `cancelled`, `disk_full`, `io`, `refused` for a name that not
/// everybody could unpack. None of them leaves a file
/// behind.
pub fn write(out: Target<'_>, mut bag: Bag<'_>, vault: &Vault, watch: Watch<'_>) -> Result<Written> {
    bag.payload.sort_by(|a, b| a.path.cmp(&b.path));
    names::kept(bag.top, bag.payload.iter().map(|file| file.path.as_str()))?;
    let mut begun = out.begin()?;
    let written = fill(begun.file(), out.path, &bag, vault, watch)?;
    begun.finish()?;
    Ok(written)
}

/// One thread reads and checks what was filed, this one writes, a third hashes what was written.
fn fill(file: &mut File, shown: &Path, bag: &Bag<'_>, vault: &Vault, watch: Watch<'_>) -> Result<Written> {
    let io = |e: io::Error| Error::io(shown, e);
    let total: u64 = bag.payload.iter().map(Payload::size).sum();
    let tags = tags::tags(bag, total)?;

    let pool = &Pool::default();
    let reader = Reader { vault, pool, cancel: watch.cancel };
    std::thread::scope(|scope| {
        let (hand, pieces) = sync_channel::<Result<Piece>>(QUEUE);
        let payload = &bag.payload;
        scope.spawn(move || reader.read_all(payload, &hand));
        let (blocks, written) = sync_channel::<Vec<u8>>(QUEUE);
        let hashed = scope.spawn(move || {
            let mut hash = Sha256::new();
            for block in written {
                hash.update(&block);
                pool.give(block);
            }
            Digest::from_bytes(hash.finalize().into())
        });

        let mut zip = StoredZip::new(Tee::new(file, blocks, pool), bag.day);
        for (name, bytes) in &tags {
            whole(&mut zip, format!("{}/{name}", bag.top), bytes).map_err(io)?;
        }
        let mut done = 0;
        for file in payload {
            let name = format!("{}/data/{}", bag.top, file.path);
            match &file.source {
                Source::Made(bytes) => whole(&mut zip, name, bytes).map_err(io)?,
                Source::Filed(_, size) => copy(&mut zip, name, *size, &pieces, pool, shown)?,
            }
            done += file.size();
            (watch.progress)(done, total);
        }
        let size = zip.finish().and_then(Tee::finish).map_err(io)?;
        let sha256 = hashed.join().map_err(|_| Error::internal("the thread that hashes stopped"))?;
        Ok(Written { sha256, size, files: payload.len() as u64 })
    })
}

/// An entry whose bytes are all at hand.
fn whole(zip: &mut StoredZip<Tee<'_, '_>>, name: String, bytes: &[u8]) -> io::Result<()> {
    zip.begin(name, crc32fast::hash(bytes), bytes.len() as u64)?;
    zip.content(bytes)
}

/// An entry whose bytes the reader hands over; even an empty one comes as a piece.
fn copy(
    zip: &mut StoredZip<Tee<'_, '_>>,
    name: String,
    size: u64,
    pieces: &Receiver<Result<Piece>>,
    pool: &Pool,
    shown: &Path,
) -> Result<()> {
    let io = |e: io::Error| Error::io(shown, e);
    let next = || pieces.recv().unwrap_or_else(|_| Err(Error::internal("the thread that reads stopped")));
    let mut piece = next()?;
    zip.begin(name, piece.crc, size).map_err(io)?;
    let mut left = size;
    loop {
        zip.content(&piece.bytes).map_err(io)?;
        left = left.saturating_sub(piece.bytes.len() as u64);
        pool.give(piece.bytes);
        if left == 0 {
            return Ok(());
        }
        piece = next()?;
    }
}
