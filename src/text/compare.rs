//! Two texts compared for a person who has to say what changed: paragraphs first, those moved elsewhere among them, then the
//! words of those that were written anew. Blanks and line ends make no difference, numbers of sections one of their own.

use std::collections::HashMap;

use super::align::{Part, parts};
use super::columns::Columns;
use super::compared::{Became, Comparison, Fate, Paragraph, Run};
use super::pairing::{Pairs, Side};
use super::paragraphs::{self, Written, paragraphs};
use super::reading::{readable, slide};
use super::rebreak::rebroken;
use super::sections::{known_by_their_numbers, moved_whole, within_sections};
use super::token::{Token, is_word, words_of};
use super::words::{Numbers, bare};

/// Compares an earlier text with a later one.
pub fn compare<'t>(earlier: impl Into<Written<'t>>, later: impl Into<Written<'t>>) -> Comparison {
    let (earlier, later) = (earlier.into(), later.into());
    let (mut old, mut new) = (paragraphs(earlier), paragraphs(later));
    let broken = earlier.wrapped || later.wrapped;
    // A page shows the words of a table alone.
    let drawn = |all: &[paragraphs::Paragraph<'_>]| all.iter().any(|paragraph| paragraph.row);
    if broken && drawn(&old) != drawn(&new) {
        old.iter_mut().chain(&mut new).filter(|paragraph| paragraph.row).for_each(paragraphs::Paragraph::line);
    }
    let mut numbers = Numbers::new(broken);
    let mut old = rebroken(old, &new, &mut numbers);
    known_by_their_numbers(&mut old, &mut new, &mut numbers);
    let (before, now) = (Side::of(&old, &mut numbers), Side::of(&new, &mut numbers));
    let pairs = Pairs::of(&before, &now);
    for (b, pair) in pairs.of_new.iter().enumerate().filter_map(|(b, pair)| pair.map(|pair| (b, pair))) {
        old[pair.other].numbered_as(&new[b], &mut numbers);
        new[b].numbered_as(&old[pair.other], &mut numbers);
    }
    within_sections(&mut old);
    within_sections(&mut new);
    let (before, now) = (Side::of(&old, &mut numbers), Side::of(&new, &mut numbers));
    let whole = moved_whole(&pairs, (&old, &before), (&new, &now));
    let mut out = Comparison::default();
    let columns = Columns::of(&pairs, &before, &now);
    let mut places = Places::default();
    for part in &pairs.parts {
        if part.same {
            for (a, b) in part.old.clone().zip(part.new.clone()) {
                let (was, is) = (&old[a], &new[b]);
                out.kept(was, is);
            }
            continue;
        }
        let (mut a, mut b) = (part.old.start, part.new.start);
        while a < part.old.end || b < part.new.end {
            // What is gone comes first, then what is new, up to the next that stands in both.
            if a < part.old.end && pairs.of_old[a].is_none_or(|pair| pair.moved) {
                if let Some(pair) = pairs.of_old[a] {
                    let place = places.moved(pair.block);
                    let gone = vec![(Became::Removed, old[a].tokens.as_slice())];
                    out.push(Fate::MovedAway, Some(place), Some(&old[a]), None, gone);
                    out.moved(whole[pair.other]);
                } else {
                    let place = places.next(Fate::Removed, &out);
                    out.push(Fate::Removed, Some(place), Some(&old[a]), None, vec![(Became::Removed, &old[a].tokens)]);
                }
                a += 1;
            } else if b < part.new.end && pairs.of_new[b].is_none_or(|pair| pair.moved) {
                if let Some(pair) = pairs.of_new[b] {
                    let place = places.moved(pair.block);
                    let was = pair.other;
                    let (from, to) = (before.words(was), now.words(b));
                    out.changed(Fate::MovedHere, place, (&old[was], from), (&new[b], to));
                    out.moved(whole[b]);
                } else {
                    let place = places.next(Fate::Added, &out);
                    out.push(Fate::Added, Some(place), None, Some(&new[b]), vec![(Became::Added, &new[b].tokens)]);
                }
                b += 1;
            } else if before.words(a) == now.words(b) {
                out.kept(&old[a], &new[b]);
                (a, b) = (a + 1, b + 1);
            } else {
                let (was, is) = ((&old[a], before.words(a)), (&new[b], now.words(b)));
                match columns.of_row(a, b) {
                    Some(column) => {
                        let (parts, alone) = column.parts(was.1, is.1);
                        let place = if alone { places.column(column.table) } else { places.next(Fate::Changed, &out) };
                        out.changed_in(parts, Fate::Changed, place, was, is);
                    }
                    None => out.changed(Fate::Changed, places.next(Fate::Changed, &out), was, is),
                }
                (a, b) = (a + 1, b + 1);
            }
        }
    }
    out.finish();
    out
}

