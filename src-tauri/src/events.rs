//! What the shell sends to the page unasked. It goes through one channel that the page hands over, so that the page needs
//! no right to listen to anything else, and nothing runs in the page until something happens.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use tauri::State;
use tauri::ipc::Channel;

/// Something that happened to the window.
#[derive(Clone, Serialize)]
#[serde(tag = "event", content = "what", rename_all = "snake_case")]
pub(crate) enum Event {
    /// Whether files are held over the window.
    Drag(bool),
    /// Files were dropped.
    Dropped(Dropped),
    /// An entry of the menu was chosen.
    Menu(String),
}

/// What was dropped, and where on the page, in pixels of the display.
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

/// The way to the page that is there now, if it listens yet.
#[derive(Default)]
pub(crate) struct Events(Mutex<Option<Channel<Event>>>);

impl Events {
    pub(crate) fn send(&self, event: Event) {
        if let Some(channel) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // A page that is just going gets nothing any more.
            let _ = channel.send(event);
        }
    }
}

/// From here on the page gets what happens through this channel.
#[tauri::command]
pub(crate) fn subscribe(events: State<'_, Events>, channel: Channel<Event>) {
    *events.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(channel);
}
