//! What is suggested for a file: from its own words, else from most of its series, else nothing; each with its origin.

use std::path::Path;

use clausebook::contained::Containment;
use clausebook::error::Code;
use clausebook::filing::{FileAs, Missing, Origin, Probe, file_items, missing, probe};
use clausebook::records;
use clausebook::systems::{self, ScopeKind};
use serde_json::{Value, json};

use super::{Desk, text};

impl Desk {
    fn with_sites() -> Self {
        let mut desk = Self::new();
        let sites = [("LUN", "Lund"), ("LUH", "Lund Harbour"), ("OSL", "Oslo, head office")];
        desk.workspace
            .transact(|tx| {
                for (code, name) in sites {
                    systems::add_scope_item(tx, code, ScopeKind::Site, name, &[])?;
                }
                systems::add_scope_item(tx, "HOST", ScopeKind::Service, "Hosting", &[]).map(|_| ())
            })
            .unwrap();
        desk
    }

    fn look(&self, path: &Path) -> Probe {
        probe(self.workspace.db(), &Containment::here(), path, &self.held).unwrap()
    }

    fn seen(&self, name: &str, content: &str) -> Probe {
        self.look(&self.drop(name, content))
    }

    /// Files a record of a series.
    fn record(&mut self, title: &str, kind: &str, scope: &[&str], clause: &str) {
        let path = self.drop(&format!("{title}.txt"), title);
        let item = json!({"paths": [path], "as": "record", "title": title, "what": kind, "scope": scope,
                          "clauses": [{"reference": clause, "strength": "full"}]});
        self.file(json!([item])).unwrap();
    }
}

fn day(found: &Option<clausebook::filing::Suggestion<clausebook::day::Day>>) -> String {
    found.as_ref().map(|found| found.value.to_string()).unwrap_or_default()
}

#[test]
fn a_site_is_the_one_that_the_file_names_and_of_several_none() {
    let desk = Desk::with_sites();
    let own = |codes: &[&str], origin| Some((codes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>(), origin));
    for (name, content, expected) in [
        ("Evacuation drill (Oslo).txt", "", own(&["OSL"], Origin::Name)),
        ("Räumungsübung OSL.txt", "", own(&["OSL"], Origin::Name)),
        ("Evacuation drill - Lund Harbour.txt", "", own(&["LUH"], Origin::Name)),
        ("Evacuation drill Lund.txt", "Oslo was told.", own(&["LUN"], Origin::Name)),
        ("Evacuation drill.txt", "The hall in Lund was empty.", own(&["LUN"], Origin::Text)),
        ("Hosting test Oslo.txt", "", own(&["OSL", "HOST"], Origin::Name)),
        ("Evacuation drill 2.txt", "Hosting went on.", None),
        ("Evacuation drill Lundqvist.txt", "Oslofjord", None),
        ("Evacuation drill Oslo and Lund.txt", "Oslo", None),
        ("Evacuation drill 3.txt", "From Oslo to Lund.", None),
    ] {
        let seen = desk.seen(name, &format!("{content} {name}").replace(name, ""));
        let mut found = seen.scope.map(|s| (s.value, s.origin));
        if let Some((codes, _)) = &mut found {
            codes.sort_by_key(|code| *code == "HOST");
        }
        assert_eq!(found, expected, "{name}: {content}");
    }
    let both = desk.seen("Oslo and Lund.txt", "").warnings;
    assert!(
        format!("{both:?}").contains("Lund, Oslo") || format!("{both:?}").contains("Oslo, head office, Lund"),
        "{both:?}"
    );
}

#[test]
fn the_day_of_collection_is_in_the_file_or_open() {
    let desk = Desk::new();
    for (name, content, expected, origin) in [
        ("Drill 14.02.2026.txt", "", "2026-02-14", Some(Origin::Name)),
        ("Übung 3. Mai 2026.txt", "Siehe 2024-01-01 und 2025-01-01.", "2026-05-03", Some(Origin::Name)),
        ("Drill a.txt", "Done on 2026-02-14.", "2026-02-14", Some(Origin::Text)),
        ("Drill b.txt", "Date: 14 February 2026\nDue 2026-05-01", "2026-02-14", Some(Origin::Text)),
        ("Drill c.txt", "On 2026-02-14, again on 2026-02-15.", "", None),
        ("Drill 2026-02-14 to 2026-02-15.txt", "", "", None),
        ("Drill February 2026.txt", "", "", None),
        ("Drill d.txt", "", "", None),
        ("Drill e.txt", "Next review: 2027-02-01\nGültig bis: 01.03.2027", "", None),
        ("Drill f.txt", "Valid until: 2027-02-01\nHeld on 1 February 2026", "2026-02-01", Some(Origin::Text)),
    ] {
        let seen = desk.seen(name, &format!("{content}\n"));
        assert_eq!((day(&seen.collected).as_str(), seen.collected.map(|s| s.origin)), (expected, origin), "{name}");
    }
    let month = desk.seen("Drill Februar 2026 x.txt", "x");
    assert_eq!((day(&month.period_from), day(&month.period_to)), ("2026-02-01".into(), "2026-02-28".into()));
    assert_eq!(month.collected, None, "a month has no day");
}

