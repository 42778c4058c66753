//! What somebody holds from elsewhere, beside a pack: a key, a checkpoint, what `ledger consistency` printed, another pack, or
//! the workspace itself. What it cannot show is said to be not shown.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::Value;

use super::Fact;
use super::alike::Entered;
use super::archive;
use super::consistency;
use super::contents::{Contents, Watch};
use super::continued;
use super::folder;
use super::forms::{self, Issued, Told};
use super::keys::{Keys, fingerprint_of, held_fingerprint, held_key, is_fingerprint};
use super::mailed;
use super::merkle::{Hash, Tree, leaf};
use super::note;
use super::parts;
use super::refusals;
use super::report::Report;
use super::workspace::UNSIGNED;
use crate::disk::{self, Reading};
use crate::error::{Error, Result};

/// A key or checkpoint is a few lines; more is not read.
const LARGEST: u64 = 1 << 20;

/// What is held.
enum Held {
    /// The key that signs, as one of its forms.
    Key(String),
    /// Sizes of one workspace's ledger, each with its root: one is said by a note, the others are proven to belong to it.
    Roots(String, BTreeMap<u64, Hash>, Said),
    /// Another pack: the same, and what is in it.
    Pack(String, BTreeMap<u64, Hash>, Said, Box<Other>),
    /// A whole workspace.
    Workspace(Reading),
}

/// Another pack: its form, which packs its entries say were issued, and what its entries are about.
struct Other {
    form: (u64, u64),
    issued: Vec<Issued>,
    entered: Entered,
}

/// The note that says a root, and the key beside it, where it is a pack's.
struct Said {
    note: String,
    beside: Option<(String, [u8; 32])>,
}

/// Compares what is held with the pack, whose ledger's entries enrol `keys`.
pub(super) fn outside(
    path: &Path,
    (contents, file): (&Contents, &Path),
    keys: &Keys,
    watch: Watch<'_>,
    report: &mut Report,
) -> Result<()> {
    let place = path.display().to_string();
    let Some(now) = contents.text("data/ledger/checkpoint").and_then(note::statement) else {
        report.find("checkpoint_unreadable", "data/ledger/checkpoint", "The checkpoint cannot be read");
        return Ok(());
    };
    let mut other = None;
    let held = match read(path, watch)? {
        Held::Pack(origin, roots, said, pack) => {
            if origin == now.origin {
                let size = roots.keys().next_back().copied().unwrap_or_default();
                forms::not_before(contents, now.size, pack.form, size, &place, report);
                forms::issued((contents, file), now.size, &pack.issued, false, report)?;
                other = Some(pack.entered);
            }
            Held::Roots(origin, roots, said)
        }
        held => held,
    };
    let before = report.findings.len();
    match held {
        Held::Pack(..) => {}
        Held::Key(text) => key(&text, &place, contents, keys, report),
        Held::Roots(origin, held, said) => {
            if origin != now.origin {
                let what = format!("What you hold is of another workspace ({origin})");
                report.find("checkpoint_foreign", place, what);
                return Ok(());
            }
            let own = continued::proven(contents, &now);
            let both: Vec<u64> = held.keys().filter(|size| own.contains_key(size)).copied().collect();
            let other = both.iter().find(|size| held[size] != own[size]);
            // Before it accuses anybody: what no key stands behind, nobody of that workspace said.
            let unsigned = !said.signed(contents, keys);
            if let Some(size) = other.filter(|_| unsigned && said.strange(contents, keys)) {
                report.find("another_history", place, format!("{}, and {UNSIGNED}. {EITHER}", another(*size)));
            } else if unsigned && (other.is_some() || both.is_empty()) {
                report.find(
                    "checkpoint_unsigned",
                    place,
                    format!("What you hold does not fit, and {UNSIGNED}. {EITHER}"),
                );
            } else if let Some(size) = other {
                report.find("another_history", place, another(*size));
            } else if unsigned {
                let what = format!(
                    "What you hold fits, and {UNSIGNED}: it was altered on its way, or signed later by another machine"
                );
                report.warn("checkpoint_unsigned", place, what);
            } else if both.is_empty() {
                let [here, there] = [&own, &held].map(|sizes| sizes.keys().next_back().copied().unwrap_or_default());
                report.find("history_not_shown", place, not_shown(here, there));
            }
        }
        Held::Workspace(reading) => workspace(&reading, &place, (contents, file), &now, watch, report)?,
    }
    // Of two histories nothing is to be compared.
    if let Some(held) = other.filter(|_| report.findings.len() == before) {
        Entered::of(contents, now.size).compare(&held, &path.display().to_string(), report);
    }
    Ok(())
}

