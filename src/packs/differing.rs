//! What stands in a pack held against what its entries say: files of evidence, what the bag says, lists row by row.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::columns::{Column, From, columns};
use super::content::Content;
use super::{pages, pagesform, stating};
use crate::day::{Day, Zone};
use crate::digest::Digest;
use crate::error::{Error, Result};
use crate::ledger::{Entry, kind_of};

/// What a pack says it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whose {
    /// Code of the audit.
    pub audit: String,
    /// The day for which it holds.
    pub day: Day,
    /// How many entries were recorded when it holds.
    pub until: u64,
    /// By the end of which day they were recorded, as it says.
    pub recorded: Option<Day>,
    /// On which day it was made, where it says that the one for which it holds was still to come.
    pub foretold: Option<Day>,
    /// The name under which the workspace signs.
    pub origin: String,
    /// How many entries its ledger has.
    pub size: u64,
    /// By what its pages were made.
    pub form: String,
    /// What the bag says of it: the organisation, what it is, and its folder's name.
    pub says: [String; 3],
    /// The places of entries that are withheld.
    pub withheld: Vec<u64>,
    /// Every file below `data/`, with its SHA-256.
    pub files: BTreeMap<String, Digest>,
}

/// What a pack holds, as far as its pages can be compared.
pub struct Given<'a> {
    /// What it says it is.
    pub whose: &'a Whose,
    /// Its entries with their places, in order.
    pub entries: &'a [(u64, &'a [u8])],
    /// The lists' bytes, by their paths below `data/`.
    pub lists: &'a BTreeMap<&'a str, &'a [u8]>,
}

/// What came of comparing them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Again {
    /// How many pages are what the entries say, byte by byte or column by column.
    pub pages: usize,
    /// How many files stand where the entries say.
    pub files: usize,
    /// What differs, the first of it.
    pub differs: Vec<PageDiffers>,
    /// How much more differs.
    pub more: u64,
    /// Pages that this program makes otherwise and cannot compare.
    pub not_compared: Vec<String>,
    /// Pages, or what of them, that only withheld entries say.
    pub withheld: Vec<String>,
}

/// One difference between a page and the entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageDiffers {
    /// The page or file.
    pub page: String,
    /// The row's first cell, where it is a list.
    pub row: String,
    /// The column.
    pub column: String,
    /// What the page says; empty where it says nothing.
    pub shown: String,
    /// What the entries say; likewise.
    pub entries: String,
}

/// So many differences are told one by one.
const TOLD: usize = 200;

impl Again {
    /// How much differs so far.
    pub(super) fn found(&self) -> u64 {
        self.differs.len() as u64 + self.more
    }

    pub(super) fn differs(&mut self, page: &str, row: &str, column: &str, shown: &str, entries: &str) {
        if self.differs.len() < TOLD {
            let [page, row, column, shown, entries] = [page, row, column, shown, entries].map(str::to_owned);
            self.differs.push(PageDiffers { page, row, column, shown, entries });
        } else {
            self.more += 1;
        }
    }
}

/// Since this form of pages packs hold statements.
const STATED: i64 = 3;

/// Every file of evidence and every statement stands where the entries say, and no other; `unshown` says which places are nobody's to compare.
pub(super) fn evidence(
    again: &mut Again,
    content: &Content,
    given: &Given<'_>,
    unshown: impl Fn(&str) -> bool,
) -> Result<()> {
    let mut expected: BTreeMap<&str, Digest> = BTreeMap::new();
    let stated = stating::files(content, &given.whose.origin)?;
    // Programs of the first pages left them out.
    let stated = if pagesform::number(&given.whose.form) >= STATED { stated } else { Vec::new() };
    for (place, bytes) in &stated {
        expected.insert(place, Digest::of(bytes));
    }
    for file in content.items.iter().flat_map(|item| &item.files) {
        expected.insert(&file.place, file.filed.digest);
    }
    let folders = ["documents/", "records/", "approvals/"];
    let evidence = |path: &&String| folders.iter().any(|folder| path.starts_with(folder));
    let others = given.whose.files.keys().filter(evidence).filter(|path| !expected.contains_key(path.as_str()));
    for path in others.filter(|path| !unshown(path)) {
        again.differs(path, "", "", &given.whose.files[path].to_string(), "");
    }
    for (path, digest) in &expected {
        match given.whose.files.get(*path) {
            Some(there) if there == digest => again.files += 1,
            _ if unshown(path) => {}
            there => {
                let shown = there.map(ToString::to_string).unwrap_or_default();
                again.differs(path, "", "", &shown, &digest.to_string());
            }
        }
    }
    Ok(())
}

/// A day in milliseconds.
const DAY: i64 = 86_400_000;

/// Where a pack says by which day everything in it was recorded, its entries stand on that side of it. Clocks and time zones
/// differ by a day; where a person said that a clock was wrong, its day is none.
pub(super) fn known(again: &mut Again, given: &Given<'_>) -> Result<()> {
    foretold(again, given)?;
    let Some(recorded) = given.whose.recorded else { return Ok(()) };
    let mut others = Vec::new();
    for (seq, bytes) in given.entries {
        let entry = Entry::parse(bytes)?;
        let kind = kind_of(entry.event()).unwrap_or_default();
        if kind == "ledger.day_said" {
            return Ok(());
        }
        let [before, day, after] = [-DAY, 0, DAY].map(|apart| Zone::UTC.day(entry.said_at.saturating_add(apart)));
        let other = if *seq < given.whose.until { before > recorded } else { after <= recorded };
        if other {
            others.push((seq.to_string(), day.to_string()));
        }
    }
    if let Some((seq, day)) = others.first() {
        let more = if others.len() > 1 { format!(", and {} more", others.len() - 1) } else { String::new() };
        again.differs("bag-info.txt", seq, "Recorded-On", &recorded.to_string(), &format!("{day}{more}"));
    }
    Ok(())
}

