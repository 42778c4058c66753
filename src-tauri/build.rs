//! Hands the configuration and the capabilities to the window's framework; names the commands the page may call.

use tauri_build::{AppManifest, Attributes};

fn main() {
    const COMMANDS: &[&str] =
        &["call", "cancel", "first_problem", "choose", "open_file", "notice", "save_text", "drop_for_test"];
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(COMMANDS));
    if let Err(e) = tauri_build::try_build(attributes) {
        println!("cargo:warning={e:#}");
        std::process::exit(1);
    }
}
