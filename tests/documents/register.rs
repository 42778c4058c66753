//! Registering documents: what each needs, and that a code is one document's.

use clausebook::documents::{self, DocumentKind, DocumentState, NewDocument};
use clausebook::error::Code;
use clausebook::systems;

use crate::support::organisation::{Organisation, owned, today};

fn new(code: &str, title: &str) -> NewDocument {
    NewDocument::new(code, title, DocumentKind::Policy)
}

#[test]
fn a_registered_document_is_listed_until_it_has_a_file() {
    let mut at = Organisation::new();
    let id = at.does(|tx| documents::register(tx, new(" PO-01 ", " Quality policy ")));
    assert_eq!(at.wrote(), ["document.registered"]);
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.code.as_str(), document.title.as_str()), ("PO-01", "Quality policy"), "without blanks");
    assert_eq!((document.state, document.in_use), (DocumentState::Listed, true), "a list says it is in use");
    assert_eq!((document.registered, document.revision.as_ref(), document.current), (today(), None, None));
    assert!(!documents::standing(at.db(), id).unwrap().unwrap().filed, "without a file it is no evidence");
    at.rebuilds_the_same();
}

#[test]
fn a_document_has_a_code_and_a_title() {
    let mut at = Organisation::new();
    for (code, title) in [("", "Quality policy"), ("PO-01", ""), (" ", "Quality policy"), ("PO-01", " ")] {
        assert_eq!(
            at.refuses(|tx| documents::register(tx, new(code, title))),
            "document_incomplete",
            "“{code}” “{title}”"
        );
    }
}

#[test]
fn reviews_are_between_one_month_and_ten_years_apart() {
    let mut at = Organisation::new();
    for (months, allowed) in [(0, false), (1, true), (120, true), (121, false)] {
        let code = format!("PO-{months}");
        let mut policy = new(&code, "Quality policy");
        policy.review_interval = Some(months);
        if allowed {
            at.does(|tx| documents::register(tx, policy));
        } else {
            assert_eq!(
                at.refuses(|tx| documents::register(tx, policy)),
                "document_interval_out_of_range",
                "{months} months"
            );
        }
    }
}

#[test]
fn a_code_is_one_documents_however_it_is_written() {
    let mut at = Organisation::new();
    let id = at.does(|tx| documents::register(tx, new("PO-01", "Quality policy")));
    for code in ["PO-01", "po-01", " Po-01 "] {
        assert_eq!(at.refuses(|tx| documents::register(tx, new(code, "Another"))), "document_code_taken", "{code}");
    }
    assert_eq!(documents::by_code(at.db(), "po-01").unwrap().id, id);
    assert_eq!(documents::by_code(at.db(), "PO-02").unwrap_err().code(), Code::NotFound);
    assert_eq!(documents::by_id(at.db(), clausebook::ids::DocumentId::new()).unwrap_err().code(), Code::NotFound);
}

#[test]
fn a_document_belongs_to_the_scope_items_it_is_registered_with() {
    let mut at = Organisation::new();
    at.sites(&["A", "B"]);
    let scope = systems::scope_codes(at.db(), &owned(&["A", "B", "A"])).unwrap();
    let id = at.does(|tx| documents::register(tx, NewDocument { scope, ..new("PO-01", "Quality policy") }));
    let mut codes = systems::scope_item_codes(at.db(), &documents::scope_of(at.db(), id).unwrap()).unwrap();
    codes.sort();
    assert_eq!(codes, ["A", "B"], "each once");
    at.rebuilds_the_same();
}

#[test]
fn a_document_registered_by_mistake_is_taken_back_and_its_code_is_free_again() {
    let mut at = Organisation::new();
    let id = at.does(|tx| documents::register(tx, new("PO-01", "Quality policy")));
    at.does(|tx| documents::take_back(tx, id));
    assert_eq!(at.wrote(), ["document.registered", "document.taken_back"]);
    assert_eq!(documents::by_code(at.db(), "PO-01").unwrap_err().code(), Code::NotFound);
    at.does(|tx| documents::register(tx, new("PO-01", "Quality policy")));
    let drafted = at.draft("PO-02");
    assert_eq!(at.refuses(|tx| documents::take_back(tx, drafted)), "document_has_revisions", "it has a revision");
    at.rebuilds_the_same();
}