/// What it means where what is held fits nothing and no known key stands behind it.
const EITHER: &str = "Either the pack’s ledger was written anew under another key, or what you hold was forged or altered on its way: \
     ask whoever kept it for the original, and compare the keys by another way";

impl Said {
    /// Whether a key that the pack's ledger enrols signed it, or one that came with it. The first form enrols none.
    fn signed(&self, contents: &Contents, keys: &Keys) -> bool {
        let Self { note, beside } = self;
        let own = contents.text("data/ledger/verifier-key").and_then(note::key);
        let by = |(name, public): &(String, [u8; 32])| note::signed_by(note, name, public);
        keys.first().is_none() || keys.signed(note, u64::MAX).is_some() || own.iter().chain(beside).any(by)
    }
}

impl Said {
    /// Whether its signature names no key that is known here: whoever altered a checkpoint on its way left the name of its key.
    fn strange(&self, contents: &Contents, keys: &Keys) -> bool {
        let own = contents.text("data/ledger/verifier-key").and_then(note::key);
        let named = note::signer(&self.note);
        named.is_none_or(|id| !keys.calls(id) && own.is_none_or(|(name, public)| note::key_id(&name, &public) != id))
    }
}

fn another(size: u64) -> String {
    format!("What you hold speaks of another history: its {size} entries are others")
}

fn not_shown(pack: u64, held: u64) -> String {
    let how = if held > pack {
        format!("compare it with a later pack, or with the workspace, or ask for `ledger consistency {pack}`")
    } else {
        format!("ask for `ledger consistency {held}` of that workspace")
    };
    format!("The pack reaches entry {pack}, what you hold {held}: that both are one history is not shown; {how}")
}

/// The key itself; or one for which another enrolled key stands, up to the one that signed.
fn key(text: &str, place: &str, contents: &Contents, keys: &Keys, report: &mut Report) {
    let same = |name: &str| contents.text(name).is_some_and(|there| there.trim() == text.trim());
    if same("data/ledger/allowed_signers") || same("data/ledger/verifier-key") {
        return;
    }
    let signer = contents.text("data/ledger/verifier-key").and_then(note::key);
    let by = signer.as_ref().map(|(_, public)| *public);
    let fingerprint = held_fingerprint(text);
    if fingerprint.is_some() && fingerprint == by.as_ref().map(fingerprint_of).as_deref() {
        return;
    }
    let held = held_key(text).or_else(|| keys.of_fingerprint(fingerprint?));
    if held.is_some() && held == by {
        return;
    }
    let continued = || keys.continues(&held?, &by?).then_some(());
    if continued().is_some() {
        report.facts.push(Fact::KeyContinues);
    } else {
        report.find("key_differs", place, "The pack was not signed by the key you hold, nor by one that it stands for");
    }
}

/// Whether the ledger of a workspace begins as the pack's does.
fn workspace(
    reading: &Reading,
    place: &str,
    (contents, file): (&Contents, &Path),
    now: &note::Statement,
    watch: Watch<'_>,
    report: &mut Report,
) -> Result<()> {
    // A view by that name would run what came with the folder.
    let plain = "SELECT count(*) = 1 AND min(type) = 'table' FROM sqlite_schema WHERE name = 'entry'";
    if !reading.db.query_row(plain, [], |r| r.get::<_, bool>(0))? {
        report.find("schema_foreign", place, "The folder’s database has no plain table of entries");
        return Ok(());
    }
    let own = now.origin.rsplit('/').next().unwrap_or_default();
    if let Some(other) = parts::identity(&reading.db)?.filter(|id| id != own) {
        report.find("checkpoint_foreign", place, format!("The folder you hold is another workspace ({other})"));
        return Ok(());
    }
    let mut entries = reading.db.prepare("SELECT bytes FROM entry ORDER BY seq")?;
    let mut rows = entries.query([])?;
    let (mut tree, mut told, mut issued, mut longer) = (Tree::default(), Told::default(), Vec::new(), false);
    while let Some(row) = rows.next()? {
        watch.go_on()?;
        let bytes = row.get_ref(0)?.as_blob().unwrap_or_default();
        let event = || serde_json::from_slice::<Value>(bytes).unwrap_or_default()["event"].take();
        if tree.size() < now.size {
            told.take(tree.size(), &event());
            tree.add(leaf(bytes));
        } else {
            longer = true;
            issued.extend(Issued::of(&event()));
        }
    }
    if tree.size() < now.size {
        report.find("history_not_shown", place, not_shown(now.size, tree.size()));
    } else if tree.root() != now.root {
        report.find("another_history", place, another(now.size));
    } else {
        told.form(contents, report);
        forms::issued((contents, file), now.size, &issued, longer, report)?;
    }
    Ok(())
}

