//! Entries that a pack withholds: their leaves are proven like those of others; what they say is not shown, so that which
//! files they name is the pack's word alone.

use std::collections::BTreeSet;

use serde_json::Value;

use super::contents::Contents;
use super::fact::Fact;
use super::merkle::{Hash, included};
use super::note::{Statement, hash};
use super::proofs::lines;
use super::report::Report;

/// The contents of the files that an entry names.
pub(super) fn collect(value: &Value, filed: &mut BTreeSet<Hash>) {
    match value {
        Value::Object(map) => {
            if let (Some(Value::String(digest)), true) = (map.get("digest"), map.contains_key("size")) {
                let mut hash = [0; 32];
                if hex::decode_to_slice(digest, &mut hash).is_ok() {
                    filed.insert(hash);
                }
            }
            map.values().for_each(|v| collect(v, filed));
        }
        Value::Array(list) => list.iter().for_each(|v| collect(v, filed)),
        _ => {}
    }
}

/// Where they stand.
pub(super) const PLACE: &str = "data/ledger/withheld.txt";

/// Every file under `documents/` and `records/` has to be named by an entry: one that is `filed` by those in the pack, whose
/// places are `shown`, or one that is withheld, which is said.
pub(super) fn evidence(
    contents: &Contents,
    filed: &BTreeSet<Hash>,
    shown: &BTreeSet<u64>,
    now: &Statement,
    report: &mut Report,
) {
    let said = check(contents, shown, now, report);
    let mut unshown = 0;
    for (path, (hash, _)) in contents.payload() {
        let evidence = path.starts_with("data/documents/") || path.starts_with("data/records/");
        if !evidence || filed.contains(hash) {
            continue;
        }
        if said.contains(hash) {
            unshown += 1;
        } else {
            report.find("file_unproven", path.clone(), format!("{path} is in no entry of the ledger"));
        }
    }
    if unshown > 0 {
        let are = if unshown == 1 { "file is" } else { "files are" };
        let what = format!(
            "{unshown} {are} named by withheld entries only: the pack shows that these entries exist, not what they say"
        );
        report.warn("entries_withheld", PLACE, what);
    }
}

/// Checks the withheld entries and names how many there are. Answers the hashes of the files that they are said to name.
fn check(contents: &Contents, shown: &BTreeSet<u64>, now: &Statement, report: &mut Report) -> BTreeSet<Hash> {
    let mut said = BTreeSet::new();
    if !contents.hashes.contains_key(PLACE) {
        return said;
    }
    let (mut last, mut count) = (None, 0);
    for block in contents.text(PLACE).unwrap_or_default().split("\n\n").filter(|block| !block.trim().is_empty()) {
        count += 1;
        let good = Block::of(block).filter(|Block { index, leaf, path, .. }| {
            last.is_none_or(|last| last < *index)
                && !shown.contains(index)
                && included(*leaf, *index, now.size, path, now.root)
        });
        match good {
            Some(block) => {
                last = Some(block.index);
                said.extend(block.files);
            }
            None => report.find(
                "proof_invalid",
                format!("{PLACE}, {count}"),
                format!("Withheld entry {count} is not proven to be in the ledger"),
            ),
        }
    }
    if count == 0 {
        report.find("proof_missing", PLACE, "The list of withheld entries names none");
    }
    report.facts.push(Fact::Withheld { entries: count });
    said
}

/// A withheld entry.
pub(super) struct Block {
    index: u64,
    leaf: Hash,
    files: Vec<Hash>,
    path: Vec<Hash>,
}

/// Those that can be read.
pub(super) fn blocks(contents: &Contents) -> impl Iterator<Item = Block> + '_ {
    contents.text(PLACE).unwrap_or_default().split("\n\n").filter_map(Block::of)
}

impl Block {
    /// `index N`, `leaf H`, `file H` for each file, and the proof.
    fn of(block: &str) -> Option<Self> {
        let mut lines = block.trim_matches('\n').lines().peekable();
        let index = lines.next()?.strip_prefix("index ")?.parse().ok()?;
        let leaf = hash(lines.next()?.strip_prefix("leaf ")?)?;
        let mut files = Vec::new();
        while let Some(file) = lines.next_if(|line| line.starts_with("file ")) {
            let mut digest = [0; 32];
            hex::decode_to_slice(&file[5..], &mut digest).ok()?;
            files.push(digest);
        }
        Some(Self { index, leaf, files, path: lines.take(65).map(hash).collect::<Option<Vec<_>>>()? })
    }

    /// Its place, and what it is said to file.
    pub(super) fn said(&self) -> (u64, Vec<String>) {
        (self.index, self.files.iter().map(hex::encode).collect())
    }

    /// As it stands in the pack.
    pub(super) fn text(&self) -> String {
        let files: String =
            self.files.iter().flat_map(|file| [String::from("file "), hex::encode(file), String::from("\n")]).collect();
        let [leaf, path] = [lines(&[self.leaf]), lines(&self.path)];
        format!("index {}\nleaf {leaf}{files}{path}\n", self.index)
    }
}
