//! Names of months, and words for parts of a year.

use std::sync::LazyLock;

use super::table::of_kind;
use crate::text::fold;

static MONTHS: LazyLock<Vec<(u32, String)>> = LazyLock::new(|| {
    const NAMES: [&str; 12] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
    let numbers: Vec<(u32, &str)> = (1..).zip(NAMES).collect();
    of_kind("month", &numbers).into_iter().map(|(number, name)| (number, fold(name))).collect()
});

/// The month, 1 to 12, by its name or at least the first three letters of it; nothing where months of several numbers begin
/// so, as *juin* and *juillet* do.
pub fn month(text: &str) -> Option<u32> {
    let text = fold(text);
    if text.chars().count() < 3 {
        return None;
    }
    if let Some(number) = month_in_full(&text) {
        return Some(number);
    }
    let mut fitting = MONTHS.iter().filter(|(_, name)| name.starts_with(&text)).map(|(number, _)| *number);
    let first = fitting.next()?;
    fitting.all(|other| other == first).then_some(first)
}

/// The month whose whole name a word is.
pub fn month_in_full(text: &str) -> Option<u32> {
    let text = fold(text);
    MONTHS.iter().find(|(_, name)| *name == text).map(|(number, _)| *number)
}

/// What a word before a year, a quarter or a month makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// The word for a part with which a text begins, and what stands behind it; the longest of several.
pub fn edge(text: &str) -> Option<(Edge, &str)> {
    static EDGES: LazyLock<Vec<(Edge, String)>> = LazyLock::new(|| {
        let names = [(Edge::Start, "start"), (Edge::Middle, "middle"), (Edge::End, "end")];
        let mut all: Vec<_> = of_kind("edge", &names).into_iter().map(|(edge, word)| (edge, fold(word))).collect();
        all.sort_by_key(|(_, word)| std::cmp::Reverse(word.chars().count()));
        all
    });
    let ends = || text.char_indices().map(|(at, _)| at).filter(|at| *at > 0);
    EDGES.iter().find_map(|(edge, word)| {
        // Folded it may have another length: the place behind it is looked for in the text as it stands.
        let end = ends().find(|at| fold(&text[..*at]) == *word)?;
        let rest = &text[end..];
        rest.starts_with([' ', '-', '.', '/']).then(|| (*edge, rest.trim_start_matches([' ', '-', '.', '/'])))
    })
}

/// A span of days that is counted within a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// A week.
    Week,
    /// Half of a year.
    Half,
}

/// The span that a word names.
pub fn span(word: &str) -> Option<Span> {
    static SPANS: LazyLock<Vec<(Span, String)>> = LazyLock::new(|| {
        let names = [(Span::Week, "week"), (Span::Half, "half")];
        of_kind("span", &names).into_iter().map(|(span, word)| (span, fold(word))).collect()
    });
    let word = fold(word);
    SPANS.iter().find(|(_, known)| *known == word).map(|(span, _)| *span)
}
