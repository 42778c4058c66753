//! A day is the organisation's: what an instant's day is, is asked of its time zone in one place, never of the machine and
//! never of UTC.

use std::path::Path;

use super::sources;

/// Ways to a day past the organisation's zone.
const PAST_THE_ZONE: &[&str] =
    &["Local::", "chrono::Local", "date_naive", "naive_local", "naive_utc", "chrono_tz", "iana_time_zone"];

/// Ways to what time it is: asked of the clock that a workspace was given.
const NOW: &[&str] = &["Utc::now", "SystemTime::now"];

/// Where the page makes a date of a number all the same, and why.
const PAGE: &[(&str, &str)] = &[
    ("kit/dates.ts", "counts on from a day in whole days, by UTC, where all have 24 hours"),
    ("features/reviews/calendar.ts", "lays out a month of days"),
    ("kit/loaded.tsx", "tells whoever waits since when, by the clock beside the window"),
];

fn found(source: &str, words: &[&'static str]) -> Vec<&'static str> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    words.iter().copied().filter(|word| code.contains(word)).collect()
}

#[test]
fn what_day_an_instant_has_is_asked_of_a_zone_alone() {
    for path in sources("src").into_iter().chain(sources("src-tauri/src")) {
        let source = std::fs::read_to_string(&path).unwrap();
        let day = path.ends_with("src/day/zone.rs");
        let machine = path.ends_with("src/host/machine.rs");
        if !day && !machine {
            assert_eq!(found(&source, PAST_THE_ZONE), Vec::<&str>::new(), "{}", path.display());
        }
        if !path.ends_with("src/workspace/clock.rs") {
            assert_eq!(found(&source, NOW), Vec::<&str>::new(), "{}", path.display());
        }
    }
    assert_eq!(found("let day = chrono::Local::now().date_naive();", PAST_THE_ZONE).len(), 3, "the search works");
}

#[test]
fn the_page_makes_no_day_of_an_instant() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src");
    let files = walkdir::WalkDir::new(&root).into_iter().flatten().map(walkdir::DirEntry::into_path);
    let mut needed: Vec<&(&str, &str)> = Vec::new();
    for path in files.filter(|p| p.extension().is_some_and(|e| e == "ts" || e == "tsx")) {
        let name = path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
        let source = std::fs::read_to_string(&path).unwrap();
        if name.contains(".test.") || found(&source, &["new Date("]).is_empty() {
            continue;
        }
        let may = PAGE.iter().find(|(file, _)| *file == name);
        needed.extend(may);
        assert!(may.is_some(), "{name}: ask the core for the day, it knows the organisation's zone");
    }
    assert_eq!(needed.len(), PAGE.len(), "every exception is still needed");
}
