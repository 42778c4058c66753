//! Watched folders in the terminal: what is found is said, and the exit code says whether all could be looked at.

use serde_json::json;

use super::{QUALITY, ready};
use crate::support::file;

#[test]
fn a_folder_is_watched_looked_at_and_what_is_found_is_filed() {
    let place = ready();
    let share = place.path("Quality share");
    file(&share, "POL-07 Supplier policy v1.0.txt", b"Supplier policy\nPurpose\nOf suppliers.\n");
    let shown = share.display().to_string();
    let text = |args: &[&str]| String::from_utf8(place.run(args).stdout).unwrap();
    assert!(text(&["watch", "run"]).contains("clausebook watch add FOLDER"));
    let added = place.json(&["watch", "add", &shown]);
    assert_eq!(added["folders"][0]["name"], "Quality share");
    let found = place.json(&["watch", "run"]);
    let finding = &found["folders"][0]["findings"][0];
    assert_eq!((&finding["what"], &finding["can"]), (&json!("new"), &json!(["file", "leave"])));
    assert!(text(&["watch", "run", "quality share"]).contains("  1 new\n    POL-07 Supplier policy v1.0.txt"));
    let done = place.json(&["--as", QUALITY, "watch", "file", "Quality share", "POL-07 Supplier policy v1.0.txt"]);
    assert_eq!(done["imported"]["added"]["documents"], 1);
    assert_eq!(place.json(&["watch", "run"])["folders"][0]["findings"], json!([]));

    let text_of_it = b"Supplier policy\nPurpose\nOf suppliers and their staff.\n";
    file(&share, "POL-07 Supplier policy v1.1.txt", text_of_it);
    let said = text(&["watch", "run"]);
    assert!(said.contains("1 new version of a document\n    POL-07 Supplier policy v1.1.txt: POL-07 1.1"), "{said}");
    let args = ["watch", "revise", "Quality share", "POL-07 Supplier policy v1.1.txt", "--code", "POL-07"];
    assert!(text(&args).contains("POL-07: filed as version 1.1, a draft."));

    assert_eq!(place.refused(&["watch", "run", "other"])["reason"], "watched_folder_unknown");
    std::fs::rename(&share, place.path("elsewhere")).unwrap();
    let away = place.run(&["watch", "run"]);
    assert_eq!(away.status.code(), Some(3), "a folder could not be looked at");
    assert!(String::from_utf8(away.stdout).unwrap().contains("Nothing was looked at"));
    assert_eq!(place.json(&["watch", "remove", "Quality share"])["folders"], json!([]));
}