#[test]
fn a_series_suggests_what_more_than_half_of_it_have() {
    let mut desk = Desk::with_sites();
    desk.record("Patch report January", "report", &["OSL"], "27001/9.1");
    desk.record("Patch report February", "report", &["OSL"], "27001/9.1");
    desk.record("Patch report March", "minutes", &["LUN"], "9001/9.1");
    let seen = desk.seen("Patch report April.txt", "new");
    let most = Origin::Series { has: 2, of: 3 };
    assert_eq!(seen.record_kind.map(|s| (s.value, s.origin)), Some(("report".into(), most)), "not that of the latest");
    assert_eq!(seen.scope.map(|s| (s.value, s.origin)), Some((vec!["OSL".into()], most)));
    let clauses: Vec<_> = seen.clauses.iter().map(|c| (c.reference.clause.as_str(), c.origin)).collect();
    assert_eq!(clauses, [("9.1", most)], "the one of the latest alone is not suggested");
    desk.record("Patch report May", "minutes", &["LUN"], "9001/9.1");
    let seen = desk.seen("Patch report June.txt", "newer");
    assert_eq!((seen.record_kind, seen.scope), (None, None), "half is not most");
    assert!(seen.clauses.is_empty());
    let named = desk.seen("Patch report July Lund Harbour.txt", "newest");
    assert_eq!(named.scope.map(|s| s.value), Some(vec!["LUH".into()]), "its own word comes before its series");
}

#[test]
fn documents_numbered_alike_suggest_type_and_owner() {
    let mut desk = Desk::new();
    for (code, kind, owner) in [("AB-1", "manual", "Head"), ("AB-2", "manual", "Head"), ("AB-3", "form", "Clerk")] {
        let path = desk.drop(&format!("{code}.txt"), code);
        let item = json!({"paths": [path], "as": "document", "code": code, "title": "T", "what": kind, "owner": owner});
        desk.file(json!([item])).unwrap();
    }
    let seen = desk.seen("AB-4 Widgets.txt", "w");
    let most = Origin::Series { has: 2, of: 3 };
    assert_eq!(seen.document_kind.map(|s| (s.value.name(), s.origin)), Some(("manual", most)));
    assert_eq!(seen.owner.map(|s| s.origin), Some(most));
    let seen = desk.seen("AC-4 Widgets.txt", "v");
    assert_eq!((seen.document_kind, seen.owner, seen.revision), (None, None, None), "nothing is invented");
    assert_eq!(seen.missing, [Missing::Kind], "without a type it is not ready");
}

#[test]
fn a_type_is_said_by_the_table_before_the_title() {
    let desk = Desk::new();
    let table = "Document ID\tXY-7\nTitle\tHandling plan\nDocument type\tForm\n";
    let seen = desk.seen("XY-7 Handling plan.txt", table);
    assert_eq!(seen.document_kind.map(|s| (s.value.name(), s.origin)), Some(("form", Origin::Table)));
    let seen = desk.seen("XY-8 Leitlinie Umgang.txt", "x");
    assert_eq!(seen.document_kind.map(|s| (s.value.name(), s.origin)), Some(("policy", Origin::Name)));
}

#[test]
fn every_suggestion_has_an_origin_and_nothing_else_is_filed() {
    let desk = Desk::with_sites();
    let table = "Document ID\tXY-7\nTitle\tHandling\nVersion\t3\nOwner\tClerk\nNext review\t2027-01-01\n";
    for (name, content) in [
        ("XY-7 Handling.txt", table),
        ("Minutes Oslo 3 March 2026.txt", "20000-1:2018, 9.3"),
        ("Kennzahlen Q2 2026.txt", "Datum: 5. Juli 2026"),
        ("nothing.txt", ""),
        ("IMG_20260102_080910.jpg", "no picture"),
    ] {
        let seen = desk.seen(name, content);
        let shown = serde_json::to_value(&seen).unwrap();
        let item = seen.as_item();
        for field in ["code", "title", "revision", "owner", "next_review", "collected", "period_from", "scope"] {
            let found = &shown[field];
            assert!(found.is_null() || found["origin"]["from"].is_string(), "{name}: {field} is {found}");
        }
        let sent: [(&str, bool); 7] = [
            ("code", item.code.is_empty()),
            ("title", item.title.is_empty()),
            ("revision", item.revision.is_empty()),
            ("owner", item.owner.is_empty()),
            ("collected", item.collected.is_none()),
            ("period_from", item.period_from.is_none()),
            ("scope", item.scope.is_empty()),
        ];
        for (field, empty) in sent {
            assert!(empty || !shown[field].is_null(), "{name}: {field} is sent without an origin");
        }
        assert!(item.valid_until.is_none() && item.summary.is_empty() && !item.again, "{name}: nobody said these");
        assert_eq!(seen.missing, missing(&item, false), "{name}: one rule");
    }
}

