//! A document or a record, where a rule does not mind which.

use clausebook::error::Code;
use clausebook::items::{self, ItemId};
use clausebook::records::{self, NewRecord};

use crate::support::organisation::{Organisation, paper, record};

#[test]
fn a_document_is_found_by_its_code_and_a_record_by_code_or_identifier() {
    let mut at = Organisation::new();
    let (document, filed) = (at.document("PR-1"), at.record("Report"));
    let code = records::by_id(at.db(), filed).unwrap().code;
    assert_eq!(items::find(at.db(), "pr-1").unwrap(), ItemId::Document(document));
    assert_eq!(items::find(at.db(), &code).unwrap(), ItemId::Record(filed));
    assert_eq!(items::find(at.db(), &filed.to_string()).unwrap(), ItemId::Record(filed));
    assert_eq!(items::find(at.db(), "PR-2").unwrap_err().code(), Code::NotFound);
    let another = at.document(&code);
    assert_eq!(
        items::find(at.db(), &code).unwrap(),
        ItemId::Document(another),
        "the organisation's own number goes first"
    );
}

#[test]
fn what_was_taken_back_has_no_name_any_more() {
    let mut at = Organisation::new();
    let (document, filed) = (at.document("PR-1"), at.record("Report"));
    let named = items::name(at.db(), ItemId::Document(document)).unwrap();
    assert_eq!((named.kind, named.code.as_str(), named.title.as_str()), ("document", "PR-1", "Title of PR-1"));
    let named = items::name(at.db(), ItemId::Record(filed)).unwrap();
    assert_eq!((named.kind, named.title.as_str()), ("record", "Report"));
    assert_eq!(items::code(at.db(), ItemId::Record(filed)).unwrap(), named.code);
    at.does(|tx| records::undo_filing(tx, filed));
    assert_eq!(items::name(at.db(), ItemId::Record(filed)).unwrap_err().code(), Code::NotFound);
    assert_eq!(items::code(at.db(), ItemId::Record(filed)).unwrap(), "");
}

#[test]
fn a_file_leads_to_all_that_hold_it_documents_first() {
    let mut at = Organisation::new();
    at.does(|tx| records::file(tx, NewRecord { files: vec![paper("PR-1")], ..record("Copy") }));
    at.document("PR-1");
    let holders = items::holding(at.db(), &paper("PR-1").digest).unwrap();
    let named: Vec<_> = holders.iter().map(|h| (h.item.kind, h.revision.as_deref(), h.path.as_str())).collect();
    assert_eq!(named, [("document", Some("1"), "share/PR-1.txt"), ("record", None, "share/PR-1.txt")]);
    assert!(items::holding(at.db(), &paper("nothing").digest).unwrap().is_empty());
}

#[test]
fn an_identifier_from_a_table_is_put_together_again() {
    let mut at = Organisation::new();
    for item in [ItemId::Document(at.draft("PR-1")), ItemId::Record(at.record("Report"))] {
        assert_eq!(ItemId::from_parts(item.kind(), item.uuid().into_bytes()), item);
    }
}
