//! Which entries of the ledger go into a pack, and what they say by themselves.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::caveats::{Caveat, NAMED, RecordedLater};
use super::content::Content;
use super::history::Entered;
use super::item::PackItem;
use super::pagesform::PAGES;
use super::{deciding, history, queries, refusals, select, stating};
use crate::audits::{self, Audit};
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{self, Entry};
use crate::workspace::{self, Projector, Read, Tell, Workspace, read_alone};

/// A pack's content as the entries in it tell it.
pub(super) struct Told {
    /// The entries that go into it, with their places.
    pub(super) entries: Vec<(u64, Vec<u8>)>,
    /// How many entries of the ledger were recorded when it holds.
    pub(super) until: u64,
    /// What the entries say: of this the pages are made, so that whoever has only these can make them again.
    pub(super) content: Content,
}

impl Told {
    /// Reads what was chosen from the entries before `size` about it.
    ///
    /// # Errors
    /// `pack_not_provable` where these entries by themselves say something else.
    pub(super) fn of(workspace: &Workspace, chosen: &Content, size: u64, tell: Tell<'_>) -> Result<Self> {
        let bytes = |seq: u64| Ok((seq, ledger::entry_bytes_there(workspace.db(), seq)?));
        let entries =
            about(workspace.db(), workspace.db(), chosen, size)?.into_iter().map(bytes).collect::<Result<Vec<_>>>()?;
        let until = match chosen.recorded {
            Some(recorded) => workspace.recorded_by(recorded)?.min(size),
            None => size,
        };
        let audit = |db: &Connection| audits::by_id(db, chosen.audit.id);
        let (day, recorded, foretold) = (chosen.day, chosen.recorded, chosen.foretold);
        let when = When { until, day, recorded, foretold, pages: PAGES };
        let content = content(workspace.projector(), &entries, when, (audit, Read::Whole), tell)?;
        if !content.items.iter().map(PackItem::id).eq(chosen.items.iter().map(PackItem::id)) {
            return Err(refusals::pack_not_provable(&chosen.audit.code));
        }
        Ok(Self { entries, until, content })
    }
}

/// The entries before `size` that speak of what is in the pack: of its audit, systems, scope items, documents and records; those
/// in whose light all others are read; and those that enrol the machines' keys, by which signatures are checked, and the keys of the people
/// who signed statements. That a
/// document was in a pack for another audit is nothing this auditor is told.
/// `db` has the tables, `from` the ledger that they are made of.
pub(super) fn about(db: &Connection, from: &Connection, content: &Content, size: u64) -> Result<Vec<u64>> {
    let systems = content.systems.iter().map(|system| system.id.0);
    let items = content.items.iter().map(|item| item.id().uuid());
    let subjects = std::iter::once(content.audit.id.0)
        .chain(systems)
        .chain(items)
        .chain(content.scope.iter().map(|item| item.id.0));
    let others = of_other_packs(db, &content.audit)?;
    let mut found = workspace::entries_about(db, subjects, size)?;
    found.retain(|seq| !others.contains(seq));
    found.extend(workspace::framing(db, size)?);
    found.extend(workspace::enrolments(db, size)?);
    found.extend(deciding::on_controls(db, content.items.iter().map(PackItem::id), size)?);
    found.extend(stating::people(db, from, content.items.iter().map(PackItem::id), &content.audit.editions, size)?);
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// The entries by which packs for other audits were issued.
pub(super) fn of_other_packs(db: &Connection, audit: &Audit) -> Result<BTreeSet<u64>> {
    let others = queries::list(db)?.into_iter().filter(|pack| pack.audit != audit.id);
    Ok(others.map(|pack| pack.seq).collect())
}

/// For which day a pack holds, and what was known.
#[derive(Debug, Clone, Copy)]
pub(super) struct When {
    /// How many entries were recorded.
    pub(super) until: u64,
    /// The day for which it holds.
    pub(super) day: Day,
    /// By the end of which day they were recorded; none where all there were count.
    pub(super) recorded: Option<Day>,
    /// When it was made, where that day was still to come.
    pub(super) foretold: Option<Day>,
    /// The form of its pages.
    pub(super) pages: i64,
}

/// What entries say of an audit that `audit` finds: the content of its pack. What is about audits is always read, since an audit planned today may ask for a day before it was planned. `read` says whether
/// entries are missing.
///
/// # Errors
/// What makes of the entries no history that can be read.
pub(super) fn content<B: AsRef<[u8]>>(
    projector: Projector,
    entries: &[(u64, B)],
    When { until, day, recorded, foretold, pages }: When,
    (audit, read): (impl FnOnce(&Connection) -> Result<Audit>, Read),
    tell: Tell<'_>,
) -> Result<Content> {
    let mut before: Vec<(u64, &[u8])> = Vec::with_capacity(entries.len());
    for (seq, bytes) in entries.iter().map(|(seq, bytes)| (seq, bytes.as_ref())) {
        if *seq < until || ledger::room_of(Entry::parse(bytes)?.event()) == Some("audit") {
            before.push((*seq, bytes));
        }
    }
    let db = read_alone(projector, &before, day, read, tell)?;
    let mut content = select::select(&db, audit(&db)?, day, recorded, pages)?;
    content.foretold = foretold;
    content.history = history::history(&db, projector, entries, &content.items)?;
    if let Some(recorded) = recorded {
        content.notes.insert(0, recorded_by(recorded, until, &content));
    }
    if let Some(made) = foretold {
        content.notes.insert(0, Caveat::Foretold { made, day });
    }
    Ok(content)
}

/// What somebody should know first of a pack: what was known, as its entries tell it, and what it withholds; and what was `chosen`
/// from the tables.
pub(super) fn notes(content: &Content, chosen: Vec<Caveat>) -> Vec<Caveat> {
    let of_entries =
        |note: &&Caveat| matches!(note, Caveat::Foretold { .. } | Caveat::RecordedBy { .. } | Caveat::Withheld { .. });
    content.notes.iter().filter(of_entries).cloned().chain(chosen).collect()
}

/// What was known, and what was recorded later about what is in the pack: pages that it might change do not say it.
fn recorded_by(recorded: Day, until: u64, content: &Content) -> Caveat {
    let about = |entry: &&Entered| entry.seq >= until && !entry.items.is_empty() && !entry.kind.starts_with("pack.");
    let later = || content.history.iter().filter(about);
    Caveat::RecordedBy { recorded, later: later().count(), first: later().take(NAMED).map(RecordedLater::of).collect() }
}
