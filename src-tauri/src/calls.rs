//! Requests to the core: off the window's thread, with progress on a channel, and a way to stop them.

use std::sync::Arc;

use clausebook::api::{Host, Progress, Reply};
use clausebook::error::{Code, Error};
use serde_json::Value;
use tauri::State;
use tauri::ipc::Channel;

/// Calls a command of the core.
#[tauri::command]
pub(crate) async fn call(
    host: State<'_, Arc<Host>>,
    name: String,
    request: Value,
    job: u64,
    progress: Channel<Progress>,
) -> Result<Reply, Error> {
    let host = Arc::clone(&host);
    let work = move || {
        host.call(&name, request, job, move |step| {
            let _ = progress.send(step);
        })
    };
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(stopped()))
}

/// Stops a piece of work.
#[tauri::command]
pub(crate) fn cancel(host: State<'_, Arc<Host>>, job: u64) {
    host.cancel(job);
}

/// Why the folder given on the command line could not be opened.
#[tauri::command]
pub(crate) async fn first_problem(host: State<'_, Arc<Host>>) -> Result<Option<Error>, Error> {
    let host = Arc::clone(&host);
    Ok(tauri::async_runtime::spawn_blocking(move || host.first_problem()).await.unwrap_or_default())
}

fn stopped() -> Error {
    Error::new(Code::Internal, "The work stopped before its end", "Try it again. What was acknowledged is safe.")
}
