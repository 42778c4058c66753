//! Two texts compared word by word, for a person who has to say what changed: paragraphs first, then the words of those that
//! were written anew. Blanks and line ends make no difference.

use std::ops::Range;

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use ts_rs::TS;

/// The most steps that are spent on finding what is the same in one part; a longer one is taken out and put in as a whole.
const STEPS: usize = 25_000_000;

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "WordsBecame")]
pub enum Became {
    /// They stand in both.
    Kept,
    /// They stand in the earlier text alone.
    Removed,
    /// They stand in the later text alone.
    Added,
}

/// Words next to each other of which the same became.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "WordsRun")]
pub struct Run {
    /// What became of them.
    pub became: Became,
    /// The words, with one blank between.
    pub words: String,
}

/// A paragraph with what became of its words; one run of `kept` where nothing changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ParagraphCompared")]
pub struct Paragraph {
    /// Its words, in order.
    pub runs: Vec<Run>,
}

/// What became of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "TextsCompared")]
pub struct Comparison {
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// Words that stand in both.
    pub kept: usize,
    /// Words of the earlier text alone.
    pub removed: usize,
    /// Words of the later text alone.
    pub added: usize,
}

/// Compares an earlier text with a later one.
pub fn compare(earlier: &str, later: &str) -> Comparison {
    let (old, new) = (paragraphs(earlier), paragraphs(later));
    let mut out = Comparison::default();
    for op in differences(&old, &new) {
        let (before, after) = (old.get(op.old_range()).unwrap_or(&[]), new.get(op.new_range()).unwrap_or(&[]));
        match op {
            DiffOp::Equal { .. } => after.iter().for_each(|words| out.whole(Became::Kept, words)),
            _ => written_anew(before, after, &mut out),
        }
    }
    out
}

/// The paragraphs of a text: the words of each line that has some.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split_whitespace().collect()).filter(|words: &Vec<&str>| !words.is_empty()).collect()
}

/// Paragraphs in the place of others: those that are most like each other, in order, are compared word by word.
fn written_anew(before: &[Vec<&str>], after: &[Vec<&str>], out: &mut Comparison) {
    let mut next = 0;
    for words in after {
        let like = before.iter().enumerate().skip(next).take(8).find(|(_, old)| related(old, words));
        if let Some((place, old)) = like {
            before[next..place].iter().for_each(|gone| out.whole(Became::Removed, gone));
            out.changed(old, words);
            next = place + 1;
        } else {
            out.whole(Became::Added, words);
        }
    }
    before[next..].iter().for_each(|gone| out.whole(Became::Removed, gone));
}

/// Whether one paragraph seems to be another one written anew: every third word is the same.
fn related(one: &[&str], other: &[&str]) -> bool {
    let there: std::collections::HashSet<&str> = one.iter().copied().collect();
    let both = other.iter().filter(|word| there.contains(*word)).count();
    both * 3 >= one.len().max(other.len())
}

/// What is the same in two lists; bounded, whatever they hold.
fn differences<T: Eq + std::hash::Hash + Ord>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let start = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (rest, other) = (&old[start..], &new[start..]);
    let end = rest.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle, changed) = (rest.len() - end, other.len() - end);
    if middle.saturating_mul(changed) <= STEPS {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let mut out = Vec::new();
    let equal =
        |range: Range<usize>, at: usize| DiffOp::Equal { old_index: range.start, new_index: at, len: range.len() };
    if start > 0 {
        out.push(equal(0..start, 0));
    }
    out.push(DiffOp::Replace { old_index: start, old_len: middle, new_index: start, new_len: changed });
    if end > 0 {
        out.push(equal(start + middle..old.len(), start + changed));
    }
    out
}

impl Comparison {
    fn count(&mut self, became: Became, words: usize) {
        *match became {
            Became::Kept => &mut self.kept,
            Became::Removed => &mut self.removed,
            Became::Added => &mut self.added,
        } += words;
    }

    /// A paragraph of which all words became the same.
    fn whole(&mut self, became: Became, words: &[&str]) {
        self.count(became, words.len());
        self.paragraphs.push(Paragraph { runs: vec![Run { became, words: words.join(" ") }] });
    }

    /// A paragraph that was written anew.
    fn changed(&mut self, before: &[&str], after: &[&str]) {
        let mut runs = Vec::new();
        for op in differences(before, after) {
            let old = before.get(op.old_range()).unwrap_or(&[]);
            let new = after.get(op.new_range()).unwrap_or(&[]);
            let parts = match op {
                DiffOp::Equal { .. } => vec![(Became::Kept, new)],
                _ => vec![(Became::Removed, old), (Became::Added, new)],
            };
            for (became, words) in parts.into_iter().filter(|(_, words)| !words.is_empty()) {
                self.count(became, words.len());
                runs.push(Run { became, words: words.join(" ") });
            }
        }
        self.paragraphs.push(Paragraph { runs });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(compared: &Comparison) -> Vec<String> {
        let run = |run: &Run| match run.became {
            Became::Kept => run.words.clone(),
            Became::Removed => format!("-{}-", run.words),
            Became::Added => format!("+{}+", run.words),
        };
        compared.paragraphs.iter().map(|p| p.runs.iter().map(run).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn paragraphs_are_told_apart_first_and_then_their_words() {
        let earlier = "Purpose\nAccess is reviewed once a year by the owner.\nRecords are kept.\n";
        let later = "Purpose\n\nAccess is reviewed  twice a year by the owner.\nLeavers lose access at once.\nRecords are kept.";
        let found = compare(earlier, later);
        assert_eq!(
            shown(&found),
            [
                "Purpose",
                "Access is reviewed -once- +twice+ a year by the owner.",
                "+Leavers lose access at once.+",
                "Records are kept."
            ]
        );
        assert_eq!((found.kept, found.removed, found.added), (12, 1, 6));
    }

    #[test]
    fn both_texts_stand_in_what_was_compared() {
        for (a, b) in [("a b c\nd e", "d e\nx y z"), ("", "new"), ("gone", ""), ("one\ntwo\nthree", "three\ntwo\none")]
        {
            let found = compare(a, b);
            let of = |left: Became| -> Vec<String> {
                let runs = found.paragraphs.iter().flat_map(|p| &p.runs).filter(|run| run.became != left);
                runs.flat_map(|run| run.words.split(' ').map(str::to_owned)).collect()
            };
            assert_eq!(of(Became::Added), a.split_whitespace().collect::<Vec<_>>(), "the earlier text is whole");
            assert_eq!(of(Became::Removed), b.split_whitespace().collect::<Vec<_>>(), "the later text is whole");
        }
    }

    #[test]
    fn what_is_too_long_to_be_compared_is_replaced_as_a_whole() {
        let lines =
            |from: usize| (from..from + 6000).map(|n| format!("line{n} word{n}")).collect::<Vec<_>>().join("\n");
        let found = compare(&format!("same\n{}", lines(0)), &format!("same\n{}", lines(10_000)));
        assert_eq!((found.removed, found.added), (12_000, 12_000));
        assert_eq!(found.kept, 1);
    }
}
