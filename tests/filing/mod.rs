//! Filing a few files: what a dropped one seems to be, and that all of them are filed with their clauses, or none.

use std::path::PathBuf;

use clausebook::contained::Containment;
use clausebook::documents::{self, USUAL_REVIEW_INTERVAL};
use clausebook::filing::{FileAs, FileItem, Suggestion, file_items, probe};
use clausebook::mapping::{self, Origin};
use clausebook::records;
use clausebook::search::TextCache;
use clausebook::standards::{EditionId, catalogue};
use clausebook::systems;
use clausebook::workspace::Workspace;
use serde_json::{Value, json};

use crate::support::{Place, file};

mod defaults;
mod home;
mod judged;
mod terminal;

struct Desk {
    place: Place,
    workspace: Workspace,
    cache: TextCache,
    held: Vec<EditionId>,
}

impl Desk {
    fn new() -> Self {
        let place = Place::new();
        let mut workspace = place.workspace();
        let held: Vec<EditionId> = catalogue().default_editions().map(|e| e.id.clone()).collect();
        workspace.transact(|tx| held.iter().try_for_each(|e| systems::establish(tx, e).map(|_| ()))).unwrap();
        let cache = TextCache::open(&place.path("ws/text.db")).unwrap();
        Self { place, workspace, cache, held }
    }

    fn drop(&self, name: &str, content: &str) -> PathBuf {
        file(&self.place.path("drop"), name, content.as_bytes())
    }

    fn file(&mut self, items: Value) -> clausebook::error::Result<clausebook::filing::Filed> {
        let items: Vec<FileItem> = serde_json::from_value(items).unwrap();
        file_items(&mut self.workspace, &self.cache, items, &|_, _| {})
    }
}

fn text(found: &Option<Suggestion<String>>) -> &str {
    found.as_ref().map_or("", |found| &found.value)
}

#[test]
fn a_document_is_filed_and_its_next_file_is_its_next_revision() {
    let mut desk = Desk::new();
    let first = desk.drop("QP-07 Purchasing v1.0.txt", "Document ID QP-07\nVersion 1.0\nOwner Buyer\n");
    let seen = probe(desk.workspace.db(), &Containment::here(), &first, &desk.held).unwrap();
    assert_eq!(seen.suggests.as_ref().map(|s| s.value), Some(FileAs::Document));
    assert_eq!((text(&seen.code), text(&seen.owner)), ("QP-07", "Buyer"));
    let filed = desk
        .file(json!([{"paths": [first], "as": "document", "code": "QP-07", "title": "Purchasing", "what": "procedure",
                      "revision": "1.0", "owner": "Buyer", "next_review": "2027-01-15",
                      "clauses": [{"reference": "9001/8.4", "strength": "full"}]}]))
        .unwrap();
    assert_eq!((filed.codes, filed.clauses), (vec![String::from("QP-07")], 1));
    let document = documents::by_code(desk.workspace.db(), "QP-07").unwrap();
    assert_eq!(document.review_interval, Some(USUAL_REVIEW_INTERVAL), "who plans a review goes on reviewing");
    let second = desk.drop("QP-07 Purchasing v2.0.txt", "Document ID QP-07\nVersion 2.0\nOwner Clerk\n");
    let seen = probe(desk.workspace.db(), &Containment::here(), &second, &desk.held).unwrap();
    assert_eq!(seen.suggests.as_ref().map(|s| s.value), Some(FileAs::Revision));
    assert_eq!((text(&seen.revision), text(&seen.owner)), ("2.0", "Buyer"));
    assert_eq!(seen.warnings.len(), 1, "the file names another owner: {:?}", seen.warnings);
    desk.file(json!([{"paths": [second], "as": "revision", "code": "QP-07", "revision": "2.0"}])).unwrap();
    let labels = documents::revisions(desk.workspace.db(), document.id).unwrap();
    assert_eq!(labels.iter().map(|r| r.label.as_str()).collect::<Vec<_>>(), ["1.0", "2.0"]);
}

#[test]
fn without_a_next_review_no_interval_is_invented() {
    let mut desk = Desk::new();
    let path = desk.drop("QP-08 Sales.txt", "text");
    let item = json!([{"paths": [path], "as": "document", "code": "QP-08", "title": "Sales", "what": "procedure",
                       "revision": "1"}]);
    desk.file(item).unwrap();
    assert_eq!(documents::by_code(desk.workspace.db(), "QP-08").unwrap().review_interval, None);
}

#[test]
fn what_one_item_is_refused_for_refuses_all() {
    let mut desk = Desk::new();
    let (a, b) = (desk.drop("a.txt", "a"), desk.drop("b.txt", "b"));
    let refused = desk.file(json!([
        {"paths": [a], "as": "record", "title": "A", "clauses": [{"reference": "9001/9.1", "strength": "full"}]},
        {"paths": [b], "as": "revision", "code": "QP-99", "revision": "2"},
    ]));
    assert!(refused.is_err());
    assert_eq!(
        clausebook::records::list(desk.workspace.db(), &Default::default(), Default::default(), None, 10)
            .unwrap()
            .rows
            .len(),
        0
    );
    assert!(
        serde_json::from_value::<FileItem>(json!({"paths": [], "as": "letter"})).is_err(),
        "no other kind is a document"
    );
}

