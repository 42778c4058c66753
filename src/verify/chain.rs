//! The ledger from its first entry on: every entry hashed again, the whole tree computed again, every checkpoint compared as
//! the tree reaches its size, and who signed it.

use std::collections::{BTreeMap, HashMap};

use rusqlite::{Connection, Row, Rows};
use serde_json::Value;

use super::batches::Batches;
use super::clocks::Clocks;
use super::entries::{self, Envelope};
use super::issued::Issued;
use super::keys::Keys;
use super::merkle::{Hash, Tree, leaf};
use super::note;
use super::report::Report;
use crate::error::Result;

/// What reading the chain gave.
pub(super) struct Chain {
    pub(super) size: u64,
    pub(super) root: Hash,
    /// Roots at the sizes that were asked for.
    pub(super) roots: HashMap<u64, Hash>,
    /// Every file an entry names: digest to size and the entry.
    pub(super) files: BTreeMap<String, (u64, u64)>,
    pub(super) keys: Keys,
    pub(super) clocks: Clocks,
    /// What lay under which signature.
    pub(super) batches: Batches,
    /// What entries say of earlier states.
    pub(super) issued: Issued,
    /// The first entry of the second form, which enrolled keys sign.
    pub(super) second_form: Option<u64>,
    /// How far enrolled keys have signed.
    pub(super) signed: u64,
    /// How many stored checkpoints were compared.
    pub(super) compared: usize,
    /// What is wrong with checkpoints, reported after the chain itself.
    pub(super) of_checkpoints: Report,
}

/// A stored checkpoint.
struct Stored {
    size: u64,
    note: String,
    /// Under which key it is kept, in hexadecimal; earlier programs kept it under none.
    signer: Option<String>,
}

/// Stored checkpoints in the order of their sizes, one looked at ahead.
struct Checkpoints<'a> {
    rows: Rows<'a>,
    next: Option<Stored>,
}

impl<'a> Checkpoints<'a> {
    fn new(rows: Rows<'a>) -> Result<Self> {
        let mut all = Self { rows, next: None };
        all.step()?;
        Ok(all)
    }

    fn step(&mut self) -> Result<Option<Stored>> {
        let after = match self.rows.next()? {
            Some(r) => Some(Stored { size: number(r, 0)?, note: text(r, 1)?.unwrap_or_default(), signer: text(r, 2)? }),
            None => None,
        };
        Ok(std::mem::replace(&mut self.next, after))
    }

    /// The next one of this size.
    fn of(&mut self, size: u64) -> Result<Option<Stored>> {
        if self.next.as_ref().is_some_and(|next| next.size == size) { self.step() } else { Ok(None) }
    }
}

/// A number, which whoever wrote it past this program may have made negative: then it is none that anything has.
fn number(row: &Row<'_>, at: usize) -> Result<u64> {
    Ok(u64::try_from(row.get::<_, i64>(at)?).unwrap_or(u64::MAX))
}

