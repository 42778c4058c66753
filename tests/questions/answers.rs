//! What follows from an answer, what is refused, and that it can be taken back.

use clausebook::documents::{self, Revision, RevisionState};
use clausebook::named::Wanted;
use clausebook::records::{self, NewRecord};
use clausebook::reviews::{self, Outcome};
use clausebook::workspace::BatchState;

use super::*;
use crate::support::organisation::record;

fn labels(at: &Organisation, code: &str) -> Vec<(String, RevisionState)> {
    let id = documents::by_code(at.db(), code).unwrap().id;
    documents::revisions(at.db(), id).unwrap().into_iter().map(|r| (r.label, r.state)).collect()
}

#[test]
fn one_answer_is_one_step_and_taken_back_it_opens_the_question_again() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let code = at.does(|tx| unclear(tx, id, "12/03/26", [(3, 12), (12, 3)]));
    let before = at.next_review("PR-1");
    at.answer(&code, 2);
    assert_eq!(at.next_review("PR-1"), Some(Due::Day { day: day(2026, 12, 3) }));
    let settled = at.question(&code);
    assert_eq!((settled.state, settled.answer), (State::Settled, Some(on(2026, 12, 3))));
    assert_eq!(at.refuses(|tx| questions::settle(tx, &code, &Answer::Reading(1), false, "")), "question_settled");
    at.undoes();
    let open = at.question(&code);
    assert_eq!((open.state, open.answer, at.next_review("PR-1")), (State::Open, None, before));
    at.rebuilds_the_same();
}

#[test]
fn a_written_answer_is_a_day_a_month_or_none() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    for (words, value, due) in [
        ("01/02/26", "2026-05-04", Some(Due::Day { day: day(2026, 5, 4) })),
        ("02/01/26", "2027-03", Some(Due::Month { first: day(2027, 3, 1) })),
        ("03/01/26", "", None),
    ] {
        let code = at.does(|tx| unclear(tx, id, words, [(2, 1), (1, 2)]));
        at.does(|tx| questions::settle(tx, &code, &Answer::Value(value.into()), false, "the owner said so"));
        assert_eq!(at.next_review("PR-1"), due, "{value}");
    }
    let code = at.does(|tx| unclear(tx, id, "04/01/26", [(2, 1), (1, 2)]));
    let refused = |at: &mut Organisation, answer| at.refuses(|tx| questions::settle(tx, &code, &answer, false, ""));
    assert_eq!(refused(&mut at, Answer::Value("soon".into())), "day_unreadable");
    assert_eq!(refused(&mut at, Answer::Reading(3)), "question_reading_unknown");
    assert_eq!(refused(&mut at, Answer::Reading(0)), "question_reading_unknown");
    assert_eq!(at.open(), 1, "what is refused leaves it open");
}

#[test]
fn the_same_for_all_like_it_is_one_step_for_the_same_notation_alone() {
    let mut at = Organisation::new();
    let ids = ["PR-1", "PR-2", "PR-3"].map(|code| at.document(code));
    let codes = [
        at.does(|tx| unclear(tx, ids[0], "12/03/26", [(3, 12), (12, 3)])),
        at.does(|tx| unclear(tx, ids[1], "04/05/26", [(5, 4), (4, 5)])),
        at.does(|tx| unclear(tx, ids[2], "4/5/2026", [(5, 4), (4, 5)])),
    ];
    assert_eq!(questions::shown(at.db(), at.question(&codes[0]), today()).unwrap().alike, 1);
    let settled = at.answer_all(&codes[0], 1);
    assert_eq!((settled.settled, settled.left), (codes[..2].to_vec(), Vec::new()));
    assert_eq!(at.next_review("PR-2"), Some(Due::Day { day: day(2026, 5, 4) }), "the same reading, its own day");
    assert_eq!(at.open(), 1, "another notation may follow another rule");
    at.undoes();
    assert_eq!(at.open(), 3);
    at.rebuilds_the_same();
}

