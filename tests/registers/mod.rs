//! The register of documents for any day: its rows, the workbook, paper, and the files of the terminal.

mod files;

use clausebook::day::{Day, Due};
use clausebook::documents::{self, Approval, DocumentKind, DocumentState, NewDocument, RevisionState};
use clausebook::registers::{Register, register};

use crate::support::day;
use crate::support::organisation::{Organisation, approval, revision};

fn on(at: &Organisation, day: Day) -> Register {
    register(&at.workspace.in_force(day).unwrap()).unwrap()
}

fn by(who: &str, from: Day) -> Approval {
    Approval { by: who.into(), ..approval(from) }
}

/// A document with a title and an owner, and one draft.
pub fn titled(at: &mut Organisation, code: &str, title: &str) {
    at.does(|tx| {
        let mut new = NewDocument::new(code, title, DocumentKind::Policy);
        new.particulars.owner = "Quality Manager".into();
        new.particulars.classification = "Internal".into();
        new.particulars.review_interval = Some(12);
        let id = documents::register(tx, new)?;
        documents::file_revision(tx, id, revision(code))
    });
}

#[test]
fn what_is_in_use_and_what_is_obsolete_stand_apart() {
    let mut at = Organisation::new();
    at.document("PR-1");
    at.document("PR-2");
    at.draft("PR-3");
    at.turn_to(day(2026, 3, 1));
    at.does(|tx| {
        let id = documents::by_code(tx.db(), "PR-1")?.id;
        documents::file_revision(tx, id, revision("two"))?;
        documents::approve(tx, id, approval(day(2026, 3, 1)))
    });
    at.does(|tx| documents::withdraw(tx, "PR-2", "Not needed", day(2026, 3, 1)));
    let now = register(at.db()).unwrap();
    let told: Vec<_> = now.documents.iter().map(|r| (&*r.code, r.revision.as_deref(), r.state)).collect();
    assert_eq!(told, [("PR-1", Some("2"), DocumentState::Effective), ("PR-3", Some("1"), DocumentState::Draft)]);
    let first = &now.documents[0];
    assert_eq!((first.in_force_from, &*first.filed[0]), (Some(day(2026, 3, 1)), "share/two.txt"));
    let gone: Vec<_> = now
        .obsolete
        .iter()
        .map(|r| (&*r.code, r.revision.as_deref(), r.state, r.until, r.replaced_by.as_deref()))
        .collect();
    assert_eq!(
        gone,
        [
            ("PR-1", Some("1"), RevisionState::Superseded, Some(day(2026, 3, 1)), Some("2")),
            ("PR-2", Some("1"), RevisionState::Withdrawn, Some(day(2026, 3, 1)), None),
        ]
    );
    let before = on(&at, day(2026, 2, 1));
    assert_eq!(before.documents.iter().filter(|r| r.state == DocumentState::Effective).count(), 2, "as it was");
    assert!(before.obsolete.is_empty(), "what became obsolete later was in force then: {:?}", before.obsolete);
}

#[test]
fn an_approval_of_a_past_day_is_the_one_that_stood_on_it() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    at.does(|tx| documents::approve(tx, id, by("first@example.org", day(2026, 1, 15))));
    at.turn_to(day(2026, 3, 1));
    at.does(|tx| documents::take_back_approval(tx, id, None, "By mistake"));
    at.turn_to(day(2026, 6, 1));
    at.does(|tx| documents::approve(tx, id, by("second@example.org", day(2026, 6, 1))));
    at.turn_to(day(2026, 7, 1));
    let told = |day| {
        let row = on(&at, day).documents.remove(0);
        (row.state, row.approved_by, row.approved_on, row.in_force_from)
    };
    let approved = |who: &str, day| (Some(who.to_owned()), Some(Due::Day { day }), Some(day));
    let (who, when, from) = approved("first@example.org", day(2026, 1, 15));
    assert_eq!(told(day(2026, 2, 1)), (DocumentState::Effective, who, when, from));
    assert_eq!(told(day(2026, 4, 1)), (DocumentState::Draft, None, None, None), "in between nothing stood");
    let (who, when, from) = approved("second@example.org", day(2026, 6, 1));
    assert_eq!(told(day(2026, 7, 1)), (DocumentState::Effective, who, when, from));
    let shown = documents::revisions(&at.workspace.in_force(day(2026, 2, 1)).unwrap(), id).unwrap();
    assert_eq!(shown[0].approved_by.as_deref(), Some("first@example.org"), "the document itself says the same");
}