/// A text, with signs in the place of what is none.
fn text(row: &Row<'_>, at: usize) -> Result<Option<String>> {
    let bytes = row.get_ref(at)?.as_bytes_or_null().unwrap_or_default();
    Ok(bytes.map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

/// Checkpoints of one signer one after the other: the newest stands for all of them, unless all are wanted.
#[derive(Default)]
struct Run {
    newest: Option<Stored>,
    rewritten: u64,
}

/// The identity that the ledger says where the workspace says none: the one under which its first key was enrolled.
pub(super) fn said(db: &Connection) -> Result<Option<String>> {
    let mut all = db.prepare("SELECT bytes FROM entry ORDER BY seq")?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let value: Value = serde_json::from_slice(row.get_ref(0)?.as_blob().unwrap_or_default()).unwrap_or_default();
        if value["event"]["kind"] == "machine.key_enrolled" {
            let name = value["event"]["data"]["key"].as_str().and_then(note::key).map(|(name, _)| name);
            return Ok(name.and_then(|name| name.strip_prefix("clausebook.local/").map(str::to_owned)));
        }
    }
    Ok(None)
}

/// Reads the ledger of a workspace. `wanted` are sizes whose roots are needed.
pub(super) fn read(
    db: &Connection,
    workspace: &str,
    wanted: &[u64],
    deep: bool,
    now: Option<i64>,
    report: &mut Report,
) -> Result<Chain> {
    let mut tree = Tree::default();
    let mut chain = Chain {
        size: 0,
        root: tree.root(),
        roots: HashMap::new(),
        files: BTreeMap::new(),
        keys: Keys::default(),
        clocks: Clocks::new(now),
        batches: Batches::default(),
        issued: Issued::default(),
        second_form: None,
        signed: 0,
        compared: 0,
        of_checkpoints: Report::default(),
    };
    if wanted.contains(&0) {
        chain.roots.insert(0, tree.root());
    }
    let origin = format!("clausebook.local/{workspace}");
    let mut run = Run::default();
    let by_key = "SELECT count(*) FROM pragma_table_info('checkpoint') WHERE name = 'signer'";
    let signer = if db.query_row(by_key, [], |r| r.get(0))? { "signer" } else { "NULL" };
    let mut stored = db.prepare(&format!("SELECT size, note, {signer} FROM checkpoint ORDER BY size"))?;
    let mut stored = Checkpoints::new(stored.query([])?)?;
    while let Some(checkpoint) = stored.of(0)? {
        chain.compare(checkpoint, &tree, &origin, deep, &mut run);
    }
    let mut nodes = db.prepare("SELECT pos, hash FROM node ORDER BY pos")?;
    let mut nodes = nodes.query([])?;
    let mut position = 0u64;
    let mut all = db.prepare("SELECT seq, id, at, bytes FROM entry ORDER BY seq")?;
    let mut all = all.query([])?;
    let mut time = entries::Time::default();
    let mut first_bad_node = None;
    while let Some(row) = all.next()? {
        let seq = number(row, 0)?;
        if seq != tree.size() {
            report.find(
                "entry_missing",
                format!("entry {}", tree.size()),
                format!("Entry {} is missing: after {} comes {seq}", tree.size(), tree.size().wrapping_sub(1) as i64),
            );
            break;
        }
        let bytes = row.get_ref(3)?.as_blob().unwrap_or_default();
        let id = row.get_ref(1)?.as_blob().unwrap_or_default();
        if let Some(envelope) = entries::check(db, seq, id, row.get(2)?, bytes, &mut time, report)? {
            chain.take(workspace, seq, &envelope, report);
        }
        for hash in tree.add(leaf(bytes)) {
            let stored: Option<(u64, Vec<u8>)> = match nodes.next()? {
                Some(node) => Some((number(node, 0)?, node.get(1)?)),
                None => None,
            };
            let fits = stored.is_some_and(|(pos, stored)| pos == position && stored == hash);
            if !fits && first_bad_node.is_none() {
                first_bad_node = Some(seq);
            }
            position += 1;
        }
        if wanted.contains(&tree.size()) {
            chain.roots.insert(tree.size(), tree.root());
        }
        while let Some(checkpoint) = stored.of(tree.size())? {
            chain.compare(checkpoint, &tree, &origin, deep, &mut run);
        }
    }
    chain.sign(&run);
    chain.batches.close(&chain.keys);
    if let Some(seq) = first_bad_node {
        report.find(
            "entry_altered",
            format!("entry {seq}"),
            format!("Entry {seq} is not what was written: its hash does not fit the tree"),
        );
    }
    if nodes.next()?.is_some() {
        report.find(
            "entries_cut",
            format!("entry {}", tree.size()),
            format!("The tree knows more than {} entries: the end of the ledger is missing", tree.size()),
        );
    }
    if let Some(beyond) = stored.step()? {
        let (size, there) = (beyond.size, tree.size());
        chain.of_checkpoints.find(
            "entries_cut",
            format!("entry {there}"),
            format!("A stored checkpoint speaks of {size} entries, the ledger has {there}: its end is missing"),
        );
    }
    if first_bad_node.is_none() {
        chain.issued.compare(db, &origin, &mut chain.of_checkpoints)?;
    }
    (chain.size, chain.root) = (tree.size(), tree.root());
    Ok(chain)
}

impl Chain {
    /// What an entry says besides its domain.
    fn take(&mut self, workspace: &str, seq: u64, envelope: &Envelope, report: &mut Report) {
        if envelope.form >= 2 {
            self.second_form.get_or_insert(seq);
            self.batches.enter(seq, &envelope.written, &self.keys);
        } else if let Some(first) = self.second_form {
            report.find(
                "entry_downgraded",
                format!("entry {seq}"),
                format!("Entry {seq} is of the first form though entry {first} is of the second: it was put there"),
            );
        }
        self.clocks.enter(seq, envelope.said_at);
        match envelope.event["kind"].as_str() {
            Some("machine.key_enrolled") if envelope.form >= 2 => {
                self.keys.enrol(workspace, seq, envelope.said_at, &envelope.event);
            }
            Some("pack.issued") => self.issued.pack(seq, &envelope.event),
            Some("ledger.answer_kept") => self.issued.answer(seq, &envelope.event),
            Some("ledger.day_said") => self.clocks.say(&envelope.event),
            Some("ledger.unsigned_accepted") => self.batches.accept(seq, &envelope.event),
            _ => {}
        }
        collect(&envelope.event, seq, &mut self.files);
    }

    /// Compares a stored checkpoint with the tree that has just reached its size.
    fn compare(&mut self, stored: Stored, tree: &Tree, origin: &str, deep: bool, run: &mut Run) {
        self.compared += 1;
        let size = stored.size;
        let place = format!("checkpoint {size}");
        let Some(statement) = note::statement(&stored.note) else {
            self.of_checkpoints.find("checkpoint_unreadable", place, "A stored checkpoint cannot be read");
            return;
        };
        if statement.origin != origin {
            let whose = format!("A stored checkpoint belongs to another workspace ({})", statement.origin);
            self.of_checkpoints.find("checkpoint_foreign", place, whose);
            return;
        }
        let signed_by = note::signer(&stored.note).map(hex::encode);
        if stored.signer.is_some() && stored.signer != signed_by {
            let what = "A stored checkpoint is kept as another key's than the one that signed it";
            self.of_checkpoints.find("checkpoint_altered", place, what);
            return;
        }
        if statement.size != size || statement.root != tree.root() {
            run.rewritten += 1;
            // The first says where; a changed entry disagrees with every later one.
            if run.rewritten == 1 {
                let what = format!(
                    "A stored checkpoint does not fit the first {size} entries: the ledger was changed after it was signed"
                );
                self.of_checkpoints.find("ledger_rewritten", place, what);
            }
            return;
        }
        self.batches.sign(note::signer(&stored.note));
        if deep || run.newest.as_ref().is_some_and(|newest| note::signer(&newest.note) != note::signer(&stored.note)) {
            self.sign(run);
        }
        run.newest = Some(stored);
    }

    /// Whether entries say whose keys sign the first `size` of them. Before the second form none does.
    pub(super) fn enrols_by(&self, size: u64) -> bool {
        self.second_form.is_some_and(|first| size > first)
    }

    /// Checks who signed the newest checkpoint of a run.
    fn sign(&mut self, run: &Run) {
        let Some(Stored { size, note, .. }) = &run.newest else { return };
        if !self.enrols_by(*size) {
            return;
        }
        if self.keys.signed(note, *size).is_some() {
            self.signed = self.signed.max(*size);
        } else {
            self.of_checkpoints.find(
                "checkpoint_forged",
                format!("checkpoint {size}"),
                format!("The checkpoint of {size} entries is signed by no key that they enrol"),
            );
        }
    }
}

/// Files are objects with a digest and a size, wherever they stand in an event.
fn collect(value: &Value, seq: u64, files: &mut BTreeMap<String, (u64, u64)>) {
    match value {
        Value::Object(map) => {
            if let (Some(Value::String(digest)), Some(size)) =
                (map.get("digest"), map.get("size").and_then(Value::as_u64))
            {
                files.entry(digest.clone()).or_insert((size, seq));
            }
            map.values().for_each(|v| collect(v, seq, files));
        }
        Value::Array(list) => list.iter().for_each(|v| collect(v, seq, files)),
        _ => {}
    }
}