#[test]
fn an_answer_that_no_longer_fits_is_refused_and_leaves_the_question_open() {
    let mut at = Organisation::new();
    let ids = ["PR-1", "PR-2", "PR-3"].map(|code| at.document(code));
    let codes = ids.map(|id| at.does(|tx| unclear(tx, id, "12/03/26", [(3, 12), (12, 3)])));
    at.does(|tx| documents::withdraw(tx, "PR-1", "replaced", today()));
    let next = Some(day(2027, 6, 1));
    at.does(|tx| reviews::conclude(tx, "PR-2", Outcome::Confirmed, "still right", today(), next));
    let refused = |at: &mut Organisation, code: &str| {
        at.refuses(|tx| questions::settle(tx, code, &Answer::Reading(1), false, ""))
    };
    assert_eq!(refused(&mut at, &codes[0]), "question_document_withdrawn");
    assert_eq!(refused(&mut at, &codes[1]), "question_overtaken");
    assert_eq!(at.open(), 3);
    let settled = at.answer_all(&codes[2], 1);
    let left: Vec<_> = settled.left.iter().map(|left| (left.code.clone(), left.reason)).collect();
    assert_eq!(settled.settled, [codes[2].clone()]);
    assert_eq!(
        left,
        [(codes[0].clone(), "question_document_withdrawn"), (codes[1].clone(), "question_overtaken")],
        "of several, what does not fit stays open and is named"
    );
    let size = at.workspace.head().unwrap().size;
    at.does(|tx| questions::settle(tx, &codes[1], &Answer::Value("2027-06-01".into()), false, ""));
    assert_eq!(at.workspace.head().unwrap().size, size + 1, "what the register says already changes nothing else");
    at.rebuilds_the_same();
}

#[test]
fn an_owner_is_corrected_with_a_reason_and_back() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let code = at.does(|tx| owners(tx, id, ["Purchasing", "Finance"]));
    at.does(|tx| questions::settle(tx, &code, &Answer::Reading(2), false, "agreed in the meeting"));
    let owner = |at: &Organisation| documents::by_code(at.db(), "PR-1").unwrap().particulars.owner;
    assert_eq!(owner(&at), "Finance");
    at.undoes();
    assert_eq!((owner(&at), at.open()), (String::new(), 1));
    at.does(|tx| documents::correct(tx, id, &Wanted::from([("owner".into(), "Sales".into())]), None, "moved"));
    let refused = at.refuses(|tx| questions::settle(tx, &code, &Answer::Reading(1), false, ""));
    assert_eq!((refused, owner(&at)), ("question_overtaken", "Sales".to_owned()));
}

#[test]
fn a_date_of_a_record_is_set_and_contradictions_are_refused() {
    let mut at = Organisation::new();
    let new = NewRecord {
        particulars: records::Particulars { valid_until: Some(day(2026, 6, 30)), ..record("Report").particulars },
        ..record("Report")
    };
    let id = at.does(|tx| records::file(tx, new));
    let code = at.does(|tx| {
        let new = NewQuestion {
            about: About::Record(id),
            matter: Matter::Date { particular: "collected".into() },
            said: vec![listed("01/07/26")],
            readings: vec![on(2026, 7, 1), on(2026, 1, 7)],
        };
        Ok(questions::ask(tx, new)?.code)
    });
    let refused = at.refuses(|tx| questions::settle(tx, &code, &Answer::Reading(1), false, ""));
    assert_eq!((refused, at.open()), ("record_validity_reversed", 1));
    at.answer(&code, 2);
    assert_eq!(records::by_id(at.db(), id).unwrap().particulars.collected, Some(day(2026, 1, 7)));
    at.rebuilds_the_same();
}

#[test]
fn other_bytes_are_a_new_revision_a_correction_or_not_kept() {
    let draft = ("1 (2)".to_owned(), RevisionState::Draft);
    let force = ("1".to_owned(), RevisionState::Effective);
    for (answer, after) in [
        (Answer::Reading(1), vec![force.clone(), draft.clone()]),
        (Answer::Reading(2), vec![force.clone(), draft.clone()]),
        (Answer::Reading(3), vec![force.clone()]),
        (Answer::Value("1.1".into()), vec![force.clone(), ("1.1".to_owned(), RevisionState::Draft)]),
    ] {
        let mut at = Organisation::new();
        let id = at.document("PR-1");
        let code = at.does(|tx| other_bytes(tx, id, "changed"));
        // A draft that is filed again stands under a later entry.
        let there = |at: &Organisation| -> Vec<Revision> {
            let revisions = documents::revisions(at.db(), id).unwrap();
            revisions.into_iter().map(|r| Revision { position: 0, ..r }).collect()
        };
        let before = there(&at);
        at.does(|tx| questions::settle(tx, &code, &answer, false, ""));
        assert_eq!(labels(&at, "PR-1"), after, "{answer:?}");
        assert_eq!(there(&at)[0].files, before[0].files, "what was approved stays as it was");
        at.rebuilds_the_same();
        at.undoes();
        assert_eq!(there(&at), before, "{answer:?}, taken back");
        assert_eq!(at.question(&code).state, State::Open);
    }
}

