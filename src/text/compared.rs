//! What is told of two texts that were compared.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use ts_rs::TS;

use super::numbering::within;

/// The same change is told once where it stands so often, in so few words.
const OFTEN: usize = 3;
const FEW_WORDS: usize = 25;

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
    /// The words, with one blank between, and a tab between two cells of a row.
    pub words: String,
    /// No blank stands before them.
    pub joined: bool,
}

/// What became of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ParagraphBecame")]
pub enum Fate {
    /// It stands in both.
    Kept,
    /// It stands in both under another number.
    Renumbered,
    /// Some of its words are others.
    Changed,
    /// It stands in the earlier text alone.
    Removed,
    /// It stands in the later text alone.
    Added,
    /// It stood here and stands elsewhere now, at the other row of the same place.
    MovedAway,
    /// It stood elsewhere, at the other row of the same place.
    MovedHere,
}

/// A paragraph, or a row of a table, with what became of it and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ParagraphCompared")]
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
pub struct Paragraph {
    /// What became of it.
    pub fate: Fate,
    /// Which of the places that changed, from 1; nothing where nothing did.
    pub place: Option<usize>,
    /// The number it began with, as it was written.
    pub label_before: Option<String>,
    /// The number it begins with, as it is written.
    pub label: Option<String>,
    /// The section it stood in.
    pub section_before: Option<String>,
    /// The section it stands in.
    pub section: Option<String>,
    /// The heading it stands under, with its number, a heading itself; of what is gone the one of before.
    pub under: Option<String>,
    /// It is the title of a section.
    pub heading: bool,
    /// It is a row of a table.
    pub row: bool,
    /// Its words, in order, without its number.
    pub runs: Vec<Run>,
    /// It was moved with its section, whose number and words are those it had: nothing is otherwise in that.
    #[serde(skip)]
    #[ts(skip)]
    pub whole: bool,
    /// In how many more paragraphs the same changed, as what runs on every page; they share its place.
    pub again: usize,
    /// The same changed in one before it, where it is told.
    pub repeats: bool,
    /// How many paragraphs without a change, or with one that is told before, are left out before it.
    pub left_out: usize,
}

/// What became of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "TextsCompared")]
pub struct Comparison {
    /// Its paragraphs, in order.
    pub paragraphs: Vec<Paragraph>,
    /// How many paragraphs without a change are left out behind the last.
    pub left_out: usize,
    /// How many places changed; what was moved is one.
    pub places: usize,
    /// The sections in which they are, in order: by the number of today, of what is gone by that of before.
    pub sections: Vec<String>,
    /// Sections that have another number alone: before, and now.
    pub renumbered: Vec<(String, String)>,
    /// Every number, of before and of now, under which something is otherwise.
    pub touched: BTreeSet<String>,
    /// Words that stand in both.
    pub kept: usize,
    /// Words of the earlier text alone.
    pub removed: usize,
    /// Words of the later text alone.
    pub added: usize,
}

impl Comparison {
    /// Whether both say the same: no word is another one, and no number before a paragraph.
    pub fn same(&self) -> bool {
        self.paragraphs.iter().all(|paragraph| paragraph.fate == Fate::Kept)
    }

    /// Whether something is otherwise in a section, or in one within it.
    pub fn touches(&self, section: &str) -> bool {
        self.touched.iter().any(|number| within(number, section))
    }

    /// The same with those paragraphs without a change left out that stand farther from one that has.
    #[must_use]
    pub fn around(mut self, near: usize) -> Self {
        let changed: Vec<bool> = self.paragraphs.iter().map(|p| p.fate != Fate::Kept && !p.repeats).collect();
        let mut shown = changed.clone();
        for at in changed.iter().enumerate().filter(|(_, changed)| **changed).map(|(at, _)| at) {
            let last = (at + near).min(shown.len() - 1);
            shown[at.saturating_sub(near)..=last].fill(true);
        }
        let mut skipped = 0;
        let mut out = Vec::new();
        for (mut paragraph, shown) in std::mem::take(&mut self.paragraphs).into_iter().zip(shown) {
            if shown {
                paragraph.left_out = std::mem::take(&mut skipped);
                out.push(paragraph);
            } else {
                skipped += 1;
            }
        }
        (self.paragraphs, self.left_out) = (out, skipped);
        self
    }

    /// Tells the same change once, numbers the places, and names the sections they are in.
    pub(super) fn finish(&mut self) {
        let key = |p: &Paragraph| {
            let words = p.runs.iter().map(|run| format!("{:?}{} ", run.became, run.words)).collect::<Vec<_>>().concat();
            let told = matches!(p.fate, Fate::Changed | Fate::Removed | Fate::Added) && !p.heading && !p.row;
            (told && words.split_whitespace().count() <= FEW_WORDS).then_some(words)
        };
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            if let Some(key) = key(paragraph) {
                places.entry(key).or_default().push(at);
            }
        }
        for same in places.into_values().filter(|same| same.len() >= OFTEN) {
            self.paragraphs[same[0]].again = same.len() - 1;
            for at in &same[1..] {
                self.paragraphs[*at].place = self.paragraphs[same[0]].place;
                self.paragraphs[*at].repeats = true;
            }
        }
        for p in self.paragraphs.iter().filter(|p| p.fate != Fate::Kept && !p.whole) {
            let (before, now) = (&p.section_before, &p.section);
            self.touched.extend([before, now].into_iter().flatten().cloned());
            if let (Fate::Renumbered, Some(before), Some(now)) = (p.fate, before, now)
                && before != now
            {
                self.renumbered.push((before.clone(), now.clone()));
            }
        }
        let mut numbers: HashMap<usize, usize> = HashMap::new();
        let mut sections = BTreeSet::new();
        for paragraph in &mut self.paragraphs {
            let next = numbers.len() + 1;
            paragraph.place = paragraph.place.map(|place| *numbers.entry(place).or_insert(next));
            let section = paragraph.section.as_ref().or(paragraph.section_before.as_ref());
            if paragraph.place.is_some()
                && !paragraph.repeats
                && !paragraph.whole
                && let Some(section) = section.filter(|section| sections.insert((*section).clone()))
            {
                self.sections.push(section.clone());
            }
        }
        self.places = numbers.len();
    }
}
