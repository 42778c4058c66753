//! Numbers of controls as they stand in cells, and the words above the columns of each kind of list.

use std::sync::LazyLock;

use regex::Regex;

use crate::questions::List;
use crate::reading::due;
use crate::words::{self, Fit, Header};

/// A number of two or three parts, with or without the annex's letter and a standard before it.
static CONTROL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:[\p{L}/ ]{0,24}2700[12](?:\s?[:-]\s?\d{4})?[\s:,–-]*)?(?:(?:annex|anhang|annexe|anexo|control|ctrl)\.?\s*)?(?:a\s?[.-]?\s?\d{1,2}|\d{1,2}[.,])(?:[.,]?\d{1,2}){0,3}\.?(?:[\s:)–—-]|$)")
        .ok()
});

/// Whether a cell begins with what could be the number of a control.
pub(super) fn control(text: &str) -> bool {
    CONTROL.as_ref().is_some_and(|pattern| pattern.is_match(text.trim())) && due(text.trim()).is_none()
}

/// Everything that a header of such a list may mean; the surest first.
pub(super) fn meanings(list: List, text: &str) -> Vec<(Header, Fit)> {
    match list {
        List::StatementOfApplicability => words::statement_meanings(text),
        _ => words::meanings(text),
    }
}
