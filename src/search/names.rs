//! By what a query finds something, and what codes and titles say of it.

use super::files::FileNames;
use super::items::Items;
use super::query::{Query, Term};
use super::told::Told;

/// By what something was found, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// The query is its code or title.
    Name,
    /// Its title has the words in this order, or its code begins with them.
    InOrder,
    /// Its title and code have all words.
    Words,
    /// Its kind has them, or those that its name has not.
    Kind,
    /// It is mapped to the clause that the query names.
    Clause,
    /// The name of one of its files has them, or those that its own has not.
    File,
    /// Some words stand in its title, the others in its file.
    Both,
    /// They stand in its file.
    Passage,
    /// They stand in a file of another revision than the one it stands with.
    Earlier,
}

/// What a name says.
pub(super) enum Said {
    /// It has all words: by what, and in which order among those found by the same.
    All(By, usize),
    /// It has some of them: a bit for each.
    Some(u32),
    /// It has a word that must not be there.
    Never,
}

/// Hands on what names say that say anything. Where there are no words, only operators, each says all.
/// A record's kind counts like a word of its name, behind all that have the words in their names; so do the names of files.
pub(super) fn names(items: &Items, told: &Told, files: &FileNames, query: &Query, mut say: impl FnMut(usize, Said)) {
    let (wanted, unwanted) = (told.masks(&query.wanted), told.masks(&query.unwanted));
    let (of_files, not_of_files) = (files.masks(items.len(), &query.wanted), files.masks(items.len(), &query.unwanted));
    let keys: Vec<Vec<String>> = query.wanted.iter().map(Term::keys).collect();
    let never: Vec<String> = query.unwanted.iter().flat_map(Term::keys).collect();
    let all_words: Vec<&str> = query.wanted.iter().map(|term| term.words.as_str()).collect();
    let whole = if all_words.is_empty() { String::new() } else { format!(" {}", all_words.join(" ")) };
    let full = (1u32 << keys.len()) - 1;
    for (item, names) in items.names().enumerate() {
        let kind = told.kind(item);
        if unwanted[kind] | not_of_files[item] != 0 || never.iter().any(|key| names.contains(key.as_str())) {
            say(item, Said::Never);
            continue;
        }
        let mask = keys.iter().enumerate().fold(0, |mask, (n, keys)| mask | u32::from(has_any(names, keys)) << n);
        if mask == full {
            let (by, order) = weigh(names, &keys, &whole);
            say(item, Said::All(by, order));
        } else if mask | wanted[kind] == full {
            say(item, Said::All(By::Kind, keys.len() - mask.count_ones() as usize));
        } else if mask | wanted[kind] | of_files[item] == full {
            say(item, Said::All(By::File, (full & !of_files[item]).count_ones() as usize));
        } else if mask | wanted[kind] | of_files[item] != 0 {
            say(item, Said::Some(mask | wanted[kind] | of_files[item]));
        }
    }
}

/// How well a name fits that has all words.
fn weigh(names: &str, keys: &[Vec<String>], whole: &str) -> (By, usize) {
    let (code, title) = names.split_once('|').unwrap_or_default();
    let by = if !whole.is_empty() && (code.trim_end() == whole || title.trim_end() == whole) {
        By::Name
    } else if in_order(title, keys) || code.starts_with(whole) {
        By::InOrder
    } else {
        By::Words
    };
    // Words as they stand come before beginnings of words, what begins with them before what has them later.
    let later = usize::from(!has_whole(names, whole)) * 2 + usize::from(!title.starts_with(whole));
    // Where only operators are given, the order of codes is kept.
    (by, if keys.is_empty() { 0 } else { later * 100_000 + title.len() })
}

fn has_any(names: &str, keys: &[String]) -> bool {
    keys.iter().any(|key| names.contains(key.as_str()))
}

fn has_whole(names: &str, whole: &str) -> bool {
    names.match_indices(whole).any(|(at, _)| names[at + whole.len()..].starts_with(' '))
}

/// Whether words stand one behind the other.
fn in_order(title: &str, keys: &[Vec<String>]) -> bool {
    let mut rest = title;
    let first = |rest: &str, keys: &[String]| {
        let found = keys.iter().filter_map(|key| rest.find(key.as_str()).map(|at| (at, key.clone())));
        found.min_by_key(|(at, _)| *at)
    };
    keys.iter().all(|keys| match first(rest, keys) {
        Some((at, key)) => {
            // The blank behind a whole word is the one before the next.
            rest = &rest[at + key.trim_end().len()..];
            true
        }
        None => false,
    })
}
