//! Where the user's folders lie: as the terminal program finds them, which asks where the window asks.

use std::path::Path;
use std::process::Command;

use crate::support::Place;

/// Makes a workspace with these variables and no others, and says whether its key lies in this folder.
fn key_lies_in(place: &Place, folder: &str, variables: &[(&str, &Path)]) -> bool {
    let workspace = place.path(&format!("ws {folder}").replace('/', " "));
    let mut program = Command::new(env!("CARGO_BIN_EXE_clausebook"));
    program.env_clear().envs(variables.iter().copied()).arg("init").arg(workspace).args(["--organisation", "Example"]);
    let done = program.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    place.path(folder).read_dir().is_ok_and(|mut files| files.next().is_some())
}

#[test]
fn a_named_folder_comes_first_then_the_systems_then_the_usual_one() {
    let place = Place::new();
    let (named, xdg, home) = (place.path("named"), place.path("xdg"), place.path("home"));
    let all = [("CLAUSEBOOK_CONFIG", named.as_path()), ("XDG_CONFIG_HOME", &xdg), ("HOME", &home)];
    assert!(key_lies_in(&place, "named", &all));
    assert!(key_lies_in(&place, "xdg/clausebook", &all[1..]));
    assert!(key_lies_in(&place, "home/.config/clausebook", &all[2..]));
    let nothing = [("CLAUSEBOOK_CONFIG", Path::new("")), ("XDG_CONFIG_HOME", Path::new("")), all[2]];
    std::fs::remove_dir_all(&home).unwrap();
    std::fs::remove_dir_all(place.path("ws home .config clausebook")).unwrap();
    assert!(key_lies_in(&place, "home/.config/clausebook", &nothing), "an empty variable names no folder");
}
