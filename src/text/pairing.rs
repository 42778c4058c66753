//! Which paragraph of an earlier text is which of a later one: the same, written anew in its place, or moved elsewhere.

use std::collections::HashMap;

use super::align::{Part, parts};
use super::paragraphs::Paragraph;
use super::token::is_word;
use super::words::Numbers;

/// So many words are looked at to find what is most alike in one part, and for what was moved.
const LOOKS: usize = 30_000_000;

/// So many pairs of paragraphs are weighed in one part.
const PAIRS: usize = 4_000_000;

/// A paragraph that is moved has so many words at least: shorter ones stand anywhere.
const MOVED_WORDS: usize = 4;

/// A row of a table has so many, the title of a section any.
const MOVED_ROW: usize = 2;

/// The words of one text as numbers, the same for the same word in both.
pub(super) struct Side {
    words: Vec<Vec<u32>>,
    /// The same in order, to be counted against each other.
    sorted: Vec<Vec<u32>>,
    /// The numbers of sections.
    labels: Vec<Option<String>>,
    rows: Vec<bool>,
    headings: Vec<bool>,
    contents: Vec<bool>,
}

impl Side {
    pub(super) fn of(paragraphs: &[Paragraph<'_>], numbers: &mut Numbers) -> Self {
        let words: Vec<Vec<u32>> =
            paragraphs.iter().map(|p| p.tokens.iter().map(|token| numbers.of(&token.text)).collect()).collect();
        // Signs between words say little of what a paragraph is.
        let sorted = words.iter().zip(paragraphs).map(|(words, p)| {
            let told = words.iter().zip(&p.tokens).filter(|(_, token)| is_word(token));
            let mut sorted: Vec<u32> = told.map(|(word, _)| *word).collect();
            sorted.sort_unstable();
            sorted
        });
        Self {
            sorted: sorted.collect(),
            labels: paragraphs.iter().map(|p| p.label.clone().filter(|_| p.numbered)).collect(),
            rows: paragraphs.iter().map(|p| p.row).collect(),
            headings: paragraphs.iter().map(|p| p.heading).collect(),
            contents: paragraphs.iter().map(|p| p.contents).collect(),
            words,
        }
    }

    /// Which paragraphs are long enough to be moved, and stand once: what is said many times stands anywhere.
    fn once(&self, least: impl Fn(usize) -> usize) -> Vec<bool> {
        let mut counts: HashMap<&[u32], usize> = HashMap::new();
        self.words.iter().for_each(|words| *counts.entry(words).or_default() += 1);
        let alone = |at: usize| counts.get(self.words[at].as_slice()) == Some(&1);
        (0..self.words.len()).map(|at| self.sorted[at].len() >= least(at) && !self.contents[at] && alone(at)).collect()
    }

    /// How many words one has at least that is moved as it was.
    fn least(&self, at: usize) -> usize {
        if self.headings[at] {
            1
        } else if self.rows[at] {
            MOVED_ROW
        } else {
            MOVED_WORDS
        }
    }

    pub(super) fn is_row(&self, at: usize) -> bool {
        self.rows[at]
    }

    pub(super) fn words(&self, at: usize) -> &[u32] {
        &self.words[at]
    }
}

/// The other of a pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    /// Its place in the other text.
    pub(super) other: usize,
    pub(super) moved: bool,
    /// What was moved together has one number.
    pub(super) block: usize,
}

/// The pairs of two texts.
pub(super) struct Pairs {
    pub(super) parts: Vec<Part>,
    pub(super) of_old: Vec<Option<Pair>>,
    pub(super) of_new: Vec<Option<Pair>>,
}

impl Pairs {
    pub(super) fn of(old: &Side, new: &Side) -> Self {
        let parts = parts(&old.words, &new.words);
        let mut pairs = Self { of_old: vec![None; old.words.len()], of_new: vec![None; new.words.len()], parts };
        pairs.moved_as_they_were(old, new);
        pairs.moved_with_others(old, new);
        for part in pairs.parts.clone().iter().filter(|part| !part.same) {
            pairs.written_anew(part, old, new);
        }
        pairs.moved_and_changed(old, new);
        pairs.moved_with_others(old, new);
        pairs.count_blocks();
        pairs.settle(new);
        pairs
    }

    fn pair(&mut self, a: usize, b: usize, moved: bool) {
        self.of_old[a] = Some(Pair { other: b, moved, block: 0 });
        self.of_new[b] = Some(Pair { other: a, moved, block: 0 });
    }

