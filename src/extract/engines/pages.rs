//! The pages of a PDF as two readers found them, put together.

use std::collections::HashSet;

use super::super::model::{APART, COMMENTS, Extracted};
use super::read::Read;
use crate::text::words;

/// So small a part of its words may be missing here before its order of lines is taken for the better one.
const FEW: usize = 10;

/// What both found, page by page; nothing where everything was found here: then this program read it.
pub(super) fn joined(ours: &Extracted, theirs: Read) -> Option<Read> {
    let (text, behind) = ours.text.split_once(COMMENTS).unwrap_or((&ours.text, ""));
    let known: HashSet<String> = each(&ours.text).collect();
    let said: HashSet<String> = each(&theirs.text).collect();
    let missing = said.iter().filter(|word| !known.contains(*word)).count();
    let whole = ours.problem.is_none();
    if whole && missing == 0 {
        return None;
    }
    // Only here it is known where a page's lines stand, what runs on every page, and what belongs together.
    let ours_first = whole && missing * FEW <= said.len();
    let (first, second) = if ours_first { (text, theirs.text.as_str()) } else { (theirs.text.as_str(), text) };
    let mut pages: Vec<Page> = first.split(PAGE).map(Page::of).collect();
    let mut parts = String::new();
    for (at, other) in second.split(PAGE).enumerate() {
        if at >= pages.len() {
            pages.push(Page::default());
        }
        let page = &mut pages[at];
        if ours_first {
            page.fill(other, &known, &mut parts);
        } else {
            page.join(&Page::of(other));
        }
    }
    let mut text = pages.into_iter().map(Page::into_text).collect::<Vec<_>>().join("\x0c");
    if !(behind.is_empty() && parts.is_empty()) {
        text.extend([COMMENTS, behind]);
    }
    // Parts of words are neither what it says nor a comment on it.
    if !parts.is_empty() {
        text.extend([APART, &parts]);
    }
    Some(Read { text, ..theirs })
}

pub(super) const PAGE: char = '\x0c';

/// A text with what another program read of some of its pages, from 1.
pub(super) fn filled(text: &str, read: &[(usize, String)]) -> String {
    let (text, behind) = text.split_once(COMMENTS).map_or((text, None), |(text, behind)| (text, Some(behind)));
    let mut pages: Vec<Page> = text.split(PAGE).map(Page::of).collect();
    for (number, said) in read {
        if pages.len() < *number {
            pages.resize_with(*number, Page::default);
        }
        let page = &mut pages[number - 1];
        if !page.text.trim().is_empty() {
            page.text.push('\n');
        }
        page.text.push_str(said);
    }
    let mut text = pages.into_iter().map(Page::into_text).collect::<Vec<_>>().join("\x0c");
    if let Some(behind) = behind {
        text.extend([COMMENTS, behind]);
    }
    text
}

/// A page, and what stands apart from its text.
#[derive(Default)]
struct Page {
    text: String,
    apart: Vec<String>,
}

impl Page {
    fn of(page: &str) -> Self {
        let (text, apart) = page.split_once(APART).unwrap_or((page, ""));
        Self { text: text.to_owned(), apart: apart.lines().map(str::to_owned).collect() }
    }

    /// Takes over what only another program sees: lines, and parts of words that it cuts otherwise.
    fn fill(&mut self, other: &str, known: &HashSet<String>, parts: &mut String) {
        for line in other.lines() {
            let words: Vec<String> = each(line).collect();
            let missing: Vec<&str> = words.iter().filter(|word| !known.contains(*word)).map(String::as_str).collect();
            if words.len() > 2 && missing.len() * 2 > words.len() {
                self.apart.push(line.trim().to_owned());
            } else if !missing.is_empty() {
                parts.push_str(&missing.join(" "));
                parts.push('\n');
            }
        }
    }

    /// Takes over filled fields and whatever else only the reader here sees, and what it knows to run on every page.
    fn join(&mut self, ours: &Self) {
        let known: HashSet<String> = each(&self.text).collect();
        let runs = |line: &str| ours.apart.iter().any(|running| running.trim() == line.trim());
        let kept: Vec<&str> = self.text.lines().filter(|line| line.trim().is_empty() || !runs(line)).collect();
        let text = kept.join("\n");
        let unknown = |line: &&str| each(line).any(|word| !known.contains(&word));
        self.apart.extend(ours.text.lines().filter(unknown).map(str::to_owned));
        self.apart.extend(ours.apart.iter().cloned());
        self.text = text;
    }

    fn into_text(self) -> String {
        if self.apart.is_empty() { self.text } else { self.text + APART + &self.apart.join("\n") }
    }
}

fn each(text: &str) -> impl Iterator<Item = String> {
    words(text).split_whitespace().map(str::to_owned).collect::<Vec<_>>().into_iter()
}
