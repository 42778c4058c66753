//! Revisions: labels, files, and what a draft does to the document.

use clausebook::documents::{self, DocumentKind, DocumentState, NewDocument, NewRevision, RevisionState};
use clausebook::ids::{DocumentId, RevisionId};
use clausebook::workspace::Tx;

use crate::support::organisation::{Organisation, paper, revision, today};

fn labelled(label: &str, content: &str) -> NewRevision {
    NewRevision { label: Some(label.into()), ..revision(content) }
}

fn states(at: &Organisation, document: DocumentId) -> Vec<(String, RevisionState)> {
    documents::revisions(at.db(), document).unwrap().into_iter().map(|r| (r.label, r.state)).collect()
}

#[test]
fn a_first_revision_makes_a_draft_with_author_summary_and_files() {
    let mut at = Organisation::new();
    let id = at.does(|tx| documents::register(tx, NewDocument::new("PR-1", "Purchasing", DocumentKind::Procedure)));
    at.wrote();
    let new = NewRevision { summary: "first".into(), author: "author@example.org".into(), ..labelled(" A ", "one") };
    let filed = at.does(|tx| documents::file_revision(tx, "pr-1", new));
    assert_eq!(at.wrote(), ["document.revision_filed"]);
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.state, document.in_use, document.current), (DocumentState::Draft, false, Some(filed)));
    let [only] = &documents::revisions(at.db(), id).unwrap()[..] else { panic!("one revision") };
    assert_eq!((only.label.as_str(), only.state, only.filed), ("A", RevisionState::Draft, today()));
    assert_eq!((only.summary.as_str(), only.author.as_str()), ("first", "author@example.org"));
    assert_eq!(only.files, [paper("one")]);
    at.rebuilds_the_same();
}

#[test]
fn a_revision_has_a_label_and_a_file() {
    let mut at = Organisation::new();
    at.draft("PR-1");
    let without_file = NewRevision { files: Vec::new(), ..labelled("B", "") };
    for new in [labelled(" ", "two"), without_file] {
        assert_eq!(
            at.refuses(|tx| documents::file_revision(tx, "PR-1", new.clone())),
            "revision_incomplete",
            "{new:?}"
        );
    }
    assert_eq!(at.refuses(|tx| documents::file_revision(tx, "PR-2", revision("two"))), "document_not_found");
}

#[test]
fn what_was_filed_under_a_label_is_not_replaced() {
    let mut at = Organisation::new();
    at.draft("PR-1");
    at.does(|tx| documents::file_revision(tx, "PR-1", labelled("b", "two")));
    for label in ["b", "B", " B ", "1"] {
        let code = at.refuses(|tx| documents::file_revision(tx, "PR-1", labelled(label, "three")));
        assert_eq!(code, "revision_label_taken", "{label}");
    }
}

#[test]
fn a_revision_without_a_label_gets_the_next_number() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    assert_eq!(documents::next_label(at.db(), id, false).unwrap(), "2");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    assert_eq!(states(&at, id), [("1".to_owned(), RevisionState::Draft), ("2".to_owned(), RevisionState::Draft)]);
}

#[test]
fn a_draft_replaces_nothing() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    at.does(|tx| documents::file_revision(tx, id, revision("two")));
    let document = documents::by_id(at.db(), id).unwrap();
    assert_eq!((document.state, document.revision.as_deref()), (DocumentState::Effective, Some("1")));
    at.rebuilds_the_same();
}

#[test]
fn further_files_stand_behind_the_first_and_none_are_no_event() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    let filed = documents::by_id(at.db(), id).unwrap().current.unwrap();
    at.wrote();
    at.does(|tx| documents::attach_files(tx, filed, Vec::new()));
    assert!(at.wrote().is_empty());
    at.does(|tx| documents::attach_files(tx, filed, vec![paper("signed"), paper("as PDF")]));
    assert_eq!(at.wrote(), ["document.files_attached"]);
    let files = documents::revisions(at.db(), id).unwrap().remove(0).files;
    assert_eq!(files, [paper("PR-1"), paper("signed"), paper("as PDF")]);
    assert_eq!(documents::of_revision(at.db(), filed).unwrap(), Some(id));
    assert_eq!(documents::of_revision(at.db(), RevisionId::new()).unwrap(), None);
    at.rebuilds_the_same();
}

