//! Numbers that count the lines of a PDF in its margin: they belong to no line.

use super::pdf_lines::Piece;
use super::pdf_page::Page;

/// So many are needed before a column of numbers counts lines.
const FEWEST: usize = 6;
/// Numbers that count every line rather than every fifth: so many on a page, on two pages.
const EVERY: usize = 15;

/// Takes them out of the lines.
pub(super) fn take_out(pages: &mut [Page]) {
    let found: Vec<Vec<Number>> = pages.iter().map(of_page).collect();
    let steps: Vec<u32> =
        found.iter().flat_map(|page| page.windows(2).map(|pair| pair[1].value.saturating_sub(pair[0].value))).collect();
    let numbers: usize = found.iter().map(Vec::len).sum();
    let Some(step) = usual(&steps).filter(|step| *step > 0) else { return };
    let even = steps.iter().filter(|other| **other == step).count();
    if numbers < FEWEST || even * 5 < steps.len() * 4 {
        return;
    }
    let full = |(page, found): &(&Page, &Vec<Number>)| found.len() >= EVERY && found.len() * 10 >= page.lines.len() * 7;
    if step == 1 && pages.iter().zip(&found).filter(full).count() < 2 {
        return;
    }
    for (page, found) in pages.iter_mut().zip(found) {
        for number in &found {
            page.lines[number.line].pieces.remove(number.piece);
            page.numbers.push(number.value.to_string());
        }
        page.lines.retain(|line| !line.pieces.is_empty());
    }
}

struct Number {
    line: usize,
    piece: usize,
    base: f64,
    value: u32,
}

/// Numbers alone that stand beside all text of a page, from above to below.
fn of_page(page: &Page) -> Vec<Number> {
    let all = || page.lines.iter().flat_map(|line| &line.pieces).filter(|piece| piece.level);
    let words: Vec<&Piece> = all().filter(|piece| value(piece).is_none()).collect();
    // Heads and feet may reach farther than the text.
    let beside = |number: &Piece| {
        words.iter().filter(|word| word.left < number.right).count() <= 2
            || words.iter().filter(|word| word.right > number.left).count() <= 2
    };
    let mut out: Vec<Number> = Vec::new();
    for (n, line) in page.lines.iter().enumerate() {
        // One at most of a line is taken, so that its place stays what it is.
        let number = line
            .pieces
            .iter()
            .enumerate()
            .find(|(_, piece)| piece.level && value(piece).is_some() && words.len() > 4 && beside(piece));
        if let Some((at, piece)) = number {
            out.extend(value(piece).map(|value| Number { line: n, piece: at, base: piece.base, value }));
        }
    }
    out.sort_by(|one, other| other.base.total_cmp(&one.base));
    out
}

fn value(piece: &Piece) -> Option<u32> {
    let text = piece.text.trim();
    text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse().ok()).flatten().filter(|_| text.len() <= 4)
}

fn usual(steps: &[u32]) -> Option<u32> {
    let count = |step: u32| steps.iter().filter(|other| **other == step).count();
    steps.iter().copied().take(200).max_by_key(|step| count(*step))
}