#[test]
fn a_draft_that_was_approved_meanwhile_is_not_taken_back_by_an_answer() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let code = at.does(|tx| other_bytes(tx, id, "changed"));
    at.does(|tx| documents::approve(tx, id, crate::support::organisation::approval(today())));
    let refused = at.refuses(|tx| questions::settle(tx, &code, &Answer::Reading(3), false, ""));
    assert_eq!((refused, at.open()), ("question_draft_decided", 1));
}

#[test]
fn what_a_list_no_longer_has_is_withdrawn_or_kept_as_the_answer_says() {
    let mut at = Organisation::new();
    let ids = ["PR-1", "PR-2"].map(|code| at.document(code));
    let codes = ids.map(|id| {
        at.does(|tx| {
            let new = NewQuestion {
                about: About::Document(id),
                matter: Matter::RowGone { list: questions::List::MasterList, seq: 7 },
                said: vec![listed("Title")],
                readings: vec![Reading::OutOfUse, Reading::Kept, Reading::OtherList],
            };
            Ok(questions::ask(tx, new)?.code)
        })
    });
    at.answer(&codes[0], 1);
    at.answer(&codes[1], 3);
    let states = ["PR-1", "PR-2"].map(|code| documents::by_code(at.db(), code).unwrap().state);
    assert_eq!(states, [documents::DocumentState::Withdrawn, documents::DocumentState::Effective]);
    assert_eq!(at.refuses(|tx| questions::settle(tx, &codes[1], &Answer::Reading(1), false, "")), "question_settled");
}

#[test]
fn each_reading_says_whether_its_answer_stays_for_good() {
    let status = |at: &mut Organisation, id, readings: Vec<Reading>| {
        let (about, matter) = (About::Document(id), Matter::Status { by: String::new() });
        let new = NewQuestion { about, matter, said: vec![listed("effective")], readings };
        at.does(|tx| Ok(questions::ask(tx, new)?.code))
    };
    let asks: [(&str, &dyn Fn(&mut Organisation, DocumentId) -> String); 5] = [
        ("a due day", &|at, id| at.does(|tx| unclear(tx, id, "12/03/26", [(3, 12), (12, 3)]))),
        ("an owner", &|at, id| at.does(|tx| owners(tx, id, ["J. Doe", "Doe"]))),
        ("other bytes", &|at, id| at.does(|tx| other_bytes(tx, id, "changed"))),
        ("what was withdrawn", &|at, id| {
            at.does(|tx| documents::withdraw(tx, "PR-1", "replaced", today()));
            status(at, id, vec![Reading::InForce, Reading::Kept])
        }),
        ("what is in force", &|at, id| status(at, id, vec![Reading::OutOfUse, Reading::Kept])),
    ];
    for (what, ask) in asks {
        for n in 1.. {
            let mut at = Organisation::new();
            let id = at.document("PR-1");
            let code = ask(&mut at, id);
            let follows = questions::shown(at.db(), at.question(&code), today()).unwrap().follows;
            let Some(follows) = follows.get(n - 1) else { break };
            at.answer(&code, n);
            let written = undo::changes(at.db(), at.workspace.actor(), 1).unwrap().remove(0);
            let stays =
                written.entries.iter().any(|e| ["document.withdrawn", "document.reinstated"].contains(&&*e.kind));
            assert_eq!(follows.for_good, stays, "{what}, {n}");
            assert_eq!(written.state == BatchState::Final, stays, "{what}, {n}: {:?}", written.entries);
        }
    }
}

#[test]
fn in_force_puts_a_withdrawn_document_in_force_again() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::withdraw(tx, "PR-1", "replaced", today()));
    let code = at.does(|tx| {
        let new = NewQuestion {
            about: About::Document(id),
            matter: Matter::Status { by: String::new() },
            said: vec![listed("effective")],
            readings: vec![Reading::InForce, Reading::Kept],
        };
        Ok(questions::ask(tx, new)?.code)
    });
    let follows = questions::shown(at.db(), at.question(&code), today()).unwrap().follows;
    assert_eq!(follows[0].effect, questions::Effect::InForceAgain);
    at.answer(&code, 1);
    assert_eq!(documents::by_code(at.db(), "PR-1").unwrap().state, documents::DocumentState::Effective);
    at.rebuilds_the_same();
}
