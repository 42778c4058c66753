//! A text as paragraphs and the words in them: lines that were broken for want of room are joined, what runs on every page
//! is read once, cells of tables are kept apart.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::contents::contents;
use super::label::is_roman;
use super::letters::{alone, nothing};
use super::lines::{plain, unwrapped};
use super::marks;
use super::numbering::{self, within};
use super::token::{CELL, Token, is_word, words_of};
use super::words::{Numbers, bare};

/// A text that is compared.
#[derive(Debug, Clone, Copy)]
pub struct Written<'t> {
    /// The text, as the readers of files give it: a line a paragraph, a tab behind each cell.
    pub text: &'t str,
    /// Its lines end where there was no more room, not where a paragraph does, as in a PDF.
    pub wrapped: bool,
}

impl<'t> From<&'t str> for Written<'t> {
    fn from(text: &'t str) -> Self {
        Self { text, wrapped: false }
    }
}

/// The numbers of the sections of a text.
pub fn sections_of(written: Written<'_>) -> BTreeSet<String> {
    paragraphs(written).into_iter().filter_map(|paragraph| paragraph.section).collect()
}

/// So many dots lead from a title to the number of its page; they are read as one sign.
const LEADER: &str = "....";
const DOTS: &str = "…";

/// A paragraph, or a row of a table.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Paragraph<'t> {
    /// The number or mark it begins with, as it is written.
    pub(super) label: Option<String>,
    /// The words of that.
    pub(super) lead: Vec<Token<'t>>,
    /// It is the number of a section, not the mark of an item.
    pub(super) numbered: bool,
    /// The heading it stands under, with its number.
    pub(super) under: Option<Rc<str>>,
    /// The number of the section it belongs to.
    pub(super) section: Option<String>,
    /// It is the title of a section.
    pub(super) heading: bool,
    pub(super) row: bool,
    /// It is a line of a table of contents.
    pub(super) contents: bool,
    /// It is one without the number of its page.
    pub(super) unpaged: bool,
    /// It stands beside the text, as the foot of a page.
    pub(super) aside: bool,
    /// That its number is one of a section was seen in the other text alone.
    pub(super) adopted: bool,
    pub(super) tokens: Vec<Token<'t>>,
}

impl Paragraph<'_> {
    /// Gives it the number of the later one where it begins with it.
    pub(super) fn numbered_as(&mut self, later: &Self, numbers: &mut Numbers) {
        let number = |of: &Self| of.label.as_deref().map(|label| bare(label).to_owned());
        if self.label.is_some() && number(self) == number(later) {
            self.adopt(later);
            return;
        }
        if self.label.is_some() || later.label.is_none() || !numbers.begin(&self.tokens, &later.lead) {
            return;
        }
        let mut left = later.lead.iter().filter(|token| is_word(token)).count();
        let ends = |token: &Token<'_>| {
            left -= usize::from(is_word(token) && left > 0);
            left == 0
        };
        let mut at = self.tokens.iter().position(ends).map_or(0, |at| at + 1);
        at += self.tokens[at..].iter().take_while(|token| token.glued && !is_word(token)).count();
        self.lead = self.tokens.drain(..at).collect();
        self.label = Some(words_of(&self.lead));
        self.adopt(later);
    }

    /// Its number is that of a section where the other's is.
    fn adopt(&mut self, other: &Self) {
        if other.numbered && !self.numbered {
            (self.numbered, self.adopted) = (true, true);
            self.heading = other.heading;
            self.section.clone_from(&other.section);
        }
    }

    /// A row as a line of words, as where nobody draws a table.
    pub(super) fn line(&mut self) {
        self.row = false;
        let mut parted = false;
        self.tokens.retain_mut(|token| {
            token.glued &= !std::mem::take(&mut parted);
            parted = token.text == CELL;
            !parted
        });
    }
}

