//! The lines of a text: those that were broken for want of room are joined, what runs on every page stands once, at the end.

use std::borrow::Cow;
use std::collections::HashMap;

use super::label::Label;
use super::letters::alone;

/// So many dots lead from a title to the number of its page.
const LEADER: &str = "....";

/// Each line a paragraph; and how many belong to the text itself: what stands behind a vertical tab stands beside it.
pub(super) fn plain(text: &str) -> (Vec<Cow<'_, str>>, usize) {
    let filled = |line: &&str| !line.trim().is_empty();
    let beside = if text.starts_with('\x0b') { None } else { text.find('\x0b') };
    let (body, rest) = text.split_at(beside.unwrap_or(text.len()));
    let mut lines: Vec<Cow<'_, str>> = body.lines().filter(filled).map(Cow::Borrowed).collect();
    let apart = lines.len();
    lines.extend(rest.lines().filter(filled).map(Cow::Borrowed));
    (lines, apart)
}

/// Lines joined to paragraphs. What runs on every page stands at the end, once; how many stand before it.
pub(super) fn unwrapped(text: &str) -> (Vec<Cow<'_, str>>, usize) {
    // What a reader of the page's places knows to stand apart.
    let parts = |page| -> (&str, &str) { str::split_once(page, "\n\x0b\n").unwrap_or((page, "")) };
    let (bodies, aside): (Vec<&str>, Vec<&str>) = text.split('\x0c').map(parts).unzip();
    let pages: Vec<Vec<&str>> = bodies.into_iter().map(|page| page.lines().collect()).collect();
    let running = running(&pages);
    let width = width(text);
    let mut out: Vec<Cow<'_, str>> = Vec::new();
    let mut beside: Vec<Cow<'_, str>> = Vec::new();
    let mut seen = Seen::default();
    // The line before, unless a paragraph ended with it.
    let mut last: Option<&str> = None;
    let mut flows = false;
    for (page, lines) in pages.iter().enumerate() {
        for (n, line) in lines.iter().enumerate() {
            let full = line.ends_with(' ');
            let line = line.trim();
            if line.is_empty() {
                // A page may end within a paragraph.
                last = last.filter(|_| page > 0 && lines[..n].iter().all(|line| line.trim().is_empty()));
                continue;
            }
            if at_edge(lines, n) && running.contains_key(&without_digits(line)) {
                if seen.first(page, line) {
                    beside.push(Cow::Borrowed(line));
                }
                continue;
            }
            if let Some(row) = row_of(line) {
                // The line below the head of a table has no cell.
                out.extend((!row.is_empty()).then_some(Cow::Owned(row)));
                last = None;
                continue;
            }
            match (last, out.last_mut()) {
                (Some(before), Some(paragraph)) if flows && !begins_anew(line) || goes_on(before, line, width) => {
                    join(paragraph.to_mut(), line);
                }
                _ => out.push(Cow::Borrowed(line)),
            }
            last = Some(line);
            // A blank at its end: whoever saw where it stands says that its paragraph goes on.
            flows = full;
        }
        for line in aside[page].lines().map(str::trim).filter(|line| !counts(line)) {
            if seen.first(page, line) {
                beside.push(Cow::Borrowed(line));
            }
        }
    }
    let apart = out.len();
    out.extend(beside);
    (out, apart)
}

/// What ran on the pages so far: by how it reads without digits, the pages and lines.
#[derive(Default)]
struct Seen<'t>(HashMap<String, Vec<(usize, &'t str)>>);

impl<'t> Seen<'t> {
    /// Whether a line says something that none on an earlier page did. A number that goes on with the pages says nothing new;
    /// any other one does.
    fn first(&mut self, page: usize, line: &'t str) -> bool {
        let known = self.0.entry(without_digits(line)).or_default();
        let counted = |(before, of): &(usize, &str)| {
            let on = (page - before) as u64;
            let same = |(was, is): (&u64, &u64)| was == is || was + on == *is;
            let (was, is) = (numbers(of), numbers(line));
            *of == line || was.len() == is.len() && !was.is_empty() && was.iter().zip(&is).all(same)
        };
        let new = !known.iter().any(counted);
        if new {
            known.push((page, line));
        }
        new
    }
}

