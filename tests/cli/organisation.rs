//! The organisation in the terminal: its time zone, its name.

use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::fixtures::earlier::{names, written_by};
use crate::support::Place;

fn in_zone(place: &Place, tz: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_clausebook"))
        .env("TZ", tz)
        .arg("--config")
        .arg(place.path("config"))
        .arg("-w")
        .arg(place.path("ws"))
        .args(args)
        .output()
        .unwrap()
}

fn made(tz: &str, more: &[&str]) -> (Place, Value) {
    let place = Place::new();
    let ws = place.path("ws").display().to_string();
    let out = in_zone(&place, tz, &[&["init", &ws, "--organisation", "Test laboratory", "--json"], more].concat());
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let answer = serde_json::from_slice(&out.stdout).unwrap();
    (place, answer)
}

#[test]
fn init_takes_the_machines_zone_or_the_one_given() {
    assert_eq!(made("Asia/Tokyo", &[]).1["time_zone"], "Asia/Tokyo");
    assert_eq!(made(":America/St_Johns", &[]).1["time_zone"], "America/St_Johns");
    let (place, answer) = made("Asia/Tokyo", &["--time-zone", "europe/berlin"]);
    assert_eq!(answer["time_zone"], "Europe/Berlin");
    let shown = place.json(&["organisation", "show"]);
    assert_eq!((&shown["name"], &shown["time_zone"]), (&json!("Test laboratory"), &json!("Europe/Berlin")));
}

#[test]
fn the_zone_of_whoever_asks_changes_no_day() {
    let (place, _) = made("Asia/Tokyo", &[]);
    let today = |tz| {
        let out = in_zone(&place, tz, &["organisation", "show", "--json"]);
        serde_json::from_slice::<Value>(&out.stdout).unwrap()["today"].clone()
    };
    // A day apart at every moment.
    assert_eq!(today("Pacific/Kiritimati"), today("Pacific/Pago_Pago"));
}

#[test]
fn an_unknown_zone_is_refused_with_a_hint() {
    let (place, _) = made("UTC", &[]);
    let out = place.run(&["organisation", "set", "--time-zone", "Mars/Olympus"]);
    assert_eq!(out.status.code(), Some(2));
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(said.contains("“Mars/Olympus” is not a time zone") && said.contains("Europe/Berlin"), "{said}");
}

#[test]
fn a_name_is_corrected_with_its_reason_and_the_log_tells_days_by_the_zone_named_once() {
    let (place, _) = made("Asia/Tokyo", &[]);
    let refused = place.refused(&["organisation", "set", "--name", "Test laboratories"]);
    assert_eq!(refused["reason"], "organisation_name_without_reason");
    let reason = "As in the register of companies";
    let set = place.json(&["organisation", "set", "--name", "Test laboratories", "--reason", reason]);
    assert_eq!(set["name"], "Test laboratories");
    let log = place.json(&["ledger", "log"]);
    assert_eq!(log["entries"][0]["about"], format!("Test laboratory → Test laboratories, {reason}"));
    let out = place.run(&["ledger", "log"]);
    let text = String::from_utf8(out.stdout).unwrap();
    assert_eq!(text.matches("Asia/Tokyo.").count(), 1, "{text}");
    let day = log["entries"][0]["day"].as_str().unwrap();
    assert!(text.contains(&format!("{day} {}", log["entries"][0]["time"].as_str().unwrap())), "{text}");
}

#[test]
fn a_workspace_of_an_earlier_program_counts_by_utc_and_says_so() {
    let name = names().into_iter().next().unwrap();
    let place = written_by(&name);
    assert_eq!(place.json(&["organisation", "show"])["time_zone"], Value::Null);
    let out = in_zone(&place, "Asia/Tokyo", &["organisation", "show"]);
    let said = String::from_utf8(out.stdout).unwrap();
    assert!(said.contains("days count by UTC") && said.contains("--time-zone Asia/Tokyo"), "{said}");
}
