//! What a pack's archive holds: safe names, and the hash of every file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufReader, Read};
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest as _, Sha256};
use zip::ZipArchive;

use super::merkle::Hash;
use super::report::Report;
use crate::error::{Result, check_stopped};

pub(super) type Zip = ZipArchive<BufReader<File>>;

/// Small files are kept while checking; a tag file or proof larger than this is none of ours.
const LARGEST_TAG: u64 = 512 << 20;

/// What was read: hashes and sizes of everything, content of what is small and ours.
pub(super) struct Contents {
    pub(super) hashes: BTreeMap<String, (Hash, u64)>,
    pub(super) kept: BTreeMap<String, Vec<u8>>,
}

impl Contents {
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.kept.get(name)?).ok()
    }

    pub(super) fn payload(&self) -> impl Iterator<Item = (&String, &(Hash, u64))> {
        self.hashes.iter().filter(|(name, _)| name.starts_with("data/"))
    }
}

/// The archive's names: one top folder, nothing that leaves it, nothing twice, nothing that two file systems
/// would read differently.
pub(super) fn names(zip: &mut Zip, report: &mut Report) -> Option<(String, Vec<(usize, String)>)> {
    let mut top: Option<String> = None;
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for i in 0..zip.len() {
        let entry = match zip.by_index_raw(i) {
            Ok(entry) => entry,
            Err(e) => {
                report.find("pack_damaged", format!("entry {i}"), format!("Entry {i} of the archive is damaged: {e}"));
                continue;
            }
        };
        let Ok(name) = entry.name().map(std::borrow::Cow::into_owned) else {
            report.find("name_unsafe", format!("entry {i}"), "A name in the archive is no text");
            continue;
        };
        let parts: Vec<&str> = name.split('/').collect();
        let leaves = name.starts_with('/') || parts.iter().any(|p| matches!(*p, ".." | "." | ""));
        if leaves || name.contains(['\\', ':', '\r', '\n', '\0', '%']) || entry.is_dir() || entry.is_symlink() {
            report.find("name_unsafe", name.clone(), format!("“{name}” is not a safe name; do not unpack this file"));
            continue;
        }
        if entry.encrypted() {
            report.find("name_unsafe", name.clone(), format!("“{name}” is encrypted"));
            continue;
        }
        let folder = parts[0].to_owned();
        if parts.len() < 2 || *top.get_or_insert_with(|| folder.clone()) != folder {
            report.find("name_unsafe", name.clone(), format!("“{name}” lies outside of the pack's folder"));
            continue;
        }
        if !seen.insert(name.to_lowercase()) {
            report.find("name_twice", name.clone(), format!("“{name}” is there twice, or differs only by case"));
            continue;
        }
        out.push((i, name[folder.len() + 1..].to_owned()));
    }
    match top {
        Some(top) => Some((top, out)),
        None => {
            report.find("pack_damaged", "", "The archive holds no files");
            None
        }
    }
}

/// Reads and hashes every file.
pub(super) fn hash_all(
    zip: &mut Zip,
    top: &str,
    names: &[(usize, String)],
    report: &mut Report,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Contents> {
    let mut contents = Contents { hashes: BTreeMap::new(), kept: BTreeMap::new() };
    let mut block = vec![0u8; 1 << 20];
    for (done, (i, name)) in names.iter().enumerate() {
        progress(done as u64, names.len() as u64);
        let keep = !name.starts_with("data/") || name.starts_with("data/ledger/");
        let Ok(mut entry) = zip.by_index(*i) else {
            report.find("pack_damaged", format!("{top}/{name}"), format!("{name} cannot be read from the archive"));
            continue;
        };
        let (mut h, mut length, mut kept) = (Sha256::new(), 0u64, Vec::new());
        loop {
            if cancel.load(Ordering::Relaxed) {
                return Err(check_stopped());
            }
            match entry.read(&mut block) {
                Ok(0) => break,
                Ok(n) => {
                    h.update(&block[..n]);
                    length += n as u64;
                    if keep && length <= LARGEST_TAG {
                        kept.extend_from_slice(&block[..n]);
                    }
                }
                // The archive's own checksum stands at the end; what was read is still hashed and compared.
                Err(_) => {
                    report.find("pack_damaged", name.clone(), format!("{name} is damaged in the archive"));
                    break;
                }
            }
        }
        contents.hashes.insert(name.clone(), (h.finalize().into(), length));
        if keep {
            contents.kept.insert(name.clone(), kept);
        }
    }
    Ok(contents)
}
