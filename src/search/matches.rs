//! What a query finds, in order: every document and record once, by the best it was found by.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;
use rusqlite::types::FromSql;

use super::cache::TextCache;
use super::narrow::narrow;
use super::owners::{not_current, owners};
use super::query::{Query, Term};
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::{DocumentId, RecordId, RevisionId};
use crate::items::ItemId;
use crate::mapping;
use crate::standards::catalogue;
use crate::systems;

/// By what something was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// The query is its code or title.
    Name,
    /// Its title has the words in this order, or its code begins with them.
    InOrder,
    /// Its title and code have all words.
    Words,
    /// It is mapped to the clause that the query names.
    Clause,
    /// Some words stand in its title, the others in its file.
    Both,
    /// They stand in its file.
    Passage,
    /// They stand in a file of another revision than the one it stands with.
    Earlier,
}

/// A document or record that was found.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub(super) item: ItemId,
    pub(super) by: By,
    /// Among those found by the same: length of the title, or place among the passages.
    order: usize,
    /// The content that holds the words, by its id in the cache and its digest.
    pub(super) content: Option<(i64, Digest)>,
    pub(super) revision: Option<RevisionId>,
}

/// So many passages are weighed against each other.
const RANKED: usize = 5_000;

/// Everything that a query finds, in the order in which it is shown. `text` is the query as it was typed.
pub(super) fn matches(db: &Connection, cache: &TextCache, text: &str, query: &Query) -> Result<Vec<Match>> {
    let allowed: Vec<(bool, HashSet<ItemId>)> =
        query.narrowed.iter().map(|(there, only)| Ok((*there, narrow(db, only)?))).collect::<Result<_>>()?;
    let mut found = Matches { by_item: HashMap::new(), order: Vec::new() };
    let Names { full, partial, excluded } = names(db, query)?;
    for (item, by, length) in full {
        found.add(Match { item, by, order: length, content: None, revision: None });
    }
    if query.narrowed.is_empty() && query.unwanted.is_empty() {
        // The whole query may be a clause: then what is mapped to it is meant as well.
        if let Ok(reference) = catalogue().reference(text.trim(), &systems::editions_held(db)?) {
            for (order, link) in mapping::by_clause(db, &reference)?.into_iter().enumerate() {
                found.add(Match { item: link.item, by: By::Clause, order, content: None, revision: None });
            }
        }
    }
    if !query.wanted.is_empty() {
        passages(db, cache, query, &mut found)?;
        mixed(db, cache, query, partial, &mut found)?;
    }
    let unwanted = without(db, cache, query)?;
    let through = |item: &ItemId| {
        !excluded.contains(item)
            && !unwanted.contains(item)
            && allowed.iter().all(|(there, items)| items.contains(item) == *there)
    };
    let Matches { by_item, order } = found;
    let mut out: Vec<Match> =
        order.iter().filter(|item| through(item)).filter_map(|i| by_item.get(i).cloned()).collect();
    // It is stable: of equals those come first whose code does, or that were found first.
    out.sort_by_key(|m| (m.by, m.order));
    Ok(out)
}

/// What was found so far.
struct Matches {
    by_item: HashMap<ItemId, Match>,
    /// The items as they came.
    order: Vec<ItemId>,
}

impl Matches {
    /// Keeps the best way in which something was found, and a content that holds the words however it was found.
    fn add(&mut self, new: Match) {
        match self.by_item.get_mut(&new.item) {
            None => {
                self.order.push(new.item);
                self.by_item.insert(new.item, new);
            }
            Some(known) => {
                let better = (new.by, new.order) < (known.by, known.order);
                let (kept, other) = if better { (new, known.clone()) } else { (known.clone(), new) };
                let holds = if kept.content.is_some() {
                    (kept.content, kept.revision)
                } else {
                    (other.content, other.revision)
                };
                *known = Match { content: holds.0, revision: holds.1, ..kept };
            }
        }
    }
}

/// What codes and titles say.
struct Names {
    /// Those with all words, with the length of what they are found by.
    full: Vec<(ItemId, By, usize)>,
    /// Those with some of them: a bit for each.
    partial: Vec<(ItemId, u32)>,
    /// Those with a word that must not be there.
    excluded: HashSet<ItemId>,
}

/// Ordered by an index that holds what is asked, so that no row is read.
fn names_sql(table: &str, keys: usize) -> String {
    let any = (1..=keys).map(|n| format!("instr(names, ?{n})")).collect::<Vec<_>>().join(" OR ");
    let condition = if keys == 0 { String::from("1") } else { any };
    format!("SELECT id, names FROM {table} WHERE {condition} ORDER BY names")
}

fn names(db: &Connection, query: &Query) -> Result<Names> {
    let mut names = Names { full: Vec::new(), partial: Vec::new(), excluded: HashSet::new() };
    // Only operators: everything they let through is found.
    names_in::<DocumentId>(db, "document", ItemId::Document, query, &mut names)?;
    names_in::<RecordId>(db, "record", ItemId::Record, query, &mut names)?;
    Ok(names)
}