/// The paragraphs of a text that have words.
pub(super) fn paragraphs(written: Written<'_>) -> Vec<Paragraph<'_>> {
    let text = written.text;
    let (lines, apart) = if written.wrapped { unwrapped(text) } else { plain(text) };
    let in_sheet = text.starts_with('\x0b');
    let rows: Vec<bool> = lines.iter().map(|line| is_row(line) || in_sheet && line.contains('\t')).collect();
    let bare: Vec<&str> = lines.iter().zip(&rows).map(|(line, row)| if *row { "" } else { line.as_ref() }).collect();
    let listed = contents(&bare[..apart]);
    let labels = numbering::sections(&bare[..apart], &listed);
    let leads: Vec<Option<(String, usize)>> = bare
        .iter()
        .enumerate()
        .map(|(at, line)| match labels.get(at).and_then(Option::as_ref) {
            Some(label) => Some((label.written.clone(), line.len() - label.rest(line).len())),
            None => marks::read(line),
        })
        .collect();
    let mut section = None;
    let mut headings: Vec<(String, Rc<str>)> = Vec::new();
    let mut out = Vec::with_capacity(lines.len());
    for ((at, line), lead) in lines.into_iter().enumerate().zip(leads) {
        let number = labels.get(at).and_then(Option::as_ref).map(|label| label.number.clone());
        if at == apart {
            section = None;
            headings.clear();
        }
        let from = lead.as_ref().map_or(0, |(_, end)| *end);
        let read = |part: &str, row| -> Vec<Token<'_>> {
            let mut tokens = Vec::new();
            read(part, row, &mut |word, glued| {
                tokens.push(Token { text: Cow::Owned(shown(word).into_owned()), glued });
            });
            tokens
        };
        let mut tokens: Vec<Token<'_>> = Vec::new();
        match &line {
            Cow::Borrowed(line) => self::read(&line[from..], rows[at], &mut |word, glued| {
                tokens.push(Token { text: shown(word), glued });
            }),
            Cow::Owned(line) => tokens = read(&line[from..], rows[at]),
        }
        let pages = if listed.get(at) == Some(&true) { without_pages(&mut tokens) } else { None };
        let (contents, unpaged) = (pages.is_some(), pages == Some(false));
        if tokens.is_empty() && (contents || lead.is_none()) {
            continue;
        }
        let lead_words = lead.as_ref().map(|(written, _)| read(written, false)).unwrap_or_default();
        let label = lead.map(|(written, _)| written);
        let lead_words = if contents { Vec::new() } else { lead_words };
        let label = label.filter(|_| !contents);
        let (numbered, heading) = (number.is_some(), number.is_some() && is_title(&tokens));
        if let Some(number) = number {
            headings.retain(|(above, _)| *above != number && within(&number, above));
            if heading {
                let title = format!("{} {}", label.as_deref().unwrap_or_default(), words_of(&tokens));
                headings.push((number.clone(), title.trim().into()));
            }
            section = Some(number);
        }
        let under = headings.last().map(|(_, title)| Rc::clone(title));
        let (section, row) = (section.clone(), rows[at]);
        let lead = lead_words;
        let (aside, adopted) = (at >= apart, false);
        out.push(Paragraph {
            label,
            lead,
            numbered,
            under,
            section,
            heading,
            row,
            contents,
            unpaged,
            aside,
            adopted,
            tokens,
        });
    }
    without_numbers(&mut out);
    out
}

/// Leaves out the numbers of a line of a table of contents: it says its title alone. Whether it had one of a page; nothing
/// where it is no such line.
fn without_pages(tokens: &mut Vec<Token<'_>>) -> Option<bool> {
    let dots = |token: &Token<'_>| token.text.chars().all(|c| matches!(c, '.' | '…' | '\u{2024}' | '·'));
    let led = |at: &usize| tokens[*at].text == DOTS || tokens[*at..].iter().take(3).filter(|t| dots(t)).count() == 3;
    let behind = (0..tokens.len()).find(led).or(tokens.len().checked_sub(1)).filter(|behind| *behind > 0)?;
    if !tokens[behind..].iter().all(|token| dots(token) || is_number(token)) {
        return None;
    }
    let paged = tokens[behind..].iter().any(|token| !dots(token));
    tokens.truncate(behind);
    let before = tokens.iter().take_while(|token| dots(token) || is_number(token)).count();
    tokens.drain(..before);
    Some(paged)
}

/// A number of a page or section, alone.
fn is_number(token: &Token<'_>) -> bool {
    let text = token.text.trim_matches(['.', ')']);
    text.is_empty() || text.chars().all(|c| c.is_ascii_digit() || c == '.') || is_roman(&text.to_ascii_uppercase())
}

