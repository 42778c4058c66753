//! A column that a table has more, or no more: it is one change, not one of every row.

use std::collections::HashMap;
use std::ops::Range;

use super::align::{Part, parts};
use super::pairing::{Pairs, Side};

/// The number of what parts two cells.
const CELL: u32 = 0;

/// The columns that were put in or taken out.
pub(super) struct Columns(HashMap<(usize, usize), Column>);

/// A column that one text alone has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// The first row of its table in the later text.
    pub(super) table: usize,
    at: usize,
    added: bool,
}

impl Columns {
    pub(super) fn of(pairs: &Pairs, old: &Side, new: &Side) -> Self {
        let mut out = HashMap::new();
        let mut rows: Vec<(usize, usize)> = Vec::new();
        let mut last: Option<usize> = None;
        for b in 0..=pairs.of_new.len() {
            let pair = pairs.of_new.get(b).copied().flatten().filter(|pair| !pair.moved && new.is_row(b));
            if pair.is_none() && pairs.of_new.get(b).is_some() && new.is_row(b) {
                continue;
            }
            if let Some(pair) = pair {
                let wide = width(new.words(b)) as isize - width(old.words(pair.other)) as isize;
                let goes_on = last.is_none_or(|was| (was..pair.other).all(|at| old.is_row(at)));
                if wide.abs() == 1 && goes_on {
                    rows.push((pair.other, b));
                    last = Some(pair.other);
                    continue;
                }
            }
            table(&std::mem::take(&mut rows), old, new, &mut out);
            last = None;
        }
        Self(out)
    }

    pub(super) fn of_row(&self, a: usize, b: usize) -> Option<Column> {
        self.0.get(&(a, b)).copied()
    }
}

/// Which column the rows of a table have more or less: the one without which most of the other cells are the same.
fn table(rows: &[(usize, usize)], old: &Side, new: &Side, out: &mut HashMap<(usize, usize), Column>) {
    for added in [true, false] {
        let fits = |(a, b): &&(usize, usize)| (width(new.words(*b)) > width(old.words(*a))) == added;
        let rows: Vec<&(usize, usize)> = rows.iter().filter(fits).collect();
        let Some((_, first)) = rows.first().filter(|_| rows.len() > 1) else { continue };
        let wide = |(a, b): &(usize, usize)| if added { new.words(*b) } else { old.words(*a) };
        let most = rows.iter().map(|row| width(wide(row))).max().unwrap_or_default();
        let same = |at: usize| -> usize {
            let of = |row: &&&(usize, usize)| {
                let (narrow, wide) =
                    if added { (old.words(row.0), new.words(row.1)) } else { (new.words(row.1), old.words(row.0)) };
                let mut left = cells(wide);
                if at < left.len() {
                    left.remove(at);
                }
                left.into_iter().zip(cells(narrow)).filter(|(a, b)| wide[a.clone()] == narrow[b.clone()]).count()
            };
            rows.iter().map(|row| of(&row)).sum()
        };
        let best = (0..most).max_by_key(|at| (same(*at), *at)).unwrap_or_default();
        for (a, b) in rows.iter().copied() {
            out.insert((*a, *b), Column { table: *first, at: best, added });
        }
    }
}

impl Column {
    /// The parts of a row, cell by cell; and whether nothing but the column is otherwise in it.
    pub(super) fn parts(self, before: &[u32], now: &[u32]) -> (Vec<Part>, bool) {
        let (narrow, wide) = if self.added { (before, now) } else { (now, before) };
        let (mut out, mut alone) = (Vec::new(), true);
        let mut narrows = cells(narrow).into_iter();
        let mut add = |same: bool, from: Range<usize>, to: Range<usize>| {
            let (old, new) = if self.added { (from, to) } else { (to, from) };
            if !old.is_empty() || !new.is_empty() {
                out.push(Part { same, old, new });
            }
        };
        for (n, cell) in cells(wide).into_iter().enumerate() {
            let behind = narrows.as_slice().first().map_or(narrow.len(), |next| next.start);
            if n == self.at {
                let (from, to) = if n > 0 { (cell.start - 1, cell.end) } else { (0, (cell.end + 1).min(wide.len())) };
                add(false, behind.saturating_sub(1)..behind.saturating_sub(1), from..to);
                continue;
            }
            let other = narrows.next().unwrap_or(narrow.len()..narrow.len());
            if other.start > 0 && cell.start > 0 && !(self.at == 0 && n == 1) {
                add(true, other.start - 1..other.start, cell.start - 1..cell.start);
            }
            for part in parts(&narrow[other.clone()], &wide[cell.clone()]) {
                alone &= part.same;
                let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
                add(part.same, shift(part.old, other.start), shift(part.new, cell.start));
            }
        }
        (out, alone)
    }
}

fn width(words: &[u32]) -> usize {
    1 + words.iter().filter(|word| **word == CELL).count()
}

/// Where the cells of a row are.
fn cells(words: &[u32]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, _) in words.iter().enumerate().filter(|(_, word)| **word == CELL) {
        out.push(from..at);
        from = at + 1;
    }
    out.push(from..words.len());
    out
}