#[test]
fn what_was_put_in_force_again_is_in_force_since_then() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.turn_to(day(2026, 3, 1));
    at.does(|tx| documents::withdraw(tx, id, "Not needed", day(2026, 3, 1)));
    at.turn_to(day(2026, 4, 1));
    let again =
        documents::Reinstatement { label: None, from: day(2026, 4, 1), next_review: None, reason: "Needed".into() };
    at.does(|tx| documents::reinstate(tx, id, again));
    assert_eq!(register(at.db()).unwrap().documents[0].in_force_from, Some(day(2026, 4, 1)));
    assert_eq!(on(&at, day(2026, 2, 1)).documents[0].in_force_from, Some(day(2026, 1, 15)));
}

#[test]
fn what_is_obsolete_names_the_revision_that_took_its_place_and_who_approved_it_then() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    for (content, month) in [("two", 2), ("three", 3)] {
        at.turn_to(day(2026, month, 1));
        at.does(|tx| documents::file_revision(tx, id, revision(content)));
        at.does(|tx| documents::approve(tx, id, by("second@example.org", day(2026, month, 1))));
    }
    at.turn_to(day(2026, 4, 1));
    let rows = |on: &Register| -> Vec<(String, Option<String>)> {
        on.obsolete.iter().map(|row| (row.revision.clone().unwrap(), row.replaced_by.clone())).collect()
    };
    let expected = [("1", "2"), ("2", "3")].map(|(of, by)| (of.to_owned(), Some(by.to_owned())));
    assert_eq!(rows(&on(&at, day(2026, 4, 1))), expected, "not the one of today everywhere");

    at.does(|tx| documents::take_back_approval(tx, id, None, "The wrong file"));
    at.does(|tx| documents::withdraw(tx, id, "Not needed", day(2026, 5, 1)));
    at.turn_to(day(2026, 5, 2));
    let last = on(&at, day(2026, 5, 2)).obsolete.pop().unwrap();
    assert_eq!((last.revision.as_deref(), last.until), (Some("3"), Some(day(2026, 4, 1))));
    assert_eq!(last.approved_by.as_deref(), Some("second@example.org"), "it was approved while it was in force");
}

#[test]
fn what_was_recorded_later_is_left_out_of_an_earlier_day_and_counted() {
    let mut at = Organisation::new();
    at.document("PR-1");
    let then = clausebook::workspace::standing_day(at.db()).unwrap();
    at.turn_to(day(2026, 3, 1));
    at.draft("PR-2");
    let id = at.draft("PR-3");
    at.does(|tx| documents::take_over_approval(tx, id, by("first@example.org", day(2025, 1, 15))));
    let before = on(&at, then);
    let codes: Vec<&str> = before.documents.iter().map(|row| &*row.code).collect();
    assert_eq!((codes, before.left_out), (vec!["PR-1", "PR-3"], 1), "what was in force then is there");
    assert_eq!(register(at.db()).unwrap().left_out, 0);
}

#[test]
fn a_doubt_stands_with_the_state_until_a_review_looked_into_it() {
    use clausebook::people::{self, Role};
    use clausebook::reviews::{self, Outcome};
    use clausebook::statements::{Keys, Signing};
    let mut at = Organisation::new();
    at.document("PR-1");
    at.does(|tx| people::enrol(tx, "Anna", "anna@example.org", Role::QualityManager, None));
    at.workspace.act_as("anna@example.org");
    at.turn_to(day(2026, 3, 1));
    let keys = Keys::of(&at.place.path("config"), None);
    let signing = Signing { workspace: at.workspace.id(), keys: &keys, file: None, passphrase: None };
    at.does(|tx| reviews::doubt(tx, "PR-1", None, "The figure is wrong", &signing));
    let told = |on: &Register| -> Vec<(String, String)> {
        on.documents[0].doubts.iter().map(|doubt| (doubt.name.clone(), doubt.reason.clone())).collect()
    };
    let doubted = [("Anna".to_owned(), "The figure is wrong".to_owned())];
    assert_eq!(told(&register(at.db()).unwrap()), doubted);
    at.turn_to(day(2026, 4, 1));
    let next = Some(day(2027, 4, 1));
    at.does(|tx| reviews::conclude(tx, "PR-1", Outcome::Confirmed, "It is right", tx.today(), next));
    assert_eq!(told(&register(at.db()).unwrap()), []);
    assert_eq!(told(&on(&at, day(2026, 3, 15))), doubted, "on that day it was open");
}
