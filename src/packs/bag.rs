//! The bag (BagIt 1.0, RFC 8493) as a deterministic ZIP: each file is hashed again before it is copied, and one that is
//! not what was filed stops everything. Nothing is deflated: office files and PDFs hardly shrink, and copying is ten
//! times faster.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};

use sha2::{Digest as _, Sha256};

use crate::day::Day;
use crate::digest::Digest;
use crate::error::{Code, Error, Result};
use crate::signing::{self, SigningKey};
use crate::vault::Vault;

use super::store::StoredZip;

/// Namespace of the signature over a pack.
const NAMESPACE: &str = "clausebook-pack";

/// A file of the payload: its path below the top folder, and where its bytes are.
pub(super) struct Payload {
    pub(super) path: String,
    pub(super) source: Source,
}

pub(super) enum Source {
    /// Made for this pack.
    Made(Vec<u8>),
    /// Filed: content hash and size.
    Filed(Digest, u64),
}

/// What was written.
pub(super) struct Written {
    pub(super) sha256: Digest,
    pub(super) size: u64,
    pub(super) files: u64,
}

/// Who signs, for `allowed_signers`.
pub(super) fn allowed_signers(key: &SigningKey, principal: &str) -> Result<String> {
    signing::allowed_signer(principal, NAMESPACE, &key.public())
}

/// Writes the bag next to its target and moves it there when it is whole and durable.
pub(super) fn write(
    out: &Path,
    top: &str,
    info: &[(&str, String)],
    mut payload: Vec<Payload>,
    vault: &Vault,
    key: &SigningKey,
    day: Day,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Written> {
    payload.sort_by(|a, b| a.path.cmp(&b.path));
    let part = out.with_extension("part");
    let result = File::create(&part).map_err(|e| Error::io(&part, e)).and_then(|file| {
        let written = fill(file, &part, top, info, &payload, vault, key, day, progress, cancel)?;
        fs::rename(&part, out).map_err(|e| Error::io(out, e))?;
        let folder = out.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if cfg!(unix) {
            File::open(folder).and_then(|f| f.sync_all()).map_err(|e| Error::io(folder, e))?;
        }
        Ok(written)
    });
    if result.is_err() {
        let _ = fs::remove_file(&part);
    }
    result
}

fn fill(
    file: File,
    shown: &Path,
    top: &str,
    info: &[(&str, String)],
    payload: &[Payload],
    vault: &Vault,
    key: &SigningKey,
    day: Day,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Written> {
    let io = |e: std::io::Error| Error::io(shown, e);
    let size_of = |p: &Payload| match &p.source {
        Source::Made(bytes) => bytes.len() as u64,
        Source::Filed(_, size) => *size,
    };
    let total: u64 = payload.iter().map(size_of).sum();
    let tags = tags(info, payload, total, key)?;

    // One thread reads and checks what was filed, this one writes, a third hashes what was written.
    let pool = &Pool::default();
    std::thread::scope(|scope| {
        let (hand, pieces) = sync_channel::<Result<Piece>>(QUEUE);
        scope.spawn(move || read_all(payload, vault, cancel, pool, &hand));
        let (blocks, written) = sync_channel::<Vec<u8>>(QUEUE);
        let hashed = scope.spawn(move || {
            let mut hash = Sha256::new();
            for block in written {
                hash.update(&block);
                pool.give(block);
            }
            Digest::from_bytes(hash.finalize().into())
        });

        let mut zip = StoredZip::new(Tee { file, blocks, block: pool.take(), pool, length: 0 }, day);
        for (name, bytes) in &tags {
            zip.begin(format!("{top}/{name}"), crc32fast::hash(bytes), bytes.len() as u64).map_err(io)?;
            zip.content(bytes).map_err(io)?;
        }
        let mut done = 0;
        let mut pieces = pieces.into_iter();
        for file in payload {
            let name = format!("{top}/{}", file.path);
            match &file.source {
                Source::Made(bytes) => {
                    zip.begin(name, crc32fast::hash(bytes), bytes.len() as u64).map_err(io)?;
                    zip.content(bytes).map_err(io)?;
                }
                Source::Filed(_, size) => {
                    let mut left = *size;
                    let mut name = Some(name);
                    while left > 0 || name.is_some() {
                        let piece = pieces.next().unwrap_or_else(|| Err(Error::internal("the reader stopped")))?;
                        if let Some(name) = name.take() {
                            zip.begin(name, piece.crc, *size).map_err(io)?;
                        }
                        zip.content(&piece.bytes).map_err(io)?;
                        left = left.saturating_sub(piece.bytes.len() as u64);
                        pool.give(piece.bytes);
                    }
                }
            }
            done += size_of(file);
            progress(done, total);
        }
        let Tee { file, length, blocks, .. } = zip.finish().map_err(io)?;
        drop(blocks);
        file.sync_all().map_err(io)?;
        let sha256 = hashed.join().map_err(|_| Error::internal("the hash of the pack"))?;
        Ok(Written { sha256, size: length, files: payload.len() as u64 })
    })
}

/// So many pieces wait between two threads.
const QUEUE: usize = 8;
/// A file up to this size is read in one piece; the memory a pack takes is a few of these.
const BLOCK: usize = 1 << 20;
/// So much is written at once: what still lies in the processor's cache.
const WRITTEN: usize = 1 << 17;

/// A part of a filed file; the checksum is that of the whole file.
struct Piece {
    crc: u32,
    bytes: Vec<u8>,
}

/// Blocks to be used again: fresh ones would cost the system more than the copying.
#[derive(Default)]
struct Pool(Mutex<Vec<Vec<u8>>>);

impl Pool {
    fn take(&self) -> Vec<u8> {
        let free = self.0.lock().unwrap_or_else(PoisonError::into_inner).pop();
        free.unwrap_or_else(|| Vec::with_capacity(BLOCK))
    }

    fn give(&self, mut block: Vec<u8>) {
        block.clear();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(block);
    }
}

/// Writes to the file and hands the same bytes on.
struct Tee<'p> {
    file: File,
    blocks: SyncSender<Vec<u8>>,
    block: Vec<u8>,
    pool: &'p Pool,
    length: u64,
}

impl Tee<'_> {
    fn hand_on(&mut self) -> std::io::Result<()> {
        self.file.write_all(&self.block)?;
        self.length += self.block.len() as u64;
        let block = std::mem::replace(&mut self.block, self.pool.take());
        self.blocks.send(block).map_err(|_| std::io::Error::other("the hash of the pack stopped"))
    }
}

