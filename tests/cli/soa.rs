//! The Statement of Applicability in the terminal.

use crate::support::Place;

fn said(place: &Place, args: &[&str]) -> String {
    let out = place.run(&[&["--as", super::QUALITY], args].concat());
    assert_eq!(out.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn a_comparison_says_what_differs_of_a_control_on_which_nobody_decided() {
    let place = super::ready();
    said(&place, &["soa", "issue", "--draft"]);
    let add = |title: &str, origin: &str| {
        let own = ["applicability", "control", "add", "27001", "K-1", "--title", title, "--origin", origin];
        said(&place, &[&own[..], &["--reason", "as the contract has it"]].concat())
    };
    add("Island mode", "Law on operators");
    let diff = said(&place, &["soa", "diff", "1 draft 1", "now"]);
    assert!(
        diff.contains("not in it") && diff.contains("undecided") && diff.contains("new in the statement"),
        "{diff}"
    );
    let back = said(&place, &["soa", "diff", "now", "1 draft 1"]);
    assert!(back.contains("no more in it"), "{back}");
    said(&place, &["soa", "issue", "--draft"]);
    add("Island operation", "Contract");
    let diff = said(&place, &["soa", "diff", "1 draft 2", "now"]);
    assert!(diff.contains("title “Island mode”, origin “Law on operators”"), "{diff}");
    assert!(diff.contains("title “Island operation”, origin “Contract”"), "{diff}");
    assert!(diff.contains("title, origin") && !diff.contains('–'), "{diff}");
    let set = |more: &[&str]| said(&place, &[&["applicability", "set", "27001", "K-1"], more].concat());
    set(&["--applies", "yes", "--reason", "the contract", "--implemented", "2031-03-01"]);
    said(&place, &["soa", "issue", "--draft"]);
    set(&["--implemented", "yes", "--owner", "Service Manager"]);
    let diff = said(&place, &["soa", "diff", "1 draft 3", "now"]);
    assert!(diff.contains("in place by 2031-03-01, owner none"), "{diff}");
    assert!(diff.contains("in place: yes, owner “Service Manager”"), "{diff}");
}

#[test]
fn today_and_the_list_of_what_is_due_name_a_statement_that_moved_on() {
    let place = super::ready();
    let all = ["A.5", "A.6", "A.7", "A.8"];
    let decide = |on: &[&str], more: &[&str]| {
        said(&place, &[&["applicability", "set", "27001"], on, &["--reason", "the risk assessment"], more].concat())
    };
    decide(&all, &["--applies", "yes", "--implemented", "yes"]);
    said(&place, &["soa", "issue"]);
    for list in [&["today"][..], &["review", "list"]] {
        assert!(!said(&place, list).contains("Statement of Applicability"), "{list:?}");
    }
    decide(&["A.7.4"], &["--applies", "no"]);
    for list in [&["today"][..], &["review", "list"]] {
        let text = said(&place, list);
        assert!(text.contains("version 1 of the Statement of Applicability no longer says"), "{text}");
        assert!(text.contains("on 1 control"), "{text}");
        let moved = &place.json(list)["moved"];
        assert_eq!((&moved[0]["system"], &moved[0]["controls"][0]), (&"ISMS".into(), &"A.7.4".into()));
    }
    assert!(said(&place, &["soa", "show"]).contains("the first on"));
}
