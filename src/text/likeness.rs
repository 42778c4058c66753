//! How alike two texts are, by the words that stand next to each other: a sketch of fixed size for finding, the words
//! themselves for saying. Both take time by the length of the texts, and a sketch no more memory than it has marks.

use std::collections::{BTreeSet, HashMap};
use std::ops::ControlFlow;

use super::tokens::each_word;

/// So many marks are kept of a text; how alike two are is known to about a tenth.
const MARKS: usize = 128;

/// So many words next to each other make a mark.
const TOGETHER: usize = 3;

/// With fewer marks two texts are alike by chance: a heading and a date.
const FEW: usize = 12;

/// A mark that more texts have than this says nothing: it is what a template prints on all of them.
const COMMON: usize = 64;

/// So many texts are looked at closer.
const CLOSER: usize = 8;

/// The smallest marks of a text, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sketch(Vec<u32>);

/// Spreads what a word or a few together say over all numbers, the same in every build and on every machine.
fn spread(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

fn of_word(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Sketch {
    /// The sketch of a text; empty where it has fewer words than stand together in a mark.
    pub fn of(text: &str) -> Self {
        let mut kept: BTreeSet<u32> = BTreeSet::new();
        let mut last = [0_u64; TOGETHER];
        let mut words = 0_usize;
        let _ = each_word(text, |word, _| {
            last.rotate_left(1);
            last[TOGETHER - 1] = of_word(word);
            words += 1;
            if words >= TOGETHER {
                let together = last.iter().fold(0, |hash, word| spread(hash ^ word).wrapping_add(*word));
                let mark = (spread(together) >> 32) as u32;
                if kept.len() < MARKS || kept.last().is_some_and(|largest| mark < *largest) {
                    kept.insert(mark);
                    if kept.len() > MARKS {
                        kept.pop_last();
                    }
                }
            }
            ControlFlow::Continue(())
        });
        Self(kept.into_iter().collect())
    }

    /// As it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|mark| mark.to_le_bytes()).collect()
    }

    /// From what was kept; whatever is no sketch is an empty one.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let marks: Vec<u32> = bytes.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let sound = bytes.len().is_multiple_of(4) && marks.len() <= MARKS && marks.is_sorted_by(|a, b| a < b);
        if sound { Self(marks) } else { Self::default() }
    }

    /// Whether the text has too few words to be told from others by them.
    pub fn says_little(&self) -> bool {
        self.0.len() < FEW
    }

    /// The estimated share of what stands in both among all that stands in either, from 0 to 1.
    pub fn likeness(&self, other: &Self) -> f32 {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let (mut all, mut both) = (0_usize, 0_usize);
        // Beyond the shorter of two full sketches nobody knows what the other one left out.
        while all < MARKS {
            match (a.peek(), b.peek()) {
                (Some(x), Some(y)) if x == y => {
                    both += 1;
                    a.next();
                    b.next();
                }
                (Some(x), other) if other.is_none_or(|y| x < y) => drop(a.next()),
                (_, Some(_)) => drop(b.next()),
                _ => break,
            }
            all += 1;
        }
        if all == 0 { 0.0 } else { both as f32 / all as f32 }
    }
}

/// Sketches by their marks: which of many texts is like one is found without comparing it with each.
#[derive(Debug)]
pub struct Sketches<K> {
    all: Vec<(K, Sketch)>,
    by_mark: HashMap<u32, Vec<u32>>,
}

impl<K> Default for Sketches<K> {
    fn default() -> Self {
        Self { all: Vec::new(), by_mark: HashMap::new() }
    }
}

impl<K> Sketches<K> {
    /// Adds a text; an empty sketch is like none.
    pub fn add(&mut self, key: K, sketch: Sketch) {
        let place = self.all.len() as u32;
        for mark in &sketch.0 {
            let holders = self.by_mark.entry(*mark).or_default();
            // One more than counts says that it does not.
            if holders.len() <= COMMON {
                holders.push(place);
            }
        }
        self.all.push((key, sketch));
    }

