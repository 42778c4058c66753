//! Sections of two texts held against each other: what is known as one in one text is one in the other, and which of them were
//! moved as they were.

use std::collections::HashMap;

use super::pairing::{Pairs, Side};
use super::paragraphs::Paragraph;
use super::words::{Numbers, bare};

/// Paragraphs that say the same with the same number have a number of a section where one of them has: out of their order, as
/// where sections were moved, a number alone does not tell.
pub(super) fn known_by_their_numbers<'a>(old: &mut [Paragraph<'a>], new: &mut [Paragraph<'a>], numbers: &mut Numbers) {
    let mut whole = |side: &[Paragraph<'_>]| -> Vec<Vec<u32>> {
        let words = |p: &Paragraph<'_>, numbers: &mut Numbers| {
            p.lead.iter().chain(&p.tokens).map(|token| numbers.of(bare(&token.text))).collect()
        };
        side.iter().map(|p| words(p, numbers)).collect()
    };
    let (before, now) = (whole(old), whole(new));
    adopt(old, &before, new, &now, numbers);
    adopt(new, &now, old, &before, numbers);
}

/// Those of one side take the numbers of the other, where just one says the same.
fn adopt<'a>(
    to: &mut [Paragraph<'a>],
    words: &[Vec<u32>],
    from: &[Paragraph<'a>],
    there: &[Vec<u32>],
    numbers: &mut Numbers,
) {
    let mut known: HashMap<&[u32], Option<usize>> = HashMap::new();
    for (at, words) in there.iter().enumerate().filter(|(at, _)| from[*at].numbered && !from[*at].contents) {
        known.entry(words).and_modify(|one| *one = None).or_insert(Some(at));
    }
    for (at, paragraph) in to.iter_mut().enumerate() {
        if paragraph.numbered || paragraph.row || paragraph.contents || paragraph.aside {
            continue;
        }
        if let Some(Some(other)) = known.get(words[at].as_slice()) {
            paragraph.numbered_as(&from[*other], numbers);
        }
    }
}

/// What stands behind a number that was known by the other text belongs to its section.
pub(super) fn within_sections(paragraphs: &mut [Paragraph<'_>]) {
    let mut of: Option<usize> = None;
    for at in 0..paragraphs.len() {
        if paragraphs[at].adopted {
            of = Some(at);
        } else if paragraphs[at].numbered || paragraphs[at].aside {
            of = None;
        } else if let Some(first) = of {
            paragraphs[at].section = paragraphs[first].section.clone();
        }
    }
}

/// Which paragraphs of the later text were moved with the whole of their section, or as the first of it: same words, same
/// number, so that whoever cites the section still finds in it what stood there.
pub(super) fn moved_whole(
    pairs: &Pairs,
    (old, before): (&[Paragraph<'_>], &Side),
    (new, now): (&[Paragraph<'_>], &Side),
) -> Vec<bool> {
    let number = |of: &Paragraph<'_>| of.label.as_deref().map(|label| bare(label).to_owned());
    let mut out = vec![false; new.len()];
    for b in 0..new.len() {
        let Some(pair) = pairs.of_new[b].filter(|pair| pair.moved) else { continue };
        let (was, is) = (&old[pair.other], &new[b]);
        let same = before.words(pair.other) == now.words(b) && number(was) == number(is);
        let there = is.section.is_some() && was.section == is.section;
        let behind = |last: usize| out[last] && pairs.of_new[last].is_some_and(|p| p.other + 1 == pair.other);
        out[b] = same && there && (is.numbered && was.numbered || b.checked_sub(1).is_some_and(behind));
    }
    out
}
