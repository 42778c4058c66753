//! The picture of the first screen is put into the page of the next start only where what it shows is still so.

use clausebook::api::Host;
use clausebook::day::Day;
use serde_json::json;

use super::Window;
use crate::support::day;

const PAGE: &str = r#"<html><body><div id="root"></div><script src="/assets/first-1.js"></script></body></html>"#;
const VIEW: &str = r#"<div class="shell"><b>3 overdue</b></div>"#;

impl Window {
    fn keep(&self, language: &str, html: &str) {
        let info = self.ask("workspace_info", json!({}));
        self.ask("host_keep_picture", json!({"language": language, "info": info, "html": html}));
    }

    /// The page of a start after this one.
    fn next_page(&self, page: &str, today: fn() -> Day) -> String {
        let host = Host::new(&self.place.path("config"), &self.place.path("home"), today);
        host.open(&self.place.path("ws")).unwrap();
        host.page(page)
    }
}

/// A window whose first screen was kept.
fn pictured() -> Window {
    let window = Window::new();
    assert_eq!(window.host.page(PAGE), PAGE);
    window.keep("en", VIEW);
    window
}

#[test]
fn the_next_start_comes_with_the_picture_out_of_reach_until_it_is_shown() {
    let window = pictured();
    let page = window.next_page(PAGE, super::today);
    let holder = format!(r#"<div id="picture" lang="en" hidden inert aria-hidden="true">{VIEW}</div></body>"#);
    assert!(page.contains(&holder), "{page}");
    assert_eq!(page.replace(&holder, "</body>"), PAGE, "all else is as it was");
}

#[test]
fn none_comes_where_anything_it_shows_is_another() {
    let window = pictured();
    let another_build = PAGE.replace("first-1", "first-2");
    assert_eq!(window.next_page(&another_build, super::today), another_build);
    assert_eq!(window.next_page(PAGE, || day(2026, 11, 24)), PAGE, "on another day");
    let elsewhere = Window::new();
    std::fs::copy(window.place.path("config/picture.json"), elsewhere.place.path("config/picture.json")).unwrap();
    assert_eq!(elsewhere.next_page(PAGE, super::today), PAGE, "of another workspace");
    let none_open = Host::new(&window.place.path("config"), &window.place.path("home"), super::today);
    assert_eq!(none_open.page(PAGE), PAGE);
    assert!(window.next_page(PAGE, super::today).contains(VIEW), "it was there all the time");
    window.ask("person_add", json!({"name": "Night manager", "email": "night@example.org", "role": "reader"}));
    assert_eq!(window.next_page(PAGE, super::today), PAGE, "after another entry");
}

#[test]
fn the_first_picture_of_a_screen_stays_and_that_of_another_takes_its_place() {
    let window = pictured();
    window.keep("en", "<div>after some clicks</div>");
    assert!(window.next_page(PAGE, super::today).contains(VIEW));
    window.keep("de", "<div>3 überfällig</div>");
    assert!(window.next_page(PAGE, super::today).contains(r#"lang="de" hidden inert aria-hidden="true"><div>3 über"#));
}

#[test]
fn a_workspace_that_is_closed_leaves_no_picture_of_its_first_screen() {
    let window = pictured();
    assert!(window.place.path("config/picture.json").exists());
    window.ask("host_close", json!({}));
    assert!(!window.place.path("config/picture.json").exists());
    window.ask("host_close", json!({}));
}

#[test]
fn what_is_no_picture_is_none() {
    let window = pictured();
    let file = window.place.path("config/picture.json");
    window.keep(r#"en" onload="#, VIEW);
    assert_eq!(window.next_page(PAGE, super::today), PAGE, "a language is a short word");
    std::fs::write(&file, "{").unwrap();
    assert_eq!(window.next_page(PAGE, super::today), PAGE);
    window.keep("en", &"x".repeat(1_000_001));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "{", "none so large is kept");
    window.keep("en", VIEW);
    assert!(window.next_page(PAGE, super::today).contains(VIEW));
    let bare = "<p>no end of a body";
    assert_eq!(window.next_page(bare, super::today), bare);
}

#[test]
fn the_next_window_begins_on_the_ground_of_the_last() {
    let window = Window::new();
    assert_eq!(window.host.ground(), None);
    window.ask("host_keep_ground", json!({"ground": [23, 24, 27]}));
    let next = Host::new(&window.place.path("config"), &window.place.path("home"), super::today);
    assert_eq!(next.ground(), Some([23, 24, 27]));
    assert_eq!(next.call("host_start", json!({}), 0, |_| {}).unwrap().answer["recent"].as_array().unwrap().len(), 1);
    for wrong in [json!([256, 0, 0]), json!([1, 2]), json!("red")] {
        window.refused("host_keep_ground", json!({"ground": wrong}));
    }
    assert_eq!(next.ground(), Some([23, 24, 27]));
}
