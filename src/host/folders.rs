//! Where this user's folders lie, asked in one place for the window and the terminal. Where the system puts such folders
//! is known to a library: `$XDG_CONFIG_HOME` or `~/.config` on Linux and macOS, the roaming profile on Windows.

use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};

/// The folder of keys and of what is remembered: `$CLAUSEBOOK_CONFIG` where it is set, else `clausebook` where the
/// system keeps configuration. None where nobody knows the user's home.
pub fn config_folder() -> Option<PathBuf> {
    let named = std::env::var_os("CLAUSEBOOK_CONFIG").filter(|v| !v.is_empty()).map(PathBuf::from);
    named.or_else(|| Some(choose_base_strategy().ok()?.config_dir().join("clausebook")))
}

/// The folder below which new workspaces are proposed: `Clausebook` in the user's home.
pub fn workspaces_folder() -> Option<PathBuf> {
    Some(etcetera::home_dir().ok()?.join("Clausebook"))
}
