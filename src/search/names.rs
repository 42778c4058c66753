//! By what a query finds something, and what codes and titles say of it.

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
/// A record's kind counts like a word of its name, behind all that have the words in their names.
pub(super) fn names(items: &Items, told: &Told, query: &Query, mut say: impl FnMut(usize, Said)) {
    let (wanted, unwanted) = (told.masks(&query.wanted), told.masks(&query.unwanted));
    let keys: Vec<String> = query.wanted.iter().map(Term::key).collect();
    let never: Vec<String> = query.unwanted.iter().map(Term::key).collect();
    let all_words: Vec<&str> = query.wanted.iter().map(|term| term.words.as_str()).collect();
    let whole = if all_words.is_empty() { String::new() } else { format!(" {}", all_words.join(" ")) };
    let full = (1u32 << keys.len()) - 1;
    for (item, names) in items.names().enumerate() {
        let kind = told.kind(item);
        if unwanted[kind] != 0 || never.iter().any(|key| names.contains(key.as_str())) {
            say(item, Said::Never);
            continue;
        }
        let mask =
            keys.iter().enumerate().fold(0, |mask, (n, key)| mask | u32::from(names.contains(key.as_str())) << n);
        if mask == full {
            let (by, order) = weigh(names, &keys, &whole);
            say(item, Said::All(by, order));
        } else if mask | wanted[kind] == full {
            say(item, Said::All(By::Kind, keys.len() - mask.count_ones() as usize));
        } else if mask | wanted[kind] != 0 {
            say(item, Said::Some(mask | wanted[kind]));
        }
    }
}

/// How well a name fits that has all words.
fn weigh(names: &str, keys: &[String], whole: &str) -> (By, usize) {
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

fn has_whole(names: &str, whole: &str) -> bool {
    names.match_indices(whole).any(|(at, _)| names[at + whole.len()..].starts_with(' '))
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
