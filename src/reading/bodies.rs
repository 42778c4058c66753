//! Standards where a running text names them: ours, and those of which we know nothing but that their clauses are not ours.

use std::sync::LazyLock;

use regex::Regex;

/// Compiles a pattern of this room; a wrong one reads nothing, and the tests read every one.
pub(super) fn pattern(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

static STANDARD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<iso>(?:iso|iec)(?:[/\s]+iec)?[\s\u{a0}/-]*)?(?P<number>20000[-\u{2010}-\u{2013}]1|20000|27001|9001)(?:\s?:\s?(?P<year>\d{4})(?:-(?:0[1-9]|1[0-2])\b)?)?",
    )
});
/// Any standard by a body that issues some and its number: what is none of ours has clauses, too.
static ANY_STANDARD: LazyLock<Option<Regex>> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:(?i:iso|iec)|EN|DIN|BS|NS|NF|UNE|UNI|SN|SS|DS|AS|SAE|IATF|VDA|OHSAS|NIST|ANSI|ÖNORM)[/\s\u{a0}-]*)+(?:(?:SP|TS|TR|TL|PAS|VOL|Vol\.)[\s-]*)?[1-9]\d{2,5}(?:[-\u{2010}-\u{2013}]\d{1,4})*(?:\s?:\s?\d{4}(?:-(?:0[1-9]|1[0-2])\b)?)?",
    )
});
/// A standard where a text names it.
pub(super) struct Standard {
    pub(super) start: usize,
    pub(super) end: usize,
    /// By its short name; none for a standard that is none of ours.
    pub(super) name: Option<&'static str>,
    pub(super) year: Option<String>,
    /// Named as a standard, not by a bare number.
    pub(super) sure: bool,
}

/// All that a text names, in its order.
pub(super) fn standards(text: &str) -> Vec<Standard> {
    let (Some(pattern), Some(any)) = (STANDARD.as_ref(), ANY_STANDARD.as_ref()) else { return Vec::new() };
    let another_part = |behind: &str| {
        let rest = behind.strip_prefix(|c: char| "-\u{2010}\u{2011}\u{2012}\u{2013}".contains(c));
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let mut found = Vec::new();
    for names in pattern.captures_iter(text) {
        let (Some(all), Some(number)) = (names.get(0), names.name("number")) else { continue };
        let (iso, year) = (names.name("iso"), names.name("year"));
        let name = match number.as_str() {
            "9001" => "9001",
            "27001" => "27001",
            // Without its part it is the standard only where it is called one.
            "20000" if iso.is_none() => continue,
            // Another part of it is another standard.
            "20000" if another_part(&text[all.end()..]) => continue,
            _ => "20000-1",
        };
        let part_of_more = text[all.end()..].starts_with(|c: char| c.is_alphanumeric())
            || text[..all.start()].ends_with(|c: char| c.is_ascii_digit() || ".-".contains(c));
        if !part_of_more {
            let sure = iso.is_some() || year.is_some();
            let year = year.map(|y| y.as_str().to_owned());
            found.push(Standard { start: all.start(), end: all.end(), name: Some(name), year, sure });
        }
    }
    let ours = found.len();
    for all in any.find_iter(text) {
        let own = |s: &Standard| s.start < all.end() && all.start() < s.end;
        if !found[..ours].iter().any(own) && !text[all.end()..].starts_with(|c: char| c.is_alphanumeric()) {
            found.push(Standard { start: all.start(), end: all.end(), name: None, year: None, sure: true });
        }
    }
    found.sort_by_key(|standard| standard.start);
    found
}

/// The one standard that a text names, of one year at most.
pub(super) fn only_standard(standards: &[Standard]) -> Option<&Standard> {
    let mut sure = standards.iter().filter(|s| s.sure);
    let first = sure.next()?;
    let same = |s: &Standard| s.name == first.name && (s.year == first.year || s.year.is_none());
    let best = standards.iter().filter(|s| s.sure).find(|s| s.year.is_some()).unwrap_or(first);
    (sure.all(|s| same(s) || s.year == best.year && s.name == best.name)).then_some(best)
}
