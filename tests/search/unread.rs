//! Files that cannot be searched are named: where they are filed, where they are shown, and in a list of all.

use serde_json::json;

use crate::fixtures::files::{docx, png};
use crate::support::{Place, file};

#[test]
fn a_file_that_is_not_read_says_so_wherever_it_is_shown() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour"]);
    for name in ["pdftotext", "tesseract"] {
        place.json(&["engine", "off", name]);
    }
    let photo = file(place.folder.path(), "gauge.png", &png());
    let empty = file(place.folder.path(), "form.docx", &docx("", &[], &[], ""));
    let said = |args: &[&str]| String::from_utf8(place.run(args).stdout).unwrap();
    let path = photo.to_str().unwrap();
    let why = "is a scan or a picture, without text";
    assert!(said(&["look", path]).contains(why));
    let added = said(&["record", "add", path, "--title", "Photo"]);
    assert!(added.contains(&format!("gauge.png {why}")) && added.contains("clausebook engine list"), "{added}");
    place.json(&["record", "add", empty.to_str().unwrap(), "--title", "Form"]);
    let all = place.json(&["search", "--unread"]);
    assert_eq!(
        (&all["count"], &all["files"][0]["title"]),
        (&json!(1), &json!("Photo")),
        "what is empty hides nothing: {all}"
    );
    assert_eq!(all["files"][0]["problem"], "image_only");
    let code = all["files"][0]["code"].as_str().unwrap();
    assert!(said(&["record", "show", code]).contains(why));
    let listed = said(&["search", "--unread"]);
    assert!(listed.contains(&format!("gauge.png {why}")) && listed.contains("1 file cannot be searched"), "{listed}");
    assert!(said(&["search", "gauge"]).contains("search --unread"));
}

#[test]
fn an_operator_of_other_programs_is_refused_by_name() {
    let place = Place::new();
    place.json(&["init", place.path("ws").to_str().unwrap(), "--organisation", "Harbour"]);
    let refused = place.refused(&["search", "state:approved"]);
    assert_eq!((&refused["reason"], &refused["values"]["name"]), (&json!("search_operator_unknown"), &json!("state")));
    for query in ["\"state:approved\"", "state: approved", "https://example.org", "re:port", "12:30"] {
        assert!(place.run(&["search", query]).status.success(), "{query}");
    }
}
