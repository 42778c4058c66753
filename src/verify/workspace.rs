//! Checking a workspace: every entry hashed again, the whole tree computed again, every checkpoint compared,
//! every file looked at.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use rusqlite::Connection;
use serde_json::Value;

use super::Fact;
use super::merkle::{Hash, Tree, leaf};
use super::report::Report;
use super::{note, objects, parts};
use crate::disk::{self, Stands};
use crate::error::{Error, Result, workspace_missing};

/// Checks the workspace in `folder`. `outside` is a checkpoint that was kept elsewhere: only that shows a ledger
/// that was rewritten as a whole, or whose end was cut off.
///
/// # Errors
/// `no_workspace` where there is none, `workspace_damaged` where its database cannot be read at all.
pub fn workspace(
    folder: &Path,
    deep: bool,
    outside: Option<&str>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Report> {
    let path = folder.join("clausebook.db");
    if disk::stands(&path).map_err(|e| Error::io(&path, e))? == Stands::Nothing {
        return Err(workspace_missing(folder.display()));
    }
    let database = disk::open_to_read(&path)?;
    let db = &database.db;
    // One view for all of it, so that entries added meanwhile do not look like faults.
    let view = db.unchecked_transaction()?;
    let mut report = Report { ok: true, ..Report::default() };

    let before = report.findings.len();
    let sound = parts::database(&view, &mut report)?;
    report.close("database", before, Fact::Readable);
    if !sound {
        // What could run with a question is not asked any.
        return Ok(report);
    }

    let before = report.findings.len();
    let mut checkpoints: BTreeMap<u64, Vec<(String, bool)>> = BTreeMap::new();
    for (size, text) in stored_checkpoints(&view)? {
        checkpoints.entry(size).or_default().push((text, false));
    }
    let anchor = outside.map(|text| (text, note::statement(text)));
    if let Some((text, Some(statement))) = &anchor {
        checkpoints.entry(statement.size).or_default().push(((*text).to_owned(), true));
    }
    let walk = walk(&view, &checkpoints, &mut report)?;
    (report.entries, report.files) = (walk.size, walk.files.len() as u64);
    report.close("ledger", before, Fact::Entries { entries: walk.size, root: hex::encode(walk.root) });

    let before = report.findings.len();
    compare(&checkpoints, &walk, &view, &mut report)?;
    if anchor.as_ref().is_some_and(|(_, s)| s.is_none()) {
        report.find("checkpoint_unreadable", "outside checkpoint", "The checkpoint given is not one: copy it whole.");
    }
    let compared: usize = checkpoints.values().map(Vec::len).sum();
    report.close("checkpoints", before, Fact::Compared { checkpoints: compared });
    if outside.is_none() {
        report.facts.push(Fact::NothingOutside);
    }

    let before = report.findings.len();
    parts::folder(folder, &mut report);
    objects::check(folder, &walk.files, deep, progress, cancel, &mut report)?;
    let files = walk.files.len();
    report.close("files", before, if deep { Fact::Hashed { files } } else { Fact::Present { files } });

    let before = report.findings.len();
    parts::tables(&view, &walk.files, &mut report)?;
    report.close("tables", before, Fact::TablesFit);
    Ok(report)
}

struct Walk {
    size: u64,
    root: Hash,
    /// Roots at the sizes that checkpoints speak of.
    roots: HashMap<u64, Hash>,
    /// Every file an entry names: digest to size and the entry.
    files: BTreeMap<String, (u64, u64)>,
}

fn stored_checkpoints(db: &Connection) -> Result<Vec<(u64, String)>> {
    let mut statement = db.prepare("SELECT size, note FROM checkpoint ORDER BY size")?;
    Ok(statement.query_map([], |r| Ok((r.get(0)?, r.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

fn walk(db: &Connection, wanted: &BTreeMap<u64, Vec<(String, bool)>>, report: &mut Report) -> Result<Walk> {
    let mut tree = Tree::default();
    let mut walk = Walk { size: 0, root: tree.root(), roots: HashMap::new(), files: BTreeMap::new() };
    if wanted.contains_key(&0) {
        walk.roots.insert(0, tree.root());
    }
    let mut nodes = db.prepare("SELECT pos, hash FROM node ORDER BY pos")?;
    let mut nodes = nodes.query([])?;
    let mut position = 0u64;
    let mut entries = db.prepare("SELECT seq, id, at, bytes FROM entry ORDER BY seq")?;
    let mut entries = entries.query([])?;
    let mut last_at = i64::MIN;
    let mut first_bad_node = None;
    while let Some(row) = entries.next()? {
        let seq: u64 = row.get(0)?;
        if seq != tree.size() {
            report.find(
                "entry_missing",
                format!("entry {}", tree.size()),
                format!("Entry {} is missing: after {} comes {seq}", tree.size(), tree.size().wrapping_sub(1) as i64),
            );
            break;
        }
        let bytes = row.get_ref(3)?.as_blob().unwrap_or_default();
        entry(
            seq,
            row.get_ref(1)?.as_blob().unwrap_or_default(),
            row.get(2)?,
            bytes,
            &mut last_at,
            &mut walk.files,
            report,
        );
        for hash in tree.add(leaf(bytes)) {
            let stored: Option<(u64, Vec<u8>)> = match nodes.next()? {
                Some(node) => Some((node.get(0)?, node.get(1)?)),
                None => None,
            };
            let fits = stored.is_some_and(|(pos, stored)| pos == position && stored == hash);
            if !fits && first_bad_node.is_none() {
                first_bad_node = Some(seq);
            }
            position += 1;
        }
        if wanted.contains_key(&tree.size()) {
            walk.roots.insert(tree.size(), tree.root());
        }
    }
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
    walk.size = tree.size();
    walk.root = tree.root();
    Ok(walk)
}

/// The envelope has to say what the columns say, and time has to go forward.
fn entry(
    seq: u64,
    id: &[u8],
    at: i64,
    bytes: &[u8],
    last_at: &mut i64,
    files: &mut BTreeMap<String, (u64, u64)>,
    report: &mut Report,
) {
    let Ok(value) = serde_json::from_slice::<Value>(bytes) else {
        report.find("entry_altered", format!("entry {seq}"), format!("Entry {seq} cannot be read"));
        return;
    };
    let id_fits = value["id"].as_str().and_then(|t| uuid::Uuid::parse_str(t).ok()).is_some_and(|u| u.as_bytes() == id);
    if value["seq"].as_u64() != Some(seq) || value["at"].as_i64() != Some(at) || !id_fits {
        report.find(
            "entry_moved",
            format!("entry {seq}"),
            format!("Entry {seq} says it is number {}: entries were exchanged or altered", value["seq"]),
        );
    }
    if at < *last_at {
        report.find("time_backwards", format!("entry {seq}"), format!("Entry {seq} is older than the one before it"));
    }
    *last_at = at.max(*last_at);
    collect(&value["event"], seq, files);
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

fn compare(
    checkpoints: &BTreeMap<u64, Vec<(String, bool)>>,
    walk: &Walk,
    db: &Connection,
    report: &mut Report,
) -> Result<()> {
    let id: String = db.query_row("SELECT value FROM workspace WHERE key = 'id'", [], |r| r.get(0))?;
    for (size, notes) in checkpoints {
        for (text, outside) in notes {
            let whose = if *outside { "the checkpoint from outside" } else { "a stored checkpoint" };
            let Some(statement) = note::statement(text) else {
                report.find("checkpoint_unreadable", format!("checkpoint {size}"), format!("{whose} cannot be read"));
                continue;
            };
            if statement.origin != format!("clausebook.local/{id}") {
                report.find(
                    "checkpoint_foreign",
                    format!("checkpoint {size}"),
                    format!("{whose} belongs to another workspace ({})", statement.origin),
                );
            } else if *size > walk.size {
                report.find(
                    "entries_cut",
                    format!("entry {}", walk.size),
                    format!("{whose} speaks of {size} entries, the ledger has {}: its end is missing", walk.size),
                );
            } else if walk.roots.get(size) != Some(&statement.root) {
                report.find(
                    "ledger_rewritten",
                    format!("checkpoint {size}"),
                    format!(
                        "{whose} does not fit the first {size} entries: the ledger was changed after it was signed"
                    ),
                );
            }
        }
    }
    Ok(())
}