    /// Those that are most like a text, the likest first, with the estimate.
    pub fn like(&self, sketch: &Sketch) -> Vec<(&K, f32)> {
        let mut shared: HashMap<u32, usize> = HashMap::new();
        let marks = sketch.0.iter().filter_map(|mark| self.by_mark.get(mark)).filter(|holders| holders.len() <= COMMON);
        for place in marks.flatten() {
            *shared.entry(*place).or_default() += 1;
        }
        let mut found: Vec<(u32, usize)> = shared.into_iter().collect();
        found.sort_unstable_by_key(|(place, shared)| (std::cmp::Reverse(*shared), *place));
        let near = found.into_iter().take(CLOSER).filter_map(|(place, _)| self.all.get(place as usize));
        let mut near: Vec<(&K, f32)> = near.map(|(key, other)| (key, sketch.likeness(other))).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1));
        near
    }
}

/// How many of a hundred words two texts have in common, each counted as often as both have it; rounded down, so that only
/// the same words are a hundred.
pub fn same_words(one: &str, other: &str) -> u8 {
    let mut left: HashMap<u64, isize> = HashMap::new();
    let mut all = 0_usize;
    let mut count = |text: &str, by: isize, both: &mut usize| {
        let _ = each_word(text, |word, _| {
            all += 1;
            let there = left.entry(of_word(word)).or_default();
            *both += usize::from(by < 0 && *there > 0);
            *there += by;
            ControlFlow::Continue(())
        });
    };
    let mut both = 0;
    count(one, 1, &mut both);
    count(other, -1, &mut both);
    (200 * both).checked_div(all).unwrap_or_default() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: std::ops::Range<usize>) -> String {
        words.map(|n| format!("word{n}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_sketch_tells_how_much_of_two_texts_is_the_same() {
        let whole = text(0..2000);
        assert!((Sketch::of(&whole).likeness(&Sketch::of(&whole)) - 1.0).abs() < f32::EPSILON);
        assert!(Sketch::of(&whole).likeness(&Sketch::of(&text(5000..7000))) < 0.02, "nothing is the same");
        let half = Sketch::of(&whole).likeness(&Sketch::of(&text(667..2667)));
        assert!((0.35..0.65).contains(&half), "half of what stands in either stands in both: {half}");
        assert!(Sketch::of("only a few words").says_little() && !Sketch::of(&whole).says_little());
    }

    #[test]
    fn a_sketch_is_kept_and_read_again_and_damage_is_no_sketch() {
        let sketch = Sketch::of(&text(0..500));
        assert_eq!(Sketch::from_bytes(&sketch.to_bytes()), sketch);
        assert_eq!(Sketch::from_bytes(&[1, 2, 3]), Sketch::default(), "half a mark");
        assert_eq!(Sketch::from_bytes(&[2, 0, 0, 0, 1, 0, 0, 0]), Sketch::default(), "out of order");
    }

    #[test]
    fn the_likest_of_many_is_found_though_all_have_the_same_frame() {
        let frame = text(9000..9040);
        let mut all = Sketches::default();
        for n in 0..300 {
            all.add(n, Sketch::of(&format!("{frame} {}", text(n * 400..n * 400 + 300))));
        }
        let edited = format!("{frame} {} new words at the end", text(120 * 400 + 20..120 * 400 + 300));
        assert_eq!(all.like(&Sketch::of(&edited)).first().map(|(key, _)| **key), Some(120));
        assert_eq!(all.like(&Sketch::of("something else altogether, never said")), []);
    }

    #[test]
    fn words_in_common_are_counted_as_often_as_both_have_them() {
        assert_eq!(same_words("The same. Words!", "the SAME words"), 100);
        assert_eq!(same_words("one two three four", "one two five six"), 50);
        assert_eq!(same_words("one one one", "one"), 50);
        assert_eq!(same_words("", ""), 0);
    }
}
