//! Which numbers go on: those of sections rise, those of lists begin anew.

use std::collections::HashMap;

use super::label::Label;

/// The numbers accepted so far.
#[derive(Default)]
pub(super) struct Chain {
    last: Vec<u32>,
    /// By number, with which title it was accepted: a table of contents may come before what it lists.
    titles: HashMap<Vec<u32>, String>,
    /// What stands behind the numbers without a dot.
    behind: Option<char>,
    /// The last number of a list.
    list: Option<u32>,
    /// Something with a word or a letter has begun: plain numbers go on within it.
    annex: bool,
    /// The last article with a Roman number.
    article: Option<String>,
    restarts: Restarts,
}

impl Chain {
    pub(super) fn new(restarts: Restarts) -> Self {
        Self { restarts, ..Self::default() }
    }

    /// Whether a number with dots goes on from the last one.
    pub(super) fn dotted(&mut self, numbers: &[u32], title: &str) -> bool {
        if title.is_empty() || self.annex {
            return false;
        }
        let same = self.last.iter().zip(numbers).take_while(|(a, b)| a == b).count();
        let step = numbers.get(same).copied().unwrap_or(0).saturating_sub(self.last.get(same).copied().unwrap_or(0));
        // Some may be left out, and yet what follows a new number begins anew.
        let onward = numbers > self.last.as_slice() && step <= 4 && numbers.iter().skip(same + 1).all(|n| *n <= 2);
        onward || self.again(numbers, title)
    }

    /// Whether a number without dots is that of a section, as the one with dots behind it lets tell.
    pub(super) fn plain(&mut self, (at, number): (usize, u32), title: &str, behind: char, next: Option<u32>) -> bool {
        let in_list = self.list.is_some_and(|last| number == last || number == last + 1);
        let item = self.restarts.lists(behind) && !is_heading(title)
            || in_list
                && (number > self.last.first().copied().unwrap_or(0) + 1 || self.restarts.again(at, number, behind))
            || is_day(title);
        let reached = self.last.first().copied().unwrap_or(0);
        let written_so = behind != ')' && self.behind.is_none_or(|first| first == behind);
        let begins =
            title.chars().next().is_some_and(|c| !c.is_lowercase() && (c.is_alphabetic() || "\"'“„«(*_".contains(c)));
        let onward = number > reached
            && match next {
                Some(next) if next > reached => number <= next,
                Some(_) => self.last.len() == 1 && number == reached + 1,
                None => number <= reached + if in_list { 0 } else { 2 } + u32::from(self.last.len() <= 1),
            };
        let fits = !self.annex && !item && begins && written_so && (onward || self.again(&[number], title));
        if !fits {
            self.list = Some(number);
        }
        fits
    }

    /// Whether it stands a second time, with the same title: the first was in the table of contents.
    fn again(&self, numbers: &[u32], title: &str) -> bool {
        self.titles.get(numbers).is_some_and(|known| {
            let bare = known.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '.');
            !bare.is_empty() && title.starts_with(bare)
        })
    }

    pub(super) fn accept(&mut self, label: &Label, numbers: Vec<u32>, title: &str) {
        self.list = None;
        let begins_annex = !label.number.starts_with(|c: char| c.is_ascii_digit());
        self.annex = begins_annex || self.annex && label.named;
        if begins_annex {
            self.article = Some(label.number.clone()).filter(|_| label.named);
        } else if !label.named {
            self.article = None;
        }
        if begins_annex {
            return;
        }
        if numbers.len() == 1 && !label.named {
            self.behind.get_or_insert(label.behind);
        }
        self.titles.entry(numbers.clone()).or_insert_with(|| title.to_owned());
        self.last = numbers;
    }

    /// The number of a section; within an article with a Roman number by that of the article too.
    pub(super) fn full(&self, label: &Label) -> String {
        match &self.article {
            Some(article) if label.named && *article != label.number => format!("{article}.{}", label.number),
            _ => label.number.clone(),
        }
    }
}

/// The numbers without a dot that stand more than once: lists begin anew where sections go on.
#[derive(Default)]
pub(super) struct Restarts {
    places: HashMap<(u32, char), Vec<usize>>,
    lists: Vec<char>,
}

impl Restarts {
    pub(super) fn of(labels: &[Option<Label>], lines: &[&str], contents: &[bool]) -> Self {
        let mut out = Self::default();
        let mut first: HashMap<char, &str> = HashMap::new();
        let plain = |label: &&Label| !label.named && label.number.len() <= 3;
        for (at, label) in labels.iter().enumerate().filter_map(|(at, label)| label.as_ref().map(|label| (at, label))) {
            let Some(number) = Some(label).filter(plain).and_then(|label| label.number.parse().ok()) else { continue };
            let title = label.rest(lines[at]).trim();
            if contents[at] || title.is_empty() {
                continue;
            }
            out.places.entry((number, label.behind)).or_default().push(at);
            // In a table of contents a title goes on with the number of a page.
            let same = |known: &mut &str| title.starts_with(*known) || known.starts_with(title);
            if number == 1 && !same(first.entry(label.behind).or_insert(title)) && !out.lists(label.behind) {
                out.lists.push(label.behind);
            }
        }
        out
    }

    /// Whether lists are numbered so.
    fn lists(&self, behind: char) -> bool {
        self.lists.contains(&behind)
    }

    /// Whether the same number comes once more.
    fn again(&self, at: usize, number: u32, behind: char) -> bool {
        self.places.get(&(number, behind)).is_some_and(|places| places.iter().any(|place| *place > at))
    }
}

/// Few words without the end of a sentence.
fn is_heading(title: &str) -> bool {
    !title.ends_with(['.', ';', ',', ':', '!', '?', '。']) && title.split_whitespace().nth(12).is_none()
}

/// What goes on behind the number of a day: a month and a year.
fn is_day(title: &str) -> bool {
    let words: Vec<&str> = title.split_whitespace().collect();
    let year = |word: &&str| word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1900..2200).contains(&year));
    words.len() == 2 && words.last().is_some_and(year)
}
