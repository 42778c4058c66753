//! A text as paragraphs and the words in them: lines that were broken for want of room are joined, what runs on every page
//! is read once, cells of tables are kept apart.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::letters::{alone, nothing};
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

/// What parts two cells.
pub(super) const CELL: &str = "\t";

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
pub(super) fn paragraphs<'t>(written: Written<'t>) -> Vec<Paragraph<'t>> {
    let text = written.text;
    let (lines, apart) = if written.wrapped { unwrapped(text) } else { plain(text) };
    let in_sheet = text.starts_with('\x0b');
    let rows: Vec<bool> = lines
        .iter()
        .map(|line| line.trim_end_matches(' ').ends_with('\t') || in_sheet && line.contains('\t'))
        .collect();
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
        for word in cell.split_whitespace() {
            let mut from = 0;
            let mut before = None;
            for (at, c) in word.char_indices() {
                // Each letter of a script without blanks is one, see `letters::alone`.
                if before.is_some_and(|last| alone(last) || alone(c)) {
                    take(&word[from..at], from > 0);
                    from = at;
                }
                before = Some(c);
            }
            take(&word[from..], from > 0);
        }
    }
}

/// A word without what is nothing, composed.
fn shown(word: &str) -> Cow<'_, str> {
    if word.is_ascii() || is_nfc(word) && !word.contains(nothing) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().filter(|c| !nothing(*c)).nfc().collect())
}

/// Each line a paragraph; and how many belong to the text itself: what stands behind a vertical tab stands beside it.
fn plain(text: &str) -> (Vec<Cow<'_, str>>, usize) {
    let filled = |line: &&str| !line.trim().is_empty();
    let beside = if text.starts_with('\x0b') { None } else { text.find('\x0b') };
    let (body, rest) = text.split_at(beside.unwrap_or(text.len()));
    let mut lines: Vec<Cow<'_, str>> = body.lines().filter(filled).map(Cow::Borrowed).collect();
    let apart = lines.len();
    lines.extend(rest.lines().filter(filled).map(Cow::Borrowed));
    (lines, apart)
}

/// Lines joined to paragraphs. What runs on every page stands at the end, once; how many stand before it.
fn unwrapped(text: &str) -> (Vec<Cow<'_, str>>, usize) {
    let pages: Vec<Vec<&str>> = text.split('\x0c').map(|page| page.lines().collect()).collect();
    let running = running(&pages);
    let width = width(text);
    let mut out: Vec<Cow<'_, str>> = Vec::new();
    let mut beside: Vec<Cow<'_, str>> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    // The line before, unless a paragraph ended with it.
    let mut last: Option<&str> = None;
    for (page, lines) in pages.iter().enumerate() {
        for (n, line) in lines.iter().enumerate() {
            let line = line.trim();
            if line.is_empty() {
                // A page may end within a paragraph.
                last = last.filter(|_| page > 0 && lines[..n].iter().all(|line| line.trim().is_empty()));
                continue;
            }
            let key = without_digits(line);
            if at_edge(lines, n) && running.contains_key(&key) {
                if !seen.contains(&key) {
                    seen.push(key);
                    beside.push(Cow::Borrowed(line));
                }
                continue;
            }
            if let Some(row) = row_of(line) {
                out.extend(row.map(Cow::Owned));
                last = None;
                continue;
            }
            match (last, out.last_mut()) {
                (Some(before), Some(paragraph)) if goes_on(before, line, width) => join(paragraph.to_mut(), line),
                _ => out.push(Cow::Borrowed(line)),
            }
            last = Some(line);
        }
    }
    let apart = out.len();
    out.extend(beside);
    (out, apart)
}

/// Adds a line to a paragraph; a word that was parted at its end is whole again.
fn join(paragraph: &mut String, line: &str) {
    let parted =
        paragraph.strip_suffix(['-', '\u{2010}', '\u{ad}']).is_some_and(|text| text.ends_with(char::is_lowercase));
    if parted && line.starts_with(char::is_lowercase) {
        paragraph.pop();
    } else if !(paragraph.ends_with(alone) && line.starts_with(alone)) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

/// A row of a table as plain texts draw it, `| a | b |`, with tabs; nothing within for the line below its head.
fn row_of(line: &str) -> Option<Option<String>> {
    let inside = line.strip_prefix('|')?.trim_end_matches('|');
    let ruled = !inside.is_empty() && inside.chars().all(|c| matches!(c, '-' | ':' | '|' | ' '));
    Some((!ruled).then(|| inside.split('|').fold(String::new(), |row, cell| row + cell.trim() + "\t")))
}

/// Whether a paragraph goes on in the next line.
fn goes_on(before: &str, line: &str, width: usize) -> bool {
    if begins_anew(line) || before.starts_with('#') || before.starts_with('|') {
        return false;
    }
    let ended = before.ends_with(['.', '!', '?', ':', ';', '。', '：', '；']);
    if !ended && line.starts_with(char::is_lowercase) {
        return true;
    }
    // The next word had no room.
    let word = line.split_whitespace().next().map_or(0, |word| word.chars().count());
    before.chars().count() + 1 + word > width
}

/// A line that begins with a sign or number of a list or section.
fn begins_anew(line: &str) -> bool {
    if line.starts_with(['•', '◦', '▪', '●', '○', '·', '‣', '\u{f0b7}', '*', '#', '|', '☐', '☑']) {
        return true;
    }
    let first = line.split_whitespace().next().unwrap_or_default();
    matches!(first, "-" | "–" | "—" | "o" | "§")
        || first.len() <= 5 && first.ends_with(')') && first.trim_matches(['(', ')']).chars().all(char::is_alphanumeric)
        || numbering::Label::read(line).is_some_and(|label| !label.rest(line).is_empty())
}

/// How many letters most of the full lines have.
fn width(text: &str) -> usize {
    let mut lengths: Vec<usize> = text.lines().map(|line| line.trim().chars().count()).filter(|n| *n > 0).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0).max(40)
}

/// Lines at the top or bottom of most pages, by how they read without digits.
fn running(pages: &[Vec<&str>]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for lines in pages {
        let edge = lines.iter().enumerate().filter(|(n, line)| !line.trim().is_empty() && at_edge(lines, *n));
        let mut keys: Vec<String> = edge.map(|(_, line)| without_digits(line.trim())).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.into_iter().for_each(|key| *counts.entry(key).or_default() += 1);
    }
    counts.retain(|_, count| *count >= 3 && *count * 2 >= pages.len());
    counts
}

/// Among the first or last lines of a page.
fn at_edge(lines: &[&str], n: usize) -> bool {
    const EDGE: usize = 4;
    n < EDGE || n + EDGE >= lines.len()
}

fn without_digits(line: &str) -> String {
    line.chars().map(|c| if c.is_numeric() { '#' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, wrapped: bool) -> Vec<String> {
        let words = |p: &Paragraph<'_>| p.tokens.iter().map(|t| t.text.as_ref()).collect::<Vec<_>>().join(" ");
        paragraphs(Written { text, wrapped }).iter().map(words).collect()
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
            "a \t b",
            "c \t d",
            "SP-01 Change management",
            "Page 1 of 3",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn cells_are_kept_apart_and_letters_without_blanks_stand_alone() {
        assert_eq!(told("Role\tTask\t\nA\t\tb c\t\n", false), ["Role \t Task", "A \t \t b c"]);
        assert_eq!(told("変更", false), ["変 更"]);
        assert_eq!(told("con\u{ad}trol e\u{301}", false), ["control é"]);
    }
}
