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
