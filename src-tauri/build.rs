//! Hands the configuration and the capabilities to the window's framework.

fn main() {
    tauri_build::build();
}
