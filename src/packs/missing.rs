//! What a pack leaves out, where the workspace's own ledger is at hand: the entries about what is in it, and what belongs in it.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::differing::Whose;
use super::item::PackItem;
use super::{entries, pages, pagesform, select, withheld};
use crate::audits;
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::ledger::{self, Entry};
use crate::workspace::{self, Projector, Tell, replay_first};

/// What was looked for, and what of it a pack does not hold.
#[derive(Debug, Default)]
pub struct Missing {
    /// How many entries of the ledger are about what is in the pack.
    pub entries: usize,
    /// Of how many documents and records.
    pub items: usize,
    /// Those that it does not hold: the place, and what happened to what.
    pub left_out: Vec<(u64, String)>,
    /// Codes of documents and records that belong in it and are not there.
    pub without: Vec<String>,
    /// The same of a pack by another program, which may have chosen otherwise.
    pub besides: Vec<String>,
    /// Entries that it withholds though they hold no path of a disk, or says something else of.
    pub kept_back: Vec<(u64, String)>,
}

/// The entries that a pack holds.
#[derive(Debug, Default)]
pub struct Held {
    /// The places of all.
    pub places: BTreeSet<u64>,
    /// Of those that it withholds, which contents they are said to file.
    pub withheld: BTreeMap<u64, Vec<String>>,
}

/// The documents and records in a pack.
#[derive(Debug)]
pub enum There {
    /// By its entries.
    Read(Vec<ItemId>),
    /// By the codes in its lists: of the first forms, whose entries alone are no history.
    Listed(Vec<String>),
}

/// Looks in a ledger, whose first entries are proven to be those of the pack's, for those that are not among `held`. `there` are
/// the documents and records in the pack, where that can be read.
///
/// # Errors
/// `not_found` where that ledger has no such audit.
pub fn missing(
    from: &Connection,
    projector: Projector,
    whose: &Whose,
    held: &Held,
    there: Option<&There>,
    tell: Tell<'_>,
) -> Result<Missing> {
    let all = replay_first(from, whose.size, whose.day, projector, tell)?;
    let audit = audits::by_code(&all.db, &whose.audit)?;
    let then = if whose.until < whose.size {
        Some(replay_first(from, whose.until, whose.day, projector, tell)?)
    } else {
        None
    };
    let pages = pagesform::number(&whose.form);
    let tables = then.as_ref().map_or(&all.db, |then| &then.db);
    let chosen = select::select(tables, audit, whose.day, whose.recorded, pages)?;
    let mut expected: BTreeSet<u64> = BTreeSet::new();
    let (mut found, mut things) = (Missing::default(), BTreeSet::new());
    // Another program may choose otherwise; what is about something in the pack belongs to it whoever made it.
    if whose.form == pages::form() {
        expected.extend(entries::about(&all.db, from, &chosen, whose.size)?);
        things.extend(chosen.items.iter().map(PackItem::id));
    }
    if let Some(there) = there {
        let ids: Vec<ItemId> = match there {
            There::Read(ids) => ids.clone(),
            There::Listed(codes) => codes.iter().filter_map(|code| items::find(&all.db, code).ok()).collect(),
        };
        if whose.withheld.is_empty() {
            let without =
                chosen.items.iter().filter(|item| !ids.contains(&item.id())).map(|item| item.code().to_owned());
            let list = if whose.form == pages::form() { &mut found.without } else { &mut found.besides };
            list.extend(without);
        }
        let about = workspace::entries_about(&all.db, ids.iter().map(|item| item.uuid()), whose.size)?;
        let others = entries::of_other_packs(&all.db, &chosen.audit)?;
        expected.extend(about.into_iter().filter(|seq| !others.contains(seq)));
        things.extend(ids);
    }
    (found.entries, found.items) = (expected.len(), things.len());
    let told = |bytes: &[u8]| -> Result<String> {
        let entry = Entry::parse(bytes)?;
        let kind = ledger::kind_of(entry.event()).unwrap_or_default();
        let about = (projector.read)(entry.event())?.about(&all.db).unwrap_or_default();
        Ok(format!("{kind} {about}").trim().to_owned())
    };
    for seq in expected.difference(&held.places) {
        let Some(bytes) = ledger::entry_bytes(from, *seq)? else { continue };
        found.left_out.push((*seq, told(&bytes)?));
    }
    for (seq, files) in &held.withheld {
        let Some(bytes) = ledger::entry_bytes(from, *seq)? else { continue };
        // Programs that made earlier pages withheld what somebody had typed as well.
        if withheld::may_be(&bytes, whose.form != pages::form()).as_ref() != Some(files) {
            found.kept_back.push((*seq, told(&bytes)?));
        }
    }
    Ok(found)
}
