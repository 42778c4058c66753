//! What is due, by day and by page, against the list of all of it.

use std::collections::BTreeMap;

use clausebook::error::Code;
use serde_json::{Value, json};

use super::{Window, file, today};

fn earliest(item: &Value) -> &str {
    let due = &item["due"];
    match due["precision"].as_str().unwrap() {
        "day" => due["day"].as_str().unwrap(),
        "month" => due["first"].as_str().unwrap(),
        _ => due["day_first"].as_str().unwrap().min(due["month_first"].as_str().unwrap()),
    }
}

/// Everything due, without the order of the rows of one kind on one day.
fn all(window: &Window, as_of: &Value) -> Vec<Value> {
    window.ask("review_list", json!({"as_of": as_of}))["items"].as_array().unwrap().clone()
}

/// What there is to do, in the order of a day's list, and how its counts are called.
const KINDS: [(&str, &str); 6] = [
    ("document_review", "documents"),
    ("document_revision", "revisions"),
    ("record_expiry", "records"),
    ("open_point", "points"),
    ("certificate", "certificates"),
    ("control", "controls"),
];

fn kind(item: &Value) -> usize {
    KINDS.iter().position(|(kind, _)| item["kind"] == *kind).unwrap()
}

fn sorted(mut items: Vec<Value>) -> Vec<Value> {
    items.sort_by_key(|i| (earliest(i).to_owned(), i["kind"].to_string(), i["code"].to_string()));
    items
}

fn paged(window: &Window, ask: &Value, limit: usize) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let mut ask = ask.clone();
        ask["after"] = after;
        ask["limit"] = json!(limit);
        let mut page = window.ask("review_page", ask);
        let part = page["rows"].as_array_mut().unwrap();
        assert!(part.len() <= limit);
        rows.append(part);
        assert!(rows.len() < 1000, "the pages come to no end");
        after = page["next"].take();
        if after.is_null() {
            assert_eq!(page["total"], rows.len());
            return rows;
        }
    }
}

#[test]
fn the_days_count_what_the_list_holds() {
    let window = Window::sample();
    for as_of in [Value::Null, json!("2026-06-30")] {
        let items = all(&window, &as_of);
        let mut wanted: BTreeMap<&str, [usize; 12]> = BTreeMap::new();
        let (from, to) = ("2026-01-01", "2027-06-30");
        for item in items.iter().filter(|i| (from..=to).contains(&earliest(i))) {
            let counts = wanted.entry(earliest(item)).or_default();
            let place = 2 * kind(item);
            counts[place] += 1;
            counts[place + 1] += usize::from(item["overdue"] == "yes");
        }
        assert!(wanted.len() > 5, "the sample has dates: {}", wanted.len());
        let answer = window.ask("review_days", json!({"from": from, "to": to, "first": 2, "as_of": as_of}));
        let days = answer["days"].as_array().unwrap();
        let found: Vec<(&str, [usize; 12])> = days
            .iter()
            .map(|d| {
                let count = |name: &str| usize::try_from(d[name].as_u64().unwrap()).unwrap();
                let counts = KINDS.iter().flat_map(|(_, all)| [count(all), count(&format!("{all}_late"))]);
                (d["day"].as_str().unwrap(), counts.collect::<Vec<_>>().try_into().unwrap())
            })
            .collect();
        assert_eq!(found, wanted.into_iter().collect::<Vec<_>>(), "{as_of}");
        for day in days {
            let of_day: Vec<&Value> = items.iter().filter(|i| earliest(i) == day["day"]).take(2).collect();
            assert_eq!(day["items"].as_array().unwrap().iter().collect::<Vec<_>>(), of_day);
        }
        let bare = window.ask("review_days", json!({"from": from, "to": to, "as_of": as_of}));
        assert!(bare["days"].as_array().unwrap().iter().all(|d| d["items"] == json!([])), "counts alone");
    }
}

#[test]
fn the_pages_together_are_the_list() {
    let window = Window::sample();
    let items = all(&window, &Value::Null);
    let day = json!(today());
    let day = day.as_str().unwrap();
    for (ask, wanted) in [
        (json!({}), items.clone()),
        (json!({"from": day}), items.iter().filter(|i| earliest(i) >= day).cloned().collect()),
        (json!({"to": day}), items.iter().filter(|i| earliest(i) <= day).cloned().collect()),
        (json!({"kind": "record_expiry"}), items.iter().filter(|i| i["kind"] == "record_expiry").cloned().collect()),
        (
            json!({"kind": "document_review", "from": "2026-12-01", "to": "2026-12-31"}),
            items
                .iter()
                .filter(|i| i["kind"] == "document_review" && earliest(i).starts_with("2026-12"))
                .cloned()
                .collect(),
        ),
    ] {
        assert!(!wanted.is_empty(), "{ask}");
        let whole = paged(&window, &ask, 1000);
        assert_eq!(sorted(whole.clone()), sorted(wanted), "{ask}");
        assert!(whole.is_sorted_by_key(|i| (earliest(i), kind(i))), "soonest first, documents first");
        for limit in [1, 2, 3, 7] {
            assert_eq!(paged(&window, &ask, limit), whole, "{ask} by {limit}");
        }
    }
    for after in [json!([]), json!(["x", "1", "a"]), json!(["document_review", "soon", "a"]), json!(["1", "a"])] {
        assert_eq!(window.refused("review_page", json!({"after": after})), Code::InvalidValue, "{after}");
    }
}

#[test]
fn the_calendar_file_is_the_one_of_the_list() {
    let window = Window::sample();
    let [a, b] = ["a.ics", "b.ics"].map(|name| file(window.place.folder.path(), name, b""));
    window.host.choose_to_write(&a);
    window.host.choose_to_write(&b);
    let listed = window.ask("review_list", json!({"ics": a, "overwrite": true}));
    let written = window.ask("review_calendar", json!({"out": b, "overwrite": true}));
    assert_eq!(written, listed["items"].as_array().unwrap().len());
    let text = std::fs::read_to_string(&a).unwrap();
    assert!(text.contains("BEGIN:VEVENT"));
    assert_eq!(std::fs::read_to_string(&b).unwrap(), text);
}
