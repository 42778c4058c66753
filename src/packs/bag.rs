//! The bag (BagIt 1.0, RFC 8493) as a deterministic ZIP, in one pass: each file is hashed again while it is
//! copied, and one that is not what was filed stops everything.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Seek, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest as _, Sha256};
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{HashAlg, LineEnding, PrivateKey};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::day::Day;
use crate::digest::Digest;
use crate::error::{Code, Error, Result};
use crate::ledger::SigningKey;
use crate::vault::Vault;

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
    let public = private_key(key)?.public_key().to_openssh().map_err(|e| Error::internal(format_args!("key: {e}")))?;
    let public = public.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    Ok(format!("{principal} namespaces=\"{NAMESPACE}\" {public}\n"))
}

fn private_key(key: &SigningKey) -> Result<PrivateKey> {
    let pair = Ed25519Keypair::from_seed(&key.to_seed());
    PrivateKey::new(KeypairData::Ed25519(pair), "").map_err(|e| Error::internal(format_args!("key: {e}")))
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

    let options = options(day);
    let mut zip = ZipWriter::new(BufWriter::with_capacity(1 << 20, file));
    for (name, bytes) in &tags {
        zip.start_file(format!("{top}/{name}"), options).map_err(zip_error)?;
        zip.write_all(bytes).map_err(io)?;
    }
    let mut done = 0;
    let mut block = vec![0u8; 1 << 20];
    for file in payload {
        let options = options.large_file(size_of(file) >= u64::from(u32::MAX));
        zip.start_file(format!("{top}/{}", file.path), options).map_err(zip_error)?;
        match &file.source {
            Source::Made(bytes) => zip.write_all(bytes).map_err(io)?,
            Source::Filed(digest, size) => {
                copy(vault, digest, *size, file, &mut zip, &mut block, shown, cancel)?;
            }
        }
        done += size_of(file);
        progress(done, total);
    }
    let mut file = zip.finish().map_err(zip_error)?.into_inner().map_err(|e| io(e.into_error()))?;
    file.sync_all().map_err(io)?;
    let size = file.stream_position().map_err(io)?;
    let (sha256, _) = crate::vault::hash_file(shown)?;
    Ok(Written { sha256, size, files: payload.len() as u64 })
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
    let signature = private_key(key)?
        .sign(NAMESPACE, HashAlg::Sha512, tagmanifest.as_bytes())
        .and_then(|s| s.to_pem(LineEnding::LF))
        .map_err(|e| Error::internal(format_args!("signature: {e}")))?;
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

/// Stored, not deflated: office files and PDFs hardly shrink, and copying is ten times faster. All times are the
/// pack's own day, so that the same pack has the same bytes.
fn options(day: Day) -> SimpleFileOptions {
    use chrono::Datelike;
    let date = day.date();
    let time = DateTime::from_date_and_time(
        date.year().clamp(1980, 2107) as u16,
        date.month() as u8,
        date.day() as u8,
        0,
        0,
        0,
    )
    .unwrap_or_default();
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(time)
        .unix_permissions(0o644)
}

#[allow(clippy::too_many_arguments)]
fn copy<W: Write + Seek>(
    vault: &Vault,
    digest: &Digest,
    size: u64,
    file: &Payload,
    zip: &mut ZipWriter<W>,
    block: &mut [u8],
    shown: &Path,
    cancel: &AtomicBool,
) -> Result<()> {
    let mut source = vault.open_object(digest).map_err(|e| named(&e, file))?;
    let mut hash = Sha256::new();
    let mut length = 0;
    loop {
        if cancel.load(Ordering::Relaxed) {
            return Err(Error::new(Code::Cancelled, "The pack was stopped", "No file was left behind."));
        }
        let n = source.read(block).map_err(|e| Error::io(&vault.path_of(digest), e))?;
        if n == 0 {
            break;
        }
        hash.update(&block[..n]);
        zip.write_all(&block[..n]).map_err(|e| Error::io(shown, e))?;
        length += n as u64;
    }
    if Digest::from_bytes(hash.finalize().into()) == *digest && length == size {
        return Ok(());
    }
    Err(Error::new(
        Code::ObjectAltered,
        format!("{} is not what was filed any more; the pack was not built", file.path.trim_start_matches("data/")),
        "Run `clausebook verify --deep`, bring the file back from a backup, and build the pack again.",
    ))
}

fn named(cause: &Error, file: &Payload) -> Error {
    Error::new(
        cause.code(),
        format!("{}: {}; the pack was not built", file.path.trim_start_matches("data/"), cause.message()),
        cause.hint(),
    )
}

fn zip_error(cause: zip::result::ZipError) -> Error {
    match cause {
        zip::result::ZipError::Io(e) => Error::io(Path::new("the pack"), e),
        other => Error::internal(format_args!("ZIP: {other}")),
    }
}
