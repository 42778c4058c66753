//! Lists read page by page: every order and filter, against the list read at once.

use clausebook::error::Code;
use serde_json::{Value, json};

use super::{Window, today};

/// All rows of a list, `limit` at a time.
fn paged(window: &Window, command: &str, sort: &str, filter: &Value, limit: usize) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut after = Value::Null;
    loop {
        let ask = json!({"sort": sort, "filter": filter, "after": after, "limit": limit});
        let mut page = window.ask(command, ask);
        let part = page["rows"].as_array_mut().unwrap();
        assert!(part.len() <= limit, "{command} by {sort}: a page of {}", part.len());
        rows.append(part);
        assert!(rows.len() < 1000, "{command} by {sort}: the pages come to no end");
        after = page["next"].take();
        if after.is_null() {
            return rows;
        }
    }
}

#[test]
fn pages_together_are_the_whole_list_in_every_order() {
    let window = Window::sample();
    let first = window.ask("document_list", json!({"limit": 1}))["rows"][0].take();
    let kind = window.ask("record_list", json!({"limit": 1}))["rows"][0]["kind"].take();
    let lists = [
        (
            "document_list",
            &["code", "title", "next_review", "owner"][..],
            [
                json!({}),
                json!({"kind": first["kind"], "state": "effective"}),
                json!({"text": "po", "owner": first["owner"]}),
                json!({"overdue_on": today()}),
                json!({"unmapped": true}),
            ],
        ),
        (
            "record_list",
            &["filed", "title", "valid_until", "kind"],
            [
                json!({}),
                json!({"kind": kind}),
                json!({"text": "re"}),
                json!({"expired_on": today()}),
                json!({"unmapped": true}),
            ],
        ),
    ];
    for (command, sorts, filters) in lists {
        for sort in sorts {
            for (i, filter) in filters.iter().enumerate() {
                let whole = paged(&window, command, sort, filter, 1000);
                assert!(i > 0 || whole.len() > 5, "{command} by {sort}: {} rows show little", whole.len());
                for limit in [1, 3] {
                    assert_eq!(paged(&window, command, sort, filter, limit), whole, "{command} by {sort}, {filter}");
                }
            }
        }
    }
}

#[test]
fn a_place_that_no_page_gave_is_refused_and_no_limit_is_too_large() {
    let window = Window::sample();
    for after in [json!([]), json!(["a"]), json!(["a", "b", "c"]), json!(["soon", "DOC"])] {
        let refusal = window.refused("document_list", json!({"sort": "next_review", "after": after}));
        assert_eq!(refusal, Code::InvalidValue, "{after}");
    }
    let all = window.ask("document_list", json!({"limit": usize::MAX}));
    assert!(all["rows"].as_array().unwrap().len() > 5);
}
