//! Building a pack: collect, prove, write, and write down that it was issued.

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

use super::caveats::Caveat;
use super::content::Content;
use super::entries::Told;
use super::events::PackEvent;
use super::item::PackItem;
use super::pagesform::PAGES;
use super::queries::{self, Pack};
use super::withheld::{self, Entries};
use super::{entries, pages, refusals, select, stating};
use crate::audits::Audit;
use crate::bag::{self, Bag, Payload, Source, Watch};
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::PackId;
use crate::ledger::{self, Checkpoint};
use crate::saved::Target;
use crate::signing::{self, SigningKey};
use crate::workspace::{self, Workspace};
use ts_rs::TS;

/// Namespace of the signature over a pack.
const NAMESPACE: &str = "clausebook-pack";

/// What a checker reads at the most (`docs/pack-format.md`): files of evidence, and bytes of entries and proofs.
const MOST_FILES: usize = 390_000;
const LARGEST: usize = 110 << 20;

/// A pack that was written.
#[derive(Debug, Clone, serde::Serialize, TS)]
pub struct Built {
    /// Its top folder's name.
    pub name: String,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// Size of the file in bytes.
    pub size: u64,
    /// How many files are under its `data/`.
    pub files: u64,
    /// How many documents, whatever the number of their files.
    pub documents: usize,
    /// How many records, whatever the number of their files.
    pub records: usize,
    /// How many entries of the ledger its checkpoint covers.
    pub ledger_size: u64,
    /// Whether exactly this pack was issued before; then nothing new is written down.
    pub again: bool,
    /// What an auditor should know before opening anything.
    pub notes: Vec<Caveat>,
    /// What was compared before it was built.
    pub compared: Tables,
    /// What that took.
    pub took: Took,
}

/// What is wanted of a pack.
pub struct Wanted<'a> {
    /// The audit.
    pub audit: Audit,
    /// By the end of which day it must have been recorded; none where all that is known counts.
    pub recorded: Option<Day>,
    /// The day for which it holds.
    pub day: Day,
    /// The file to write.
    pub out: Target<'a>,
}

/// What came of comparing the tables with the ledger before anything was taken from them.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, TS)]
#[ts(rename = "PackTables")]
pub struct Tables {
    /// How many tables were compared; none where nothing has been written since they were found equal.
    pub tables: usize,
    /// How many rows they have.
    pub rows: u64,
    /// How much differs; where anything does, there is no pack.
    #[serde(skip)]
    pub differ: u64,
    /// Where the first of it is.
    #[serde(skip)]
    pub first: Option<String>,
}

/// How long the parts of building a pack took, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, TS)]
#[ts(rename = "PackTook")]
pub struct Took {
    /// Comparing the tables with the ledger.
    pub comparing: u64,
    /// The pack itself.
    pub packing: u64,
}

/// Compares the tables of a workspace with its ledger.
pub type Compare<'a> = &'a dyn Fn(&Workspace) -> Result<Tables>;

/// The state of the ledger a pack speaks of.
struct Basis {
    size: u64,
    checkpoint: String,
    previous: Option<Pack>,
    again: Option<Pack>,
}