/// Leaves out numbers that stand alone beside the lines of a table of contents: those of its pages, where the lines have none,
/// and never more than it has lines.
fn without_numbers(paragraphs: &mut Vec<Paragraph<'_>>) {
    let lone = |p: &Paragraph<'_>| !p.row && p.label.is_none() && p.tokens.iter().all(is_number);
    let mut out = vec![false; paragraphs.len()];
    let mut left = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if paragraph.contents {
            left += usize::from(paragraph.unpaged);
        } else if left > 0 && lone(paragraph) {
            left -= 1;
            out[at] = true;
        } else {
            left = 0;
        }
    }
    let mut out = out.into_iter();
    paragraphs.retain(|_| out.next() == Some(false));
}

/// A row has a tab behind each of its cells; a tab before and behind one text is none.
fn is_row(line: &str) -> bool {
    let line = line.trim_end_matches(' ');
    let cells = line.trim_end_matches('\t');
    line.len() > cells.len() && (cells.trim_start_matches('\t').contains('\t') || line.len() - cells.len() > 1)
}

/// Few words without the end of a sentence.
fn is_title(tokens: &[Token<'_>]) -> bool {
    tokens.len() <= 12 && tokens.last().is_none_or(|last| !last.text.ends_with(['.', ';', ',', '!', '?', '。']))
}

/// Hands on the words of a line; a row's cells with what parts them between.
fn read<'t>(line: &'t str, row: bool, take: &mut dyn FnMut(&'t str, bool)) {
    let cells = if row { line.trim_end() } else { line };
    for (n, cell) in cells.split(|c| row && c == '\t').enumerate() {
        if n > 0 {
            take(CELL, true);
        }
        for (nth, word) in cell.split_whitespace().enumerate() {
            split(word, n > 0 && nth == 0, take);
        }
    }
}

/// Hands on the parts of a word that are compared by themselves. `joined`: no blank stands before it.
fn split<'t>(word: &'t str, joined: bool, take: &mut dyn FnMut(&'t str, bool)) {
    if let Some(at) = word.find(LEADER) {
        // However many dots lead to the number of a page.
        let (before, behind) = (&word[..at], word[at..].trim_start_matches('.'));
        if !before.is_empty() {
            take(before, joined);
        }
        take(DOTS, false);
        if !behind.is_empty() {
            split(behind, false, take);
        }
        return;
    }
    let mut from = 0;
    let mut before = None;
    for (at, c) in word.char_indices() {
        // Each letter of a script without blanks is one, see `letters::alone`.
        if before.is_some_and(|last| alone(last) || alone(c)) {
            take(&word[from..at], joined || from > 0);
            from = at;
        }
        before = Some(c);
    }
    // What ends a part of a sentence is a word of its own: another end of it is no other word.
    let rest = &word[from..];
    let bare = rest.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let parted = if bare.ends_with(char::is_alphanumeric) { bare.len() } else { rest.len() };
    take(&rest[..parted], joined || from > 0);
    if parted < rest.len() {
        take(&rest[parted..], true);
    }
}

/// A word without what is nothing, composed.
fn shown(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || is_nfc(word) && !word.contains(nothing) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().filter(|c| !nothing(*c)).nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, wrapped: bool) -> Vec<String> {
        paragraphs(Written { text, wrapped }).iter().map(|p| words_of(&p.tokens)).collect()
    }

    #[test]
    fn broken_lines_are_joined_and_what_runs_on_every_page_is_read_once() {
        let page = |n: u32, text: &str| format!("SP-01 Change management\n{text}\nPage {n} of 3");
        let long = "The change meeting decides on every request within five working";
        let text = [
            page(
                1,
                &format!("1 Aim\n{long}\ndays; the re-\nquester hears why.\nSecond paragraph ends in the middle of"),
            ),
            page(2, "a page.\n- one\n- two"),
            page(3, "| a | b |\n|---|---|\n| c | d |"),
        ];
        let found = told(&text.join("\x0c"), true);
        let expected = [
            "Aim",
            &format!("{long} days; the requester hears why."),
            "Second paragraph ends in the middle of a page.",
            "- one",
            "- two",
            "a\tb",
            "c\td",
            "SP-01 Change management",
            "Page 1 of 3",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn cells_are_kept_apart_and_letters_without_blanks_stand_alone() {
        assert_eq!(told("Role\tTask\t\nA\t\tb c\t\n", false), ["Role\tTask", "A\t\tb c"]);
        assert_eq!(told("変更", false), ["変更"]);
        assert_eq!(told("con\u{ad}trol e\u{301}", false), ["control é"]);
    }
}