#[test]
fn what_was_proposed_is_filed_as_accepted_and_what_was_named_as_made_by_hand() {
    let ticked = |reference: &str, from: Option<&str>, reason: &str| json!({"reference": reference, "strength": "full", "reason": reason, "from": from});
    let (named, other) = (ticked("27001/5.2", None, ""), ticked("9001/5.2.1", None, ""));
    let heading = ticked("20000-1/8.7.3", Some("27001/5.2"), "it names services");
    let part = ticked("20000-1/8.7.3.1", Some("27001/5.2"), "it names services");
    let identical = ticked("20000-1/5.2", Some("27001/5.2"), "");
    // Whatever the order in which they were ticked: every order of these five.
    let all = [named, other, heading, part, identical];
    for start in 0..all.len() {
        for turn in [false, true] {
            let mut clauses: Vec<Value> = all[start..].iter().chain(&all[..start]).cloned().collect();
            if turn {
                clauses.reverse();
            }
            let mut desk = Desk::new();
            let path = desk.drop("Policy.txt", "text");
            let paper = json!([{"paths": [path], "as": "document", "code": "POL-1", "title": "Policy", "what": "policy",
                                "clauses": clauses}]);
            desk.file(paper).unwrap();
            let db = desk.workspace.db();
            let item = clausebook::items::find(db, "POL-1").unwrap();
            let made: Vec<(String, &str, bool)> = mapping::of_item(db, item)
                .unwrap()
                .iter()
                .map(|l| (l.reference.short(), l.strength.name(), matches!(l.origin, Origin::Hand)))
                .collect();
            let expected = [
                ("20000-1 5.2", "full", false),
                ("20000-1 8.7.3", "partial", false),
                ("20000-1 8.7.3.1", "full", false),
                ("27001 5.2", "full", true),
                ("9001 5.2.1", "full", true),
            ];
            assert_eq!(made, expected.map(|(clause, how, hand)| (clause.to_owned(), how, hand)), "{clauses:?}");
        }
    }
}

#[test]
fn what_was_proposed_and_ticked_without_its_source_is_no_more_than_was_offered() {
    let mut desk = Desk::new();
    let path = desk.drop("Policy.txt", "text");
    let clause =
        json!({"reference": "20000-1/8.7.3", "strength": "full", "reason": "it names services", "from": "27001/5.2"});
    let paper = json!({"paths": [path], "as": "document", "code": "POL-1", "title": "Policy", "what": "policy"});
    let with = |clause: &Value| {
        let mut paper = paper.clone();
        paper["clauses"] = json!([clause]);
        json!([paper])
    };
    let mut unreasoned = clause.clone();
    unreasoned["reason"] = json!("");
    assert!(desk.file(with(&unreasoned)).is_err(), "a part needs its reason");
    desk.file(with(&clause)).unwrap();
    let db = desk.workspace.db();
    let links = mapping::of_item(db, clausebook::items::find(db, "POL-1").unwrap()).unwrap();
    assert_eq!(links.len(), 1);
    assert_eq!((links[0].strength.name(), &links[0].origin), ("partial", &Origin::Hand));
}

/// A record to be filed.
fn report(path: &PathBuf, title: &str, collected: &str) -> Value {
    json!({"paths": [path], "as": "record", "title": title, "what": "test", "collected": collected,
           "clauses": [{"reference": "9001/9.1", "strength": "full"}]})
}

#[test]
fn what_is_filed_says_which_record_it_may_replace() {
    let mut desk = Desk::new();
    let [first, second, third] = ["one.txt", "two.txt", "three.txt"].map(|name| desk.drop(name, name));
    let alone = desk.file(json!([report(&first, "Backup test Q1", "2026-03-01")])).unwrap();
    assert_eq!((alone.codes, alone.replacements.len()), (vec![String::from("REC-2026-001")], 0));
    let filed = desk
        .file(json!([report(&second, "Backup test Q2", "2026-06-01"), report(&third, "Backup test Q3", "2026-09-01")]))
        .unwrap();
    let proposed: Vec<_> = filed.replacements.iter().map(|p| (p.record.as_str(), p.by.as_str())).collect();
    let [one, two, three] = ["REC-2026-001", "REC-2026-002", "REC-2026-003"];
    assert_eq!(proposed, [(one, two), (two, three)], "each by the next of its series");
}

#[test]
fn a_file_of_a_record_that_was_taken_back_may_be_filed_again() {
    let mut desk = Desk::new();
    let path = desk.drop("report.txt", "a report");
    desk.file(json!([report(&path, "Wrong", "2026-03-01")])).unwrap();
    let already = |desk: &Desk| {
        let held = probe(desk.workspace.db(), &Containment::here(), &path, &desk.held).unwrap().already;
        held.into_iter().map(|held| held.code).collect::<Vec<_>>()
    };
    assert_eq!(already(&desk), ["REC-2026-001"]);
    let id = records::find(desk.workspace.db(), "REC-2026-001").unwrap().id;
    desk.workspace.transact(|tx| records::take_back(tx, id, "the wrong title")).unwrap();
    assert!(already(&desk).is_empty());
    let again = desk.file(json!([report(&path, "Right", "2026-03-01")])).unwrap();
    assert_eq!(again.codes, ["REC-2026-002"]);
    assert_eq!(already(&desk), ["REC-2026-002"]);
}
