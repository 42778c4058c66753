//! The menu. Each entry is told to the page by its name; the page does what its buttons do.

use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Runtime};

/// The labels: English and German, by the system's language.
fn label(english: &'static str, german: &'static str) -> &'static str {
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
    if language.is_some_and(|l| l.starts_with("de")) { german } else { english }
}

/// Builds the menu.
pub(crate) fn menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let item = |id: &str, text: &str, keys: Option<&str>| MenuItem::with_id(app, id, text, true, keys);
    let line = || PredefinedMenuItem::separator(app);
    let file = Submenu::with_items(
        app,
        label("File", "Datei"),
        true,
        &[
            &item("file", label("File documents or records…", "Dokumente oder Aufzeichnungen ablegen…"), None)?,
            &item("import", label("Import a file share…", "Dateiablage importieren…"), None)?,
            &line()?,
            &item("open", label("Open workspace…", "Arbeitsbereich öffnen…"), Some("CmdOrCtrl+O"))?,
            &item("close", label("Close workspace", "Arbeitsbereich schließen"), None)?,
            &line()?,
            &PredefinedMenuItem::quit(app, Some(label("Quit", "Beenden")))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        label("Edit", "Bearbeiten"),
        true,
        &[
            &item("undo", label("Undo last change", "Letzte Änderung zurücknehmen"), None)?,
            &line()?,
            &PredefinedMenuItem::cut(app, Some(label("Cut", "Ausschneiden")))?,
            &PredefinedMenuItem::copy(app, Some(label("Copy", "Kopieren")))?,
            &PredefinedMenuItem::paste(app, Some(label("Paste", "Einfügen")))?,
            &PredefinedMenuItem::select_all(app, Some(label("Select all", "Alles auswählen")))?,
        ],
    )?;
    let view = Submenu::with_items(
        app,
        label("View", "Ansicht"),
        true,
        &[
            &item("find", label("Find anything", "Alles finden"), None)?,
            &item("keys", label("Keys", "Tasten"), None)?,
            &line()?,
            &PredefinedMenuItem::fullscreen(app, Some(label("Full screen", "Vollbild")))?,
        ],
    )?;
    Menu::with_items(app, &[&file, &edit, &view])
}
