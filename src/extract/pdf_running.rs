//! Heads and feet of a PDF's pages: lines at one height of many pages that say the same, or count pages. Where they do on most
//! pages, what stands there on the others is one, too: heads change by chapter.

use std::collections::HashMap;

use super::pdf_page::{APART, Page};

/// So many lines at the top and the bottom of a page may run.
const DEEPEST: usize = 4;
/// What stands within so many points of one height stands at it.
const NEAR: i64 = 2;

/// What stands at one height of a page.
struct Row {
    base: f64,
    size: f64,
    text: String,
    lines: Vec<usize>,
}

/// Marks what runs. `usual` is how far apart lines of letters so high stand: heads and feet stand farther from the text, or they
/// are its beginning and end.
pub(super) fn mark(pages: &mut [Page], usual: impl Fn(f64) -> f64) {
    let mut rows: Vec<Vec<Row>> = pages.iter().map(rows).collect();
    for bottom in [false, true] {
        let mut taken: Vec<(usize, Row)> = Vec::new();
        let mut apart = 0;
        for _ in 0..DEEPEST {
            let running = running(&rows, bottom);
            let mut with_room = 0;
            for page in &running {
                let row = if bottom { rows[*page].pop() } else { Some(rows[*page].remove(0)) };
                let next = if bottom { rows[*page].last() } else { rows[*page].first() };
                let room = |row: &Row| next.is_none_or(|n| (row.base - n.base).abs() > APART * usual(n.size));
                with_room += usize::from(row.as_ref().is_some_and(room));
                taken.extend(row.map(|row| (*page, row)));
            }
            if with_room * 2 > running.len() {
                apart = taken.len();
            } else if running.is_empty() || apart > 0 {
                break;
            }
        }
        for (page, row) in taken.drain(..apart) {
            row.lines.into_iter().for_each(|line| pages[page].lines[line].running = true);
        }
        // What was taken for a head is the first of the text.
        for (page, row) in taken.into_iter().rev() {
            let at = if bottom { rows[page].len() } else { 0 };
            rows[page].insert(at, row);
        }
    }
}

/// From above to below.
fn rows(page: &Page) -> Vec<Row> {
    let mut level: Vec<(usize, &super::pdf_lines::Piece)> = Vec::new();
    for (n, line) in page.lines.iter().enumerate() {
        level.extend(line.first().filter(|_| !line.text().trim().is_empty()).map(|piece| (n, piece)));
    }
    level.sort_by(|one, other| other.1.base.total_cmp(&one.1.base).then(one.1.left.total_cmp(&other.1.left)));
    let mut out: Vec<Row> = Vec::new();
    for (n, piece) in level {
        match out.last_mut() {
            Some(row) if (row.base - piece.base).abs() < 0.35 * row.size.max(piece.size) => {
                row.lines.push(n);
                row.text.push(' ');
                row.text.push_str(&page.lines[n].text());
            }
            _ => {
                let text = page.lines[n].text();
                out.push(Row { base: piece.base, size: piece.size, text, lines: vec![n] });
            }
        }
    }
    out
}

/// The pages whose outermost row runs.
fn running(rows: &[Vec<Row>], bottom: bool) -> Vec<usize> {
    let outer = |page: usize| if bottom { rows[page].last() } else { rows[page].first() };
    let mut at: HashMap<i64, Vec<usize>> = HashMap::new();
    for page in 0..rows.len() {
        if let Some(row) = outer(page) {
            at.entry(height(row)).or_default().push(page);
        }
    }
    let mut out: Vec<usize> = Vec::new();
    let mut heights: Vec<(usize, i64)> = at.iter().map(|(height, pages)| (pages.len(), *height)).collect();
    heights.sort_unstable_by(|one, other| other.cmp(one));
    for (_, height) in heights {
        let near = (height - NEAR..=height + NEAR).flat_map(|height| at.get(&height).into_iter().flatten());
        let pages: Vec<usize> = near.copied().filter(|page| !out.contains(page)).collect();
        let of: Vec<(usize, &Row)> = pages.iter().filter_map(|page| Some((*page, outer(*page)?))).collect();
        out.extend(band(&of, rows.len()));
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// Those of some rows at one height that run.
fn band(of: &[(usize, &Row)], pages: usize) -> Vec<usize> {
    let mut same: HashMap<String, usize> = HashMap::new();
    for (_, row) in of {
        *same.entry(key(&row.text)).or_default() += 1;
    }
    let said: Vec<bool> = of.iter().map(|(_, row)| same.get(&key(&row.text)).is_some_and(|n| *n >= 2)).collect();
    let known = said.iter().filter(|said| **said).count();
    let few = match of {
        // Two pages tell by their numbers alone.
        [one, other] => pages > 3 || known < 2 || !counts(&one.1.text, &other.1.text),
        _ => of.len() * 4 < pages || known < 3,
    };
    if few || known * 5 < of.len() * 3 {
        return Vec::new();
    }
    let mut sizes: Vec<f64> = of.iter().zip(&said).filter(|(_, said)| **said).map(|((_, row), _)| row.size).collect();
    sizes.sort_by(f64::total_cmp);
    let size = sizes[sizes.len() / 2];
    let runs = |(_, said): &(&(usize, &Row), &bool)| **said;
    let alike = |((_, row), _): &(&(usize, &Row), &bool)| (row.size - size).abs() <= 0.05 * size;
    of.iter().zip(&said).filter(|each| runs(each) || alike(each)).map(|((page, _), _)| *page).collect()
}

fn height(row: &Row) -> i64 {
    row.base.round() as i64
}

/// Whether a number of the first is one less in the other.
fn counts(one: &str, other: &str) -> bool {
    let numbers = |text: &str| -> Vec<u64> {
        text.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect()
    };
    numbers(one).iter().zip(numbers(other)).any(|(one, other)| one.checked_add(1) == Some(other))
}

/// How a line reads whatever its numbers are.
fn key(text: &str) -> String {
    let word = |word: &str| {
        let roman = !word.is_empty() && word.chars().all(|c| "ivxlc".contains(c));
        if roman { String::from("#") } else { without_digits(word) }
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn without_digits(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars().map(|c| if c.is_numeric() { '#' } else { c }) {
        if c != '#' || !out.ends_with('#') {
            out.push(c);
        }
    }
    out
}
