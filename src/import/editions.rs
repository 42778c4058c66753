//! Clauses of a list whose standard has its year: they are of the edition that is held, or none of ours.

use crate::reading::ClauseCell;
use crate::standards::{EditionId, catalogue};

/// Takes the year off clauses of an edition that is held; one of another edition of a standard that is held is named as not
/// read, since its numbers mean something else.
pub(super) fn settle(cell: &mut ClauseCell, held: &[EditionId]) {
    let (unread, either) = (std::mem::take(&mut cell.unread), std::mem::take(&mut cell.either));
    let mut out = ClauseCell { unread, either, ..ClauseCell::default() };
    let one = |standard, clause| ClauseCell { clauses: vec![(standard, clause)], ..ClauseCell::default() };
    for (standard, clause) in std::mem::take(&mut cell.clauses) {
        let short = standard.split(':').next().unwrap_or_default().to_owned();
        if short == standard {
            out.add(one(standard, clause));
            continue;
        }
        let of_edition = standard.split_once(':').and_then(|(short, year)| catalogue().edition_of_year(short, year));
        let of_standard = held.iter().any(|id| id.to_string().split(':').next() == Some(short.as_str()));
        match of_edition {
            Some(id) if held.contains(&id) => out.add(one(short, clause)),
            Some(id) if !of_standard => out.add(one(id.to_string(), clause)),
            Some(id) if catalogue().clause(&id.at(clause.as_str())).is_some() => {
                out.of_another_edition.push(id.at(clause));
            }
            _ => out.unread.push(format!("{standard} {clause}")),
        }
    }
    *cell = out;
}