/// Builds a pack for an audit as of a day and issues it. What is in it is chosen from the tables, so these are compared with
/// the ledger first, in the state from which it is chosen.
///
/// # Errors
/// `ledger_rolled_back`, `ledger_unsigned`, `pack_history_differs`, `pack_entries_signed_late`, `pack_tables_differ`, `object_altered` or `object_missing` naming the file, `already_exists` where `out` is there and not to be written over, `disk_full`,
/// `cancelled`. None of them leaves a file behind.
pub fn build(
    workspace: &mut Workspace,
    wanted: Wanted<'_>,
    compare: Compare<'_>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Built> {
    let Wanted { audit, recorded, day, out } = wanted;
    out.check()?;
    // The same pack again writes nothing, and would say that nothing has happened since.
    workspace.continues()?;
    let watch = Watch { progress, cancel };
    let began = Instant::now();
    let (compared, comparing, mut chosen) = {
        let _state = workspace::one_state(workspace.db())?;
        let compared = compare(workspace)?;
        let comparing = began.elapsed().as_millis() as u64;
        if let Some(first) = &compared.first {
            return Err(refusals::pack_tables_differ(compared.differ, first));
        }
        let chosen = match recorded {
            Some(known) => {
                let then = workspace.as_of(known, day, &|_, _| watch.go_on())?;
                select::known(&then, &audit, known)?;
                select::select(&then, audit, day, recorded, PAGES)?
            }
            None if day == workspace::standing_day(workspace.db())? => {
                select::select(workspace.db(), audit, day, None, PAGES)?
            }
            None => select::select(&workspace.in_force(day)?, audit, day, None, PAGES)?,
        };
        (compared, comparing, chosen)
    };
    continued(workspace)?;
    if chosen.items.is_empty() {
        return Err(refusals::pack_empty(&chosen.audit.code));
    }
    let basis = basis(workspace, &chosen)?;
    let made_on = match &basis.again {
        Some(last) => workspace::stamped(workspace.db(), last.seq)?.map(|(stamp, _)| stamp.day),
        None => Some(workspace.today()?),
    };
    chosen.foretold = made_on.filter(|made| *made < day);
    let told = Told::of(workspace, &chosen, basis.size, &|_, _| watch.go_on())?;
    let Told { entries, until, mut content } = told;
    let key = workspace.signing_key()?;
    let origin = workspace.origin();
    let mut payload = {
        let _state = workspace::one_state(workspace.db())?;
        let proven = withheld::entries(workspace.db(), &entries, basis.size)?;
        if !proven.places.is_empty() {
            content.notes.push(Caveat::withheld(&proven.places, &content.history));
        }
        made(workspace, &content, &basis, proven, &key, &origin)?
    };
    let made_bytes = |file: &Payload| if let Source::Made(bytes) = &file.source { bytes.len() } else { 0 };
    let proofs: usize = payload
        .iter()
        .filter(|file| file.path.starts_with("ledger/") || file.path.starts_with("approvals/"))
        .map(made_bytes)
        .sum();
    if proofs > LARGEST
        || content.items.iter().map(|item| item.files.len() + 2 * item.stated.len()).sum::<usize>() > MOST_FILES
    {
        return Err(refusals::pack_too_large(&content.audit.code));
    }
    for file in content.items.iter().flat_map(|i| &i.files) {
        payload.push(Payload { path: file.place.clone(), source: Source::Filed(file.filed.digest, file.filed.size) });
    }
    let known = content.recorded.map(|known| ("Recorded-On", known.to_string()));
    let info = [
        ("Source-Organization", content.organisation.clone()),
        ("External-Identifier", content.audit.code.clone()),
        ("External-Description", pages::description(&content)),
        ("Bagging-Date", content.day.to_string()),
        ("Bag-Software-Agent", format!("Clausebook {}", env!("CARGO_PKG_VERSION"))),
        ("Pack-Format", String::from("5")),
        ("Pack-Pages", pages::form()),
        ("Recorded-Until", until.to_string()),
    ];
    let known = known.into_iter().chain(content.foretold.map(|made| ("Foretold-On", made.to_string())));
    let folder = ("Pack-Folder", content.name.clone());
    let info: Vec<_> = info.into_iter().chain(known).chain([folder]).collect();
    let bag = Bag { top: &content.name, day: content.day, info: &info, payload, key: &key, namespace: NAMESPACE };
    let written = bag::write(out, bag, workspace.vault(), watch)?;
    if basis.again.is_none() {
        let event = PackEvent::Issued {
            id: PackId::new(),
            audit: content.audit.id,
            name: content.name.clone(),
            day: content.day,
            recorded: content.recorded,
            sha256: written.sha256,
            size: written.size,
            files: written.files,
            ledger_size: basis.size,
            checkpoint: basis.checkpoint.clone(),
            previous: basis.previous.as_ref().map(|p| p.id),
            pages: pages::form(),
            items: content.items.iter().map(PackItem::id).collect(),
        };
        let issued = workspace.transact(|tx| tx.append(&event).map(|_| ()));
        if let Err(e) = issued {
            // A pack that the ledger does not know of was not issued.
            let _ = std::fs::remove_file(out.path);
            return Err(e);
        }
    }
    let notes = entries::notes(&content, chosen.notes);
    let count = |kind: &str| content.items.iter().filter(|i| i.kind() == kind).count();
    Ok(Built {
        documents: count("document"),
        records: count("record"),
        name: content.name,
        sha256: written.sha256,
        size: written.size,
        files: written.files,
        ledger_size: basis.size,
        again: basis.again.is_some(),
        notes,
        compared,
        took: Took { comparing, packing: (began.elapsed().as_millis() as u64).saturating_sub(comparing) },
    })
}

