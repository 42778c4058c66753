//! What one window leaves to the next.

use clausebook::host::Host;
use serde_json::json;

use crate::api::{Window, here};

#[test]
fn the_next_window_begins_on_the_background_of_the_last() {
    let window = Window::new();
    assert_eq!(window.host.background(), None);
    window.ask("host_keep_background", json!({"background": [23, 24, 27]}));
    let next = Host::new(&window.place.path("config"), &window.place.path("home"), here());
    assert_eq!(next.background(), Some([23, 24, 27]));
    assert_eq!(next.call("host_start", json!({}), 0, |_| {}).unwrap().answer["recent"].as_array().unwrap().len(), 1);
    for wrong in [json!([256, 0, 0]), json!([1, 2]), json!("red")] {
        window.refused("host_keep_background", json!({"background": wrong}));
    }
    assert_eq!(next.background(), Some([23, 24, 27]));
}

#[test]
fn the_picture_that_an_earlier_program_kept_of_a_workspace_is_removed() {
    let window = Window::new();
    let kept = window.place.path("config/picture.json");
    std::fs::write(&kept, "{}").unwrap();
    let next = Host::new(&window.place.path("config"), &window.place.path("home"), here());
    assert!(!kept.exists(), "it holds what a workspace's first screen showed");
    drop(next);
}
