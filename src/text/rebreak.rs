//! Paragraphs that end elsewhere: where the words on both sides of an end are the same in both texts, the earlier text is
//! broken as the later one is. Nothing is said of that; what is left to tell are the words.

use std::collections::BTreeSet;
use std::ops::Range;

use super::align::parts_within;
use super::paragraphs::Paragraph;
use super::token::Token;
use super::words::Numbers;

/// The most pairs of words that are looked at between two anchors, and in one stretch.
const STEPS: (usize, usize) = (100_000, 1_000_000);

/// So many words on either side of an end are looked at.
const NEAR: usize = 8;

/// So many of them show that the same stands there.
const SURE: usize = 4;

/// The earlier paragraphs with the ends of the later ones.
pub(super) fn rebroken<'t>(
    old: Vec<Paragraph<'t>>,
    new: &[Paragraph<'t>],
    numbers: &mut Numbers,
) -> Vec<Paragraph<'t>> {
    let (was, is) = (words_of(&old, numbers), words_of(new, numbers));
    let held = held(&was, &is);
    let same = parts_within(&was, &is, STEPS);
    let mut cuts: Vec<Cut> = Vec::new();
    let mut joined: BTreeSet<usize> = BTreeSet::new();
    for part in same.iter().filter(|part| !part.same && !part.old.is_empty() && !part.new.is_empty()) {
        let (before, now) = (Stretch::of(part.old.clone(), &was, &old), Stretch::of(part.new.clone(), &is, new));
        let ends = Ends::between(&before, &now);
        joined.extend(ends.joined.iter().map(|end| before.places[*end].0).filter(|at| !held.contains(at)));
        cuts.extend(ends.cut.iter().map(|(at, of)| {
            let (paragraph, word) = before.places[*at];
            Cut { paragraph, word, as_in: now.places[*of].0 }
        }));
    }
    if cuts.is_empty() && joined.is_empty() {
        return old;
    }
    broken(old, new, &joined, cuts, numbers)
}

/// An end that is put in before a word of a paragraph, as it stands before one of the later text.
struct Cut {
    paragraph: usize,
    word: usize,
    as_in: usize,
}

