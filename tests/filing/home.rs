//! Paths stay home: whatever takes a file or a folder, the ledger never holds where on somebody's disk that lay.

use std::fs;
use std::path::Path;
use std::process::Command;

use clausebook::text::{at_home, begins_outside, in_share};
use proptest::prelude::*;
use serde_json::json;

use super::Desk;
use crate::support::{Place, file};

/// A folder's name that nothing else holds.
const ABOVE: &str = "Mira-Holts-desk";

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// Everything that lies in the workspace's folder and may be handed on: the ledger above all, and every table.
fn holds(place: &Place, what: &str) -> bool {
    let db = fs::read(place.path("ws/clausebook.db")).unwrap();
    let wal = fs::read(place.path("ws/clausebook.db-wal")).unwrap_or_default();
    [db, wal].concat().windows(what.len()).any(|window| window == what.as_bytes())
}

#[test]
fn no_command_of_the_terminal_that_takes_a_file_writes_where_it_lay() {
    let place = Place::new();
    let here = place.path(ABOVE);
    place.json(&["init", &text(&place.path("ws")), "--organisation", "Hall"]);
    let lay = |name: &str, content: &str| text(&file(&here, name, content.as_bytes()));
    let of_document = ["--title", "Keys", "--type", "procedure"];
    let add = |code: &str, name: &str| {
        let path = lay(name, &format!("{code} says who holds keys"));
        place.json(&[&["document", "add", &path, "--code", code][..], &of_document].concat());
    };
    add("D-1", "first.txt");
    add("D-2", r"C:\Users\Mira-Holts-desk\second.txt");
    place.json(&["document", "revise", "D-1", &lay("third.txt", "more keys"), "--summary", "s"]);
    place.json(&["document", "replace-files", "D-1", &lay("fourth.txt", "other keys"), "--reason", "wrong"]);
    place.json(&["undo"]);
    place.json(&["record", "add", &lay("fifth.txt", "a walk"), "--title", "Walk"]);
    let key = here.join("key");
    let made = Command::new("ssh-keygen").args(["-q", "-t", "ed25519", "-N", "", "-C", "k", "-f"]).arg(&key).output();
    assert!(made.unwrap().status.success(), "ssh-keygen makes a key");
    let key = text(&key.with_extension("pub"));
    place.json(&["person", "add", "P", "--email", "p@example.org", "--role", "approver", "--key", &key]);

    // A share, by each way of naming its folder, with lists that say where its author had the files.
    let share = here.join("share");
    file(&share.join("records"), "minutes.txt", b"who met");
    file(
        &share.join("procedures"),
        "QP-03 Doors.txt",
        b"Document ID QP-03\nVersion 1.0\nOwner C:\\Mira-Holts-desk\\x\n",
    );
    let index = format!(
        "Evidence file,Clauses,Collected on,Note\n\
         file:///home/{ABOVE}/share/records/minutes.txt,9001/7.5.3,31/31/26,see \\\\srv\\{ABOVE}\\notes.txt and 9001/4.1\n\
         C:\\{ABOVE}\\gone one.txt,9001/7.5.3,2026-01-05,\n\
         /home/{ABOVE}/my docs/gone-two.txt,9001/7.5.3,2026-01-05,\n\
         ../../{ABOVE}/gone-three.txt,9001/7.5.3,2026-01-05,\n"
    );
    let index = text(&file(&here, "evidence_index.csv", index.as_bytes()));
    let list = format!(
        "Doc No,Title,Owner,Location,Next review\nQP-03,Doors,O,\\\\nas\\{ABOVE}\\procedures\\QP-03 Doors.txt,x\n"
    );
    let list = text(&file(&here, "master_list.csv", list.as_bytes()));
    let lists = ["--evidence-index", &index, "--master-list", &list];
    place.json(&[&["import", &text(&share)][..], &lists].concat());
    let shown = place.json(&["question", "list"]).to_string();
    assert!(
        shown.contains("gone one.txt") && shown.contains("gone-two.txt"),
        "what is missing is said by its name: {shown}"
    );
    assert!(!shown.contains(ABOVE), "{shown}");
    place.json(&[
        "import",
        &format!("{}/../share/records", text(&share)),
        &text(&share.join("procedures/QP-03 Doors.txt")),
    ]);

    assert!(!holds(&place, ABOVE), "the ledger and its tables know nothing of {ABOVE}");
    assert!(holds(&place, "records/minutes.txt"), "where a file lay in the share is kept");
}