/// A pack that was made before its day says so, and no entry in it is of a later day than that on which it was made.
fn foretold(again: &mut Again, given: &Given<'_>) -> Result<()> {
    let Some(made) = given.whose.foretold else { return Ok(()) };
    let mut last = if made < given.whose.day { None } else { Some(given.whose.day) };
    for (_, bytes) in given.entries {
        let entry = Entry::parse(bytes)?;
        if kind_of(entry.event()).unwrap_or_default() == "ledger.day_said" {
            return Ok(());
        }
        let day = Zone::UTC.day(entry.said_at.saturating_sub(DAY));
        last = last.max(Some(day).filter(|day| *day > made));
    }
    if let Some(day) = last {
        again.differs("bag-info.txt", "", "Foretold-On", &made.to_string(), &day.to_string());
    }
    Ok(())
}

/// What the bag says of the pack.
pub(super) fn says(again: &mut Again, content: &Content, given: &Given<'_>) {
    for (tag, shown, entries) in [
        ("Source-Organization", &given.whose.says[0], content.organisation.clone()),
        ("External-Description", &given.whose.says[1], pages::description(content)),
        ("Pack-Folder", &given.whose.says[2], content.name.clone()),
    ] {
        // The first programs whose pages can be made again named the folder without what was known.
        let earlier = tag == "Pack-Folder" && given.whose.until < given.whose.size && content.recorded.is_none();
        // A tag is one line.
        let entries = entries.split_whitespace().collect::<Vec<_>>().join(" ");
        if *shown != entries && !earlier {
            again.differs("bag-info.txt", "", tag, shown, &entries);
        }
    }
}

/// The header and the rows of a list.
pub(super) type Cells = (Vec<String>, Vec<Vec<String>>);

pub(super) fn cells(bytes: &[u8]) -> Result<Cells> {
    let fail = |e: csv::Error| Error::internal(format_args!("CSV: {e}"));
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let owned =
        |record: &csv::ByteRecord| record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    let header = owned(reader.byte_headers().map_err(fail)?);
    let rows = reader.byte_records().map(|row| Ok(owned(&row.map_err(fail)?))).collect::<Result<_>>()?;
    Ok((header, rows))
}

/// The codes of the documents and records that a pack's lists name.
pub fn codes_in(lists: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let codes = |name: &str| {
        let rows = lists.get(name).and_then(|bytes| cells(bytes).ok()).map(|(_, rows)| rows).unwrap_or_default();
        rows.into_iter().filter_map(|row| row.into_iter().next())
    };
    codes("documents.csv").chain(codes("records.csv")).collect()
}

/// Compares two lists by the columns that both have, and of pages made in another way by those that entries alone say;
/// without those that are `unshown`.
pub(super) fn rows(
    again: &mut Again,
    list: &str,
    (their_head, theirs): Cells,
    (our_head, ours): Cells,
    all: bool,
    unshown: impl Fn(&Column) -> bool,
) {
    let page = format!("{list}.csv");
    let mut compared: Vec<(usize, usize, &str)> = Vec::new();
    for (our, column) in columns(list).enumerate().filter(|(_, column)| !unshown(column)) {
        let their = their_head.iter().position(|name| *name == column.name);
        match their {
            Some(their) if all || column.from == From::Entries => compared.push((their, our, &column.name)),
            None if all => again.differs(&page, "", &column.name, "", &column.name),
            _ => again.not_compared.push(format!("{page}: {}", column.name)),
        }
    }
    let known: BTreeSet<&String> = our_head.iter().collect();
    for extra in their_head.iter().filter(|name| !known.contains(name)) {
        if all {
            again.differs(&page, "", extra, extra, "");
        } else {
            again.not_compared.push(format!("{page}: {extra}"));
        }
    }
    let cell = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let name = |row: &[String]| row.iter().take(2).cloned().collect::<Vec<_>>().join(" ");
    if theirs.len() == ours.len() {
        for (their, our) in theirs.iter().zip(&ours) {
            for (at, place, column) in &compared {
                let (shown, entries) = (cell(their, *at), cell(our, *place));
                if shown != entries {
                    again.differs(&page, &name(our), column, &shown, &entries);
                }
            }
        }
        return;
    }
    let key = |row: &[String], ours: bool| -> Vec<String> {
        compared.iter().map(|(their, our, _)| cell(row, if ours { *our } else { *their })).collect()
    };
    let (said, made): (BTreeSet<_>, BTreeSet<_>) =
        (theirs.iter().map(|row| key(row, false)).collect(), ours.iter().map(|row| key(row, true)).collect());
    for row in theirs.iter().filter(|row| !made.contains(&key(row, false))) {
        again.differs(&page, &name(row), "", &row.join(" · "), "");
    }
    for row in ours.iter().filter(|row| !said.contains(&key(row, true))) {
        again.differs(&page, &name(row), "", "", &row.join(" · "));
    }
    if again.found() == 0 {
        // A row that is there more often than the entries say.
        again.differs(&page, "", "", &theirs.len().to_string(), &ours.len().to_string());
    }
}
