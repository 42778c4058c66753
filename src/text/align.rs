//! What is the same in two lists, in order. Bounded in time and memory whatever they hold: long parts are cut where
//! something stands exactly once in both, as `patience` does, and what nothing cuts is taken as anew.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The most pairs of places that are looked at in one part.
const STEPS: usize = 16_000_000;

/// The same of all parts together.
const ALL_STEPS: usize = 400_000_000;

/// A part of two lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// It is the same in both.
    pub(super) same: bool,
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// The parts of two lists, in order; those that differ have one that is the same between them.
pub(super) fn parts<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<Part> {
    parts_within(old, new, (STEPS, ALL_STEPS))
}

/// The same with so many pairs of places looked at in one part, and in all, at most.
pub(super) fn parts_within<T: Eq + Hash>(old: &[T], new: &[T], (most, all): (usize, usize)) -> Vec<Part> {
    let mut known: HashMap<&T, u32> = HashMap::new();
    let mut number = |list: &'_ mut dyn Iterator<Item = _>| -> Vec<u32> {
        list.map(|item| {
            let next = known.len() as u32;
            *known.entry(item).or_insert(next)
        })
        .collect()
    };
    let (old, new) = (number(&mut old.iter()), number(&mut new.iter()));
    let mut work = Work { out: Vec::new(), most, left: all };
    work.part(&old, &new, (0, 0));
    work.out
}

struct Work {
    out: Vec<Part>,
    most: usize,
    left: usize,
}

impl Work {
    fn part(&mut self, old: &[u32], new: &[u32], (at_old, at_new): (usize, usize)) {
        let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        self.add(true, at_old..at_old + start, at_new..at_new + start);
        let (old, new, at_old, at_new) = (&old[start..], &new[start..], at_old + start, at_new + start);
        let end = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
        let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
        self.middle(old, new, (at_old, at_new));
        let (at_old, at_new) = (at_old + old.len(), at_new + new.len());
        self.add(true, at_old..at_old + end, at_new..at_new + end);
    }

    fn middle(&mut self, old: &[u32], new: &[u32], (at_old, at_new): (usize, usize)) {
        // A few among many take as long as many among many.
        let steps = if old.is_empty() || new.is_empty() { 0 } else { (old.len() + new.len()).saturating_pow(2) / 4 };
        if steps > 0 && steps <= self.most.min(self.left) {
            self.left -= steps;
            for op in capture_diff_slices(Algorithm::Myers, old, new) {
                let (from, to) = (op.old_range(), op.new_range());
                let shift = |range: Range<usize>, by: usize| range.start + by..range.end + by;
                self.add(matches!(op, DiffOp::Equal { .. }), shift(from, at_old), shift(to, at_new));
            }
            return;
        }
        let anchors = if steps > 0 { anchors(old, new) } else { Vec::new() };
        if anchors.is_empty() {
            self.add(false, at_old..at_old + old.len(), at_new..at_new + new.len());
            return;
        }
        let (mut from, mut to) = (0, 0);
        for (a, b) in anchors {
            // What is the same behind the anchor before may have reached beyond this one.
            if a >= from && b >= to {
                self.part(&old[from..a], &new[to..b], (at_old + from, at_new + to));
                self.add(true, at_old + a..at_old + a + 1, at_new + b..at_new + b + 1);
                (from, to) = (a + 1, b + 1);
            }
        }
        self.part(&old[from..], &new[to..], (at_old + from, at_new + to));
    }

    /// Adds a part behind the others, joined with the last where it goes on alike.
    fn add(&mut self, same: bool, old: Range<usize>, new: Range<usize>) {
        if old.is_empty() && new.is_empty() {
            return;
        }
        match self.out.last_mut() {
            Some(last) if last.same == same => (last.old.end, last.new.end) = (old.end, new.end),
            _ => self.out.push(Part { same, old, new }),
        }
    }
}

/// Where something stands that is there exactly once in both, as many as keep their order.
fn anchors(old: &[u32], new: &[u32]) -> Vec<(usize, usize)> {
    let mut places: HashMap<u32, (u32, usize, u32, usize)> = HashMap::new();
    for (at, item) in old.iter().enumerate() {
        let known = places.entry(*item).or_default();
        (known.0, known.1) = (known.0 + 1, at);
    }
    for (at, item) in new.iter().enumerate() {
        if let Some(known) = places.get_mut(item) {
            (known.2, known.3) = (known.2 + 1, at);
        }
    }
    let once = places.into_values().filter(|(a, _, b, _)| *a == 1 && *b == 1);
    let mut pairs: Vec<(usize, usize)> = once.map(|(_, a, _, b)| (a, b)).collect();
    pairs.sort_unstable();
    rising(&pairs)
}

/// The longest row of pairs, ordered by their first, in which the second rises.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (n, (_, second)) in pairs.iter().enumerate() {
        let at = ends.partition_point(|end| pairs[*end].1 < *second);
        before.push(at.checked_sub(1).map(|last| ends[last]));
        if at == ends.len() {
            ends.push(n);
        } else {
            ends[at] = n;
        }
    }
    let mut out = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(n) = next {
        out.push(pairs[n]);
        next = before[n];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_each_other_and_what_is_same_is_same() {
        let lists: [(&[u32], &[u32]); 5] =
            [(&[1, 2, 3], &[1, 3]), (&[], &[1]), (&[1], &[]), (&[1, 2, 1, 2], &[2, 1, 2, 1]), (&[], &[])];
        for (old, new) in lists {
            let (mut from, mut to) = (0, 0);
            for part in parts(old, new) {
                assert_eq!((part.old.start, part.new.start), (from, to));
                (from, to) = (part.old.end, part.new.end);
                assert!(!part.same || old[part.old.clone()] == new[part.new.clone()]);
            }
            assert_eq!((from, to), (old.len(), new.len()), "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_change_at_either_end_of_a_long_list_leaves_the_rest_as_it_was() {
        let mut old: Vec<u32> = (0..60_000).collect();
        let new = old.clone();
        old[0] = 70_000;
        old[30_000] = 70_001;
        old[59_999] = 70_002;
        let anew: usize = parts(&old, &new).iter().filter(|part| !part.same).map(|part| part.new.len()).sum();
        assert_eq!(anew, 3);
    }
}
