//! Entries of earlier programs that say where a file lay on somebody's disk. They cannot be changed, and that is nobody
//! else's business: a pack proves that they are there by their hash alone, and says how many they are.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use rusqlite::Connection;
use serde_json::Value;

use crate::digest::Digest;
use crate::error::Result;
use crate::ledger::{inclusion, path_text, tree};
use crate::text::{at_home, begins_outside};

/// The entries of a pack with their proofs.
#[derive(Default)]
pub(super) struct Entries {
    /// Those that are shown, one a line.
    pub(super) shown: Vec<u8>,
    /// Their proofs.
    pub(super) proofs: String,
    /// The others: `withheld.txt`.
    pub(super) withheld: String,
    /// How many those are.
    pub(super) count: usize,
}

/// Proves these entries, each with its place, of a ledger of `size`.
pub(super) fn entries(db: &Connection, entries: &[(u64, Vec<u8>)], size: u64) -> Result<Entries> {
    let mut out = Entries::default();
    for (seq, bytes) in entries {
        let seq = *seq;
        let path = inclusion(db, seq, size)?;
        if let Some(entry) = withheld(bytes) {
            out.withheld.push_str(&entry.text(seq, &path));
            out.count += 1;
        } else {
            out.shown.extend_from_slice(bytes);
            out.shown.push(b'\n');
            out.proofs.push_str(&path_text(seq, &path));
        }
    }
    Ok(out)
}

/// What a pack says of such an entry.
struct Withheld {
    leaf: Digest,
    /// The contents that it files, in hex.
    files: Vec<String>,
}

/// What may be said of an entry that holds a path of somebody's disk; nothing of any other entry.
///
/// What people typed is theirs to say: in it only a text that is such a path as a whole counts, or anybody could keep an
/// entry from an auditor by naming a folder in its reason.
fn withheld(entry: &[u8]) -> Option<Withheld> {
    let read: Value = serde_json::from_slice(entry).ok()?;
    let event = read.get("event")?;
    let kind = event.get("kind").and_then(Value::as_str).unwrap_or_default();
    // By these, signatures and days are checked.
    if ["machine.", "ledger.", "statement."].iter().any(|room| kind.starts_with(room))
        || !holds_path(event, kind.starts_with("question."))
    {
        return None;
    }
    let mut files = Vec::new();
    contents(event, &mut files);
    Some(Withheld { leaf: tree::leaf(entry), files })
}

impl Withheld {
    /// As `withheld.txt` has it: the place, the leaf, what is said to be filed, and the proof.
    fn text(&self, index: u64, path: &[Digest]) -> String {
        let files: String = self.files.iter().flat_map(|file| ["file ", file, "\n"]).collect();
        let proof = path_text(index, path);
        let hashes = proof.split_once('\n').map_or("", |(_, hashes)| hashes);
        format!("index {index}\nleaf {}\n{files}{hashes}", BASE64.encode(self.leaf.as_bytes()))
    }
}

/// `quoted`: the words are a list's or a file's, of which each part counts.
fn holds_path(value: &Value, quoted: bool) -> bool {
    match value {
        Value::String(text) if quoted => at_home(text, |_| false) != text.as_str(),
        Value::String(text) => begins_outside(text.trim()),
        Value::Array(all) => all.iter().any(|one| holds_path(one, quoted)),
        Value::Object(parts) => parts
            .iter()
            .any(|(name, part)| holds_path(part, quoted) || (quoted && at_home(name, |_| false) != name.as_str())),
        _ => false,
    }
}

fn contents(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| contents(one, out)),
        Value::Object(parts) => {
            if let (Some(Value::String(digest)), true) = (parts.get("digest"), parts.contains_key("size")) {
                out.push(digest.clone());
            }
            parts.values().for_each(|part| contents(part, out));
        }
        _ => {}
    }
}
