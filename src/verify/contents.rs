//! What a pack holds: safe names, and the hash of every file.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest as _, Sha256};

use super::merkle::Hash;
use super::names::{self, Seen};
use super::page;
use super::report::MOST;
use super::zip::{Outcome, fault};
use crate::error::{Result, check_stopped};

/// Lists and proofs are kept while checking. All of them together take no more bytes than this, one has no more lines
/// (or proofs), and an entry no more parts: what is read of them has to fit into bounded memory.
const MOST_KEPT: usize = 192 << 20;
/// Lists are kept besides, as far as they fit into this: of larger ones it is only known whether they are as they should be.
const MOST_LISTS: usize = 48 << 20;
const MOST_LINES: usize = 500_000;
const MOST_PARTS: usize = 400_000;
/// What was read: hashes and sizes of everything, content of what is small and ours.
#[derive(Default)]
pub(super) struct Contents {
    /// The pack's folder, as the archive or the file system names it.
    pub(super) top: String,
    /// The day that the archive's entries carry; nothing where it was unpacked.
    pub(super) day: Option<(u16, u16, u16)>,
    pub(super) hashes: BTreeMap<String, (Hash, u64)>,
    pub(super) kept: BTreeMap<String, Vec<u8>>,
    /// The bytes of the lists.
    pub(super) lists: BTreeMap<String, Vec<u8>>,
    /// The first page, which a browser opens; cut off where it is larger than any.
    pub(super) page: Vec<u8>,
    /// Files whose bytes are not what the archive's checksum says.
    pub(super) damaged: Vec<String>,
    held: usize,
    listed: usize,
}

impl Contents {
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(self.kept.get(name)?).ok()
    }

    pub(super) fn payload(&self) -> impl Iterator<Item = (&String, &(Hash, u64))> {
        self.hashes.iter().filter(|(name, _)| name.starts_with("data/"))
    }

    /// A tag of `bag-info.txt`.
    pub(super) fn tag(&self, name: &str) -> Option<&str> {
        let lines = self.text("bag-info.txt")?.lines();
        lines.filter_map(|line| line.split_once(": ")).find(|(tag, _)| *tag == name).map(|(_, value)| value)
    }

    /// The pack's form, as `docs/pack-format.md` counts them; the first did not say it.
    pub(super) fn form(&self) -> u64 {
        self.tag("Pack-Format").map_or(1, |form| form.parse().unwrap_or(u64::MAX))
    }

    /// Takes a file in: its bytes come from `read` until that gives none.
    pub(super) fn take(
        &mut self,
        name: String,
        block: &mut [u8],
        mut read: impl FnMut(&mut [u8]) -> Outcome<usize>,
    ) -> Outcome<()> {
        let keep = !name.starts_with("data/") || name.starts_with("data/ledger/") || name.starts_with(names::STATED);
        let mut list = name.strip_prefix("data/").is_some_and(|rest| !rest.contains('/') && rest.ends_with(".csv"));
        let (mut h, mut length, mut kept) = (Sha256::new(), 0, Vec::new());
        loop {
            let count = read(block)?;
            if count == 0 {
                break;
            }
            h.update(&block[..count]);
            length += count as u64;
            if name == page::PLACE && self.page.len() <= page::LARGEST {
                self.page.extend_from_slice(&block[..count]);
            }
            list &= self.listed + kept.len() + count <= MOST_LISTS;
            if list {
                kept.extend_from_slice(&block[..count]);
            }
            if keep {
                self.held += count;
                if self.held > MOST_KEPT {
                    return fault(
                        "pack_too_large",
                        name,
                        "The lists and proofs of the pack are larger than any pack's",
                    );
                }
                kept.extend_from_slice(&block[..count]);
            }
        }
        if keep {
            kept.shrink_to_fit();
            self.kept.insert(name.clone(), std::mem::take(&mut kept));
        }
        if list {
            self.listed += kept.len();
            self.lists.insert(name.clone(), kept);
        }
        self.hashes.insert(name, (h.finalize().into(), length));
        Ok(())
    }

    /// Refuses what would take more memory to read than there may be.
    pub(super) fn bounded(&self) -> Outcome<()> {
        for (name, bytes) in &self.kept {
            let proofs = ["data/ledger/proofs.txt", "data/ledger/withheld.txt"].contains(&name.as_str());
            let ends = |two: &&[u8]| two[0] == b'\n' && (!proofs || two[1] == b'\n');
            if bytes.windows(2).filter(ends).count() > MOST_LINES {
                return fault("pack_too_large", name, "A list or the proofs of the pack are longer than any pack's");
            }
        }
        let entries = self.kept.get("data/ledger/entries.jsonl").map(Vec::as_slice).unwrap_or_default();
        for (n, line) in entries.split(|byte| *byte == b'\n').enumerate() {
            if line.iter().filter(|byte| matches!(byte, b',' | b'[' | b'{')).count() > MOST_PARTS {
                let place = format!("line {}", n + 1);
                return fault("pack_too_large", place, "An entry of the ledger is larger than any entry");
            }
        }
        Ok(())
    }
}

/// How whoever waits follows the reading and stops it.
#[derive(Clone, Copy)]
pub(super) struct Watch<'a> {
    pub(super) progress: &'a dyn Fn(u64, u64),
    pub(super) cancel: &'a AtomicBool,
}

impl Watch<'_> {
    pub(super) fn go_on(&self) -> Result<()> {
        if self.cancel.load(Ordering::Relaxed) { Err(check_stopped()) } else { Ok(()) }
    }
}

/// Which names were admitted, and what was found about the others.
#[derive(Default)]
pub(super) struct Names {
    seen: Seen,
    pub(super) found: Vec<(&'static str, String, String)>,
}

impl Names {
    pub(super) fn find(&mut self, code: &'static str, name: &str, what: &str) {
        if self.found.len() <= MOST {
            self.found.push((code, name.to_owned(), format!("“{name}” {what}")));
        }
    }

    /// Looks at a path below the pack's folder; says whether it may be there.
    pub(super) fn admit(&mut self, name: &str) -> bool {
        if let Some(why) = names::unsafe_because(name) {
            self.find("name_unsafe", name, &format!("{why}; do not unpack this file"));
        } else if names::order(name).is_none() {
            self.find("file_outside", name, "is none of the files that a pack has");
        } else if !self.seen.add(name) {
            self.find("name_twice", name, "is there twice, or is the same name to some file system");
        } else {
            return true;
        }
        false
    }
}
