//! What the shell tells the page unasked. It goes through one channel that the page hands over, so that the page needs
//! no right to listen to anything else, and nothing runs in the page until there is something to tell.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::State;
use tauri::ipc::Channel;

/// One thing told.
#[derive(Clone, Serialize)]
#[serde(tag = "event", content = "what", rename_all = "snake_case")]
pub(crate) enum Told {
    /// Whether files are held over the window.
    Drag(bool),
    /// Files were dropped.
    Dropped(Dropped),
    /// An entry of the menu was chosen.
    Menu(String),
}

/// What was dropped, and where on the page.
#[derive(Clone, Serialize)]
pub(crate) struct Dropped {
    paths: Vec<String>,
    x: f64,
    y: f64,
}

impl Dropped {
    pub(crate) fn new(paths: &[PathBuf], x: f64, y: f64) -> Self {
        Self { paths: paths.iter().map(|p| p.display().to_string()).collect(), x, y }
    }
}

/// The page that is there now, if it listens yet.
#[derive(Default)]
pub(crate) struct Page(Mutex<Option<Channel<Told>>>);

impl Page {
    pub(crate) fn tell(&self, told: Told) {
        if let Some(channel) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A page that is just going hears nothing any more.
            let _ = channel.send(told);
        }
    }
}

/// From here on the page hears what it is told.
#[tauri::command]
pub(crate) fn hear(page: State<'_, Page>, told: Channel<Told>) {
    *page.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
}
