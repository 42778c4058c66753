//! Clause cells: several clauses, several notations, sometimes several standards.

/// What a cell names: standard and clause, and what could not be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Standard and clause, in the order of the cell.
    pub clauses: Vec<(String, String)>,
    /// Parts that name no clause.
    pub unread: Vec<String>,
}

/// Reads `7.5; 8.4`, `A.9.2.4/A.9.4.3`, `cl. 9.2`, `A.12.4.1-A.12.4.3`, `9001: 7.2; 27001: 7.2, A.7.2.2`.
/// `standard` is what the column's header says; a standard named in the cell takes its place.
pub(super) fn read(cell: &str, standard: Option<&str>) -> Cell {
    let mut out = Cell::default();
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
        let lower = part.to_lowercase();
        for word in ["clause", "cl.", "cl", "§", "abschnitt", "control", "kap.", "ch."] {
            if lower.starts_with(word) && part.is_char_boundary(word.len()) {
                part = part[word.len()..].trim_start_matches(['.', ' ']);
                break;
            }
        }
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

/// The standard that a header or prefix names.
pub(super) fn standard_in(text: &str) -> Option<&'static str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(cell: &str) -> Vec<String> {
        read(cell, Some("27001")).clauses.into_iter().map(|(_, c)| c).collect()
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
        let cell = read("9001: 9.2.2; 20000-1: 9.2.2; 27001: 9.2, A.7.2.2", None);
        let want = [("9001", "9.2.2"), ("20000-1", "9.2.2"), ("27001", "9.2"), ("27001", "A.7.2.2")];
        assert_eq!(cell.clauses, want.map(|(s, c)| (s.to_owned(), c.to_owned())));
        assert_eq!(read("see manual", Some("9001")).unread, ["see manual"], "what is no clause is kept to be shown");
        assert_eq!(read("9.2", None).unread, ["9.2"], "without a standard a number says nothing");
    }
}
