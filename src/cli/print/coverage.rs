//! Which clauses are covered, and why others are not.

use super::{Page, Show, plural};
use crate::coverage::{Coverage, Gap, Row, Shown, State, Why};

impl Show for Vec<Coverage> {
    fn show(&self, page: &mut Page) {
        for part in self {
            let at = part.scope.as_ref().map(|s| format!(" at {s}")).unwrap_or_default();
            let s = part.summary;
            page.line(format!(
                "{}{at}, {}: {} of {} clauses covered, {} partly, {} without evidence",
                part.edition, part.day, s.covered, s.clauses, s.partial, s.gap
            ));
            let rows: Vec<[String; 4]> = part
                .rows
                .iter()
                .filter(|r| !r.heading)
                .map(|r| {
                    let state = match r.state {
                        State::Covered => "● covered",
                        State::Partial => "◐ partial",
                        State::Gap => "○ gap",
                        State::OutOfScope => "– out of scope",
                    };
                    [format!("  {}", r.reference.clause), state.into(), r.title.clone(), because(r)]
                })
                .collect();
            page.table(["", "", "", ""], &rows);
            page.line("");
        }
    }
}

/// Why a clause stands as it does: by what it is covered, or why it is not.
fn because(row: &Row) -> String {
    match &row.shown {
        Some(shown) => covered_by(shown),
        None => row.gaps.iter().map(gap).collect::<Vec<_>>().join("; "),
    }
}

fn gap(gap: &Gap) -> String {
    let words = match gap.why {
        Why::NothingFiled => "nothing filed",
        Why::Elsewhere => "filed only for",
        Why::NoDocument => "no document",
        Why::NoRecord => "no record",
        Why::OnlySupporting => "only supporting evidence",
        Why::OnlyPart => "only a part",
        Why::Draft => "draft",
        Why::Coming => "not in force yet",
        Why::Overdue => "review overdue",
        Why::UnclearDate => "review date unclear",
        Why::Expired => "expired",
        Why::Replaced => "replaced",
        Why::Superseded => "superseded",
        Why::Listed => "listed without a file",
        Why::Withdrawn => "withdrawn",
        Why::NotYet => "counts later",
        Why::MissingAt => "missing at",
        Why::Parts => "parts covered",
    };
    match (&gap.scope[..], gap.parts, &gap.items[..]) {
        ([_, ..], _, _) => format!("{words} {}", gap.scope.join(", ")),
        (_, Some((covered, of)), _) => format!("{covered} of {of} {words}"),
        (_, _, []) => words.to_owned(),
        (_, _, items) => format!("{words}: {}", some(items, gap.more)),
    }
}

fn covered_by(shown: &Shown) -> String {
    let documents = match &shown.documents[..] {
        [] => None,
        documents => Some(format!("{} in force", some(documents, shown.more_documents))),
    };
    let years = match shown.years {
        None => String::new(),
        Some((first, last)) if first == last => format!(" of {first}"),
        Some((first, last)) => format!(" of {first} to {last}"),
    };
    let records = (shown.records > 0).then(|| format!("{}{years}", plural(shown.records, "record", "records")));
    documents.into_iter().chain(records).collect::<Vec<_>>().join(", ")
}

/// The first codes, and how many more there are.
fn some(codes: &[String], more: usize) -> String {
    let first = codes.join(", ");
    if more == 0 { first } else { format!("{first} and {more} more") }
}
