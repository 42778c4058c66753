//! The standards as data: the files themselves, look-ups, correlation in every direction, terms, answers.

#![allow(clippy::expect_used, reason = "a test stops at the first surprise")]

mod concordance;
mod correlation;
mod facts;
mod files;
mod lookups;
mod notes;
mod open_points;
mod own;
mod pairs;
mod rows;
mod terms;

use clausebook::standards::{Answer, ClauseRef, EditionId, Match, catalogue, correlate};

/// A workspace that holds the editions of which the tables speak.
fn held() -> Vec<EditionId> {
    ["9001:2015", "20000-1:2018", "27001:2013"].map(|id| id.parse().expect("an edition")).to_vec()
}

/// Reads a reference as a user of that workspace would write it.
fn at(text: &str) -> ClauseRef {
    catalogue().reference(text, &held()).unwrap_or_else(|e| panic!("{text}: {e:?}"))
}

/// The answer for one standard or edition.
fn answer(from: &str, to: &str) -> Answer {
    let target = catalogue().edition(to, &held()).expect("a standard we hold");
    correlate(&at(from), Some(&target.id)).remove(0)
}

/// Numbers of the partners reached exactly.
fn exact(answer: &Answer) -> Vec<&str> {
    answer.matches.iter().filter(|m| m.through.is_none()).map(|m| m.clause.clause.as_str()).collect()
}

fn partner<'a>(answer: &'a Answer, clause: &str) -> &'a Match {
    answer
        .matches
        .iter()
        .find(|m| m.clause.clause == clause)
        .unwrap_or_else(|| panic!("{clause} missing in {:?}", answer.matches))
}

fn says(notes: &[String], part: &str) -> bool {
    notes.iter().any(|n| n.contains(part))
}
