//! A page of a PDF as its lines, before they are read.

use super::pdf_lines::Piece;

/// Lines farther apart than this many times what is usual belong to two paragraphs.
pub(super) const APART: f64 = 1.3;

/// A line as it is drawn.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    /// It runs on many pages.
    pub(super) running: bool,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) lines: Vec<Line>,
    /// Numbers of its lines, as laws and specifications have them.
    pub(super) numbers: Vec<String>,
}

impl Line {
    pub(super) fn text(&self) -> String {
        led(&self.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" "))
    }

    pub(super) fn first(&self) -> Option<&Piece> {
        self.pieces.first().filter(|piece| piece.level)
    }
}

impl Page {
    pub(super) fn of(pieces: Vec<Piece>) -> Self {
        let mut lines: Vec<Line> = Vec::new();
        for piece in pieces {
            match lines.last_mut() {
                Some(line) if piece.goes_on => line.pieces.push(piece),
                _ => lines.push(Line { pieces: vec![piece], running: false }),
            }
        }
        Self { lines, numbers: Vec::new() }
    }

    /// What runs on it, a line each.
    pub(super) fn running(&self) -> Vec<String> {
        let lines = self.lines.iter().filter(|line| line.running).map(Line::text);
        let numbers = (!self.numbers.is_empty()).then(|| self.numbers.join(" "));
        lines.chain(numbers).filter(|line| !line.trim().is_empty()).collect()
    }

    /// Whether the first word of a line had no room in the one before it: its paragraph goes on there.
    pub(super) fn full(&self, before: &Line, line: &Line) -> bool {
        let (Some(first), Some(next), Some(last)) = (before.first(), line.first(), before.pieces.last()) else {
            return false;
        };
        let size = first.size;
        let step = first.base - next.base;
        if step < 0.5 * size || next.left > first.left + 4.0 * size || last.text.ends_with('-') {
            return false;
        }
        let near = |line: &&Line| line.first().is_some_and(|other| (other.left - first.left).abs() < 6.0 * size);
        let lines = self.lines.iter().filter(|line| !line.running).filter(near);
        let mut ends: Vec<f64> = lines.filter_map(|line| Some(line.pieces.last()?.right)).collect();
        ends.sort_by(f64::total_cmp);
        // One that reaches farther than all others says nothing of the room.
        let room = ends.len().checked_sub(1 + ends.len() / 20).and_then(|at| ends.get(at)).copied();
        let letters = next.text.chars().count().max(1) as f64;
        let word = next.text.split_whitespace().next().map_or(0, |word| word.chars().count()) as f64;
        let width = (next.right - next.left) / letters * (word + 1.0);
        ends.len() >= 4 && room.is_some_and(|room| last.right + width > room)
    }
}

/// Dots that lead to the number of a page, drawn one by one, as one word of four.
fn led(line: &str) -> String {
    if !line.contains(". . . .") {
        return line.to_owned();
    }
    let mut out: Vec<&str> = Vec::new();
    let words: Vec<&str> = line.split(' ').collect();
    let mut n = 0;
    while n < words.len() {
        let dots = words[n..].iter().take_while(|word| **word == ".").count();
        out.push(if dots >= 4 { "...." } else { words[n] });
        n += if dots >= 4 { dots } else { 1 };
    }
    out.join(" ")
}
