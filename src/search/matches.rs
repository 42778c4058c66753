//! What a query finds, in order: every document and record once, by the best it was found by.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rusqlite::Connection;

use super::cache::TextCache;
use super::names::{By, Said, names};
use super::narrow::narrow;
use super::query::{Query, Term};
use super::shelf::Shelf;
use crate::day::Day;
use crate::error::Result;
use crate::ids::RevisionId;
use crate::items::ItemId;
use crate::mapping;
use crate::standards::catalogue;
use crate::systems;

/// A document or record that was found.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub(super) item: ItemId,
    pub(super) by: By,
    /// The content that holds the words, by its id in the cache.
    pub(super) content: Option<i64>,
    pub(super) revision: Option<RevisionId>,
}

/// So many passages are weighed against each other.
const RANKED: usize = 5_000;

/// Everything that a query finds, in the order in which it is shown. `text` is the query as it was typed.
pub(super) fn matches(
    db: &Connection,
    cache: &TextCache,
    shelf: &Shelf,
    text: &str,
    query: &Query,
) -> Result<Vec<Match>> {
    let items = shelf.items(db)?;
    let mut search = Search { db, cache, shelf, query, through: items.there(), found: Found::of(items.len()) };
    for (there, only) in &query.narrowed {
        let let_through = narrow(db, shelf, only)?;
        search.through.iter_mut().zip(let_through).for_each(|(through, lets)| *through &= lets == *there);
    }
    let mut partial = vec![0; items.len()];
    let told = shelf.told(db)?;
    names(items, told, shelf.files(db)?, query, |item, said| match said {
        Said::All(by, order) => search.found.add(item, by, order, None),
        Said::Some(mask) => partial[item] = mask,
        Said::Never => search.through[item] = false,
    });
    if query.narrowed.is_empty() && query.unwanted.is_empty() {
        // The whole query may be a clause: then what is mapped to it is meant as well.
        if let Ok(reference) = catalogue().reference(text.trim(), &systems::editions_held(db)?) {
            for (order, link) in mapping::by_clause(db, &reference)?.into_iter().enumerate() {
                if let Some(item) = items.place(link.item.uuid()) {
                    search.found.add(item as usize, By::Clause, order, None);
                }
            }
        }
    }
    let unwanted = search.unwanted()?;
    if !query.wanted.is_empty() {
        search.passages()?;
        search.mixed(&partial, &unwanted)?;
    }
    let Search { through, found, .. } = search;
    // Of equals documents come first, those whose code does; then records, the newest of a series before the others.
    let last = |item: usize| match items.ids[item] {
        ItemId::Document(_) => (0, Reverse(None)),
        ItemId::Record(_) => (1, Reverse(told.day(item))),
    };
    let mut order: Vec<_> = (found.best.into_iter().enumerate())
        .filter(|(item, _)| through[*item])
        .filter_map(|(item, best)| best.map(|(by, order)| (by, order, last(item), items.rank(item))))
        .collect();
    order.sort_unstable();
    let shown = |(by, _, _, rank): (By, usize, (u8, Reverse<Option<Day>>), u32)| {
        let item = items.at_rank(rank);
        let (content, revision) = found.holds[item].map_or((None, None), |held| (Some(held.content), held.revision));
        Match { item: items.ids[item], by, content, revision }
    };
    Ok(order.into_iter().map(shown).collect())
}

/// What was found so far, by the place of each item.
struct Found {
    /// The best way in which it was found, and its place among those found by the same.
    best: Vec<Option<(By, usize)>>,
    /// The best content that holds words, however it was found.
    holds: Vec<Option<Held>>,
}

#[derive(Clone, Copy)]
struct Held {
    rank: (By, usize),
    content: i64,
    revision: Option<RevisionId>,
}

impl Found {
    fn of(items: usize) -> Self {
        Self { best: vec![None; items], holds: vec![None; items] }
    }