    /// Places of what differs and has no pair yet.
    fn left(&self) -> (Vec<usize>, Vec<usize>) {
        let anew = || self.parts.iter().filter(|part| !part.same);
        (
            anew().flat_map(|part| part.old.clone()).filter(|at| self.of_old[*at].is_none()).collect(),
            anew().flat_map(|part| part.new.clone()).filter(|at| self.of_new[*at].is_none()).collect(),
        )
    }

    fn moved_as_they_were(&mut self, old: &Side, new: &Side) {
        let (gone, come) = self.left();
        let (once, now) = (old.once(|at| old.least(at)), new.once(|at| new.least(at)));
        let places: HashMap<&[u32], usize> =
            gone.into_iter().filter(|at| once[*at]).map(|at| (old.words[at].as_slice(), at)).collect();
        for at in come.into_iter().filter(|at| now[*at]) {
            if let Some(was) = places.get(new.words[at].as_slice()) {
                self.pair(*was, at, true);
            }
        }
    }

    /// What stands beside something that was moved, before and now, went with it, however short it is.
    fn moved_with_others(&mut self, old: &Side, new: &Side) {
        let (gone, come) = self.left();
        let (mut gone, mut come) = (marks(old.words.len(), &gone), marks(new.words.len(), &come));
        for down in [true, false] {
            for n in 0..new.words.len() {
                let b = if down { n } else { new.words.len() - 1 - n };
                let beside = if down { b.checked_sub(1) } else { Some(b + 1) };
                let Some(pair) = beside.and_then(|at| self.of_new.get(at).copied().flatten()).filter(|p| p.moved)
                else {
                    continue;
                };
                let Some(a) = (if down { Some(pair.other + 1) } else { pair.other.checked_sub(1) }) else { continue };
                let free = come[b] && gone.get(a) == Some(&true) && !old.contents[a] && !new.contents[b];
                if free && old.rows[a] == new.rows[b] && old.words[a] == new.words[b] {
                    self.pair(a, b, true);
                    (gone[a], come[b]) = (false, false);
                }
            }
        }
    }

    /// Paragraphs in the place of others: those that are most alike, in order.
    fn written_anew(&mut self, part: &Part, old: &Side, new: &Side) {
        let before: Vec<usize> = part.old.clone().filter(|at| self.of_old[*at].is_none()).collect();
        let after: Vec<usize> = part.new.clone().filter(|at| self.of_new[*at].is_none()).collect();
        let words: usize = after.iter().map(|at| new.sorted[*at].len() + 1).sum::<usize>()
            + before.iter().map(|at| old.sorted[*at].len() + 1).sum::<usize>();
        let alike = |a: usize, b: usize| alike(old, a, new, b);
        let pairs = before.len().saturating_mul(after.len());
        if pairs > PAIRS || words.saturating_mul(before.len().max(after.len())) > LOOKS {
            let mut next = 0;
            for b in after {
                let found = before.iter().enumerate().skip(next).take(8).find(|(_, a)| alike(**a, b) > 0);
                if let Some((place, a)) = found {
                    self.pair(*a, b, false);
                    next = place + 1;
                }
            }
            return;
        }
        for (a, b) in best_in_order(before.len(), after.len(), |a, b| alike(before[a], after[b])) {
            self.pair(before[a], after[b], false);
        }
    }

    /// What is left and yet mostly the same: moved, and changed on the way.
    fn moved_and_changed(&mut self, old: &Side, new: &Side) {
        let (gone, come) = self.left();
        // The cells of a row say more than as many words of a sentence.
        let least = |side: &Side, at: usize| if side.rows[at] { MOVED_WORDS } else { 2 * MOVED_WORDS };
        let (once, now) = (old.once(|at| least(old, at)), new.once(|at| least(new, at)));
        let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
        for at in gone.iter().filter(|at| once[**at]) {
            let mut words = old.sorted[*at].clone();
            words.dedup();
            for word in words {
                holders.entry(word).or_default().push(*at);
            }
        }
        let mut looks = LOOKS;
        for b in come.into_iter().filter(|at| now[*at]) {
            let mut shared: HashMap<usize, usize> = HashMap::new();
            let mut words = new.sorted[b].clone();
            words.dedup();
            for at in
                words.iter().filter_map(|word| holders.get(word)).flatten().filter(|at| self.of_old[**at].is_none())
            {
                *shared.entry(*at).or_default() += 1;
                looks = looks.saturating_sub(1);
            }
            // With two of them nobody can say which it was.
            let mut most = (0, 0, false);
            for (at, count) in shared {
                if count > most.1 {
                    most = (at, count, true);
                } else if count == most.1 {
                    most.2 = false;
                }
            }
            let (a, _, alone) = most;
            if alone && same_of_a_hundred(&old.sorted[a], &new.sorted[b]) >= 70 {
                self.pair(a, b, true);
            }
            if looks == 0 {
                break;
            }
        }
    }

