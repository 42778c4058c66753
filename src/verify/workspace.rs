//! Checking a workspace: its ledger from the first entry on, with what is held outside of it; every file looked at.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::Fact;
use super::ahead::{Ahead, READERS};
use super::chain::{self, Chain};
use super::report::Report;
use super::{note, objects, parts, unnamed};
use crate::disk::{self, Stands};
use crate::error::{Error, Result, workspace_missing};

/// What a check is given from outside of the folder.
#[derive(Clone, Copy, Default)]
pub struct Held<'a> {
    /// A checkpoint that somebody else kept: it shows a ledger that was rewritten with the machine's own key.
    pub outside: Option<&'a str>,
    /// The last head that this machine kept: it shows a folder that was put back or exchanged.
    pub kept: Option<Kept<'a>>,
    /// What the clock says: UTC, milliseconds since 1970.
    pub now: Option<i64>,
    /// This machine: it shows keys that were enrolled in its name.
    pub own: Option<Own<'a>>,
}

/// What is done while files are read.
pub type Besides<'a> = &'a mut dyn FnMut(&mut Report) -> Result<()>;

/// What this machine is called in entries, and its key for a workspace, by whose identity that is asked; no key where it has none.
pub type Own<'a> = &'a dyn Fn(&str) -> Option<(String, Option<String>)>;

/// Finds the kept head of a workspace, by its identity.
pub type Kept<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Checks the workspace in `folder`. What a key's holder rewrote, or where the end was cut off, only what is `held` outside
/// shows.
///
/// # Errors
/// `no_workspace` where there is none, `workspace_damaged` where its database cannot be read at all.
pub fn workspace(
    folder: &Path,
    deep: bool,
    held: Held<'_>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Report> {
    workspace_and(folder, deep, held, &mut |_| Ok(()), progress, cancel)
}

/// The same. What is to be done `besides` is done while files are read; it is given what was found of all else, and adds to it.
///
/// # Errors
/// As [`workspace`], and as `besides`.
pub fn workspace_and(
    folder: &Path,
    deep: bool,
    held: Held<'_>,
    besides: Besides<'_>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Report> {
    let ahead = Ahead::of(folder, cancel);
    std::thread::scope(|scope| {
        if deep {
            for _ in 0..READERS {
                scope.spawn(|| ahead.read());
            }
        }
        let report = whole(folder, deep.then_some(&ahead), held, besides, progress, cancel);
        ahead.stop();
        report
    })
}

fn whole(
    folder: &Path,
    ahead: Option<&Ahead<'_>>,
    held: Held<'_>,
    besides: Besides<'_>,
    progress: &dyn Fn(u64, u64),
    cancel: &AtomicBool,
) -> Result<Report> {
    let deep = ahead.is_some();
    let path = folder.join("clausebook.db");
    if disk::stands(&path).map_err(|e| Error::io(&path, e))? == Stands::Nothing {
        return Err(workspace_missing(folder.display()));
    }
    let database = disk::open_to_read(&path)?;
    let db = &database.db;
    // Before the view: what is kept meanwhile may be ahead of it.
    let named = parts::identity(db)?;
    let id = named.clone().unwrap_or_default();
    let kept = held.kept.and_then(|kept| kept(&id));
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

    let id = if named.is_some() { id } else { chain::said(&view)?.unwrap_or_default() };
    let before = report.findings.len();
    let (outside, kept) = (held.outside.map(|text| (text, false)), kept.as_deref().map(|text| (text, true)));
    let anchors: Vec<(&str, bool)> = outside.into_iter().chain(kept).collect();
    let wanted: Vec<u64> = anchors.iter().filter_map(|(text, _)| Some(note::statement(text)?.size)).collect();
    let mut walk = chain::read(&view, &id, &wanted, deep, held.now, &mut report)?;
    (report.entries, report.files) = (walk.size, walk.files.len() as u64);
    report.close("ledger", before, Fact::Entries { entries: walk.size, root: hex::encode(walk.root) });

    let before = report.findings.len();
    report.findings.append(&mut walk.of_checkpoints.findings);
    for (text, kept) in &anchors {
        compare(text, *kept, &id, &walk, &mut report);
    }
    report.close("checkpoints", before, Fact::Compared { checkpoints: walk.compared + anchors.len() });
    let outside = held.outside.and_then(note::statement).filter(|said| walk.roots.get(&said.size) == Some(&said.root));
    match outside.filter(|said| said.origin == format!("clausebook.local/{id}")) {
        _ if held.outside.is_none() => report.facts.push(Fact::NothingOutside),
        Some(said) => report.facts.push(Fact::HeldFits { entries: said.size }),
        None => {}
    }

    let before = report.findings.len();
    identity(named.as_deref(), &walk, &mut report);
    signatures(&walk, &mut report);
    walk.batches.report(&mut report);
    if let Some((site, key)) = held.own.and_then(|own| own(&id)) {
        names_own(&site, key.as_deref(), &walk, &mut report);
    }
    report.close("signatures", before, walk.second_form.map(|_| Fact::SignedUpTo { entries: walk.signed }));

    let before = report.findings.len();
    walk.clocks.report(&mut report);
    report.close("clock", before, Fact::ClocksFit);

    if let Some(ahead) = ahead {
        ahead.name(walk.files.keys());
    }
    // What is said of files stands before what is said of tables.
    let place = report.place();
    let before = report.findings.len();
    parts::tables(&view, &walk.files, &mut report)?;
    report.close("tables", before, Fact::TablesFit);
    // What is done besides may have to write.
    drop(view);
    drop(database);
    besides(&mut report)?;

    let (mut of_files, files) = (Report::default(), walk.files.len());
    let read = ahead.map(|ahead| ahead.finish(&|read| progress(read, files as u64))).unwrap_or_default();
    parts::folder(folder, &mut of_files);
    objects::check(folder, &walk.files, (deep, &read), progress, cancel, &mut of_files)?;
    unnamed::look(folder, &walk.files, deep, cancel, &mut of_files)?;
    of_files.close("files", 0, if deep { Fact::Hashed { files } } else { Fact::Present { files } });
    report.insert(place, of_files);
    Ok(report)
}

