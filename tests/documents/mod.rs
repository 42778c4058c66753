//! Documents: the form of their events, what their particulars are read and written as, and what two sessions at one
//! workspace may do to the same one.

mod authors;
mod communications;
mod corrections;
mod in_force;
mod lifecycle;
mod lists;
mod register;
mod reinstated;
mod revisions;

use clausebook::day::Due;
use clausebook::documents::{self, DocumentEvent, DocumentKind, DocumentState, NewDocument, Particulars, Which};
use clausebook::error::{Code, Result};
use clausebook::ids::{DocumentId, ScopeItemId};
use clausebook::named::List;
use clausebook::reviews::{self, Outcome};
use clausebook::workspace::{Clock, Tx, Workspace};
use uuid::Uuid;

use crate::support::organisation::{approval, revision, today};
use crate::support::{Place, day, noon};

const ID: &str = "01936f00-0000-7000-8000-000000000001";

fn registered(particulars: Particulars, scope: Vec<ScopeItemId>) -> DocumentEvent {
    DocumentEvent::Registered { id: DocumentId(Uuid::parse_str(ID).unwrap()), code: "QP-01".into(), particulars, scope }
}

#[test]
fn a_registration_is_written_as_ever_key_by_key_and_read_again() {
    let all = Particulars {
        owner: "Quality manager".into(),
        approver: "Managing director".into(),
        classification: "Internal".into(),
        distribution: "All staff".into(),
        retention: "3 years".into(),
        source: "head office".into(),
        language: "English".into(),
        review_interval: Some(12),
        ..Particulars::new("Control of documents".into(), DocumentKind::ProcessDescription)
    };
    let least = Particulars::new("Access".into(), DocumentKind::Policy);
    let scope = vec![ScopeItemId(Uuid::parse_str(ID).unwrap())];
    for (event, json) in [
        (
            registered(all, scope),
            format!(
                "{{\"kind\":\"document.registered\",\"data\":{{\"id\":\"{ID}\",\"code\":\"QP-01\",\
                 \"title\":\"Control of documents\",\"document_kind\":\"process_description\",\
                 \"owner\":\"Quality manager\",\"approver\":\"Managing director\",\"classification\":\"Internal\",\
                 \"distribution\":\"All staff\",\"retention\":\"3 years\",\"source\":\"head office\",\"language\":\"English\",\
                 \"review_interval\":12,\"scope\":[\"{ID}\"]}}}}"
            ),
        ),
        (
            registered(least, Vec::new()),
            format!(
                "{{\"kind\":\"document.registered\",\"data\":{{\"id\":\"{ID}\",\"code\":\"QP-01\",\
                 \"title\":\"Access\",\"document_kind\":\"policy\"}}}}"
            ),
        ),
    ] {
        assert_eq!(serde_json::to_string(&event).unwrap(), json, "what is hashed keeps its form");
        assert_eq!(serde_json::from_str::<DocumentEvent>(&json).unwrap(), event);
    }
}

#[test]
fn each_particular_is_read_from_the_text_it_is_written_as() {
    let particulars = Particulars {
        owner: "Quality manager".into(),
        review_interval: Some(24),
        ..Particulars::new("Access".into(), DocumentKind::Policy)
    };
    let mut texts = particulars.texts().into_iter();
    let again = Particulars::from_texts(|field| {
        let (written, text) = texts.next().unwrap();
        assert_eq!(written.name, field.name, "both go by the one list");
        text
    });
    assert_eq!(again.unwrap(), particulars);
    let refusal = Particulars::from_texts(|field| if field.name == "kind" { "poem".into() } else { String::new() });
    let refusal = refusal.unwrap_err();
    assert_eq!(refusal.reason().name, "document_kind_unknown");
    assert!(refusal.value("known").unwrap().contains("process_description"), "a wrong word is told the right ones");
}

