//! What a pack calls things, in its index page and its lists alike. A pack is in English.

use crate::coverage::{Gap, State};
use crate::extract::Unsearchable;
use crate::mapping::Origin;

/// A state of coverage.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Covered => "covered",
        State::Partial => "partial",
        State::Gap => "gap",
        State::OutOfScope => "out of scope",
    }
}

/// Why something is not covered.
pub(super) fn gaps(gaps: &[Gap]) -> String {
    let words: Vec<String> = gaps
        .iter()
        .map(|gap| match gap {
            Gap::NothingFiled => String::from("nothing filed"),
            Gap::OnlySupporting => String::from("only supporting evidence"),
            Gap::NoDocument => String::from("no document"),
            Gap::NoRecord => String::from("no record"),
            Gap::OnlyPart => String::from("nothing for all of it"),
            Gap::NotInDate => String::from("draft, overdue or expired"),
            Gap::MissingAt { scope } => format!("missing at {}", scope.join(", ")),
        })
        .collect();
    words.join("; ")
}

/// How a mapping came about.
pub(super) fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Hand => String::from("by hand"),
        Origin::Import { source } => source.clone(),
        Origin::Correlation { from, relation } => format!("correlation with {} ({relation})", from.short()),
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
    }
}
