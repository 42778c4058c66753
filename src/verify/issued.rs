//! What entries themselves say of earlier states of the ledger: the signed state that a pack was issued over, the checkpoint that
//! was time-stamped. Whoever writes the ledger anew has to contradict them.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use rusqlite::Connection;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use super::merkle::{Hash, inner};
use super::note::{self, Statement};
use super::report::Report;
use crate::error::Result;

/// What entries say of earlier states.
#[derive(Debug, Default)]
pub(super) struct Issued {
    packs: Vec<(u64, String, Option<Statement>)>,
    answers: Vec<(u64, u64, String)>,
}

impl Issued {
    /// Takes that a pack was issued.
    pub(super) fn pack(&mut self, seq: u64, event: &Value) {
        let text = |name: &str| event["data"][name].as_str().unwrap_or_default();
        self.packs.push((seq, text("name").to_owned(), note::statement(text("checkpoint"))));
    }

    /// Takes that the answer about a checkpoint is kept.
    pub(super) fn answer(&mut self, seq: u64, event: &Value) {
        let data = &event["data"];
        if let (Some(entries), Some(checkpoint)) = (data["entries"].as_u64(), data["checkpoint"].as_str()) {
            self.answers.push((seq, entries, checkpoint.to_owned()));
        }
    }

    /// Compares all of it with a ledger whose nodes are those of its entries.
    pub(super) fn compare(&self, db: &Connection, origin: &str, report: &mut Report) -> Result<()> {
        let mut roots: HashMap<u64, Option<Hash>> = HashMap::new();
        for (seq, name, said) in &self.packs {
            let root = match said {
                Some(said) if said.origin == origin && said.size <= *seq => {
                    if let Entry::Vacant(free) = roots.entry(said.size) {
                        free.insert(root_at(db, said.size)?);
                    }
                    roots.get(&said.size).copied().flatten()
                }
                _ => None,
            };
            if root.is_none() || root != said.as_ref().map(|said| said.root) {
                let what = format!(
                    "Entry {seq} holds the signed state that the pack “{name}” was issued over, and that is none of this \
                     ledger: it was written anew since"
                );
                report.find("pack_state_differs", format!("entry {seq}"), what);
            }
        }
        let mut notes = db.prepare("SELECT note FROM checkpoint WHERE size = ?1")?;
        for (seq, entries, hash) in &self.answers {
            let mut there = false;
            // A number that no ledger has is asked about as one that this one has not.
            let mut rows = notes.query([i64::try_from(*entries).unwrap_or(i64::MAX)])?;
            while let Some(row) = rows.next()? {
                there |= hex::encode(Sha256::digest(row.get_ref(0)?.as_bytes().unwrap_or_default())) == *hash;
            }
            if !there {
                let what = format!(
                    "Entry {seq} keeps the time stamp over a checkpoint of {entries} entries, and that checkpoint is none of \
                     this ledger: it was written anew since, or the checkpoint was taken out"
                );
                report.find("stamped_state_differs", format!("entry {seq}"), what);
            }
        }
        Ok(())
    }
}

/// The root over the first entries, from the stored nodes: in the order in which they came into being.
fn root_at(db: &Connection, size: u64) -> Result<Option<Hash>> {
    let mut find = db.prepare_cached("SELECT hash FROM node WHERE pos = ?1")?;
    let mut root: Option<Hash> = None;
    for level in 0..u64::BITS {
        if size >> level & 1 == 0 {
            continue;
        }
        // The last leaf under it, behind whose node and those below it stands.
        let leaf = (size >> level << level) - 1;
        let before = 2 * leaf - u64::from(leaf.count_ones());
        let mut rows = find.query([before + u64::from(level)])?;
        let hash = match rows.next()? {
            Some(row) => row.get_ref(0)?.as_blob().ok().and_then(|bytes| Hash::try_from(bytes).ok()),
            None => None,
        };
        let Some(hash) = hash else { return Ok(None) };
        root = Some(root.map_or(hash, |right| inner(&hash, &right)));
    }
    Ok(root)
}