fn names_in<Id: FromSql>(
    db: &Connection,
    table: &str,
    of: fn(Id) -> ItemId,
    query: &Query,
    out: &mut Names,
) -> Result<()> {
    let keys: Vec<String> = query.wanted.iter().map(Term::key).collect();
    let never: Vec<String> = query.unwanted.iter().map(Term::key).collect();
    let all = keys.iter().chain(if keys.is_empty() { &[][..] } else { &never });
    let mut statement = db.prepare_cached(&names_sql(table, all.clone().count()))?;
    let mut rows = statement.query(rusqlite::params_from_iter(all))?;
    let all_words: Vec<&str> = query.wanted.iter().map(|term| term.words.as_str()).collect();
    let whole = if all_words.is_empty() { String::new() } else { format!(" {}", all_words.join(" ")) };
    let full = (1u32 << keys.len()) - 1;
    while let Some(row) = rows.next()? {
        let names = row.get_ref(1)?.as_str().unwrap_or_default();
        let item = of(row.get(0)?);
        if never.iter().any(|key| names.contains(key.as_str())) {
            out.excluded.insert(item);
            continue;
        }
        let mask =
            keys.iter().enumerate().fold(0, |mask, (n, key)| mask | u32::from(names.contains(key.as_str())) << n);
        if mask != full {
            out.partial.push((item, mask));
            continue;
        }
        let (code, title) = names.split_once('|').unwrap_or_default();
        let by = if !whole.is_empty() && (code.trim_end() == whole || title.trim_end() == whole) {
            By::Name
        } else if in_order(title, &keys) || code.starts_with(&whole) {
            By::InOrder
        } else {
            By::Words
        };
        // Words as they stand come before beginnings of words, what begins with them before what has them later.
        let later = usize::from(!names.contains(&format!("{whole} "))) * 2 + usize::from(!title.starts_with(&whole));
        // Where only operators are given, the order of codes is kept.
        let order = if keys.is_empty() { 0 } else { later * 100_000 + title.len() };
        out.full.push((item, by, order));
    }
    Ok(())
}

/// Whether words stand one behind the other.
fn in_order(title: &str, keys: &[String]) -> bool {
    let mut rest = title;
    keys.iter().all(|key| match rest.find(key.as_str()) {
        Some(at) => {
            // The blank behind a whole word is the one before the next.
            rest = &rest[at + key.trim_end().len()..];
            true
        }
        None => false,
    })
}

fn expression<'t>(wanted: impl Iterator<Item = &'t Term>, unwanted: &[Term]) -> String {
    let all = wanted.map(Term::expression).collect::<Vec<_>>().join(" AND ");
    match unwanted {
        [] => all,
        _ => format!("({all}) NOT ({})", unwanted.iter().map(Term::expression).collect::<Vec<_>>().join(" OR ")),
    }
}

/// What holds all words in one of its files.
fn passages(db: &Connection, cache: &TextCache, query: &Query, found: &mut Matches) -> Result<()> {
    let contents = cache.matching(&expression(query.wanted.iter(), &query.unwanted), RANKED)?;
    let owned = owners(db, contents.iter().map(|(_, digest)| digest))?;
    let earlier = not_current(db, &owned)?;
    for o in owned {
        let old = matches!((o.item, o.revision), (ItemId::Document(id), Some(r)) if earlier.contains(&(id, r)));
        let by = if old { By::Earlier } else { By::Passage };
        let content = contents.get(o.content).copied();
        found.add(Match { item: o.item, by, order: o.content, content, revision: o.revision });
    }
    Ok(())
}

/// What has some words in its name and the others in a file.
fn mixed(
    db: &Connection,
    cache: &TextCache,
    query: &Query,
    partial: Vec<(ItemId, u32)>,
    found: &mut Matches,
) -> Result<()> {
    let mut by_mask: HashMap<u32, HashSet<ItemId>> = HashMap::new();
    for (item, mask) in partial {
        if mask != 0 {
            by_mask.entry(mask).or_default().insert(item);
        }
    }
    for (mask, items) in by_mask {
        let missing = query.wanted.iter().enumerate().filter(|(n, _)| mask & (1 << n) == 0).map(|(_, term)| term);
        let contents = cache.matching(&expression(missing, &query.unwanted), 0)?;
        let owned = owners(db, contents.iter().map(|(_, digest)| digest))?;
        let earlier = not_current(db, &owned)?;
        for o in owned.into_iter().filter(|o| items.contains(&o.item)) {
            if matches!((o.item, o.revision), (ItemId::Document(id), Some(r)) if earlier.contains(&(id, r))) {
                continue;
            }
            let content = contents.get(o.content).copied();
            let order = query.wanted.len() - mask.count_ones() as usize;
            found.add(Match { item: o.item, by: By::Both, order, content, revision: o.revision });
        }
    }
    Ok(())
}

/// What holds, in the files it stands with, a word that must not be there.
fn without(db: &Connection, cache: &TextCache, query: &Query) -> Result<HashSet<ItemId>> {
    if query.unwanted.is_empty() {
        return Ok(HashSet::new());
    }
    let any = query.unwanted.iter().map(Term::expression).collect::<Vec<_>>().join(" OR ");
    let contents = cache.matching(&any, 0)?;
    let owned = owners(db, contents.iter().map(|(_, digest)| digest))?;
    let earlier = not_current(db, &owned)?;
    let stands = |o: &super::owners::Owned| match (o.item, o.revision) {
        (ItemId::Document(id), Some(revision)) => !earlier.contains(&(id, revision)),
        _ => true,
    };
    Ok(owned.into_iter().filter(stands).map(|o| o.item).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At 100,000 documents a row looked up for every name costs a third of a second.
    #[test]
    fn names_are_looked_for_in_an_index_alone() {
        let db = Connection::open_in_memory().unwrap();
        db.execute_batch(include_str!("../../schema/projections/documents.sql")).unwrap();
        db.execute_batch(include_str!("../../schema/projections/records.sql")).unwrap();
        for table in ["document", "record"] {
            let explain = format!("EXPLAIN QUERY PLAN {}", names_sql(table, 2));
            let plan: Vec<String> =
                db.prepare(&explain).unwrap().query_map(["a", "b"], |r| r.get(3)).unwrap().flatten().collect();
            assert_eq!(plan.len(), 1, "{plan:?}");
            assert!(plan[0].contains("USING COVERING INDEX"), "{plan:?}");
        }
    }
}