#[test]
fn in_use_is_said_in_one_place_and_asked_of_tables_in_the_same_words() {
    assert_eq!(DocumentState::in_use_sql("d.state"), "d.state IN ('listed', 'effective')");
    for state in DocumentState::ALL {
        let named = DocumentState::in_use_sql("state").contains(&format!("'{state}'"));
        assert_eq!(named, state.in_use(), "{state}");
    }
}

/// Files a draft under the next label.
fn draft<'a>(tx: &mut Tx<'_>, document: impl Into<Which<'a>>, content: &str) -> Result<()> {
    documents::file_revision(tx, document, revision(content)).map(|_| ())
}

/// Two sessions at one workspace that holds QP-01, in force, with a draft of its next revision.
fn two_sessions(place: &Place) -> (Workspace, Workspace) {
    let mut first = place.workspace();
    let work = first.transact(|tx| {
        let mut new = NewDocument::new("QP-01", "Control of documents", DocumentKind::Procedure);
        new.review_interval = Some(12);
        let id = documents::register(tx, new)?;
        draft(tx, id, "first")?;
        documents::approve(tx, id, approval(today()))?;
        draft(tx, id, "second")
    });
    work.unwrap();
    let mut second = place.reopen().unwrap();
    second.set_clock(Clock::Fixed(noon(day(2026, 1, 15))));
    (first, second)
}

#[test]
fn what_another_session_withdrew_is_not_acted_on_as_if_it_still_held() {
    type Act = fn(&mut Tx<'_>, &str) -> Result<()>;
    let acts: [(&str, Act); 5] = [
        ("withdraw", |tx, code| documents::withdraw(tx, code, "again", day(2026, 1, 15))),
        ("revise", |tx, code| draft(tx, code, "third")),
        ("approve", |tx, code| documents::approve(tx, code, approval(today())).map(|_| ())),
        ("review", |tx, code| {
            reviews::conclude(tx, code, Outcome::Confirmed, "holds", day(2026, 1, 15), None).map(|_| ())
        }),
        ("set the next review", |tx, code| {
            documents::set_next_review(tx, code, Some(Due::Day { day: day(2027, 1, 1) }))
        }),
    ];
    for (what, act) in acts {
        let place = Place::new();
        let (mut first, mut second) = two_sessions(&place);
        let seen = documents::by_code(first.db(), "QP-01").unwrap();
        assert_eq!(seen.state, DocumentState::Effective, "the first session looks at it while it is in force");
        second.transact(|tx| documents::withdraw(tx, "QP-01", "replaced", today())).unwrap();
        let size = second.head().unwrap().size;
        let refusal = first.transact(|tx| act(tx, &seen.code)).unwrap_err();
        assert_eq!(refusal.to_string(), "document_withdrawn (code: QP-01)", "{what}: {refusal:?}");
        assert_eq!(first.head().unwrap().size, size, "{what}: a withdrawn document gets no further event");
    }
}

#[test]
fn what_another_session_approved_is_not_approved_again() {
    let place = Place::new();
    let (mut first, mut second) = two_sessions(&place);
    let seen = documents::by_code(first.db(), "QP-01").unwrap();
    second.transact(|tx| documents::approve(tx, "QP-01", approval(today()))).unwrap();
    let refusal = first.transact(|tx| documents::approve(tx, &seen.code, approval(today()))).unwrap_err();
    assert_eq!(refusal.code(), Code::Refused);
    assert_eq!(refusal.to_string(), "revision_not_draft (code: QP-01, label: 2, state: effective)");
}

#[test]
fn two_sessions_that_revise_at_once_get_a_label_each() {
    let place = Place::new();
    let (mut first, mut second) = two_sessions(&place);
    first.transact(|tx| draft(tx, "QP-01", "third")).unwrap();
    second.transact(|tx| draft(tx, "QP-01", "fourth")).unwrap();
    let id = documents::by_code(first.db(), "QP-01").unwrap().id;
    let labels: Vec<String> = documents::revisions(first.db(), id).unwrap().into_iter().map(|r| r.label).collect();
    assert_eq!(labels, ["1", "2", "3", "4"]);
}
