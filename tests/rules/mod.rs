//! The organisation's rules: what they say for a type, what they may say, and how they are taken back.

use clausebook::documents::{self, DocumentKind, NewDocument};
use clausebook::rules::{self, Rule, Value, Way};
use clausebook::undo;
use clausebook::workspace::Tx;

use crate::support::organisation::{Organisation, approval, revision, today};

fn way(at: &Organisation, kind: &str) -> Way {
    rules::way(at.db(), kind).unwrap()
}

#[test]
fn a_type_has_its_own_word_else_that_for_all_else_the_programs() {
    let mut at = Organisation::new();
    assert!(way(&at, "policy").at_once(), "one person approves where nothing was said");
    at.does(|tx| rules::set(tx, Rule::Approvers, "", Some(Value::Number(2)), "four eyes"));
    at.does(|tx| rules::set(tx, Rule::Approvers, "form", Some(Value::Number(1)), "forms are simple"));
    assert_eq!((way(&at, "policy").approvers, way(&at, "form").approvers), (2, 1));
    at.does(|tx| rules::set(tx, Rule::Approvers, "form", None, "no exception"));
    assert_eq!(way(&at, "form").approvers, 2);
    at.rebuilds_the_same();
}

#[test]
fn a_rule_is_undone_as_long_as_nothing_was_said_since() {
    let mut at = Organisation::new();
    at.does(|tx| rules::set(tx, Rule::Signed, "", Some(Value::YesNo(true)), "the auditor asked"));
    undo::undo(&mut at.workspace).unwrap();
    assert!(!way(&at, "policy").signed);
    at.rebuilds_the_same();
}

#[test]
fn what_a_rule_cannot_say_is_refused() {
    let mut at = Organisation::new();
    let mut refused =
        |rule, value, reason: &str| at.refuses(|tx: &mut Tx<'_>| rules::set(tx, rule, "", Some(value), reason));
    assert_eq!(refused(Rule::Approvers, Value::Number(0), "r"), "rule_number", "somebody has to approve");
    assert_eq!(refused(Rule::Interval, Value::Number(121), "r"), "rule_number");
    assert_eq!(
        refused(Rule::Notice, Value::Number(0), "r"),
        "rule_number",
        "nothing is announced on its last day alone"
    );
    assert_eq!(refused(Rule::Notice, Value::Number(366), "r"), "rule_number");
    assert_eq!(refused(Rule::Notice, Value::YesNo(true), "r"), "rule_number");
    let pattern = |text: &str| Value::Text(text.to_owned());
    assert_eq!(refused(Rule::Numbering, Value::Number(3), "r"), "rule_no_pattern");
    assert_eq!(refused(Rule::Numbering, pattern("QP-"), "r"), "rule_pattern_without_number");
    assert_eq!(refused(Rule::Numbering, pattern("{number}-{number}"), "r"), "rule_pattern_without_number");
    assert_eq!(refused(Rule::Numbering, pattern("QP {number}"), "r"), "rule_pattern_unreadable");
    assert_eq!(refused(Rule::Numbering, pattern("QP-{month}-{number}"), "r"), "rule_pattern_unreadable");
    assert_eq!(refused(Rule::Signed, pattern("yes"), "r"), "rule_yes_or_no");
    assert_eq!(refused(Rule::Approvers, pattern("2"), "r"), "rule_number");
    assert_eq!(refused(Rule::Reviewers, Value::YesNo(true), "r"), "rule_number");
    assert_eq!(refused(Rule::Signed, Value::Number(1), "r"), "rule_yes_or_no");
    assert_eq!(refused(Rule::Approvers, Value::Number(2), " "), "rule_without_reason");
    at.does(|tx| rules::set(tx, Rule::Approvers, "", Some(Value::Number(2)), "four eyes"));
    let again = at.refuses(|tx| rules::set(tx, Rule::Approvers, "", Some(Value::Number(2)), "four eyes"));
    assert_eq!(again, "rule_says_so");
}

#[test]
fn an_interval_speaks_for_documents_that_have_none_of_their_own() {
    let mut at = Organisation::new();
    at.does(|tx| rules::set(tx, Rule::Interval, "policy", Some(Value::Number(6)), "policies age"));
    let mut filed = |code: &str, kind, own: Option<u32>| {
        at.does(|tx| {
            let mut new = NewDocument::new(code, code, kind);
            new.review_interval = own;
            let id = documents::register(tx, new)?;
            documents::file_revision(tx, id, revision(code))?;
            documents::approve(tx, id, approval(tx.today()))?;
            Ok(documents::by_id(tx.db(), id)?.next_review.map(|due| due.earliest()))
        })
    };
    assert_eq!(filed("PO-1", DocumentKind::Policy, None), Some(today().plus_months(6)));
    assert_eq!(filed("PO-2", DocumentKind::Policy, Some(24)), Some(today().plus_months(24)));
    assert_eq!(filed("PR-1", DocumentKind::Procedure, None), None);
}

#[test]
fn a_new_document_is_numbered_behind_the_highest_of_its_type() {
    let mut at = Organisation::new();
    let says = |at: &mut Organisation, kind: &'static str, pattern: &str| {
        let value = Some(Value::Text(pattern.to_owned()));
        at.does(|tx| rules::set(tx, Rule::Numbering, kind, value, "codes of one form"));
    };
    let next = |at: &Organisation, kind, day| documents::next_codes(at.db(), kind, day, 2).unwrap();
    let plan = |at: &Organisation| next(at, DocumentKind::Plan, today());
    assert_eq!(plan(&at), [""; 0], "where nothing is said a person numbers");
    let refused = at.refuses(|tx| documents::numbered(tx.db(), DocumentKind::Plan, tx.today()).map(|_| ()));
    assert_eq!(refused, "document_without_code");
    says(&mut at, "plan", " pl-{number:3} ");
    assert_eq!(plan(&at), ["PL-001", "PL-002"]);
    for code in ["pl-7", "PL-0012", "PL-13b", "PL-", "PL-99999999999", "XPL-50"] {
        at.does(|tx| documents::register(tx, NewDocument::new(code, code, DocumentKind::Plan)));
    }
    assert_eq!(plan(&at), ["PL-013", "PL-014"], "whatever else is written is no number of it");
    says(&mut at, "", "D{year}/{number}");
    at.does(|tx| documents::register(tx, NewDocument::new("D2026/4", "Form", DocumentKind::Form)));
    assert_eq!(plan(&at), ["PL-013", "PL-014"], "a type keeps its own");
    assert_eq!(next(&at, DocumentKind::Form, today()), ["D2026/5", "D2026/6"]);
    assert_eq!(next(&at, DocumentKind::Form, today().plus_months(12))[0], "D2027/1", "each year begins anew");
    says(&mut at, "plan", "");
    assert_eq!(plan(&at), [""; 0], "a type may say that a person numbers");
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!(plan(&at), ["PL-013", "PL-014"]);
    at.rebuilds_the_same();
}
