//! What a search looks through is kept, and never longer than it is true.

use serde_json::{Value, json};

use crate::api::Window;
use crate::support::file;

fn titles(window: &Window, query: Value) -> Vec<String> {
    let found = window.ask("search", query);
    found["hits"].as_array().unwrap().iter().map(|hit| hit["title"].as_str().unwrap().to_owned()).collect()
}

fn add(window: &Window, title: &str, content: &[u8]) {
    let path = file(&window.place.path("in"), &format!("{title}.txt"), content);
    window.host.choose(&path);
    window.ask("record_add", json!({"files": [path], "title": title}));
}

#[test]
fn a_search_knows_what_was_filed_a_moment_ago_and_a_past_day_does_not() {
    let window = Window::sample();
    let now = || titles(&window, json!({"query": "zeppelin"}));
    assert_eq!(now(), Vec::<String>::new());
    add(&window, "Hangar", b"a zeppelin");
    assert_eq!(now(), ["Hangar"]);
    add(&window, "Zeppelin list", b"nothing");
    assert_eq!(now(), ["Zeppelin list", "Hangar"]);
    let past = json!({"query": "zeppelin", "as_of": "2026-06-01"});
    assert_eq!(titles(&window, past), Vec::<String>::new());
    assert_eq!(now(), ["Zeppelin list", "Hangar"], "that of a past day is not asked for today");
}

#[test]
fn contents_are_told_apart_after_the_cache_was_made_anew() {
    let window = Window::new();
    for n in 0..3 {
        add(&window, &format!("Log {n}"), format!("gauge{n}").as_bytes());
    }
    let each = || (0..3).map(|n| titles(&window, json!({"query": format!("gauge{n}")}))).collect::<Vec<_>>();
    let before = each();
    assert_eq!(before, [["Log 0"], ["Log 1"], ["Log 2"]]);
    std::fs::remove_file(window.place.path("ws/text.db")).unwrap();
    assert_eq!(each().concat(), Vec::<String>::new());
    window.ask("texts_read", json!({}));
    assert_eq!(each(), before, "in whatever order they were read");
}