/// Refuses a pack of a ledger that is not the one of which packs were issued, or into which something was put: the pack would fail
/// its own check, or hide what the workspace's shows.
fn continued(workspace: &Workspace) -> Result<()> {
    if let Some((from, to)) = workspace::signed_late(workspace.db())?.first() {
        return Err(refusals::pack_entries_signed_late(from, to));
    }
    for pack in queries::list(workspace.db())? {
        let said = Checkpoint::parse(&pack.checkpoint).ok().filter(|said| said.origin == workspace.origin());
        let said = said.filter(|said| said.size == pack.ledger_size && said.size <= pack.seq);
        let root = said.as_ref().map(|said| ledger::root_at(workspace.db(), said.size)).transpose()?;
        if said.is_none_or(|said| Some(said.root) != root) {
            return Err(refusals::pack_history_differs(pack.name));
        }
    }
    Ok(())
}

/// Where nothing has happened since the same pack was issued, it is that pack: same checkpoint, same bytes.
/// Otherwise the pack carries a new checkpoint and proves that the last pack's is its beginning.
fn basis(workspace: &mut Workspace, content: &Content) -> Result<Basis> {
    let packs = queries::list(workspace.db())?;
    let size = workspace.head()?.size;
    let key = workspace.signing_key()?.verifier(&workspace.origin());
    if let Some(last) = packs.last() {
        // Another machine's is signed with another key.
        let same = Checkpoint::verify(&last.checkpoint, &key).is_ok();
        let same = same && last.audit == content.audit.id && last.name == content.name;
        let same = same && (last.day, last.recorded) == (content.day, content.recorded);
        if same && last.seq + 1 == size {
            let previous = packs.iter().find(|p| Some(p.id) == last.previous).cloned();
            return Ok(Basis {
                size: last.ledger_size,
                checkpoint: last.checkpoint.clone(),
                previous,
                again: Some(last.clone()),
            });
        }
    }
    let checkpoint = workspace.checkpoint()?;
    // Signing may have enrolled this machine's key, and another program may have written.
    let size = Checkpoint::parse(&checkpoint)?.size;
    Ok(Basis { size, checkpoint, previous: packs.last().cloned(), again: None })
}

/// The files that are made for the pack.
fn made(
    workspace: &Workspace,
    content: &Content,
    basis: &Basis,
    entries: Entries,
    key: &SigningKey,
    origin: &str,
) -> Result<Vec<Payload>> {
    let mut out = Vec::new();
    let mut add = |path: &str, bytes: Vec<u8>| {
        out.push(Payload { path: path.to_owned(), source: Source::Made(bytes) });
    };
    for (path, bytes) in pages::pages(content, origin)?.into_iter().chain(stating::files(content, origin)?) {
        add(&path, bytes);
    }

    let db = workspace.db();
    add("ledger/entries.jsonl", entries.shown);
    add("ledger/proofs.txt", entries.proofs.into_bytes());
    if !entries.places.is_empty() {
        add("ledger/withheld.txt", entries.withheld.into_bytes());
    }
    add("ledger/checkpoint", basis.checkpoint.clone().into_bytes());
    add("ledger/verifier-key", format!("{}\n", key.verifier(origin)).into_bytes());
    add("ledger/allowed_signers", signing::allowed_signer(origin, NAMESPACE, &key.public())?.into_bytes());
    let earlier = earlier(db, basis.size)?;
    if !earlier.is_empty() {
        let states = earlier.iter().map(|(old, root, path)| (*old, *root, path.as_slice()));
        add("ledger/earlier", ledger::earlier_text(basis.size, states).into_bytes());
    }
    if let Some(previous) = &basis.previous {
        let path = ledger::consistency(db, previous.ledger_size, basis.size)?;
        add("ledger/previous-checkpoint", previous.checkpoint.clone().into_bytes());
        add("ledger/consistency", ledger::consistency_text(previous.ledger_size, basis.size, &path).into_bytes());
    }
    Ok(out)
}

/// So many earlier states are proven, the last ones.
const EARLIER: usize = 1_000;

/// The states of the ledger that somebody outside may hold, packs and anchors, each with its root and the path to this one.
pub(super) fn earlier(db: &rusqlite::Connection, size: u64) -> Result<Vec<(u64, Digest, Vec<Digest>)>> {
    let mut sizes: BTreeSet<u64> = queries::list(db)?.into_iter().map(|pack| pack.ledger_size).collect();
    sizes.extend(workspace::anchor_answers(db)?.into_iter().map(|answer| answer.entries));
    let sizes = sizes.into_iter().rev().filter(|old| (1..size).contains(old)).take(EARLIER);
    sizes.map(|old| Ok((old, ledger::root_at(db, old)?, ledger::consistency(db, old, size)?))).collect()
}
