//! The pages of a pack, made again where a stranger's pack can do no harm: what is asked and answered goes as bytes to a child of
//! the program, which has so much memory and time and no more.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::items::ItemId;
use crate::packs::{self, Again, Given, Whose};
use crate::workspace::Projector;

/// What comes before the bytes of entries and lists, and how long these are.
#[derive(Serialize, Deserialize)]
struct Head {
    whose: Whose,
    entries: Vec<(u64, usize)>,
    lists: Vec<(String, usize)>,
}

/// What came of it.
#[derive(Debug, Serialize, Deserialize)]
pub enum PagesSaid {
    /// What differs, and which documents and records are in the pack by its entries.
    Compared(Again, Vec<ItemId>),
    /// The entries are no history that can be read, or a list is none.
    Unreadable(String),
}

/// The question as bytes.
///
/// # Errors
/// An internal one where it cannot be written.
pub fn ask_pages<'b>(
    whose: &Whose,
    entries: impl Iterator<Item = (u64, &'b [u8])> + Clone,
    lists: impl Iterator<Item = (&'b str, &'b [u8])> + Clone,
) -> Result<Vec<u8>> {
    let head = Head {
        whose: whose.clone(),
        entries: entries.clone().map(|(seq, bytes)| (seq, bytes.len())).collect(),
        lists: lists.clone().map(|(name, bytes)| (name.to_owned(), bytes.len())).collect(),
    };
    let head = serde_json::to_vec(&head)?;
    let length = entries.clone().map(|(_, bytes)| bytes.len()).chain(lists.clone().map(|(_, bytes)| bytes.len()));
    let mut out = Vec::with_capacity(8 + head.len() + length.sum::<usize>());
    out.extend_from_slice(&(head.len() as u64).to_le_bytes());
    out.extend_from_slice(&head);
    entries.for_each(|(_, bytes)| out.extend_from_slice(bytes));
    lists.for_each(|(_, bytes)| out.extend_from_slice(bytes));
    Ok(out)
}

/// The answer, from its bytes.
///
/// # Errors
/// An internal one where it is none.
pub fn pages_said(bytes: &[u8]) -> Result<PagesSaid> {
    Ok(serde_json::from_slice(bytes)?)
}

/// Answers such a question, in the child.
pub(super) fn answer_pages(bytes: &[u8], projector: Projector) -> Vec<u8> {
    let said = compare(bytes, projector).unwrap_or_else(|e| PagesSaid::Unreadable(e.to_string()));
    serde_json::to_vec(&said).unwrap_or_default()
}

fn compare(bytes: &[u8], projector: Projector) -> Result<PagesSaid> {
    let none = || Error::internal("no question about a pack");
    let (length, rest) = bytes.split_first_chunk::<8>().ok_or_else(none)?;
    let (head, mut rest) = rest.split_at_checked(u64::from_le_bytes(*length) as usize).ok_or_else(none)?;
    let Head { whose, entries, lists } = serde_json::from_slice(head)?;
    let mut next = |length: usize| {
        let (bytes, more) = rest.split_at_checked(length).ok_or_else(none)?;
        rest = more;
        Ok::<_, Error>(bytes)
    };
    let entries = entries.iter().map(|(seq, length)| Ok((*seq, next(*length)?))).collect::<Result<Vec<_>>>()?;
    let lists = lists.iter().map(|(name, length)| Ok((name.as_str(), next(*length)?)));
    let lists = lists.collect::<Result<BTreeMap<_, _>>>()?;
    let given = Given { whose: &whose, entries: &entries, lists: &lists };
    let reread = packs::reread(projector, &given, &|_, _| Ok(()))?;
    Ok(PagesSaid::Compared(reread.compare(&given)?, reread.items()))
}
