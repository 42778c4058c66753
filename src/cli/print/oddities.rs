//! What an import says of files and rows, in the terminal's words, which stand in `oddities.csv`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::cli::words;
use crate::import::{Because, Problem};
use crate::print::fill;

/// The words for one thing: places as `{code}` for its values.
#[derive(Deserialize)]
struct Words {
    says: String,
    words: String,
}

// The file is part of the program and a test reads each row, so the empty list never occurs.
static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_bytes!("../oddities.csv").as_slice()).into_deserialize();
    rows.collect::<Result<_, _>>().unwrap_or_default()
});

/// It in a sentence.
pub(super) fn said(problem: &Problem) -> String {
    let Some(words) = WORDS.iter().find(|words| words.says == problem.says) else {
        return problem.says.replace('_', " ");
    };
    // What stands in `[…]` is left out where a value in it is empty.
    let value = |name: &str| match name {
        "why" => problem.because.as_ref().map(why),
        _ => problem.values.get(name).filter(|value| !value.is_empty()).cloned(),
    };
    fill(&words.words, &value)
}

/// The refusal, and what to do next.
fn why(because: &Because) -> String {
    let values: Vec<_> = because.values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    match words::said(because.reason, &values) {
        Some((message, hint)) => format!("{message}. {}", hint.trim_end_matches('.')),
        None => because.reason.replace('_', " "),
    }
}

/// Why a file is none of the organisation's.
pub(super) fn left_out(reason: &str) -> &'static str {
    match reason {
        "office_owner" => "owner file of an office program",
        "office_lock" => "lock file of an office program",
        "windows" => "made by Windows",
        "macos" => "made by macOS",
        _ => "temporary file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(WORDS.len() + 1, include_str!("../oddities.csv").lines().count());
    }
}