impl Write for Tee<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let count = bytes.len().min(WRITTEN - self.block.len());
        self.block.extend_from_slice(&bytes[..count]);
        if self.block.len() == WRITTEN {
            self.hand_on()?;
        }
        Ok(count)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        if self.block.is_empty() { Ok(()) } else { self.hand_on() }
    }
}

/// Reads what was filed, in order, and hands it over once it is known to be what was filed.
fn read_all(payload: &[Payload], vault: &Vault, cancel: &AtomicBool, pool: &Pool, hand: &SyncSender<Result<Piece>>) {
    for file in payload {
        let Source::Filed(digest, size) = &file.source else { continue };
        // Where nobody takes the pieces any more, the writer has stopped.
        let mut give = |piece: Piece| hand.send(Ok(piece)).is_ok();
        match read_one(vault, digest, *size, file, cancel, pool, &mut give) {
            Ok(true) => {}
            Ok(false) => return,
            Err(e) => {
                let _ = hand.send(Err(e));
                return;
            }
        }
    }
}

/// The tag files, each of which is known before the first byte of the payload is copied.
fn tags(info: &[(&str, String)], payload: &[Payload], total: u64, key: &SigningKey) -> Result<Vec<(String, Vec<u8>)>> {
    let bagit = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".to_vec();
    let mut lines: Vec<String> = info.iter().map(|(name, value)| format!("{name}: {}\n", one_line(value))).collect();
    lines.push(format!("Payload-Oxum: {total}.{}\n", payload.len()));
    let bag_info = lines.concat().into_bytes();
    let mut manifest = String::new();
    for file in payload {
        let digest = match &file.source {
            Source::Made(bytes) => Digest::of(bytes),
            Source::Filed(digest, _) => *digest,
        };
        manifest.push_str(&format!("{digest}  {}\n", file.path));
    }
    let manifest = manifest.into_bytes();
    let mut tagmanifest = String::new();
    for (name, bytes) in [("bag-info.txt", &bag_info), ("bagit.txt", &bagit), ("manifest-sha256.txt", &manifest)] {
        tagmanifest.push_str(&format!("{}  {name}\n", Digest::of(bytes)));
    }
    let signature = key.sign_openssh(NAMESPACE, tagmanifest.as_bytes())?;
    Ok(vec![
        ("bagit.txt".into(), bagit),
        ("bag-info.txt".into(), bag_info),
        ("manifest-sha256.txt".into(), manifest),
        ("tagmanifest-sha256.txt".into(), tagmanifest.into_bytes()),
        ("tagmanifest-sha256.txt.sig".into(), signature.into_bytes()),
    ])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks one file against its hash, then hands it over. A small one is read once; a large one twice, and the second
/// reading must give the checksum of the first.
fn read_one(
    vault: &Vault,
    digest: &Digest,
    size: u64,
    file: &Payload,
    cancel: &AtomicBool,
    pool: &Pool,
    give: &mut impl FnMut(Piece) -> bool,
) -> Result<bool> {
    let altered = || {
        Error::new(
            Code::ObjectAltered,
            format!("{} is not what was filed any more; the pack was not built", file.path.trim_start_matches("data/")),
            "Run `clausebook verify --deep`, bring the file back from a backup, and build the pack again.",
        )
    };
    let mut source = vault.open_object(digest).map_err(|e| named(&e, file))?;
    let (mut hash, mut crc, mut length) = (Sha256::new(), crc32fast::Hasher::new(), 0);
    let small = size < BLOCK as u64;
    let mut block = pool.take();
    while next(&mut source, vault, digest, cancel, &mut block)? {
        hash.update(&block);
        crc.update(&block);
        length += block.len() as u64;
        if small {
            // All of it, or of more than was filed.
            break;
        }
    }
    if Digest::from_bytes(hash.finalize().into()) != *digest || length != size {
        return Err(altered());
    }
    let crc = crc.finalize();
    if small {
        return Ok(give(Piece { crc, bytes: block }));
    }
    let mut source = vault.open_object(digest).map_err(|e| named(&e, file))?;
    let (mut again, mut left) = (crc32fast::Hasher::new(), size);
    while left > 0 {
        let more = next(&mut source, vault, digest, cancel, &mut block)?;
        if !more || block.len() as u64 > left {
            return Err(altered());
        }
        again.update(&block);
        left -= block.len() as u64;
        // The last piece goes only when the whole is right.
        if left == 0 && again.clone().finalize() != crc {
            return Err(altered());
        }
        if !give(Piece { crc, bytes: std::mem::replace(&mut block, pool.take()) }) {
            return Ok(false);
        }
    }
    pool.give(block);
    Ok(true)
}

/// Refuses where somebody stopped the pack.
pub(super) fn go_on(cancel: &AtomicBool) -> Result<()> {
    if cancel.load(Ordering::Relaxed) {
        return Err(Error::new(Code::Cancelled, "The pack was stopped", "No file was left behind."));
    }
    Ok(())
}

/// Reads the next block of a file; says whether there was one.
fn next(
    source: &mut impl Read,
    vault: &Vault,
    digest: &Digest,
    cancel: &AtomicBool,
    block: &mut Vec<u8>,
) -> Result<bool> {
    go_on(cancel)?;
    block.clear();
    source.by_ref().take(BLOCK as u64).read_to_end(block).map_err(|e| Error::io(&vault.path_of(digest), e))?;
    Ok(!block.is_empty())
}

fn named(cause: &Error, file: &Payload) -> Error {
    Error::new(
        cause.code(),
        format!("{}: {}; the pack was not built", file.path.trim_start_matches("data/"), cause.message()),
        cause.hint(),
    )
}