/// Which place comes next.
#[derive(Default)]
struct Places {
    count: usize,
    of_blocks: HashMap<usize, usize>,
    of_columns: HashMap<usize, usize>,
}

impl Places {
    /// The place of a paragraph: what is gone or new goes on with the one before it.
    fn next(&mut self, fate: Fate, out: &Comparison) -> usize {
        let last = out.paragraphs.last().map(|last| last.fate);
        // What stands in the place of what is gone replaces it.
        let goes_on = fate != Fate::Changed && last == Some(fate) || fate == Fate::Added && last == Some(Fate::Removed);
        if !goes_on {
            self.count += 1;
        }
        self.count
    }

    /// The place of a column that a table has more or less, the same in all its rows.
    fn column(&mut self, table: usize) -> usize {
        *self.of_columns.entry(table).or_insert_with(|| {
            self.count += 1;
            self.count
        })
    }

    /// The place of what was moved, the same at both ends.
    fn moved(&mut self, block: usize) -> usize {
        *self.of_blocks.entry(block).or_insert_with(|| {
            self.count += 1;
            self.count
        })
    }
}

type Source<'s, 't> = &'s paragraphs::Paragraph<'t>;

impl Comparison {
    fn push(
        &mut self,
        fate: Fate,
        place: Option<usize>,
        was: Option<Source<'_, '_>>,
        is: Option<Source<'_, '_>>,
        runs: Vec<(Became, &[Token<'_>])>,
    ) {
        let words = |tokens: &[Token<'_>]| tokens.iter().filter(|token| is_word(token)).count();
        for (became, tokens) in &runs {
            match became {
                Became::Kept => self.kept += words(tokens),
                Became::Removed if fate == Fate::MovedAway => {}
                Became::Removed => self.removed += words(tokens),
                Became::Added => self.added += words(tokens),
            }
        }
        let runs = runs.into_iter().filter(|(_, tokens)| !tokens.is_empty());
        let run = |(became, tokens): (Became, &[Token<'_>])| {
            let joined = tokens.first().is_some_and(|token| token.glued);
            Run { became, words: words_of(tokens), joined }
        };
        let runs = runs.map(run).collect();
        let section = |of: Option<Source<'_, '_>>| of.and_then(|paragraph| paragraph.section.clone());
        let label = |of: Option<Source<'_, '_>>| of.and_then(|paragraph| paragraph.label.clone());
        let shown = is.or(was);
        let paragraph = Paragraph {
            fate,
            place,
            label_before: label(was),
            label: label(is),
            section_before: section(was),
            section: section(is),
            heading: shown.is_some_and(|paragraph| paragraph.heading),
            row: shown.is_some_and(|paragraph| paragraph.row),
            under: shown.and_then(|paragraph| paragraph.under.as_deref().map(str::to_owned)),
            runs,
            whole: false,
            again: 0,
            repeats: false,
            left_out: 0,
        };
        self.paragraphs.push(paragraph);
    }

    /// A paragraph with the same words: a sign behind its number is no other number.
    fn kept(&mut self, was: Source<'_, '_>, is: Source<'_, '_>) {
        let number = |of: Source<'_, '_>| of.label.as_deref().map(|label| bare(label).to_owned());
        let fate = if number(was) == number(is) { Fate::Kept } else { Fate::Renumbered };
        self.push(fate, None, Some(was), Some(is), vec![(Became::Kept, &is.tokens)]);
    }

    /// Says of the last whether it was moved with the whole of its section.
    fn moved(&mut self, whole: bool) {
        if let Some(last) = self.paragraphs.last_mut() {
            last.whole = whole;
        }
    }

    /// A paragraph that was written anew, or moved.
    fn changed(
        &mut self,
        fate: Fate,
        place: usize,
        (was, before): (Source<'_, '_>, &[u32]),
        (is, now): (Source<'_, '_>, &[u32]),
    ) {
        let mut parts = readable(parts(before, now));
        slide(&mut parts, (&was.tokens, before), (&is.tokens, now));
        self.changed_in(parts, fate, place, (was, before), (is, now));
    }

    fn changed_in(
        &mut self,
        parts: Vec<Part>,
        fate: Fate,
        place: usize,
        (was, _): (Source<'_, '_>, &[u32]),
        (is, _): (Source<'_, '_>, &[u32]),
    ) {
        let mut runs: Vec<(Became, &[Token<'_>])> = Vec::new();
        for part in parts {
            if part.same {
                runs.push((Became::Kept, &is.tokens[part.new]));
            } else {
                runs.push((Became::Removed, &was.tokens[part.old]));
                runs.push((Became::Added, &is.tokens[part.new]));
            }
        }
        self.push(fate, Some(place), Some(was), Some(is), runs);
    }
}
