//! A text as paragraphs and the words in them: lines that were broken for want of room are joined, what runs on every page
//! is read once, cells of tables are kept apart.

use std::borrow::Cow;
use std::collections::BTreeSet;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::letters::{alone, nothing};
use super::lines::{plain, unwrapped};
use super::numbering;

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

/// A word, or what parts two cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) text: Cow<'t, str>,
    /// Nothing stands between it and the one before, as in scripts without blanks.
    pub(super) glued: bool,
}

/// Whether it is a word, not a sign between words or cells.
pub(super) fn is_word(token: &Token<'_>) -> bool {
    token.text.contains(char::is_alphanumeric)
}

/// What parts two cells.
pub(super) const CELL: &str = "\t";

/// So many dots lead from a title to the number of its page; they are read as one sign.
const LEADER: &str = "....";
const DOTS: &str = "…";

/// A paragraph, or a row of a table.
#[derive(Debug)]
pub(super) struct Paragraph<'t> {
    /// The number it begins with, as it is written.
    pub(super) label: Option<String>,
    /// The number of the section it belongs to.
    pub(super) section: Option<String>,
    /// It is the title of a section.
    pub(super) heading: bool,
    pub(super) row: bool,
    pub(super) tokens: Vec<Token<'t>>,
}

/// The paragraphs of a text that have words.
pub(super) fn paragraphs(written: Written<'_>) -> Vec<Paragraph<'_>> {
    let text = written.text;
    let (lines, apart) = if written.wrapped { unwrapped(text) } else { plain(text) };
    let in_sheet = text.starts_with('\x0b');
    let rows: Vec<bool> = lines.iter().map(|line| is_row(line) || in_sheet && line.contains('\t')).collect();
    let bare: Vec<&str> = lines.iter().zip(&rows).map(|(line, row)| if *row { "" } else { line.as_ref() }).collect();
    let labels = numbering::sections(&bare[..apart]);
    let ends: Vec<usize> =
        labels.iter().zip(&bare).map(|(l, line)| l.as_ref().map_or(0, |l| line.len() - l.rest(line).len())).collect();
    let mut section = None;
    let mut out = Vec::with_capacity(lines.len());
    for (at, line) in lines.into_iter().enumerate() {
        let label = labels.get(at).and_then(Option::as_ref);
        if at == apart {
            section = None;
        }
        if let Some(label) = label {
            section = Some(label.number.clone());
        }
        let mut tokens = Vec::new();
        let from = ends.get(at).copied().unwrap_or(0);
        match line {
            Cow::Borrowed(line) => read(&line[from..], rows[at], &mut |word, glued| {
                tokens.push(Token { text: shown(word), glued });
            }),
            Cow::Owned(line) => read(&line[from..], rows[at], &mut |word, glued| {
                tokens.push(Token { text: Cow::Owned(shown(word).into_owned()), glued });
            }),
        }
        if tokens.is_empty() && label.is_none() {
            continue;
        }
        let heading = label.is_some() && is_title(&tokens);
        let label = label.map(|label| label.written.clone());
        out.push(Paragraph { label, section: section.clone(), heading, row: rows[at], tokens });
    }
    out
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
    if word.contains(LEADER) {
        // However many dots lead to the number of a page.
        let (before, behind) = (word.trim_end_matches(char::is_alphanumeric), word.trim_start_matches(|c| c != '.'));
        let parts = [&word[..word.len() - behind.len()], DOTS, &word[before.len()..]];
        parts.into_iter().filter(|part| !part.is_empty()).for_each(|part| take(part, false));
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
    use super::super::reading::words_of;
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
