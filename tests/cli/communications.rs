//! Recording in the terminal whom a policy was communicated to.

use super::{QUALITY, ready};
use crate::support::{Place, file};

fn text(place: &Place, args: &[&str]) -> String {
    String::from_utf8(place.run(args).stdout).unwrap()
}

#[test]
fn a_policy_waits_in_today_until_the_terminal_records_whom_it_was_communicated_to() {
    let place = ready();
    let path = file(place.folder.path(), "in/policy.txt", b"Policy").display().to_string();
    place.json(&["document", "add", &path, "--code", "PO-1", "--title", "Quality policy", "--type", "policy"]);
    place.json(&["--as", QUALITY, "document", "approve", "PO-1"]);
    let shown = text(&place, &["document", "show", "PO-1"]);
    assert!(shown.contains("not communicated yet"), "{shown}");
    let today = text(&place, &["today"]);
    assert!(today.contains("Policies in force, not communicated yet: 1"), "{today}");
    let told = ["document", "communicate", "PO-1", "--to", "All staff", "--how", "Staff meeting"];
    assert_eq!(place.json(&told)["not_communicated"], false);
    let shown = text(&place, &["document", "show", "PO-1"]);
    assert!(shown.contains("communicated to All staff on 20") && shown.contains(", Staff meeting"), "{shown}");
    assert!(!text(&place, &["today"]).contains("not communicated yet"));
    let history = text(&place, &["document", "history", "PO-1"]);
    assert!(history.contains("revision 1 communicated to All staff, 20"), "{history}");
    place.json(&["document", "take-back-communication", "PO-1", "--to", "all staff", "--reason", "Not yet held"]);
    assert_eq!(place.json(&["today"])["untold"][0]["code"], "PO-1");
    place.json(&["undo"]);
    assert_eq!(place.json(&["today"])["untold_count"], 0);
}
