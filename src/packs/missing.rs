//! What a pack leaves out, where the workspace's own ledger is at hand: the entries about what is in it, and what belongs in it.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::differing::Whose;
use super::item::PackItem;
use super::{entries, pages, select};
use crate::audits;
use crate::error::Result;
use crate::items::ItemId;
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
}

/// Looks in a ledger, whose first entries are proven to be those of the pack's, for those that are not among `held`. `there` are
/// the documents and records in the pack by its own entries, where these can be read.
///
/// # Errors
/// `not_found` where that ledger has no such audit.
pub fn missing(
    from: &Connection,
    projector: Projector,
    whose: &Whose,
    held: &BTreeSet<u64>,
    there: Option<&[ItemId]>,
    tell: Tell<'_>,
) -> Result<Missing> {
    let all = replay_first(from, whose.size, whose.day, projector, tell)?;
    let audit = audits::by_code(&all.db, &whose.audit)?;
    let then = if whose.until < whose.size {
        Some(replay_first(from, whose.until, whose.day, projector, tell)?)
    } else {
        None
    };
    let chosen = select::select(then.as_ref().map_or(&all.db, |then| &then.db), audit, whose.day, whose.recorded)?;
    let mut expected: BTreeSet<u64> = BTreeSet::new();
    let (mut found, mut things) = (Missing::default(), BTreeSet::new());
    // Another program may choose otherwise; what is about something in the pack belongs to it whoever made it.
    if whose.form == pages::form() {
        expected.extend(entries::about(&all.db, from, &chosen, whose.size)?);
        things.extend(chosen.items.iter().map(PackItem::id));
    }
    if let Some(there) = there {
        if whose.withheld.is_empty() {
            let without = chosen.items.iter().filter(|item| things.contains(&item.id()) && !there.contains(&item.id()));
            found.without = without.map(|item| item.code().to_owned()).collect();
        }
        let about = workspace::entries_about(&all.db, there.iter().map(|item| item.uuid()), whose.size)?;
        let others = entries::of_other_packs(&all.db, &chosen.audit)?;
        expected.extend(about.into_iter().filter(|seq| !others.contains(seq)));
        things.extend(there);
    }
    (found.entries, found.items) = (expected.len(), things.len());
    for seq in expected.difference(held) {
        let Some(bytes) = ledger::entry_bytes(from, *seq)? else { continue };
        let entry = Entry::parse(&bytes)?;
        let kind = ledger::kind_of(entry.event()).unwrap_or_default();
        let about = (projector.read)(entry.event())?.about(&all.db).unwrap_or_default();
        found.left_out.push((*seq, format!("{kind} {about}").trim().to_owned()));
    }
    Ok(found)
}