#[test]
fn nor_does_the_windows_sheet() {
    let mut desk = Desk::new();
    let path = file(&desk.place.path(ABOVE), "Walk 2026-05-04.txt", b"a walk");
    let clauses = json!([{ "reference": "9001:2015/7.5.3", "strength": "full" }]);
    let item = |again| json!([{ "paths": [path], "as": "record", "title": "Walk", "what": "Walk", "clauses": clauses, "again": again }]);
    desk.file(item(false)).unwrap();
    desk.file(item(true)).unwrap();
    assert!(!holds(&desk.place, ABOVE));
    assert!(holds(&desk.place, "Walk 2026-05-04.txt"));
}

#[test]
fn what_people_write_with_slashes_stays_as_it_is() {
    for words in [
        "9001/7.5.3",
        "and/or",
        "yes / no",
        "n/a",
        "12/03/26",
        "https://example.org/a/b",
        "records/a b.txt",
        "/7.5",
        r"\n",
    ] {
        assert_eq!(at_home(words, |_| false), words);
        assert_eq!(in_share(words), words);
    }
    assert_eq!(at_home(r"see \\srv\q m\a.txt and 9001/4.1", |_| false), "see …/a.txt and 9001/4.1");
    assert_eq!(at_home("file:///C:/x/share/records/a%20b.txt", |end| end == "records/a b.txt"), "…/records/a b.txt");
}

/// A path that begins at some disk, in any of the ways of writing one, with the name that may stay.
fn outside() -> impl Strategy<Value = (String, String)> {
    let begin = prop::sample::select(vec![
        "/",
        "//",
        "~/",
        "~root/",
        "C:/",
        r"C:\",
        r"z:\",
        r"\\srv\",
        r"\\?\C:\",
        r"\\?\UNC\srv\",
        r"\",
        "file:///",
        "file://srv/",
        "FILE:/C:/",
        "smb://srv/",
        "../",
        r"..\..\",
    ]);
    let folder =
        prop::sample::select(vec![ABOVE, "my Mira-Holts-desk", "Mira-Holts-desk.old", "Ärger Mira-Holts-desk"]);
    let deeper = prop::collection::vec("[a-zäß0-9][a-zäß 0-9._-]{0,8}[a-z]", 0..3);
    (begin, folder, deeper, "[a-zäß][a-zäß 0-9_-]{0,8}[a-z]\\.(txt|pdf|docx)").prop_map(
        |(begin, folder, deeper, name)| {
            let by = if begin.contains('\\') { "\\" } else { "/" };
            let path = [&[folder.to_owned()][..], &deeper, std::slice::from_ref(&name)].concat().join(by);
            (format!("{begin}{path}"), name)
        },
    )
}

proptest! {
    #[test]
    fn of_a_path_from_any_disk_the_name_alone_is_left((path, name) in outside()) {
        prop_assert!(begins_outside(&path), "{path}");
        prop_assert_eq!(in_share(&path), name.as_str());
        for quoted in [path.clone(), format!("\"{path}\""), format!("<{path}>")] {
            prop_assert_eq!(at_home(&quoted, |_| false), format!("…/{name}"));
        }
        let once = at_home(&path, |_| false).into_owned();
        prop_assert_eq!(at_home(&once, |_| false), once.as_str(), "what was left is left");
    }
}