/// Reads what is held.
///
/// # Errors
/// `file_not_found`; `pack_held_unknown` for what is none of all this.
fn read(path: &Path, watch: Watch<'_>) -> Result<Held> {
    let io = |e| Error::io(path, e);
    // A fingerprint may be given as such, in place of a file.
    if let Some(said) = path.to_str().filter(|said| is_fingerprint(said) && !path.exists()) {
        return Ok(Held::Key(said.to_owned()));
    }
    let meta = std::fs::metadata(path).map_err(io)?;
    if meta.is_dir() && disk::stands(&path.join("clausebook.db")).map_err(io)? == disk::Stands::File {
        return Ok(Held::Workspace(disk::open_to_read(&path.join("clausebook.db"))?));
    }
    let mut start = Vec::new();
    if meta.is_file() {
        disk::open_named(path)?.take(LARGEST).read_to_end(&mut start).map_err(io)?;
    }
    if meta.is_dir() && !path.join("bagit.txt").is_file() {
        return Err(folder::above(path).unwrap_or_else(|| refusals::pack_held_unknown(path.display())));
    }
    if meta.is_dir() || start.starts_with(b"PK") {
        return pack(path, watch)?.ok_or_else(|| refusals::pack_held_unknown(path.display()));
    }
    let text = String::from_utf8_lossy(&start).into_owned();
    if text.contains("clausebook/consistency@v1") {
        let said = consistency::said(&text).ok_or_else(|| refusals::pack_held_unknown(path.display()))?;
        return Ok(Held::Roots(said.origin, said.roots.into(), Said { note: said.note, beside: None }));
    }
    match mailed::checkpoint(&text).and_then(|note| Some((note::statement(&note)?, note))) {
        Some((there, note)) => {
            Ok(Held::Roots(there.origin, [(there.size, there.root)].into(), Said { note, beside: None }))
        }
        None if held_key(&text).is_some() || held_fingerprint(&text).is_some() => Ok(Held::Key(text)),
        None => Err(refusals::pack_held_unknown(path.display())),
    }
}

/// What another pack shows: its own checkpoint, and the earlier ones that it proves to be the beginning of that.
fn pack(path: &Path, watch: Watch<'_>) -> Result<Option<Held>> {
    let (mut apart, never) = (Report { ok: true, ..Report::default() }, AtomicBool::new(false));
    let quiet = Watch { progress: &|_, _| {}, cancel: &never };
    watch.go_on()?;
    let Some(contents) = archive::read(path, &mut apart, quiet)? else { return Ok(None) };
    let note = contents.text("data/ledger/checkpoint").unwrap_or_default().to_owned();
    let beside = contents.text("data/ledger/verifier-key").and_then(note::key);
    let now = note::statement(&note);
    let entries = contents.kept.get("data/ledger/entries.jsonl").map(Vec::as_slice).unwrap_or_default();
    let event = |line: &[u8]| serde_json::from_slice::<Value>(line).unwrap_or_default()["event"].take();
    let issued = entries.split(|byte| *byte == b'\n').filter_map(|line| Issued::of(&event(line))).collect();
    let said = Said { note, beside };
    Ok(now.map(|now| {
        let roots = continued::proven(&contents, &now);
        let entered = Entered::of(&contents, now.size);
        let other = Other { form: forms::form_of(&contents), issued, entered };
        Held::Pack(now.origin, roots, said, Box::new(other))
    }))
}
