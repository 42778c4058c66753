//! Names of months.

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