#[test]
fn a_file_leads_to_the_revisions_that_hold_it() {
    let mut at = Organisation::new();
    at.draft("PR-2");
    at.draft("PR-1");
    at.does(|tx| documents::file_revision(tx, "PR-1", labelled("B", "PR-2")));
    let owners = documents::file_owners(at.db(), &paper("PR-2").digest).unwrap();
    let named: Vec<(&str, &str)> = owners.iter().map(|(code, _, label, _)| (code.as_str(), label.as_str())).collect();
    assert_eq!(named, [("PR-1", "B"), ("PR-2", "1")]);
    assert!(documents::file_owners(at.db(), &paper("nothing").digest).unwrap().is_empty());
}

#[test]
fn a_draft_filed_by_mistake_is_taken_back_and_what_was_approved_stays() {
    let mut at = Organisation::new();
    let id = at.document("PR-1");
    let second = at.does(|tx| documents::file_revision(tx, id, revision("two")));
    at.wrote();
    at.does(|tx| documents::take_back_revision(tx, id, second));
    assert_eq!(at.wrote(), ["document.revision_taken_back"]);
    assert_eq!(states(&at, id), [("1".to_owned(), RevisionState::Effective)]);
    let first = documents::by_id(at.db(), id).unwrap().current.unwrap();
    let take_back = |revision| move |tx: &mut Tx<'_>| documents::take_back_revision(tx, id, revision);
    assert_eq!(at.refuses(take_back(first)), "revision_not_draft", "what was in force stays in the history");
    assert_eq!(at.refuses(take_back(second)), "change_final", "it is gone already");
    let drafted = at.draft("PR-2");
    let only = documents::by_id(at.db(), drafted).unwrap().current.unwrap();
    at.does(|tx| documents::take_back_revision(tx, drafted, only));
    let document = documents::by_id(at.db(), drafted).unwrap();
    assert_eq!((document.state, document.current), (DocumentState::Listed, None), "without a file it is listed again");
    at.rebuilds_the_same();
}

#[test]
fn a_revision_that_had_been_replaced_when_it_was_filed_is_superseded() {
    let mut at = Organisation::new();
    let id = at.draft("PR-1");
    let first = documents::by_id(at.db(), id).unwrap().current.unwrap();
    at.wrote();
    at.does(|tx| documents::retire_revision(tx, first, Some(today())));
    assert_eq!(at.wrote(), ["document.revision_retired"]);
    let retired = documents::revisions(at.db(), id).unwrap().remove(0);
    assert_eq!((retired.state, retired.ended_on), (RevisionState::Superseded, Some(today())));
    at.rebuilds_the_same();
}

#[test]
fn a_label_that_counts_in_no_known_way_is_asked_for() {
    for (label, minor, refused) in [
        ("2024-01", false, "revision_label_uncounted"),
        ("III", false, "revision_label_uncounted"),
        ("A", true, "revision_label_without_minor"),
        ("01", true, "revision_label_without_minor"),
        ("9", true, "revision_label_without_minor"),
    ] {
        let mut at = Organisation::new();
        let id = at.does(|tx| {
            let new = documents::NewDocument::new("PR-1", "Sales", documents::DocumentKind::Procedure);
            let id = documents::register(tx, new)?;
            documents::file_revision(tx, id, labelled(label, "one"))?;
            Ok(id)
        });
        assert_eq!(documents::next_label(at.db(), id, minor).unwrap_err().reason().name, refused, "{label}");
        if !minor {
            assert_eq!(at.refuses(|tx| documents::file_revision(tx, id, revision("two"))), refused, "{label}");
        }
    }
}
