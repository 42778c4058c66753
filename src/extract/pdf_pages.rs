//! The lines of a PDF's pages as they are read: a number in the margin with its text, paragraphs parted where more room is left
//! between two lines than elsewhere, and apart from all that what runs on every page.

use std::collections::HashMap;

use super::model::APART as BESIDE;
use super::pdf_lines::Piece;
use super::pdf_page::{APART, Line, Page};
use super::{pdf_margins, pdf_running};

/// A number in the margin stands so many heights of a letter before its text at most.
const HANGS: f64 = 6.0;

/// The text of each page.
pub(super) fn texts(pages: &mut [Page]) -> Vec<String> {
    pdf_margins::take_out(pages);
    pages.iter_mut().for_each(hang);
    let steps = usual(pages);
    pdf_running::mark(pages, |size| step(&steps, size));
    // Without heads and feet.
    let usual = usual(pages);
    pages.iter().map(|page| text(page, &usual)).collect()
}

/// The lines of the page, a blank behind those that go on in the next, as in mails; behind a vertical tab those that stand apart.
fn text(page: &Page, usual: &HashMap<i64, f64>) -> String {
    let mut out = String::new();
    let mut before: Option<&Line> = None;
    for line in page.lines.iter().filter(|line| !line.running) {
        if let Some(before) = before {
            out.push_str(match (parted(before, line, usual), page.full(before, line)) {
                (true, _) => "\n\n",
                (false, true) => " \n",
                (false, false) => "\n",
            });
        }
        out.push_str(&line.text());
        before = Some(line);
    }
    let running = page.running();
    if !running.is_empty() {
        out.push_str(BESIDE);
        out.push_str(&running.join("\n"));
    }
    out
}

/// A number or sign of a list that was drawn by itself comes before the text that stands in its line.
fn hang(page: &mut Page) {
    let mut n = 0;
    while n < page.lines.len() {
        match text_of_mark(&page.lines, n) {
            Some(of) => {
                let mark = page.lines.remove(n);
                let of = if of > n { of - 1 } else { of };
                page.lines[of].pieces.splice(0..0, mark.pieces);
            }
            None => n += 1,
        }
    }
}

/// So many lines before and behind a mark are looked through for its text: all of a page.
const NEAR: usize = 200;

fn text_of_mark(lines: &[Line], n: usize) -> Option<usize> {
    let [mark] = lines[n].pieces.as_slice() else { return None };
    if !mark.level || !is_mark(&mark.text) {
        return None;
    }
    let near = n.saturating_sub(NEAR)..lines.len().min(n + NEAR);
    let beside = near.filter(|at| *at != n).filter_map(|at| {
        let first = lines[at].first()?;
        let same = (first.base - mark.base).abs() <= 0.35 * mark.size.max(first.size);
        let gap = first.left - mark.right;
        (same && gap > -0.1 * mark.size && gap < HANGS * mark.size).then_some((at, gap))
    });
    let (at, _) = beside.min_by(|one, other| one.1.total_cmp(&other.1))?;
    (!is_mark(&lines[at].text())).then_some(at)
}

/// `4.2.1`, `(b)`, `iv.`, `•`, and a number alone.
fn is_mark(text: &str) -> bool {
    let text = text.trim();
    if matches!(text, "•" | "◦" | "▪" | "●" | "○" | "‣" | "-" | "–" | "—" | "\u{f0b7}" | "☐" | "☑")
    {
        return true;
    }
    let inner = text.trim_start_matches(['(', '[', '§']).trim_end_matches([')', ']', '.', ':']);
    let number = inner.chars().all(|c| c.is_ascii_digit());
    !inner.is_empty()
        && text.chars().count() <= 14
        && (number && inner.len() <= 3 || inner.contains('.') || inner.len() < text.len())
        && inner.split('.').all(|part| {
            let letters = part.chars().filter(|c| c.is_alphabetic()).count();
            let plain = part.chars().all(|c| c.is_ascii_alphanumeric());
            plain && (1..=4).contains(&part.len()) && (letters <= 1 || part.chars().all(|c| "ivxIVX".contains(c)))
        })
}

/// How far apart the lines of a paragraph stand, by the height of their letters.
fn usual(pages: &[Page]) -> HashMap<i64, f64> {
    let mut steps: HashMap<i64, Vec<f64>> = HashMap::new();
    for page in pages {
        let lines: Vec<&Piece> = page.lines.iter().filter(|line| !line.running).filter_map(Line::first).collect();
        for pair in lines.windows(2) {
            let step = pair[0].base - pair[1].base;
            let of = class(pair[0].size);
            if of == class(pair[1].size) && (0.8..3.0).contains(&(step / pair[1].size)) {
                steps.entry(of).or_default().push(step);
            }
        }
    }
    let quarter = |mut steps: Vec<f64>| {
        steps.sort_by(f64::total_cmp);
        steps[steps.len() / 4]
    };
    steps.into_iter().map(|(of, steps)| (of, quarter(steps))).collect()
}

/// Letters of about one height.
fn class(size: f64) -> i64 {
    (size * 2.0).round() as i64
}

fn parted(before: &Line, line: &Line, usual: &HashMap<i64, f64>) -> bool {
    let (Some(before), Some(line)) = (before.first(), line.first()) else { return false };
    before.base - line.base > APART * step(usual, before.size).max(step(usual, line.size))
}

fn step(usual: &HashMap<i64, f64>, size: f64) -> f64 {
    usual.get(&class(size)).copied().unwrap_or(1.25 * size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_lists_are_told_from_words() {
        for mark in ["4.2.1.", "4.2", "(b)", "iv.", "a)", "12", "•", "§8.1", "A.5.1"] {
            assert!(is_mark(mark), "{mark}");
        }
        for word in ["gauge", "is", "2026", "etc.", "a", "e.g.the", "1.2.2026 to", "yes"] {
            assert!(!is_mark(word), "{word}");
        }
    }
}
