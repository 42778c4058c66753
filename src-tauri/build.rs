//! Hands the configuration and the capabilities to the window's framework; names the commands the page may call; takes
//! the menu's words from the page's table. What tests need besides is there only with the feature `answers`, so that no
//! release holds it.

use std::error::Error;
use std::fmt::Write;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

/// The page's table of wording: key, English, German.
const WORDING: &str = "../ui/src/i18n/wording.csv";

fn main() {
    if let Err(e) = write_menu_words().and_then(|()| build_window()) {
        println!("cargo:warning={e:#}");
        std::process::exit(1);
    }
}

fn build_window() -> Result<(), Box<dyn Error>> {
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
    Ok(tauri_build::try_build(attributes)?)
}

/// Writes a constant for each key below `menu.`: one that `menu.rs` asks for and the table lacks does not compile, one
/// that nobody asks for is warned of.
fn write_menu_words() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed={WORDING}");
    let mut words = String::new();
    for row in csv::Reader::from_path(WORDING)?.deserialize() {
        let (key, english, german): (String, String, String) = row?;
        let Some(name) = key.strip_prefix("menu.") else { continue };
        if english.is_empty() || german.is_empty() {
            return Err(format!("{key} lacks a language in {WORDING}").into());
        }
        let name = constant(name);
        writeln!(words, "pub(super) const {name}: Word = Word {{ english: {english:?}, german: {german:?} }};")?;
    }
    let out = std::env::var("OUT_DIR")?;
    Ok(std::fs::write(Path::new(&out).join("menu_words.rs"), words)?)
}

/// `edit.selectAll` as `EDIT_SELECT_ALL`.
fn constant(key: &str) -> String {
    let mut name = String::new();
    for c in key.chars() {
        if c.is_uppercase() {
            name.push('_');
        }
        name.push(if c == '.' { '_' } else { c.to_ascii_uppercase() });
    }
    name
}
