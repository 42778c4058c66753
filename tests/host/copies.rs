//! What is handed to other programs.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use clausebook::host::{CopyFor, FiledFile};
use serde_json::json;

use crate::api::Window;
use crate::support::file;

/// Files this content and gives the file as the window knows it.
fn filed(window: &Window, name: &str, content: &[u8]) -> FiledFile {
    let path = file(&window.place.path("share"), name, content);
    window.host.choose(&window.place.path("share"));
    window.ask("record_add", json!({"files": [path], "title": name}));
    let listed = window.ask("record_list", json!({"limit": 1000}));
    let rows = listed["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["title"] == name).unwrap_or_else(|| panic!("{listed}"));
    let shown = window.ask("record_show", json!({"record": row["id"]}));
    serde_json::from_value(shown["files"][0].clone()).unwrap()
}

fn rights(path: &Path) -> u32 {
    path.metadata().unwrap().permissions().mode() & 0o777
}

#[test]
fn a_copy_is_that_of_the_vault_whatever_became_of_an_earlier_one() {
    let window = Window::new();
    let report = filed(&window, "report.txt", b"as filed");
    let copy = window.host.copy_out(&report, CopyFor::Opening).unwrap();
    assert_eq!(copy.file_name().unwrap(), "report.txt");
    assert_eq!(rights(&copy) & 0o222, 0, "what is changed there changes nothing here");
    for folder in [copy.parent().unwrap(), copy.ancestors().nth(2).unwrap(), copy.ancestors().nth(3).unwrap()] {
        assert_eq!(rights(folder), 0o700, "{}", folder.display());
    }
    std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(0o600)).unwrap();
    std::fs::write(&copy, "altered").unwrap();
    assert_eq!(std::fs::read(window.host.copy_out(&report, CopyFor::Opening).unwrap()).unwrap(), b"as filed");
    // A link in its place leads nowhere: what it points to is neither read nor written.
    let elsewhere = file(window.place.folder.path(), "elsewhere.txt", b"as filed");
    std::fs::remove_file(&copy).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &copy).unwrap();
    assert!(window.host.copy_out(&report, CopyFor::Opening).unwrap().symlink_metadata().unwrap().is_file());
    assert_eq!(std::fs::read(&elsewhere).unwrap(), b"as filed");
}

#[test]
fn no_program_is_handed_out_under_a_name_that_runs() {
    let window = Window::new();
    let by_name = ["setup.EXE", "start.desktop", "macro.vbs", "link.url", "report.pdf.jar"];
    let by_content: [(&str, &[u8]); 5] = [
        ("report.pdf", b"MZ\x90\0"),
        ("list", b"#!/bin/sh\necho"),
        ("marked.txt", b"\xef\xbb\xbf#!/bin/sh\n"),
        ("plan.docx", b"\x7fELF\x02"),
        ("starter.txt", b"\n[Desktop Entry]\nExec=x"),
    ];
    // Each has a content of its own: what is filed already is not filed again.
    let named = by_name.into_iter().map(|name| (name, name.as_bytes()));
    for (name, content) in named.chain(by_content) {
        let stored = filed(&window, name, content);
        let refused = window.host.copy_out(&stored, CopyFor::Opening).unwrap_err();
        assert_eq!(refused.reason().name, "file_is_program", "{name}");
        let shown = window.host.copy_out(&stored, CopyFor::Showing).unwrap();
        assert_eq!(shown.extension().unwrap(), "data", "{name}");
        assert_eq!(rights(&shown) & 0o111, 0, "{name}");
    }
}

#[test]
fn the_name_of_a_copy_is_what_it_seems_to_be() {
    let window = Window::new();
    let mut stored = filed(&window, "plan.txt", b"a plan");
    for (name, plain) in [
        ("../../up.txt", "_.._up.txt"),
        ("invoice\u{202e}fdp.txt", "invoice_fdp.txt"),
        ("a\nb.txt", "a_b.txt"),
        ("..", "file"),
        ("trailing. ", "trailing"),
        ("C:\\x.txt", "C__x.txt"),
    ] {
        stored.name = name.to_owned();
        let copy = window.host.copy_out(&stored, CopyFor::Opening).unwrap();
        assert_eq!(copy.file_name().unwrap().to_str().unwrap(), plain);
        assert!(copy.starts_with(window.place.path("config/opened")));
    }
    stored.name = format!("{}.txt", "長".repeat(200));
    let copy = window.host.copy_out(&stored, CopyFor::Opening).unwrap();
    assert_eq!(copy.extension().unwrap(), "txt");
    // A program by the ending that is left once the name is plain.
    stored.name = "setup.exe. ".to_owned();
    assert_eq!(window.host.copy_out(&stored, CopyFor::Opening).unwrap_err().reason().name, "file_is_program");
}

#[test]
fn a_configuration_folder_that_others_could_look_into_is_closed() {
    let window = Window::new();
    let config = window.place.path("config");
    assert_eq!(rights(&config), 0o700, "new ones are");
    std::fs::set_permissions(&config, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::set_permissions(config.join("keys"), std::fs::Permissions::from_mode(0o755)).unwrap();
    drop(clausebook::rebuild::create_workspace(&window.place.path("second"), &config).unwrap());
    assert_eq!(rights(&config), 0o700);
    assert_eq!(rights(&config.join("keys")), 0o700);
    // A folder of the user's that happens to be named for it is left as it is.
    let named = window.place.path("documents");
    file(&named, "letter.txt", b"");
    std::fs::set_permissions(&named, std::fs::Permissions::from_mode(0o755)).unwrap();
    clausebook::saved::private_folder(&named).unwrap();
    assert_eq!(rights(&named), 0o755);
}
