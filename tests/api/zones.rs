//! A window shows one day everywhere: that of the organisation, wherever the machine stands.

use std::sync::atomic::{AtomicI64, Ordering};

use clausebook::contained::Containment;
use clausebook::day::{Day, Zone};
use clausebook::host::{Here, Host};
use clausebook::workspace::Clock;
use serde_json::{Value, json};

use crate::support::{Place, day, file};
use crate::workspace::zones::{ZONES, telling_days};

const TOKYO: &str = "Asia/Tokyo";

fn host(place: &Place, clock: Clock, machine: &str) -> Host {
    let host = Host::new(
        &place.path("config"),
        &place.path("home"),
        Here {
            clock,
            zone: machine.parse().unwrap(),
            login: "local".to_owned(),
            contained: Containment::here(),
            agent: None,
        },
    );
    host.choose(place.folder.path());
    host
}

fn ask(host: &Host, name: &str, request: Value) -> Value {
    host.call(name, request, 0, |_| {}).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}")).answer
}

/// Every day that a window says after a document is approved, reviewed and a record is filed at an instant.
fn days(place: &Place, clock: Clock, code: &str) -> Vec<(&'static str, Value)> {
    // The machine stands elsewhere.
    let host = host(place, clock, "America/Los_Angeles");
    host.open(&place.path("ws")).unwrap();
    let paper = file(place.folder.path(), &format!("{code}.txt"), code.as_bytes());
    let new = json!({"files": [paper], "code": code, "title": code, "kind": "procedure", "review_interval": 12});
    let person = |name: &str| json!({"email": format!("{name}@example.org"), "name": name, "role": "quality_manager"});
    // Who wrote it does not approve it.
    ask(&host, "host_act_as", person("first"));
    ask(&host, "document_add", new);
    ask(&host, "host_act_as", person("second"));
    ask(&host, "document_approve", json!({"code": code}));
    ask(&host, "document_review", json!({"code": code, "outcome": "confirmed", "reason": "Still right"}));
    let record = ask(&host, "record_add", json!({"files": [paper], "title": code, "again": true}))["code"].clone();
    let shown = ask(&host, "document_show", json!({"code": code}));
    assert_eq!(shown["state"], "effective");
    let newest = ask(&host, "ledger_log", json!({"limit": 1}));
    vec![
        ("around the screen", ask(&host, "workspace_info", json!({}))["today"].clone()),
        ("of the organisation", ask(&host, "organisation_show", json!({}))["today"].clone()),
        ("today", ask(&host, "today", json!({}))["day"].clone()),
        ("in force from", shown["revisions"][0]["effective_from"].clone()),
        ("reviewed", shown["reviews"][0]["on"].clone()),
        ("filed", ask(&host, "record_show", json!({"record": record}))["filed"].clone()),
        ("of the entry", newest["entries"][0]["day"].clone()),
    ]
}

#[test]
fn every_screen_says_the_organisations_day_in_twelve_zones() {
    for name in ZONES {
        let zone: Zone = name.parse().unwrap();
        for day in telling_days(zone) {
            let place = Place::new();
            let before = day.minus_days(1);
            let made = host(&place, Clock::Fixed(zone.first_instant(before)), "UTC");
            let request = json!({"folder": place.path("ws"), "organisation": "T", "standards": [], "time_zone": name});
            ask(&made, "host_create", request);
            for (n, instant, expected) in [
                (1, (zone.last_instant(before) - 1_000), before),
                (2, zone.first_instant(day), day),
                (3, (zone.last_instant(day) - 1_000), day),
            ] {
                for (what, said) in days(&place, Clock::Fixed(instant), &format!("QP-{n}")) {
                    assert_eq!(said, json!(expected), "{name}, {day}, {what}");
                }
            }
            let later = host(&place, Clock::Fixed(zone.last_instant(day) - 1_000), TOKYO);
            later.open(&place.path("ws")).unwrap();
            let then = |day: Day| ask(&later, "document_register", json!({"as_of": day}))["total"].clone();
            assert_eq!((then(before), then(day)), (json!(1), json!(3)), "{name} {day}");
        }
    }
}

static NOW: AtomicI64 = AtomicI64::new(0);

#[test]
fn a_window_left_open_notices_the_organisations_midnight() {
    let place = Place::new();
    let tokyo: Zone = TOKYO.parse().unwrap();
    let (day, next) = (day(2026, 11, 26), day(2026, 11, 27));
    NOW.store(tokyo.last_instant(day), Ordering::Relaxed);
    let window = host(&place, Clock::Asked(|| NOW.load(Ordering::Relaxed)), "UTC");
    let request = json!({"folder": place.path("ws"), "organisation": "T", "standards": [], "time_zone": TOKYO});
    ask(&window, "host_create", request);
    let info = |window: &Host| ask(window, "workspace_info", json!({}));
    assert_eq!(info(&window)["today"], json!(day));
    assert_eq!(info(&window)["next_day_at"], json!(tokyo.first_instant(next)), "so the page knows when to ask again");
    NOW.store(tokyo.first_instant(next), Ordering::Relaxed);
    assert_eq!(info(&window)["today"], json!(next));
    assert_eq!(ask(&window, "today", json!({}))["day"], json!(next));
}

#[test]
fn setting_a_zone_in_which_it_is_another_day_makes_everything_stale() {
    let place = Place::new();
    let evening = Zone::UTC.last_instant(day(2026, 11, 26));
    let window = host(&place, Clock::Fixed(evening), "UTC");
    ask(&window, "host_create", json!({"folder": place.path("ws"), "organisation": "T", "standards": []}));
    let set = |zone: &str| window.call("organisation_set", json!({"time_zone": zone}), 0, |_| {}).unwrap();
    let same = set("Africa/Accra");
    assert_eq!(same.stale.len(), 2, "{:?}", same.stale);
    let moved = set(TOKYO);
    assert_eq!(moved.stale, clausebook::api::Topic::ALL);
    assert_eq!(moved.answer["today"], json!(day(2026, 11, 27)));
}

#[test]
fn a_workspace_without_a_zone_says_so_and_offers_the_machines() {
    let place = Place::new();
    drop(place.workspace());
    let window = host(&place, Clock::Machine, TOKYO);
    window.open(&place.path("ws")).unwrap();
    let shown = ask(&window, "organisation_show", json!({}));
    assert_eq!((&shown["time_zone"], &shown["machine_zone"]), (&Value::Null, &json!(TOKYO)));
    assert_eq!(ask(&window, "workspace_info", json!({}))["time_zone"], "UTC");
}
