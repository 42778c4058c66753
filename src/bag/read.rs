//! Reading what was filed, and checking it before any of it is handed over.

use std::error::Error as _;
use std::io::Read;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::SyncSender;

use sha2::{Digest as _, Sha256};

use super::blocks::{BLOCK, Pool};
use super::model::{Payload, Source, go_on};
use super::refusals;
use crate::digest::Digest;
use crate::error::{Code, Error, Result};
use crate::vault::Vault;

/// A part of a filed file; the checksum is that of the whole file.
pub(super) struct Piece {
    pub(super) crc: u32,
    pub(super) bytes: Vec<u8>,
}

/// Reads filed files one after the other for whoever takes the pieces.
pub(super) struct Reader<'a> {
    pub(super) vault: &'a Vault,
    pub(super) pool: &'a Pool,
    pub(super) cancel: &'a AtomicBool,
}

impl Reader<'_> {
    /// Hands over all that was filed, in order, or the first refusal.
    pub(super) fn read_all(&self, payload: &[Payload], hand: &SyncSender<Result<Piece>>) {
        for file in payload {
            let Source::Filed(digest, size) = &file.source else { continue };
            match self.read(&file.path, digest, *size, hand) {
                Ok(true) => {}
                Ok(false) => return,
                Err(e) => {
                    let _ = hand.send(Err(e));
                    return;
                }
            }
        }
    }

    /// Checks one file against its hash, then hands it over. A small one is read once; a large one twice, and the
    /// second reading must give the checksum of the first. False where nobody takes the pieces any more: the writer
    /// has stopped.
    fn read(&self, path: &str, digest: &Digest, size: u64, hand: &SyncSender<Result<Piece>>) -> Result<bool> {
        let mut source = self.vault.open_object(digest).map_err(|e| named(e, path))?;
        let (mut hash, mut crc, mut length) = (Sha256::new(), crc32fast::Hasher::new(), 0);
        let small = size < BLOCK as u64;
        let mut block = self.pool.take();
        while self.next(&mut source, path, &mut block)? {
            hash.update(&block);
            crc.update(&block);
            length += block.len() as u64;
            if small {
                // All of it, or of more than was filed.
                break;
            }
        }
        if Digest::from_bytes(hash.finalize().into()) != *digest || length != size {
            return Err(refusals::bag_file_altered(path));
        }
        let crc = crc.finalize();
        if small {
            return Ok(hand.send(Ok(Piece { crc, bytes: block })).is_ok());
        }
        let mut source = self.vault.open_object(digest).map_err(|e| named(e, path))?;
        let (mut again, mut left) = (crc32fast::Hasher::new(), size);
        while left > 0 {
            let more = self.next(&mut source, path, &mut block)?;
            if !more || block.len() as u64 > left {
                return Err(refusals::bag_file_altered(path));
            }
            again.update(&block);
            left -= block.len() as u64;
            // The last piece goes only when the whole is right.
            if left == 0 && again.clone().finalize() != crc {
                return Err(refusals::bag_file_altered(path));
            }
            let bytes = std::mem::replace(&mut block, self.pool.take());
            if hand.send(Ok(Piece { crc, bytes })).is_err() {
                return Ok(false);
            }
        }
        self.pool.give(block);
        Ok(true)
    }

    /// Reads the next block of a file; says whether there was one.
    fn next(&self, source: &mut impl Read, path: &str, block: &mut Vec<u8>) -> Result<bool> {
        go_on(self.cancel)?;
        block.clear();
        let read = source.by_ref().take(BLOCK as u64).read_to_end(block);
        read.map_err(|e| refusals::bag_file_unreadable(path, &e).caused_by(e))?;
        Ok(!block.is_empty())
    }
}

/// The vault knows hashes; the user knows names.
fn named(cause: Error, path: &str) -> Error {
    let refusal = match (cause.code(), cause.source()) {
        (Code::ObjectMissing, _) => refusals::bag_file_missing(path),
        (_, Some(source)) => refusals::bag_file_unreadable(path, source),
        (_, None) => refusals::bag_file_unreadable(path, &cause),
    };
    refusal.caused_by(cause)
}
