//! What a pack calls things, in its index page and its lists alike. A pack is in English.

use crate::applicability::Gives;
use crate::coverage::{Gap, Row, Shown, State, Why};
use crate::extract::Unsearchable;
use crate::mapping::{Less, Named, Origin};
use crate::standards::Relation;

/// A state of coverage.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Covered => "covered",
        State::Partial => "partial",
        State::Gap => "gap",
        State::Undecided => "undecided",
        State::NotInPlace => "not in place yet",
        State::NotApplicable => "not applicable",
        State::OutOfScope => "out of scope",
    }
}

/// Why a clause stands as it does: by what it is covered, or why it is not. The terminal says it in the same words.
pub fn because(row: &Row) -> String {
    because_at(row, &str::to_owned)
}

/// The same without the reason for which a clause does not apply, where that is `decided` and stands there.
pub(super) fn because_without(row: &Row, decided: bool, place: &dyn Fn(&str) -> String) -> String {
    if !decided || row.shown.is_some() {
        return because_at(row, place);
    }
    let others = row.gaps.iter().filter(|gap| gap.why != Why::NotApplicable);
    others.map(|one| gap(one, place)).collect::<Vec<_>>().join("; ")
}

/// The same with sites and services as `place` names them.
pub(super) fn because_at(row: &Row, place: &dyn Fn(&str) -> String) -> String {
    let gaps = row.gaps.iter().map(|one| gap(one, place)).collect::<Vec<_>>().join("; ");
    row.shown.as_ref().map_or(gaps, covered_by)
}

/// The reasons as codes, as every list and answer has them.
pub(super) fn codes(row: &Row) -> String {
    row.gaps.iter().map(|gap| gap.why.code()).collect::<Vec<_>>().join("; ")
}

fn gap(gap: &Gap, place: &dyn Fn(&str) -> String) -> String {
    let places = || gap.scope.iter().map(|code| place(code)).collect::<Vec<_>>().join(", ");
    let what = match gap.why {
        Why::NothingFiled => "nothing filed",
        Why::Elsewhere => return format!("filed only for {}", places()),
        Why::NoDocument => "no document",
        Why::NoRecord => "no record",
        Why::OnlySupporting => "only supporting evidence",
        Why::OnlyPart => "only a part",
        Why::OpenPoints => return open_points(gap),
        Why::ControlInPart => return from_controls("follows from a control that gives a part alone", gap),
        Why::ControlOff => return from_controls("follows from a control that does not hold", gap),
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
        Why::MissingAt => return format!("missing at {}", places()),
        Why::Undecided => "nothing filed, not decided whether it applies",
        Why::NotInPlace => return not_in_place(gap),
        Why::InPlaceInPart => "in place in part",
        Why::NotApplicable => return format!("not applicable: {}", gap.said.as_deref().unwrap_or_default()),
        Why::Unconfirmed => "not confirmed that this affects neither conformity nor customer satisfaction",
        Why::Parts => {
            let (covered, of) = gap.parts.unwrap_or_default();
            return format!("{covered} of {of} parts covered");
        }
    };
    if gap.items.is_empty() { what.to_owned() } else { format!("{what}: {}", some(&gap.items, gap.more)) }
}

/// A control that applies and is not there yet: by when, and why it is needed.
fn not_in_place(gap: &Gap) -> String {
    gap.planned.map_or_else(|| String::from("not in place"), |day| format!("planned by {day}"))
}

/// What was accepted from controls, and from which.
fn from_controls(what: &str, gap: &Gap) -> String {
    let what = gap.said.as_ref().map_or_else(|| what.to_owned(), |which| format!("{what} ({which})"));
    if gap.items.is_empty() { what } else { format!("{what}: {}", some(&gap.items, gap.more)) }
}

/// How many points are open, and of what.
fn open_points(gap: &Gap) -> String {
    let what = match gap.points {
        0 => String::from("open points"),
        1 => String::from("1 open point"),
        n => format!("{n} open points"),
    };
    if gap.items.is_empty() { what } else { format!("{what}: {}", some(&gap.items, gap.more)) }
}

fn covered_by(shown: &Shown) -> String {
    let mut parts = Vec::new();
    if !shown.documents.is_empty() {
        parts.push(format!("{} in force", some(&shown.documents, shown.more_documents)));
    }
    if shown.records > 0 {
        let records = if shown.records == 1 { "record" } else { "records" };
        let years = match shown.years {
            None => String::new(),
            Some((first, last)) if first == last => format!(" of {first}"),
            Some((first, last)) => format!(" of {first} to {last}"),
        };
        parts.push(format!("{} {records}{years}", shown.records));
    }
    parts.join(", ")
}

/// The first, and how many more there are.
fn some(codes: &[String], more: usize) -> String {
    let first = codes.join(", ");
    if more == 0 { first } else { format!("{first} and {more} more") }
}

/// What a decision leaves of a mapping. The terminal says it in the same words.
pub fn counts_less(less: &Less) -> String {
    let decided = less.decided.short();
    let because = if less.reason.is_empty() { String::new() } else { format!(": {}", less.reason) };
    match less.gives {
        Gives::Excluded => format!("counts for nothing, {decided} does not apply{because}"),
        Gives::NotInPlace => {
            let planned = less.planned.map(|day| format!(", planned by {day}")).unwrap_or_default();
            format!("does not count yet, {decided} is not in place{planned}")
        }
        Gives::InPart => format!("counts in part, {decided} is in place in part"),
        Gives::OwnAssets => format!("counts in part, {decided} does not reach the services"),
        Gives::All => String::new(),
    }
}

/// The same where something is said of it; else nothing.
pub(super) fn left_of(mapping: &Named) -> String {
    mapping.less.as_ref().map(counts_less).unwrap_or_default()
}

/// How a mapping came about.
pub(super) fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Hand => String::from("by hand"),
        Origin::Import { source } => source.clone(),
        Origin::Correlation { from, relation } => {
            format!("correlation with {} ({})", from.short(), Relation::words_of(relation))
        }
        Origin::Text { at } => match at.first() {
            Some(at) => format!("named in the text of {}", at.in_words()),
            None => String::from("named in the text"),
        },
    }
}

/// Why a file cannot be searched.
pub(super) fn problem(problem: Unsearchable) -> &'static str {
    match problem {
        Unsearchable::Empty => "no content",
        Unsearchable::Damaged => "damaged",
        Unsearchable::Locked => "needs a password",
        Unsearchable::ImageOnly => "picture without text",
        Unsearchable::UnknownType => "type that cannot be searched",
        Unsearchable::TooLarge => "too large to be searched",
        Unsearchable::PartUnread => "something in it cannot be searched",
        Unsearchable::NoLetters => "its fonts do not say their letters",
        Unsearchable::ReaderEnded => "reading it failed and was stopped",
        Unsearchable::TookTooLong => "reading it took too long",
        Unsearchable::NotStarted => "was not read",
    }
}