/// The words of paragraphs with the numbers they begin with.
fn words_of(paragraphs: &[Paragraph<'_>], numbers: &mut Numbers) -> Vec<Vec<u32>> {
    let word = |token: &Token<'_>, numbers: &mut Numbers| numbers.of(&token.text);
    let all =
        |p: &Paragraph<'_>, numbers: &mut Numbers| p.lead.iter().chain(&p.tokens).map(|t| word(t, numbers)).collect();
    paragraphs.iter().map(|p| all(p, numbers)).collect()
}

/// Paragraphs that stand elsewhere in the later text, word for word: they are not joined with what they stood beside.
fn held(was: &[Vec<u32>], is: &[Vec<u32>]) -> BTreeSet<usize> {
    let there: std::collections::HashSet<&Vec<u32>> = is.iter().filter(|words| words.len() >= NEAR).collect();
    was.iter().enumerate().filter(|(_, words)| there.contains(words)).flat_map(|(at, _)| [at, at + 1]).collect()
}

/// The words of a stretch of paragraphs, one behind the other.
struct Stretch {
    words: Vec<u32>,
    /// The paragraph of each, and which of its words it is.
    places: Vec<(usize, usize)>,
    /// Where a paragraph begins that may have been a part of the one before it.
    begins: Vec<bool>,
    /// Where one begins at all.
    fixed: Vec<bool>,
}

impl Stretch {
    fn of(range: Range<usize>, words: &[Vec<u32>], paragraphs: &[Paragraph<'_>]) -> Self {
        let mut out = Self { words: Vec::new(), places: Vec::new(), begins: Vec::new(), fixed: Vec::new() };
        let mut before: Option<usize> = None;
        for at in range {
            for (n, word) in words[at].iter().enumerate() {
                // A row of a table is one in both.
                let free = before.is_some_and(|last| !paragraphs[last].row && !paragraphs[at].row);
                out.words.push(*word);
                out.places.push((at, n));
                out.begins.push(n == 0 && free);
                out.fixed.push(n == 0);
            }
            if !words[at].is_empty() {
                before = Some(at);
            }
        }
        out
    }
}

/// Where the earlier text has an end too many, and where one is wanting.
struct Ends {
    joined: Vec<usize>,
    cut: Vec<(usize, usize)>,
}

impl Ends {
    fn between(before: &Stretch, now: &Stretch) -> Self {
        let (to_new, to_old) = pairs(&before.words, &now.words);
        let joined = (1..before.words.len()).filter(|at| before.begins[*at]);
        let joined = joined.filter(|at| to_new.gap(*at).is_some_and(|gap| !any(&now.fixed, &gap)));
        let joined: Vec<usize> = joined.collect();
        let mut left = before.fixed.clone();
        for at in &joined {
            left[*at] = false;
        }
        let cut = (1..now.words.len()).filter(|at| now.begins[*at]);
        let cut = cut.filter_map(|at| {
            let gap = to_old.gap(at).filter(|gap| !any(&left, gap))?;
            // Words that were put in or taken out at the end itself belong to the paragraph before it, unless they begin one.
            let place = if to_old.of[at - 1].is_none() || to_old.of[at].is_some() { gap.end } else { gap.start };
            (place > 0 && place < before.words.len() && !before.fixed[place] || left.get(place) == Some(&false))
                .then_some((place, at))
        });
        Self { cut: cut.collect(), joined }
    }
}

/// Whether one begins within a gap or at its ends.
fn any(begins: &[bool], gap: &Range<usize>) -> bool {
    begins[gap.start.min(begins.len())..(gap.end + 1).min(begins.len())].contains(&true)
}

/// Which word is which of the other text.
struct Same {
    of: Vec<Option<usize>>,
    /// The last up to each that is there, and the first from it on.
    last: Vec<Option<usize>>,
    next: Vec<Option<usize>>,
}

impl Same {
    fn new(of: Vec<Option<usize>>) -> Self {
        let known = |n: usize| of[n].map(|_| n);
        let nearest = |found: &mut Option<usize>, n: usize| {
            *found = known(n).or(*found);
            Some(*found)
        };
        let last = (0..of.len()).scan(None, nearest).collect();
        let mut next: Vec<Option<usize>> = (0..of.len()).rev().scan(None, nearest).collect();
        next.reverse();
        Self { of, last, next }
    }

    /// Between which words of the other text an end would stand; nothing where too little is the same beside it.
    fn gap(&self, at: usize) -> Option<Range<usize>> {
        let (before, behind) = (self.last[at - 1]?, self.next[at]?);
        let (from, to) = (self.of[before]?, self.of[behind]?);
        let goes_on = |here: Option<usize>, there: Option<usize>| {
            here.zip(there).is_some_and(|(here, there)| self.of.get(here) == Some(&Some(there)))
        };
        let left = |n: &usize| goes_on(before.checked_sub(*n), from.checked_sub(*n));
        let right = |n: &usize| goes_on(Some(behind + n), Some(to + n));
        let (left, right) = ((1..NEAR).take_while(left).count() + 1, (1..NEAR).take_while(right).count() + 1);
        let next = before + 1 == at && behind == at && from + 1 == to;
        let sure = if next { left.min(right) >= 2 && left + right > SURE } else { left.min(right) >= SURE };
        sure.then_some(from + 1..to)
    }
}

fn pairs(old: &[u32], new: &[u32]) -> (Same, Same) {
    let (mut to_new, mut to_old) = (vec![None; old.len()], vec![None; new.len()]);
    for part in parts_within(old, new, STEPS).into_iter().filter(|part| part.same) {
        for (a, b) in part.old.zip(part.new) {
            (to_new[a], to_old[b]) = (Some(b), Some(a));
        }
    }
    (Same::new(to_new), Same::new(to_old))
}

/// Joins and parts paragraphs.
fn broken<'t>(
    old: Vec<Paragraph<'t>>,
    new: &[Paragraph<'t>],
    joined: &BTreeSet<usize>,
    cuts: Vec<Cut>,
    numbers: &mut Numbers,
) -> Vec<Paragraph<'t>> {
    let mut out: Vec<Paragraph<'t>> = Vec::with_capacity(old.len() + cuts.len());
    let mut cuts = cuts.into_iter().peekable();
    for (at, mut paragraph) in old.into_iter().enumerate() {
        let lead = paragraph.lead.len();
        let mut parts: Vec<(Vec<Token<'t>>, Option<usize>)> = Vec::new();
        let mut here: Vec<Cut> = Vec::new();
        while let Some(cut) = cuts.next_if(|cut| cut.paragraph <= at) {
            here.extend((cut.paragraph == at && cut.word > lead).then_some(cut));
        }
        here.sort_by_key(|cut| cut.word);
        here.dedup_by_key(|cut| cut.word);
        for cut in here.into_iter().rev() {
            parts.push((paragraph.tokens.split_off(cut.word - lead), Some(cut.as_in)));
        }
        let (section, under) = (paragraph.section.clone(), paragraph.under.clone());
        match out.last_mut() {
            Some(last) if joined.contains(&at) => {
                let from = last.tokens.len();
                last.tokens.append(&mut paragraph.lead);
                last.tokens.append(&mut paragraph.tokens);
                if let Some(first) = last.tokens.get_mut(from) {
                    first.glued = false;
                }
            }
            _ => out.push(paragraph),
        }
        for (mut tokens, as_in) in parts.into_iter().rev() {
            tokens[0].glued = false;
            let mut part = Paragraph { section: section.clone(), under: under.clone(), tokens, ..Paragraph::default() };
            if let Some(as_in) = as_in {
                part.numbered_as(&new[as_in], numbers);
            }
            out.push(part);
        }
    }
    out
}
