//! Requests to the core: off the window's thread, with progress on a channel, and a way to stop them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use clausebook::error::Error;
use clausebook::host::{Host, Progress, Reply, broken_off};
use serde_json::Value;
use tauri::State;
use tauri::ipc::Channel;

/// Requests under way, by the page's number for them: how far each is, and who wants to know.
#[derive(Clone, Default)]
pub(crate) struct UnderWay(Arc<Mutex<HashMap<u64, Request>>>);

#[derive(Default)]
struct Request {
    last: Option<Progress>,
    channel: Option<Channel<Progress>>,
}

impl UnderWay {
    fn all(&self) -> MutexGuard<'_, HashMap<u64, Request>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn step(&self, job: u64, step: Progress) {
        if let Some(request) = self.all().get_mut(&job) {
            if let Some(channel) = &request.channel {
                let _ = channel.send(step);
            }
            request.last = Some(step);
        }
    }
}

/// Calls a command of the core.
#[tauri::command]
pub(crate) async fn call(
    host: State<'_, Arc<Host>>,
    under_way: State<'_, UnderWay>,
    name: String,
    request: Value,
    job: u64,
) -> Result<Reply, Error> {
    let host = Arc::clone(&host);
    let steps = under_way.inner().clone();
    under_way.all().insert(job, Request::default());
    let work = move || host.call(&name, request, job, move |step| steps.step(job, step));
    let reply = tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(broken_off()));
    under_way.all().remove(&job);
    reply
}

/// Tells how far a request is, from its last step on. One that has its answer tells nothing.
#[tauri::command]
pub(crate) fn progress(under_way: State<'_, UnderWay>, job: u64, channel: Channel<Progress>) {
    if let Some(request) = under_way.all().get_mut(&job) {
        if let Some(last) = &request.last {
            let _ = channel.send(*last);
        }
        request.channel = Some(channel);
    }
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
