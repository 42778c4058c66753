//! Hands the configuration and the capabilities to the window's framework; names the commands the page may call. What
//! tests need besides is there only with the feature `answers`, so that no release holds it.

use tauri_build::{AppManifest, Attributes};

fn main() {
    let mut commands =
        vec!["call", "progress", "cancel", "first_problem", "subscribe", "choose", "open_file", "notice", "save_text"];
    let mut capabilities = "./capabilities/main.json";
    if std::env::var_os("CARGO_FEATURE_ANSWERS").is_some() {
        commands.push("drop_for_test");
        capabilities = "./capabilities/*.json";
    }
    // The framework keeps the names as long as the program runs.
    let commands = commands.leak();
    let attributes =
        Attributes::new().app_manifest(AppManifest::new().commands(commands)).capabilities_path_pattern(capabilities);
    if let Err(e) = tauri_build::try_build(attributes) {
        println!("cargo:warning={e:#}");
        std::process::exit(1);
    }
}