#[test]
fn what_is_not_ready_is_refused_by_the_same_rule() {
    let mut desk = Desk::new();
    let path = desk.drop("Drill.txt", "x");
    let clause = json!([{"reference": "9001/9.1", "strength": "full"}]);
    for (item, lacks) in [
        (json!({}), Missing::Purpose),
        (json!({"as": "record", "title": "T"}), Missing::Clause),
        (json!({"as": "record", "title": " ", "clauses": clause}), Missing::Title),
        (json!({"as": "document", "title": "T", "what": "form"}), Missing::Code),
        (json!({"as": "document", "title": "T", "code": "Q-1"}), Missing::Kind),
        (json!({"as": "revision"}), Missing::Code),
    ] {
        let mut item: Value = item;
        item["paths"] = json!([path]);
        let read = serde_json::from_value(item.clone()).unwrap();
        assert_eq!(missing(&read, false), [lacks], "{item}");
        assert_eq!(desk.file(json!([item])).unwrap_err().code(), Code::InvalidValue, "{item}");
    }
    let all = records::list(desk.workspace.db(), &Default::default(), Default::default(), None, 10).unwrap();
    assert!(all.rows.is_empty(), "nothing was filed");
}

#[test]
fn what_is_filed_already_is_said_and_filed_again_only_with_a_word() {
    let mut desk = Desk::new();
    let path = desk.drop("Walkthrough.txt", "same bytes");
    let item = |title: &str, again: bool| {
        json!([{"paths": [path], "as": "record", "title": title, "again": again,
                "clauses": [{"reference": "9001/9.1", "strength": "full"}]}])
    };
    let first = desk.file(item("Walkthrough", false)).unwrap();
    assert!(first.already.is_empty());
    let seen = desk.look(&path);
    assert_eq!((seen.already[0].code.as_str(), seen.already[0].revision.as_deref()), (first.codes[0].as_str(), None));
    assert_eq!(seen.missing[0], Missing::Again);
    assert_eq!(desk.file(item("Other purpose", false)).unwrap_err().code(), Code::AlreadyExists);
    let second = desk.file(item("Other purpose", true)).unwrap();
    assert_eq!(second.already.iter().map(|a| &a.code).collect::<Vec<_>>(), [&first.codes[0]], "the answer says it too");
    assert_eq!(desk.look(&path).already.len(), 2);
    let document =
        json!([{"paths": [path], "as": "document", "code": "Q-9", "title": "T", "what": "form", "again": true}]);
    desk.file(document).unwrap();
    let held = &desk.look(&path).already[0];
    assert_eq!((held.code.as_str(), held.revision.as_deref()), ("Q-9", Some("1")), "which revision is said");
}

#[test]
fn the_same_content_twice_in_one_step_is_not_filed_twice() {
    let mut desk = Desk::new();
    let (a, b) = (desk.drop("a.txt", "twin"), desk.drop("b.txt", "twin"));
    let item = |path: &Path| json!({"paths": [path], "as": "record", "title": "T", "clauses": [{"reference": "9001/9.1", "strength": "full"}]});
    let items = serde_json::from_value(json!([item(&a), item(&b)])).unwrap();
    let refused = file_items(&mut desk.workspace, &desk.cache, items, &|_, _| {}).unwrap_err();
    assert_eq!(refused.reason().name, "file_comes_twice");
}

#[test]
fn a_revision_keeps_what_the_register_says_and_takes_the_next_label() {
    let mut desk = Desk::new();
    let path = desk.drop("KL-2 Keys v1.txt", "one");
    let item = json!([{"paths": [path], "as": "document", "code": "KL-2", "title": "Keys", "what": "form",
                       "revision": "1", "clauses": [{"reference": "9001/7.5", "strength": "full"}]}]);
    desk.file(item).unwrap();
    let seen = desk.seen("KL-2 Keys.txt", "two");
    assert_eq!(seen.suggests.map(|s| (s.value, s.origin)), Some((FileAs::Revision, Origin::Name)));
    assert_eq!((text(&seen.title), text(&seen.revision)), ("Keys", "2"));
    assert_eq!(seen.revision.unwrap().origin, Origin::Register);
    assert!(seen.missing.is_empty(), "what the revision before satisfied is carried over");
    assert_eq!(seen.clauses[0].origin, Origin::Register);
}