    /// What was moved has changed its order with something that stayed; what has not stands in its place.
    fn settle(&mut self, new: &Side) {
        let weigh = |b: usize| new.sorted[b].len();
        let stayed = |pairs: &Self| -> Vec<(usize, usize)> {
            let same = pairs.parts.iter().filter(|part| part.same);
            let mut all: Vec<(usize, usize)> = same.flat_map(|part| part.old.clone().zip(part.new.clone())).collect();
            let anew = pairs.of_new.iter().enumerate().filter_map(|(b, pair)| pair.map(|pair| (pair, b)));
            all.extend(anew.filter(|(pair, _)| !pair.moved).map(|(pair, b)| (pair.other, b)));
            all.sort_unstable();
            all
        };
        let mut all = stayed(self);
        for b in 0..self.of_new.len() {
            let Some(pair) = self.of_new[b].filter(|pair| pair.moved) else { continue };
            let (one, other) =
                (all.partition_point(|(a, _)| *a < pair.other), all.partition_point(|(_, there)| *there < b));
            let crossed = &all[one.min(other)..one.max(other)];
            if crossed.iter().all(|(_, there)| weigh(*there) == 0) && crossed.is_empty() {
                self.pair(pair.other, b, false);
                all = stayed(self);
            }
        }
    }

    /// Gives those that were moved together one number.
    fn count_blocks(&mut self) {
        let mut block = 0;
        let mut last: Option<(usize, usize)> = None;
        for b in 0..self.of_new.len() {
            let Some(pair) = self.of_new[b].filter(|pair| pair.moved) else { continue };
            if last.is_none_or(|(was, at)| was + 1 != pair.other || at + 1 != b) {
                block += 1;
            }
            last = Some((pair.other, b));
            self.of_new[b] = Some(Pair { block, ..pair });
            self.of_old[pair.other] = Some(Pair { other: b, moved: true, block });
        }
    }
}

/// Which of so many places are named.
fn marks(all: usize, named: &[usize]) -> Vec<bool> {
    let mut out = vec![false; all];
    for at in named {
        out[*at] = true;
    }
    out
}

/// How alike two paragraphs are, of a hundred; nothing where one cannot be the other written anew.
fn alike(old: &Side, a: usize, new: &Side, b: usize) -> usize {
    if old.rows[a] != new.rows[b] {
        return 0;
    }
    let same = same_of_a_hundred(&old.sorted[a], &new.sorted[b]);
    // Under the same number little has to be the same.
    let numbered = old.labels[a].is_some() && old.labels[a] == new.labels[b];
    let short = old.sorted[a].len().min(new.sorted[b].len()) <= 3;
    let least = if numbered {
        10
    } else if short {
        50
    } else {
        34
    };
    if same < least { 0 } else { same + if numbered { 40 } else { 0 } }
}

/// How many words of two lists in order stand in both, of a hundred.
fn same_of_a_hundred(one: &[u32], other: &[u32]) -> usize {
    let (mut a, mut b, mut both) = (0, 0, 0usize);
    while a < one.len() && b < other.len() {
        match one[a].cmp(&other[b]) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => (a, b, both) = (a + 1, b + 1, both + 1),
        }
    }
    (200 * both).checked_div(one.len() + other.len()).unwrap_or(0)
}

/// The pairs of two lists that keep their order and weigh most together.
fn best_in_order(old: usize, new: usize, weigh: impl Fn(usize, usize) -> usize) -> Vec<(usize, usize)> {
    let wide = new + 1;
    let mut best = vec![0usize; (old + 1) * wide];
    let mut weights = vec![0u8; old * new];
    for a in (0..old).rev() {
        for b in (0..new).rev() {
            let weight = weigh(a, b);
            weights[a * new + b] = weight.min(255) as u8;
            let paired = if weight > 0 { weight + best[(a + 1) * wide + b + 1] } else { 0 };
            best[a * wide + b] = paired.max(best[(a + 1) * wide + b]).max(best[a * wide + b + 1]);
        }
    }
    let (mut a, mut b, mut out) = (0, 0, Vec::new());
    while a < old && b < new {
        let weight = usize::from(weights[a * new + b]);
        let all = best[a * wide + b];
        if weight > 0 && all == weight + best[(a + 1) * wide + b + 1] {
            out.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if all == best[(a + 1) * wide + b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    out
}
