//! The menu. Each entry is sent to the page by its name; the page does what its buttons do.

use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Runtime};

/// A label in two languages.
struct Word {
    english: &'static str,
    german: &'static str,
}

/// The labels, from the page's table of wording.
mod words {
    use super::Word;

    include!(concat!(env!("OUT_DIR"), "/menu_words.rs"));
}

/// Whether the system speaks German; if not, the menu speaks English.
fn german() -> bool {
    let named = |name: &&str| std::env::var(name).ok().filter(|language| !language.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(named).is_some_and(|language| language.starts_with("de"))
}

/// Builds the menu.
pub(crate) fn menu<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Menu<R>> {
    let german = german();
    let say = |word: &Word| if german { word.german } else { word.english };
    let item = |id: &str, word: &Word, keys: Option<&str>| MenuItem::with_id(app, id, say(word), true, keys);
    let line = || PredefinedMenuItem::separator(app);
    let file = Submenu::with_items(
        app,
        say(&words::FILE),
        true,
        &[
            &item("file", &words::FILE_DOCUMENTS, None)?,
            &item("import", &words::FILE_IMPORT, None)?,
            &line()?,
            &item("open", &words::FILE_OPEN, Some("CmdOrCtrl+O"))?,
            &item("close", &words::FILE_CLOSE, None)?,
            &line()?,
            &PredefinedMenuItem::quit(app, Some(say(&words::FILE_QUIT)))?,
        ],
    )?;
    let edit = Submenu::with_items(
        app,
        say(&words::EDIT),
        true,
        &[
            &item("undo", &words::EDIT_UNDO, None)?,
            &line()?,
            &PredefinedMenuItem::cut(app, Some(say(&words::EDIT_CUT)))?,
            &PredefinedMenuItem::copy(app, Some(say(&words::EDIT_COPY)))?,
            &PredefinedMenuItem::paste(app, Some(say(&words::EDIT_PASTE)))?,
            &PredefinedMenuItem::select_all(app, Some(say(&words::EDIT_SELECT_ALL)))?,
        ],
    )?;
    let view = Submenu::with_items(
        app,
        say(&words::VIEW),
        true,
        &[
            &item("find", &words::VIEW_FIND, None)?,
            &item("keys", &words::VIEW_KEYS, None)?,
            &line()?,
            &PredefinedMenuItem::fullscreen(app, Some(say(&words::VIEW_FULL_SCREEN)))?,
        ],
    )?;
    Menu::with_items(app, &[&file, &edit, &view])
}
