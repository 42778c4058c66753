//! Hands the configuration and the capabilities to the window's framework; names the commands the page may call. What
//! tests need besides is there only with the feature `answers`, so that no release holds it.

use tauri_build::{AppManifest, Attributes};

fn main() {
    const COMMANDS: &[&str] = &["call", "cancel", "first_problem", "choose", "open_file", "notice", "save_text"];
    const FOR_TESTS: &[&str] =
        &["call", "cancel", "first_problem", "choose", "open_file", "notice", "save_text", "drop_for_test"];
    let (commands, capabilities) = if std::env::var_os("CARGO_FEATURE_ANSWERS").is_some() {
        (FOR_TESTS, "./capabilities/*.json")
    } else {
        (COMMANDS, "./capabilities/main.json")
    };
    let attributes =
        Attributes::new().app_manifest(AppManifest::new().commands(commands)).capabilities_path_pattern(capabilities);
    if let Err(e) = tauri_build::try_build(attributes) {
        println!("cargo:warning={e:#}");
        std::process::exit(1);
    }
}