/// What is said of a checkpoint that nobody of its ledger signed.
pub(super) const UNSIGNED: &str = "is signed by no key that this ledger enrols";

/// Compares the ledger with a checkpoint that was kept outside of the folder: by somebody else, or by this machine.
fn compare(text: &str, kept: bool, id: &str, chain: &Chain, report: &mut Report) {
    let (whose, place) = if kept {
        ("The head that this machine kept", "kept head")
    } else {
        ("The checkpoint from outside", "outside checkpoint")
    };
    let Some(statement) = note::statement(text) else {
        // A head that cannot be read is none.
        if !kept {
            report.find("checkpoint_unreadable", place, "The checkpoint given is not one: copy it whole.");
        }
        return;
    };
    let (size, there) = (statement.size, chain.size);
    // Before it accuses anybody: what comes from outside counts as far as a key of this ledger stands behind it.
    let unsigned = !kept && chain.enrols_by(size) && chain.keys.signed(text, size).is_none();
    let fits = chain.roots.get(&size) == Some(&statement.root);
    if unsigned && fits {
        report.warn("checkpoint_unsigned", place, format!("{whose} fits, and {UNSIGNED}: it was altered on its way"));
    } else if unsigned
        && statement.origin == format!("clausebook.local/{id}")
        && size <= there
        && note::signer(text).is_none_or(|named| !chain.keys.calls(named))
    {
        // Whoever altered a checkpoint on its way left the name of its key.
        let what = format!(
            "{whose} speaks of another history: its first {size} entries are not the ones that are here, and it {UNSIGNED}. Either \
             this ledger was written anew under another key, or the checkpoint was forged: compare the keys by another way"
        );
        report.find("another_history", place, what);
    } else if unsigned && statement.origin == format!("clausebook.local/{id}") {
        let what = "it was forged or altered on its way, or this ledger is not the one it was made for";
        report.find("checkpoint_unsigned", place, format!("{whose} does not fit, and {UNSIGNED}: {what}"));
    } else if statement.origin != format!("clausebook.local/{id}") {
        let what = format!("{whose} belongs to another workspace ({})", statement.origin);
        report.find("checkpoint_foreign", place, what);
    } else if size > there {
        let what = format!("{whose} speaks of {size} entries, the ledger has {there}: its end is missing");
        report.find(if kept { "rolled_back" } else { "entries_cut" }, format!("entry {there}"), what);
    } else if !fits {
        let what =
            format!("{whose} speaks of another history: its first {size} entries are not the ones that are here");
        report.find("another_history", place, what);
    }
}

/// The workspace calls itself by the identity under which its first key was enrolled.
fn identity(named: Option<&str>, chain: &Chain, report: &mut Report) {
    let said = chain.keys.first().and_then(|key| key.name.strip_prefix("clausebook.local/"));
    match (named, said) {
        (Some(named), Some(said)) if named != said => {
            let what = format!(
                "The workspace calls itself {named}, its entries say {said}: another identity was put there. `rebuild` puts it right"
            );
            report.find("identity_differs", "workspace", what);
        }
        (None, _) => {
            let what = "The workspace's identity is missing; where its entries say it, `rebuild` puts it back";
            report.find("identity_differs", "workspace", what);
        }
        _ => {}
    }
}

/// Names the keys that were enrolled in this machine's name and are not its own.
fn names_own(site: &str, own: Option<&str>, chain: &Chain, report: &mut Report) {
    let others = chain.keys.others_of(site, own);
    for key in others {
        let what = format!(
            "Entry {} enrols key {} in this machine's name, which has another one or none: its own was lost, or somebody wrote in its name",
            key.seq,
            key.called()
        );
        report.warn("own_name_other_key", format!("entry {}", key.seq), what);
    }
}

/// Every entry of the second form lies under a signature by an enrolled key; who stands for the keys is said.
fn signatures(chain: &Chain, report: &mut Report) {
    match chain.second_form {
        None if chain.size > 0 => report.warn(
            "unsigned",
            "ledger",
            "The ledger is unsigned: an earlier program wrote it. The first change signs all of it",
        ),
        Some(_) if chain.signed < chain.size => report.find(
            "tail_unsigned",
            format!("entry {}", chain.signed),
            match chain.size.saturating_sub(1) {
                last if last == chain.signed => {
                    format!("Entry {last} is signed by no key that the ledger enrols: it was changed, or put there")
                }
                last => format!(
                    "Entries {}–{last} are signed by no key that the ledger enrols: they were changed, or put there",
                    chain.signed
                ),
            },
        ),
        None | Some(_) => {}
    }
    for key in chain.keys.unvouched() {
        report.warn("key_not_vouched", format!("entry {}", key.seq), key.unvouched_in_words());
    }
    if let Some(first) = chain.keys.first() {
        report.facts.push(Fact::FirstKey { key: first.called().to_owned(), entry: first.seq });
    }
}
