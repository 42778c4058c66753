//! A past day: every question that a screen asks answers as it would have on that day.

use clausebook::error::Code;
use serde_json::{Value, json};

use super::{Window, day, file, stale};

const THEN: &str = "2026-01-31";

/// What a list of answers says under one name.
fn names(list: &Value, name: &str) -> Vec<String> {
    list.as_array().unwrap().iter().map(|row| row[name].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_record_is_shown_as_it_was() {
    let window = Window::sample();
    let codes = |as_of: Value| names(&window.ask("record_list", json!({"as_of": as_of}))["rows"], "code");
    let (then, now) = (codes(json!(THEN)), codes(Value::Null));
    assert!(!then.is_empty() && then.len() < now.len(), "{} and {}", then.len(), now.len());
    for code in &now {
        let ask = json!({"record": code, "as_of": THEN});
        if then.contains(code) {
            assert_eq!(window.ask("record_show", ask)["code"], *code);
        } else {
            assert_eq!(window.refused("record_show", ask), Code::NotFound, "{code} was filed later");
        }
    }
    // What was mapped since then was not mapped then.
    let mut workspace = window.place.reopen().unwrap();
    workspace.set_clock(clausebook::workspace::Clock::Fixed(crate::support::noon(day(2026, 11, 20))));
    let before = window.ask("record_show", json!({"record": then[0], "as_of": THEN}))["mappings"].clone();
    let held = clausebook::systems::editions_held(workspace.db()).unwrap();
    let reference = clausebook::standards::catalogue().reference("9001/7.1.4", &held).unwrap();
    let item = clausebook::items::find(workspace.db(), &then[0]).unwrap();
    let link = clausebook::mapping::NewLink {
        item,
        reference,
        strength: clausebook::mapping::Strength::Full,
        reason: String::new(),
        variance: String::new(),
        scope: Vec::new(),
        origin: clausebook::mapping::Origin::Hand,
        basis: None,
    };
    workspace.transact(|tx| clausebook::mapping::link(tx, link)).unwrap();
    let shown =
        |as_of: Value| window.ask("record_show", json!({"record": then[0], "as_of": as_of}))["mappings"].clone();
    assert_eq!(shown(json!(THEN)), before);
    assert_eq!(shown(Value::Null).as_array().unwrap().len(), before.as_array().unwrap().len() + 1);
}

#[test]
fn what_came_later_is_neither_found_nor_listed() {
    let window = Window::sample();
    window.ask("scope_add", json!({"code": "NEW", "kind": "site", "name": "New site"}));
    for (list, later) in [("audit_list", "AUD-2026-1"), ("scope_list", "NEW")] {
        let codes = |as_of: Value| names(&window.ask(list, json!({"as_of": as_of})), "code");
        assert!(!codes(json!(THEN)).contains(&later.to_owned()), "{list}");
        assert!(codes(Value::Null).contains(&later.to_owned()), "{list}");
    }
    let now = names(&window.ask("record_list", json!({}))["rows"], "code");
    let then = names(&window.ask("record_list", json!({"as_of": THEN}))["rows"], "code");
    let later = now.iter().find(|code| !then.contains(code)).unwrap();
    let title = window.ask("record_show", json!({"record": later}))["title"].clone();
    let found = |as_of: Value| {
        let answer = window.ask("search", json!({"query": title, "as_of": as_of}));
        names(&answer["hits"], "code").contains(later)
    };
    assert!(found(Value::Null));
    assert!(!found(json!(THEN)), "{title}");
}

/// What a question says to a day; nothing where it is not about one.
fn says_to(window: &Window, name: &str, mut request: Value, as_of: &str) -> Option<String> {
    request["as_of"] = json!(as_of);
    if let Some(out) = request["out"].as_str() {
        window.host.choose_to_write(std::path::Path::new(out));
    }
    window.host.call(name, request, 0, |_| {}).err().map(|refusal| refusal.reason().name.to_owned())
}

#[test]
fn by_a_day_to_come_or_before_the_first_entry_nothing_is_known_and_each_question_says_so() {
    let window = Window::sample();
    let (types, _) = clausebook::host::typescript();
    let mut asked = 0;
    for (name, request) in stale::questions(&window) {
        let of = types.split(&format!("\n  {name}: {{ request: ")).nth(1).unwrap().split(';').next().unwrap();
        let takes = types.split(&format!("\nexport type {of} = ")).nth(1).unwrap().split("\nexport ").next().unwrap();
        if !takes.contains("as_of?") && !takes.contains("ItemHistoryShow") {
            continue;
        }
        asked += 1;
        for (day, reason) in [("2026-11-24", "as_of_ahead"), ("2020-01-01", "as_of_before")] {
            assert_eq!(says_to(&window, name, request.clone(), day).as_deref(), Some(reason), "{name} by {day}");
        }
        let today = says_to(&window, name, request, "2026-11-23");
        assert!(!today.is_some_and(|reason| reason.starts_with("as_of")), "{name}");
    }
    assert!(asked > 30, "{asked} questions are about a day");
    let info = window.ask("workspace_info", json!({}));
    let first = info["began"].as_str().unwrap();
    assert!(!window.ask("system_list", json!({"as_of": first})).as_array().unwrap().is_empty());
}

#[test]
fn a_pack_as_of_a_day_before_its_audit_was_planned_is_shown_as_it_is_built() {
    let window = Window::sample();
    let ask = json!({"code": "AUD-2026-1", "as_of": THEN});
    let planned = names(&window.ask("audit_list", json!({"as_of": THEN})), "code");
    assert!(!planned.contains(&"AUD-2026-1".to_owned()), "{planned:?}");
    let shown = window.ask("pack_preview", ask.clone());
    let out = file(window.place.folder.path(), "out.zip", b"");
    std::fs::remove_file(&out).unwrap();
    window.host.choose_to_write(&out);
    let built = window.ask("pack_build", json!({"code": "AUD-2026-1", "as_of": THEN, "out": out}));
    assert_eq!(shown["documents"]["items"], built["documents"]);
    assert_eq!(shown["records"]["items"], built["records"]);
}
