//! Which records a new one is like.

use rusqlite::Connection;

use crate::error::Result;
use crate::reading::stem;
use crate::records::{self, Filter, Record, Sort};
use crate::text::fold;
use crate::words::month_in_full;

/// How many records are compared; of a longer series the count stops there.
const MOST: usize = 500;

/// Records whose titles differ only in numbers and months belong to one series: how many there are that a file with
/// this title or name would belong to, and the newest.
pub(super) fn series_of(db: &Connection, title: &str, name: &str) -> Result<Option<(usize, Record)>> {
    let wanted = [common(title), common(&stem(name))];
    let longest = wanted.iter().flat_map(|w| w.split(' ')).max_by_key(|w| w.len()).unwrap_or_default().to_owned();
    if longest.len() < 4 {
        return Ok(None);
    }
    let filter = Filter { text: Some(longest), ..Filter::default() };
    let page = records::list(db, &filter, Sort::Filed, None, MOST)?;
    let alike = |r: &Record| wanted.iter().any(|w| !w.is_empty() && common(&r.title) == *w);
    let mut same: Vec<Record> = page.rows.into_iter().filter(alike).collect();
    let count = same.len();
    Ok(same.pop().map(|newest| (count, newest)))
}

/// What the titles of a series have in common: their words without numbers and months.
fn common(title: &str) -> String {
    let title = fold(title);
    let words = title.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 2 && month_in_full(w).is_none());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_months_do_not_part_a_series() {
        for other in ["Protokoll Mai 2026", "Protokoll 12. September 2026", "protokoll_2026-03", "Protokoll, May 2026"]
        {
            assert_eq!(common(other), "protokoll", "{other}");
        }
        assert_ne!(common("Protokoll Mayer"), "protokoll", "a name that begins like a month is none");
    }
}
