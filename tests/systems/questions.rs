//! The two questions about SMS and ISMS together (R46).

use clausebook::systems::{self, ScopeAnswer, ScopeQuestion, answer_scope_question, scope_questions};

use crate::support::Place;
use crate::support::organisation::{Organisation, today};

#[test]
fn r46_both_questions_are_asked_until_they_are_answered() {
    let mut at = Organisation::new();
    let asked = scope_questions(at.db()).unwrap();
    assert_eq!(asked.iter().map(|asked| asked.question).collect::<Vec<_>>(), ScopeQuestion::ALL);
    assert!(asked.iter().all(|asked| asked.answer.is_none() && asked.on.is_none()));
    at.workspace.act_as("manager@example.org");
    at.does(|tx| answer_scope_question(tx, ScopeQuestion::AssetsAreTheSame, ScopeAnswer::Yes, ""));
    assert_eq!(at.wrote(), ["system.scope_question_answered"]);
    let asked = scope_questions(at.db()).unwrap();
    assert_eq!((asked[0].answer, asked[1].answer), (None, Some(ScopeAnswer::Yes)));
    assert_eq!((asked[1].by.as_str(), asked[1].on), ("manager@example.org", Some(today())));
    at.rebuilds_the_same();
}

#[test]
fn a_later_answer_takes_the_place_of_the_one_before() {
    let mut at = Organisation::new();
    for (answer, reason) in [(ScopeAnswer::No, "offices only"), (ScopeAnswer::Partly, " hosting only ")] {
        at.does(|tx| answer_scope_question(tx, ScopeQuestion::IsmsCoversServices, answer, reason));
    }
    let asked = scope_questions(at.db()).unwrap();
    assert_eq!((asked[0].answer, asked[0].reason.as_str()), (Some(ScopeAnswer::Partly), "hosting only"));
    assert_eq!(at.wrote().len(), 2, "the one before stays in the ledger");
    at.rebuilds_the_same();
}

#[test]
fn partly_and_no_say_which_part_or_why() {
    let mut at = Organisation::new();
    for answer in [ScopeAnswer::Partly, ScopeAnswer::No] {
        let code = at.refuses(|tx| answer_scope_question(tx, ScopeQuestion::IsmsCoversServices, answer, " "));
        assert_eq!(code, "scope_answer_without_reason", "{answer}");
    }
    assert_eq!(ScopeAnswer::parse("perhaps").unwrap_err().reason().name, "scope_answer_unknown");
    assert_eq!(ScopeQuestion::parse("why").unwrap_err().reason().name, "scope_question_unknown");
}

#[test]
fn nothing_is_asked_where_sms_and_isms_are_not_held_together() {
    let mut workspace = Place::new().workspace();
    workspace
        .transact(|tx| {
            ["9001:2015", "27001:2013"].iter().try_for_each(|e| systems::establish(tx, &e.parse()?).map(|_| ()))
        })
        .unwrap();
    assert!(scope_questions(workspace.db()).unwrap().is_empty());
    let answer = |tx: &mut clausebook::workspace::Tx<'_>| {
        answer_scope_question(tx, ScopeQuestion::AssetsAreTheSame, ScopeAnswer::Yes, "")
    };
    assert_eq!(workspace.transact(answer).unwrap_err().reason().name, "scope_question_not_posed");
}
