//! Clauses as others write them: in the cell of a list, with several notations and sometimes several standards, and in
//! running text behind the number of their standard.

use super::named::clauses_named;
use crate::standards::{ClauseRef, EditionId};
use crate::words::behind_clause_word;

/// What a cell of a list names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClauseCell {
    /// Standard and clause, in the order of the cell.
    pub clauses: Vec<(String, String)>,
    /// Parts that name no clause.
    pub unread: Vec<String>,
}

/// Reads `7.5; 8.4`, `A.9.2.4/A.9.4.3`, `cl. 9.2`, `A.12.4.1-A.12.4.3`, `9001: 7.2; 27001: 7.2, A.7.2.2`.
/// `standard` is what the column's header says; a standard named in the cell takes its place.
pub fn clause_cell(cell: &str, standard: Option<&str>) -> ClauseCell {
    let mut out = ClauseCell::default();
    let mut current = standard.map(str::to_owned);
    for part in cell.split([';', ',', '/', '\n', '|']) {
        let mut part = part.trim();
        if let Some((name, rest)) = part.split_once(':') {
            match standard_in(name) {
                Some(named) => {
                    current = Some(named.to_owned());
                    part = rest.trim();
                }
                None => {
                    out.unread.push(part.to_owned());
                    continue;
                }
            }
        }
        part = behind_clause_word(part);
        if part.is_empty() || part == "-" || part == "–" {
            continue;
        }
        match (&current, range(part)) {
            (Some(standard), Some(clauses)) => {
                out.clauses.extend(clauses.into_iter().map(|c| (standard.clone(), c)));
            }
            _ => out.unread.push(part.to_owned()),
        }
    }
    let mut seen = Vec::new();
    out.clauses.retain(|c| {
        if seen.contains(c) {
            false
        } else {
            seen.push(c.clone());
            true
        }
    });
    out
}

/// The standard whose number stands in a header or prefix, by its short name.
pub fn standard_in(text: &str) -> Option<&'static str> {
    ["20000-1", "27001", "9001"].into_iter().find(|s| text.contains(s))
}

/// One clause, or all from one to another under the same parent.
fn range(part: &str) -> Option<Vec<String>> {
    let pieces: Vec<&str> = part.split(['-', '–', '…']).map(str::trim).filter(|p| !p.is_empty()).collect();
    match pieces.as_slice() {
        [one] => Some(vec![clause(one)?]),
        [from, to] => {
            let (from, to) = (clause(from)?, to.trim());
            let (parent, first) = from.rsplit_once('.')?;
            // The end may be written whole (A.12.4.3) or as its last number only (3).
            let last = match clause(to) {
                Some(whole) if whole.contains('.') => {
                    let (other, last) = whole.rsplit_once('.')?;
                    if other != parent {
                        return None;
                    }
                    last.to_owned()
                }
                _ => to.to_owned(),
            };
            let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
            if first > last || last - first > 50 {
                return None;
            }
            Some((first..=last).map(|n| format!("{parent}.{n}")).collect())
        }
        _ => None,
    }
}

fn clause(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    let body = text.strip_prefix("A.").or_else(|| text.strip_prefix("a.")).or_else(|| text.strip_prefix('A'));
    let (annex, numbers) = body.map_or((false, text), |rest| (true, rest));
    let numeric = numbers.split('.').all(|n| !n.is_empty() && n.len() <= 2 && n.chars().all(|c| c.is_ascii_digit()));
    if !numeric {
        return None;
    }
    Some(if annex { format!("A.{numbers}") } else { numbers.to_owned() })
}

/// The clauses that a text names together with their standard, each once, of the editions held: of the year that the text
/// says, else of the edition held; those that an edition does not have are left out.
pub fn clauses_in_text(text: &str, held: &[EditionId]) -> Vec<ClauseRef> {
    let mut out: Vec<ClauseRef> = Vec::new();
    for named in clauses_named(text) {
        if let Some(reference) = named.meant(held).filter(|r| !out.contains(r)) {
            out.push(reference);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standards::catalogue;

    #[test]
    fn clauses_are_read_only_where_their_standard_is_named() {
        let held: Vec<EditionId> = catalogue().default_editions().map(|e| e.id.clone()).collect();
        let text =
            "Audit against ISO/IEC 20000-1:2018, clause 9.2.2, and ISO 9001 9.2. Version 4.1 of 2026. 27001 A.99.1";
        let found: Vec<String> = clauses_in_text(text, &held).iter().map(ClauseRef::short).collect();
        assert_eq!(found, ["20000-1 9.2.2", "9001 9.2"]);
    }

    fn plain(cell: &str) -> Vec<String> {
        clause_cell(cell, Some("27001")).clauses.into_iter().map(|(_, c)| c).collect()
    }

    #[test]
    fn every_notation_is_understood() {
        assert_eq!(plain("7.5; 7.5.3"), ["7.5", "7.5.3"]);
        assert_eq!(plain("A.9.2.4/A.9.4.3"), ["A.9.2.4", "A.9.4.3"]);
        assert_eq!(plain("cl. A.11.2"), ["A.11.2"]);
        assert_eq!(plain("A.12.4.1-A.12.4.3"), ["A.12.4.1", "A.12.4.2", "A.12.4.3"]);
        assert_eq!(plain("A.12.4.1-3"), ["A.12.4.1", "A.12.4.2", "A.12.4.3"]);
        assert_eq!(plain("5.2, A.5.1.1, A.5.1.1"), ["5.2", "A.5.1.1"], "named twice counts once");
        assert_eq!(plain("-"), Vec::<String>::new());
    }

    #[test]
    fn a_cell_may_name_its_standards() {
        let cell = clause_cell("9001: 9.2.2; 20000-1: 9.2.2; 27001: 9.2, A.7.2.2", None);
        let want = [("9001", "9.2.2"), ("20000-1", "9.2.2"), ("27001", "9.2"), ("27001", "A.7.2.2")];
        assert_eq!(cell.clauses, want.map(|(s, c)| (s.to_owned(), c.to_owned())));
        assert_eq!(
            clause_cell("see manual", Some("9001")).unread,
            ["see manual"],
            "what is no clause is kept to be shown"
        );
        assert_eq!(clause_cell("9.2", None).unread, ["9.2"], "without a standard a number says nothing");
    }
}
