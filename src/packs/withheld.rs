//! Entries of earlier programs that say where a file lay on somebody's disk. They cannot be changed, and that is nobody
//! else's business: a pack proves that they are there by their hash alone, and says how many they are. Of entries of the second
//! form only what the program itself wrote counts, never what somebody typed: no one keeps an entry from an auditor by typing.

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
    /// The places of those.
    pub(super) places: Vec<u64>,
}

/// Proves these entries, each with its place, of a ledger of `size`.
pub(super) fn entries(db: &Connection, entries: &[(u64, Vec<u8>)], size: u64) -> Result<Entries> {
    let mut out = Entries::default();
    for (seq, bytes) in entries {
        let seq = *seq;
        let path = inclusion(db, seq, size)?;
        if let Some(entry) = withheld(bytes, false) {
            out.withheld.push_str(&entry.text(seq, &path));
            out.places.push(seq);
        } else {
            out.shown.extend_from_slice(bytes);
            out.shown.push(b'\n');
            out.proofs.push_str(&path_text(seq, &path));
        }
    }
    Ok(out)
}

/// Whether any of them is withheld.
pub(super) fn any(entries: &[(u64, Vec<u8>)]) -> bool {
    entries.iter().any(|(_, bytes)| withheld(bytes, false).is_some())
}

/// What a pack says of such an entry.
struct Withheld {
    leaf: Digest,
    /// The contents that it files, in hex.
    files: Vec<String>,
}

/// What may be said of an entry that holds a path of somebody's disk; nothing of any other entry. `typed`: as programs did that made
/// earlier pages, what people typed counts too, where it is such a path as a whole.
fn withheld(entry: &[u8], typed: bool) -> Option<Withheld> {
    let read: Value = serde_json::from_slice(entry).ok()?;
    let event = read.get("event")?;
    let kind = event.get("kind").and_then(Value::as_str).unwrap_or_default();
    // By these, signatures and days are checked.
    if ["machine.", "ledger.", "statement."].iter().any(|room| kind.starts_with(room)) {
        return None;
    }
    let typed = typed || read.get("v").and_then(Value::as_u64) == Some(1);
    let holds = if typed { holds_path(event, kind.starts_with("question.")) } else { written(kind, &event["data"]) };
    if !holds {
        return None;
    }
    let mut files = Vec::new();
    contents(event, &mut files);
    Some(Withheld { leaf: tree::leaf(entry), files })
}

/// What a pack says of an entry where it may withhold it: the contents that it files. `typed` as above.
pub(super) fn may_be(entry: &[u8], typed: bool) -> Option<Vec<String>> {
    withheld(entry, typed).map(|withheld| withheld.files)
}

/// Whether an entry of this kind, of the second form, may hold such a path.
pub(super) fn may_hold(kind: &str) -> bool {
    const FILING: [&str; 5] = [
        "document.files_attached",
        "document.revision_filed",
        "document.revision_files_replaced",
        "record.corrected",
        "record.filed",
    ];
    FILING.contains(&kind) || kind.starts_with("question.")
}

/// Whether the program wrote such a path: as a file's, or of the words of a list.
fn written(kind: &str, data: &Value) -> bool {
    match kind {
        "question.asked" | "question.list_read" | "question.columns_read" => holds_path(data, true),
        // What was written instead of a reading, and why, somebody typed.
        "question.settled" => !data["reading"].is_null() && holds_path(&data["answer"], true),
        _ => may_hold(kind) && filed_from(data),
    }
}

/// Whether a file in it is said to lie outside any share.
fn filed_from(value: &Value) -> bool {
    match value {
        Value::Array(all) => all.iter().any(filed_from),
        Value::Object(parts) => {
            let file = parts.contains_key("digest") && parts.contains_key("size");
            let said = |name: &str| parts.get(name).and_then(Value::as_str).is_some_and(|s| begins_outside(s.trim()));
            (file && (said("path") || said("name"))) || parts.values().any(filed_from)
        }
        _ => false,
    }
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
