//! Documents: the form of their events, and what their particulars are read and written as.

use clausebook::documents::{DocumentEvent, DocumentKind, DocumentState, Particulars};
use clausebook::ids::{DocumentId, ScopeItemId};
use clausebook::named::List;
use uuid::Uuid;

const ID: &str = "01936f00-0000-7000-8000-000000000001";

fn registered(particulars: Particulars, scope: Vec<ScopeItemId>) -> DocumentEvent {
    DocumentEvent::Registered { id: DocumentId(Uuid::parse_str(ID).unwrap()), code: "QP-01".into(), particulars, scope }
}

#[test]
fn a_registration_is_written_as_ever_key_by_key_and_read_again() {
    let all = Particulars {
        title: "Control of documents".into(),
        kind: DocumentKind::ProcessDescription,
        owner: "Quality manager".into(),
        approver: "Managing director".into(),
        classification: "Internal".into(),
        distribution: "All staff".into(),
        retention: "3 years".into(),
        source: "head office".into(),
        review_interval: Some(12),
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
                 \"distribution\":\"All staff\",\"retention\":\"3 years\",\"source\":\"head office\",\
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
    assert!(refusal.unwrap_err().hint().contains("process_description"), "a wrong word is told the right ones");
}

#[test]
fn in_use_is_said_in_one_place_and_asked_of_tables_in_the_same_words() {
    assert_eq!(DocumentState::in_use_sql("d.state"), "d.state IN ('listed', 'effective')");
    for state in DocumentState::ALL {
        let named = DocumentState::in_use_sql("state").contains(&format!("'{state}'"));
        assert_eq!(named, state.in_use(), "{state}");
    }
}
