//! What a change of scope touches is said before it is made, by the same question that asks afterwards (R47).

use serde_json::{Value, json};

use super::Window;

#[test]
fn a_preview_lists_exactly_what_is_to_be_looked_at_again_afterwards() {
    let window = Window::sample();
    let waiting = |window: &Window| window.ask("scope_recheck", json!({"limit": 10000}))["changes"].clone();
    let before = waiting(&window).as_array().unwrap().len();
    let systems = window.ask("system_list", json!({}));
    let sms = systems.as_array().unwrap().iter().find(|system| system["code"] == "SMS").unwrap();
    let scope = sms["scope"].as_array().unwrap();
    let fewer: Vec<Value> = scope.iter().filter(|code| **code != "OSL").cloned().collect();
    let request = json!({"system": "SMS", "items": fewer});
    let size = window.ask("workspace_info", json!({}))["entries"].clone();
    let foretold = window.ask("scope_set_preview", request.clone());
    assert_eq!((&foretold["removed"], &foretold["added"]), (&json!(["OSL"]), &json!([])));
    assert!(foretold["count"].as_u64().unwrap() > 0, "something belongs to Oslo: {foretold}");
    assert_eq!(window.ask("workspace_info", json!({}))["entries"], size, "nothing was done");
    window.ask("scope_set", request);
    let after = waiting(&window);
    let new = &after.as_array().unwrap()[before..];
    let named = |changes: &[Value]| -> Vec<(Value, Value, Vec<Value>)> {
        let codes = |change: &Value| change["items"].as_array().unwrap().iter().map(|i| i["code"].clone()).collect();
        let one = |c: &Value| (c["scope_item"].clone(), c["change"].clone(), codes(c));
        changes.iter().map(one).collect()
    };
    assert_eq!(named(foretold["changes"].as_array().unwrap()), named(new), "as it was foretold");
    let again = window.ask("scope_set_preview", json!({"system": "SMS", "items": fewer}));
    assert_eq!((&again["count"], &again["changes"]), (&json!(0), &json!([])), "the same scope touches nothing");
}
