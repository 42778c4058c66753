//! Files on this machine: dialogs, copies for other programs, and bytes for the page to draw.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clausebook::error::Result;
use clausebook::host::{CopyFor, FiledFile, Host, path_as_text, without_program};
use serde::Deserialize;
use tauri::http::{Response, StatusCode};
use tauri::{AppHandle, State};
use tauri_plugin_notification::NotificationExt;
use tauri_plugin_opener::OpenerExt;

/// What the user is asked to choose.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum What {
    /// One folder.
    Folder,
    /// One folder, to write into.
    FolderToWrite,
    /// One or more files.
    Files,
    /// One file.
    File,
    /// A place to write to.
    Save,
}

/// Asks the user for files or a folder. What was chosen may be named in requests from then on.
#[tauri::command]
pub(crate) async fn choose(
    app: AppHandle,
    host: State<'_, Arc<Host>>,
    what: What,
    title: String,
    name: Option<String>,
) -> Result<Vec<String>> {
    let host = Arc::clone(&host);
    let ask = move || ask(&app, what, &title, name.as_deref());
    let paths = tauri::async_runtime::spawn_blocking(ask).await.unwrap_or_default();
    for path in &paths {
        match what {
            What::Save | What::FolderToWrite => host.choose_to_write(path),
            What::Folder | What::Files | What::File => host.choose(path),
        }
    }
    paths.iter().map(|path| path_as_text(path)).collect()
}

#[cfg(not(feature = "answers"))]
fn ask(app: &AppHandle, what: What, title: &str, name: Option<&str>) -> Vec<PathBuf> {
    ask_user(app, what, title, name)
}

/// Tests that drive the real window put the answers into a file, one line each; with none left, the user is asked.
#[cfg(feature = "answers")]
fn ask(app: &AppHandle, what: What, title: &str, name: Option<&str>) -> Vec<PathBuf> {
    let file = std::env::var_os("CLAUSEBOOK_ANSWERS").map(PathBuf::from);
    let text = file.as_ref().and_then(|f| std::fs::read_to_string(f).ok()).unwrap_or_default();
    if let (Some(file), Some((first, rest))) = (file, text.split_once('\n')) {
        let _ = std::fs::write(file, rest);
        return first.split('\t').filter(|part| !part.is_empty()).map(PathBuf::from).collect();
    }
    ask_user(app, what, title, name)
}

fn ask_user(app: &AppHandle, what: What, title: &str, name: Option<&str>) -> Vec<PathBuf> {
    use tauri_plugin_dialog::DialogExt;
    let mut dialog = app.dialog().file().set_title(title);
    if let Some(name) = name {
        dialog = dialog.set_file_name(name);
    }
    let one = |path: Option<tauri_plugin_dialog::FilePath>| path.into_iter().collect::<Vec<_>>();
    let chosen = match what {
        What::Folder | What::FolderToWrite => one(dialog.blocking_pick_folder()),
        What::File => one(dialog.blocking_pick_file()),
        What::Files => dialog.blocking_pick_files().unwrap_or_default(),
        What::Save => one(dialog.blocking_save_file()),
    };
    chosen.into_iter().filter_map(|path| path.into_path().ok()).collect()
}

/// Opens a copy of a stored file in its own program, or shows that copy in its folder.
#[tauri::command]
pub(crate) async fn open_file(app: AppHandle, host: State<'_, Arc<Host>>, file: FiledFile, show: bool) -> Result<()> {
    let copy = host.copy_out(&file, if show { CopyFor::Showing } else { CopyFor::Opening })?;
    let shown = copy.display().to_string();
    let opened =
        if show { app.opener().reveal_item_in_dir(&copy) } else { app.opener().open_path(shown, None::<&str>) };
    opened.map_err(|cause| without_program(&copy).caused_by(cause))
}

/// Writes text to a file that the user chose.
#[tauri::command]
pub(crate) async fn save_text(host: State<'_, Arc<Host>>, path: PathBuf, text: String) -> Result<()> {
    host.save_text(&path, &text)
}

/// Shows a notice of the system.
#[tauri::command]
pub(crate) fn notice(app: AppHandle, title: String, body: String) {
    // Without a notification service there is nobody to tell; Today shows the same.
    let _ = app.notification().builder().title(title).body(body).show();
}

/// The bytes of a stored file, for the page to draw. A wrong or altered one is an error, never other bytes.
pub(crate) fn stored(host: &Host, path: &str) -> Response<Vec<u8>> {
    let digest = Path::new(path).file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let (status, body) = match host.stored(digest) {
        Ok(bytes) => (StatusCode::OK, bytes),
        Err(e) => (StatusCode::NOT_FOUND, serde_json::to_vec(&e).unwrap_or_default()),
    };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert("Access-Control-Allow-Origin", tauri::http::HeaderValue::from_static("*"));
    headers.insert("Content-Type", tauri::http::HeaderValue::from_static("application/octet-stream"));
    headers.insert("X-Content-Type-Options", tauri::http::HeaderValue::from_static("nosniff"));
    response
}

/// Drops files on the window, for tests: drivers cannot.
#[cfg(feature = "answers")]
#[tauri::command]
pub(crate) fn drop_for_test(events: State<'_, crate::events::Events>, host: State<'_, Arc<Host>>, paths: Vec<PathBuf>) {
    use crate::events::{Dropped, Event};
    for path in &paths {
        host.choose(path);
    }
    events.send(Event::Dropped(Dropped::new(&paths, 600.0, 400.0)));
}
