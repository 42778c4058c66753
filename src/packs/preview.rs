//! What a pack would hold and what to look at before it is handed over, without writing it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::caveats::Caveat;
use super::content::Content;
use super::entries::Told;
use super::item::{PackItem, What};
use super::pagesform::PAGES;
use super::{build, entries, queries, select, stating, withheld};
use crate::audits::Audit;
use crate::coverage::Summary;
use crate::day::{Day, Overdue};
use crate::error::Result;
use crate::extract::Unsearchable;
use crate::workspace::Workspace;

/// A pack before it is built.
#[derive(Debug, Serialize, TS)]
pub struct Contents {
    /// Name of its top folder.
    pub name: String,
    /// The day for which it holds.
    pub day: Day,
    /// What lies under `documents/`.
    pub documents: Part,
    /// What lies under `records/`.
    pub records: Part,
    /// How many files lie under `approvals/`: statements, their signatures and the keys.
    pub approvals: usize,
    /// How many files the pack would have under its `data/`, with its pages and what proves them.
    pub files: usize,
    /// How many files there would be in one pack for each standard: a file cited for two counts twice.
    pub without_overlap: usize,
    /// One per audited edition, in the audit's order.
    pub indexes: Vec<Index>,
    /// What to look at before handing it over.
    pub warnings: Vec<PackWarning>,
    /// What an auditor should know before opening anything.
    pub notes: Vec<Caveat>,
    /// The pack issued last, for any audit: name and day.
    pub last: Option<(String, Day)>,
}

/// One folder of a pack.
#[derive(Debug, Default, Serialize, TS)]
pub struct Part {
    /// How many documents or records.
    pub items: usize,
    /// Files, each once.
    pub files: usize,
    /// Bytes of all these files.
    pub size: u64,
}

/// What a pack holds for one standard.
#[derive(Debug, Serialize, TS)]
pub struct Index {
    /// As “9001:2015”.
    pub edition: String,
    /// Files cited for it.
    pub files: usize,
    /// How many of its clauses are covered, partly covered or gaps.
    pub summary: Summary,
}

/// Something to look at before a pack is handed over. It stops nothing.
#[derive(Debug, Serialize, TS)]
pub struct PackWarning {
    /// `overdue`, `unclear`, `expired`, `locked` or `unreadable`.
    pub code: &'static str,
    /// Codes of the documents and records.
    pub items: Vec<String>,
}

/// What was chosen for a pack from the tables, the same as [`super::build()`] chooses.
pub struct Chosen(Content);

/// Chooses what a pack for `audit` would hold, from tables that stand on `day` and hold what was `recorded` by the end of that
/// day, or all there is.
pub fn choose(db: &Connection, audit: Audit, day: Day, recorded: Option<Day>) -> Result<Chosen> {
    Ok(Chosen(select::select(db, audit, day, recorded, PAGES)?))
}

/// The pages that a pack would have, each with its path below `data/`.
///
/// # Errors
/// `pack_not_provable`.
pub fn pages(workspace: &Workspace, chosen: &mut Chosen) -> Result<Vec<(String, Vec<u8>)>> {
    chosen.0.foretold = Some(workspace.today()?).filter(|today| *today < chosen.0.day);
    let size = workspace.head()?.size;
    let Told { content, .. } = Told::of(workspace, &chosen.0, size, &|_, _| Ok(()))?;
    super::pages::pages(&content, &workspace.origin())
}

/// What a pack would hold and say.
///
/// # Errors
/// `pack_not_provable`.
pub fn preview(workspace: &Workspace, chosen: Chosen) -> Result<Contents> {
    let Chosen(mut chosen) = chosen;
    chosen.foretold = Some(workspace.today()?).filter(|today| *today < chosen.day);
    let last = queries::list(workspace.db())?.pop().map(|p| (p.name, p.day));
    let size = workspace.head()?.size;
    let Told { content, entries: told, .. } = Told::of(workspace, &chosen, size, &|_, _| Ok(()))?;
    let day = content.day;
    let part = |kind: &str| {
        let mut part = Part::default();
        for item in content.items.iter().filter(|i| i.kind() == kind) {
            part.items += 1;
            part.files += item.files.len();
            part.size += item.files.iter().map(|f| f.filed.size).sum::<u64>();
        }
        part
    };
    let cites = |edition: &str| -> usize {
        let cited = |i: &&PackItem| i.mappings.iter().any(|m| m.reference.edition_id().to_string() == edition);
        content.items.iter().filter(cited).map(|i| i.files.len()).sum()
    };
    let indexes: Vec<Index> = content
        .coverage
        .iter()
        .map(|c| Index { edition: c.edition.clone(), files: cites(&c.edition), summary: c.summary })
        .collect();
    let mut warnings = Vec::new();
    let mut warn = |code: &'static str, hit: &dyn Fn(&PackItem) -> bool| {
        let items: Vec<String> = content.items.iter().filter(|i| hit(i)).map(|i| i.code().to_owned()).collect();
        if !items.is_empty() {
            warnings.push(PackWarning { code, items });
        }
    };
    let due = |item: &PackItem, wanted: Overdue| match &item.what {
        What::Document(d, _) => d.next_review.is_some_and(|due| due.overdue(day) == wanted),
        What::Record(_) => false,
    };
    warn("overdue", &|i| due(i, Overdue::Yes));
    warn("unclear", &|i| due(i, Overdue::ByOneReading));
    warn("expired", &|i| matches!(&i.what, What::Record(r) if r.valid_until.is_some_and(|until| until < day)));
    let problem = |i: &PackItem, locked: bool| {
        i.files.iter().any(|f| f.filed.problem.is_some_and(|p| (p == Unsearchable::Locked) == locked))
    };
    let approvals = stating::files(&content, &workspace.origin())?.len();
    let (documents, records) = (part("document"), part("record"));
    let proofs = proofs(workspace, &content, size)? + usize::from(withheld::any(&told));
    let files = documents.files + records.files + approvals + super::pages::page_names().len() + proofs;
    warn("locked", &|i| problem(i, true));
    warn("unreadable", &|i| problem(i, false));
    Ok(Contents {
        documents,
        records,
        approvals,
        files,
        without_overlap: indexes.iter().map(|i| i.files).sum(),
        indexes,
        warnings,
        notes: entries::notes(&content, chosen.notes),
        name: content.name,
        day,
        last,
    })
}

/// How many files under `ledger/` a pack has that is built now: those of every pack, and those that prove earlier states.
fn proofs(workspace: &Workspace, content: &Content, size: u64) -> Result<usize> {
    let packs = queries::list(workspace.db())?;
    let same = |last: &&queries::Pack| {
        let of_it = (last.audit, &last.name, last.day, last.recorded);
        of_it == (content.audit.id, &content.name, content.day, content.recorded) && last.seq + 1 == size
    };
    // The same pack again has what it had.
    let again = packs.last().filter(same);
    let size = again.map_or(size, |last| last.ledger_size);
    let before = again.map_or(!packs.is_empty(), |last| last.previous.is_some());
    let earlier = !build::earlier(workspace.db(), size)?.is_empty();
    Ok(5 + 2 * usize::from(before) + usize::from(earlier))
}
