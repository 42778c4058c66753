//! Open points in the terminal.

use clausebook::ids::LinkId;
use clausebook::items;
use clausebook::mapping::{MappingEvent, Origin, Strength};
use serde_json::{Value, json};

use super::{QUALITY, add_document, ready};
use crate::support::Place;

/// A policy that a program mapped to two standards that knew no points.
fn mapped_before() -> Place {
    let place = ready();
    add_document(&place, "PO-1", &[]);
    let mut workspace = place.reopen().unwrap();
    workspace
        .transact(|tx| {
            let item = items::find(tx.db(), "PO-1")?;
            for reference in ["27001:2022/5.2", "9001:2015/5.2.1"] {
                tx.append(&MappingEvent::Linked {
                    id: LinkId::new(),
                    item,
                    reference: reference.parse()?,
                    strength: Strength::Full,
                    reason: String::new(),
                    variance: String::new(),
                    scope: Vec::new(),
                    origin: Origin::Hand,
                    basis: None,
                    points: Vec::new(),
                    data: String::new(),
                })?;
            }
            Ok(())
        })
        .unwrap();
    place
}

fn text(place: &Place, args: &[&str]) -> String {
    String::from_utf8(place.run(args).stdout).unwrap()
}

fn size(place: &Place) -> u64 {
    place.reopen().unwrap().head().unwrap().size
}

#[test]
fn what_the_data_ask_is_asked_of_whoever_may_decide_and_of_nobody_else() {
    let place = mapped_before();
    place.json(&["--as", QUALITY, "person", "add", "Reader", "--email", "reader@example.org", "--role", "reader"]);
    let before = size(&place);
    place.json(&["--as", "reader@example.org", "question", "list"]);
    place.run(&["--as", QUALITY, "verify"]);
    assert_eq!(size(&place), before, "a reader's look and a check write nothing");
    let asked = place.json(&["--as", QUALITY, "question", "list", "--kind", "points"]);
    let waiting = asked["open"].as_u64().unwrap();
    assert!(waiting > 0, "{asked}");
    let after = size(&place);
    assert_eq!(place.json(&["--as", QUALITY, "question", "list"])["open"], json!(waiting));
    assert_eq!(size(&place), after, "these data were compared already");
    let shown = text(&place, &["--as", QUALITY, "question", "list"]);
    for part in ["open by today's data, unknown when it was mapped", "it is open", "leave it", "(--reason)"] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
}

#[test]
fn such_a_question_is_answered_with_a_reason_or_opens_its_points() {
    let place = mapped_before();
    let asked = place.json(&["--as", QUALITY, "question", "list", "--kind", "points"]);
    let rows = asked["groups"][0]["rows"].as_array().unwrap().clone();
    let code = |row: &Value| row["code"].as_str().unwrap().to_owned();
    let settle = |code: &str, reading: &str| {
        ["--as", QUALITY, "question", "settle", code, "--reading", reading].map(str::to_owned).to_vec()
    };
    let given = settle(&code(&rows[0]), "2");
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    assert_eq!(place.refused(&given)["reason"], "question_answered_without_reason");
    place.json(&[&given[..], &["--reason", "one policy for both"]].concat());
    let left = text(&place, &["point", "list", "--unrecorded"]);
    assert!(left.contains("left: one policy for both"), "{left}");
    if let Some(other) = rows.get(1) {
        let given = settle(&code(other), "1");
        place.json(&given.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(place.json(&["point", "list"])["open"].as_u64().unwrap() > 0);
    }
    place.json(&["--as", QUALITY, "undo"]);
    assert_eq!(place.json(&["--as", QUALITY, "question", "list"])["open"], json!(1), "one answer was taken back");
}

#[test]
fn a_clause_names_what_is_open_at_it_in_the_workspace() {
    let place = ready();
    let shown = |clause: &str| text(&place, &["clause", clause]);
    assert!(shown("9001/5.2.1").contains("Here: ○ gap; nothing filed"), "{}", shown("9001/5.2.1"));
    add_document(&place, "PO-1", &["27001/5.2", "9001/5.2.1"]);
    place.json(&["--as", QUALITY, "document", "approve", "PO-1", "--reason", "read"]);
    let (clause, json) = (shown("9001/5.2.1"), place.json(&["clause", "9001/5.2.1"]));
    for part in ["Here: ◐ partial; 1 open point: PO-1", "1 point is open:", "PO-1 Title", "OP-"] {
        assert!(clause.contains(part), "{part} in {clause}");
    }
    assert_eq!(
        (&json["here"]["stands"]["state"], &json["here"]["points"][0]["item"]["code"]),
        (&json!("partial"), &json!("PO-1"))
    );
    assert_eq!(json["clause"], json!("5.2.1"), "what it said before stands beside it");
    assert!(!shown("27001:2013/5.2").contains("Here:"), "an edition that is not held stands nowhere");
}