    fn add(&mut self, item: usize, by: By, order: usize, held: Option<(i64, Option<RevisionId>)>) {
        let rank = (by, order);
        let best = &mut self.best[item];
        if best.is_none_or(|known| rank < known) {
            *best = Some(rank);
        }
        if let Some((content, revision)) = held {
            let holds = &mut self.holds[item];
            if holds.is_none_or(|known| rank < known.rank) {
                *holds = Some(Held { rank, content, revision });
            }
        }
    }
}

struct Search<'s> {
    db: &'s Connection,
    cache: &'s TextCache,
    shelf: &'s Shelf,
    query: &'s Query,
    /// Which items the operators and the words that must not be there let through.
    through: Vec<bool>,
    found: Found,
}

impl Search<'_> {
    /// The contents with a word that must not be there. What holds one in the files it stands with is not let through.
    fn unwanted(&mut self) -> Result<Vec<i64>> {
        if self.query.unwanted.is_empty() {
            return Ok(Vec::new());
        }
        let any = self.query.unwanted.iter().map(Term::expression).collect::<Vec<_>>().join(" OR ");
        let contents = self.cache.matching(&any, 0)?;
        self.shelf.each_holder(self.db, self.cache, &contents, |_, holder| {
            self.through[holder.item as usize] &= holder.earlier;
        })?;
        Ok(contents)
    }

    /// What holds all words in one of its files.
    fn passages(&mut self) -> Result<()> {
        let contents = self.cache.matching(&expression(self.query), RANKED)?;
        self.shelf.each_holder(self.db, self.cache, &contents, |place, holder| {
            let by = if holder.earlier { By::Earlier } else { By::Passage };
            self.found.add(holder.item as usize, by, place, Some((contents[place], holder.revision)));
        })
    }

    /// What has some words in its name and the others in a file. `partial` says which words each name has.
    fn mixed(&mut self, partial: &[u32], unwanted: &[i64]) -> Result<()> {
        let masks: BTreeSet<u32> = partial
            .iter()
            .zip(&self.through)
            .filter(|(mask, through)| **mask != 0 && **through)
            .map(|(m, _)| *m)
            .collect();
        let mut known: Vec<Option<Vec<i64>>> = vec![None; self.query.wanted.len()];
        for mask in masks {
            let mut contents: Option<Vec<i64>> = None;
            for (n, term) in self.query.wanted.iter().enumerate().filter(|(n, _)| mask & (1 << n) == 0) {
                if contents.as_ref().is_some_and(Vec::is_empty) {
                    break;
                }
                let with = match known[n].take() {
                    Some(with) => with,
                    None => self.cache.matching(&term.expression(), 0)?,
                };
                contents = Some(match contents {
                    Some(contents) => kept(contents, &with, true),
                    None => with.clone(),
                });
                known[n] = Some(with);
            }
            let contents = kept(contents.unwrap_or_default(), unwanted, false);
            let order = self.query.wanted.len() - mask.count_ones() as usize;
            self.shelf.each_holder(self.db, self.cache, &contents, |place, holder| {
                if partial[holder.item as usize] == mask && !holder.earlier {
                    let held = Some((contents[place], holder.revision));
                    self.found.add(holder.item as usize, By::Both, order, held);
                }
            })?;
        }
        Ok(())
    }
}

/// What is also in another list, or is not; both are in order.
fn kept(mut list: Vec<i64>, other: &[i64], both: bool) -> Vec<i64> {
    let mut at = 0;
    list.retain(|id| {
        while other.get(at).is_some_and(|o| o < id) {
            at += 1;
        }
        (other.get(at) == Some(id)) == both
    });
    list
}

/// What is asked of the index of words.
fn expression(query: &Query) -> String {
    let all = query.wanted.iter().map(Term::expression).collect::<Vec<_>>().join(" AND ");
    match query.unwanted.as_slice() {
        [] => all,
        unwanted => {
            let any = unwanted.iter().map(Term::expression).collect::<Vec<_>>().join(" OR ");
            format!("({all}) NOT ({any})")
        }
    }
}