/// The numbers in a line.
fn numbers(line: &str) -> Vec<u64> {
    let parts = line.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().unwrap_or(u64::MAX / 2)).collect()
}

/// Whether a line says nothing, or counts alone: the number of a page, or those of its lines.
fn counts(line: &str) -> bool {
    line.chars().all(|c| c.is_ascii_digit() || c.is_whitespace())
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

/// A row of a table as plain texts draw it, `| a | b |`, with tabs; empty for the line below its head.
fn row_of(line: &str) -> Option<String> {
    let inside = line.strip_prefix('|')?.trim_end_matches('|');
    let ruled = !inside.is_empty() && inside.chars().all(|c| matches!(c, '-' | ':' | '|' | ' '));
    Some(inside.split('|').filter(|_| !ruled).fold(String::new(), |row, cell| row + cell.trim() + "\t"))
}

/// Whether a paragraph goes on in the next line.
fn goes_on(before: &str, line: &str, width: usize) -> bool {
    if is_sign(before) {
        return true;
    }
    if begins_anew(line) || before.starts_with(['#', '|']) || before.contains(LEADER) {
        return false;
    }
    if !ends(before) && goes_on_within(before, line) {
        return true;
    }
    // The next word had no room.
    let word = line.split_whitespace().next().map_or(0, |word| word.chars().count());
    before.chars().count() + 1 + word > width
}

/// A number or sign alone: what it stands for is in the next line.
fn is_sign(line: &str) -> bool {
    let sign = line.chars().count() == 1 && !line.chars().all(char::is_alphanumeric);
    sign || Label::read(line).is_some_and(|label| label.rest(line).is_empty())
}

/// Whether a line ends a sentence.
fn ends(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', ';', '。', '：', '；'])
}

/// Whether a sentence goes on from one line to another.
fn goes_on_within(before: &str, line: &str) -> bool {
    line.starts_with(char::is_lowercase) || before.ends_with(alone) && line.starts_with(alone)
}

/// A line that begins with a sign or number of a list or section.
fn begins_anew(line: &str) -> bool {
    if line.starts_with(['•', '◦', '▪', '●', '○', '·', '‣', '\u{f0b7}', '*', '#', '|', '☐', '☑']) {
        return true;
    }
    let first = line.split_whitespace().next().unwrap_or_default();
    matches!(first, "-" | "–" | "—" | "o" | "§")
        || first.len() <= 5 && first.ends_with(')') && first.trim_matches(['(', ')']).chars().all(char::is_alphanumeric)
        || Label::read(line).is_some_and(|label| !label.rest(line).is_empty())
}

/// How many letters a full line has, as those show that surely go on in the next; none has where no line does.
fn width(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let broken = lines.windows(2).filter(|pair| !ends(pair[0]) && goes_on_within(pair[0], pair[1]));
    let mut lengths: Vec<usize> = broken.map(|pair| pair[0].chars().count()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() * 3 / 4).copied().unwrap_or(usize::MAX)
}

/// Lines at the top or bottom of most pages, by how they read without digits.
fn running(pages: &[Vec<&str>]) -> HashMap<String, usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for lines in pages {
        let edge = lines.iter().enumerate().filter(|(n, line)| !line.trim().is_empty() && at_edge(lines, *n));
        let mut keys: Vec<String> = edge.map(|(_, line)| without_digits(line.trim())).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
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
    let mut out = String::with_capacity(line.len());
    for c in line.chars().map(|c| if c.is_numeric() { '#' } else { c }) {
        if c != '#' || !out.ends_with('#') {
            out.push(c);
        }
    }
    out
}
