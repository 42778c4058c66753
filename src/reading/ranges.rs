//! Ranges of clauses, `A.5.24 to A.5.26`: everything in between is meant as well.

/// No range of clauses is longer.
const LONGEST: u32 = 50;

/// No word for a range has more bytes.
const LONGEST_WORD: usize = 8;

/// Whether this stands between the two ends of a range: a dash, or a word for it.
pub fn joins(between: &str) -> bool {
    let between = between.trim();
    // Two numbers may have a whole workbook between them.
    if between.len() > LONGEST_WORD {
        return false;
    }
    let between = between.to_lowercase();
    ["-", "‐", "‑", "–", "—", "…", "..."].contains(&between.as_str()) || is_word(&between)
}

/// Whether a word stands between the two ends of a range.
pub(super) fn is_word(word: &str) -> bool {
    ["to", "through", "thru", "till", "until", "bis", "à", "til"].contains(&word.to_lowercase().as_str())
}

/// The clauses behind the first one up to the last, which may be written whole (`A.12.4.3`) or as its last number (`3`).
pub(super) fn up_to(from: &str, to: &str) -> Option<Vec<String>> {
    let (parent, first) = from.rsplit_once('.')?;
    let end = match to.rsplit_once('.') {
        Some((other, end)) if other == parent => end,
        Some(_) => return None,
        None => to,
    };
    let (first, end): (u32, u32) = (first.parse().ok()?, end.trim_start_matches("A.").parse().ok()?);
    let sane = first < end && end - first <= LONGEST;
    sane.then(|| (first + 1..=end).map(|n| format!("{parent}.{n}")).collect())
}
