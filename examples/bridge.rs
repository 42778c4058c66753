//! A development-only stand-in for the desktop shell: serves the built page and the command table on loopback, so
//! that a browser can drive the real core. It is an example, so no release contains it.
//!
//! ```text
//! bridge --ui ui/dist --config DIR --home DIR [--today 2026-11-23] [WORKSPACE]
//! ```
//!
//! `POST /answers` with a JSON list of paths says what the user chooses in the next dialog; everything else is what the
//! page does. Pages of other origins, and names that were pointed at this machine, are turned away: a browser with this
//! program beside it may have any page open.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::convert::Infallible;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use clausebook::day::Day;
use clausebook::host::{Host, Progress, here};
use clausebook::workspace::Clock;
use serde_json::{Value, json};
use tokio::sync::mpsc::unbounded_channel;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::UnboundedReceiverStream;

struct Bridge {
    host: Host,
    ui: PathBuf,
    /// What the next dialogs answer.
    answers: Mutex<Vec<Vec<String>>>,
    /// Where it listens, as the page's requests have to name it.
    authority: String,
}

type Shared = State<Arc<Bridge>>;

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut here = here();
    let (mut ui, mut config, mut home, mut folder) = (None, None, None, None);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value");
        match argument.as_str() {
            "--ui" => ui = Some(PathBuf::from(value())),
            "--config" => config = Some(PathBuf::from(value())),
            "--home" => home = Some(PathBuf::from(value())),
            "--today" => {
                let day: Day = value().parse().expect("a day");
                here.clock = Clock::Fixed(here.zone.first_instant(day) + 12 * 3_600_000);
            }
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let host = Host::new(&config.expect("--config"), &home.expect("--home"), here);
    if let Some(folder) = folder {
        host.open(&folder).expect("a workspace");
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let authority = listener.local_addr().expect("an address").to_string();
    println!("http://{authority}");
    let bridge = Arc::new(Bridge { host, ui: ui.expect("--ui"), answers: Mutex::new(Vec::new()), authority });
    let app = Router::new()
        .route("/call", post(call))
        .route("/cancel", post(cancel))
        .route("/answers", post(answers))
        .route("/choose", post(choose))
        .route("/save", post(save))
        .route("/stored/{digest}", get(stored))
        .fallback(page)
        .layer(from_fn_with_state(Arc::clone(&bridge), only_our_page))
        .with_state(bridge);
    axum::serve(listener, app).await.expect("a server");
}

/// Lets only requests through that name this address, and of pages only our own. Drivers that are no browser name no
/// origin.
async fn only_our_page(State(bridge): Shared, request: Request, next: Next) -> Response {
    if from_our_page(request.headers(), &bridge.authority) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "not from here").into_response()
    }
}

fn from_our_page(headers: &HeaderMap, authority: &str) -> bool {
    let is = |name, wanted: &str| headers.get(name).map(|value| value.as_bytes() == wanted.as_bytes());
    is(header::HOST, authority) == Some(true) && is(header::ORIGIN, &format!("http://{authority}")) != Some(false)
}

fn read(body: &str) -> Value {
    serde_json::from_str(body).unwrap_or_default()
}

/// One line of JSON per step of progress, then the answer or the error.
async fn call(State(bridge): Shared, body: String) -> Response {
    let body = read(&body);
    let (send, receive) = unbounded_channel::<String>();
    tokio::task::spawn_blocking(move || {
        let name = body["name"].as_str().unwrap_or_default();
        let job = body["job"].as_u64().unwrap_or_default();
        let steps = send.clone();
        let tell = move |step: Progress| drop(steps.send(format!("{}\n", json!({ "progress": step }))));
        let done = match bridge.host.call(name, body["request"].clone(), job, tell) {
            Ok(reply) => json!({ "reply": reply }),
            Err(e) => json!({ "error": e }),
        };
        let _ = send.send(format!("{done}\n"));
    });
    let lines = UnboundedReceiverStream::new(receive).map(Ok::<_, Infallible>);
    ([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(lines)).into_response()
}

async fn cancel(State(bridge): Shared, body: String) {
    bridge.host.cancel(read(&body)["job"].as_u64().unwrap_or_default());
}

async fn answers(State(bridge): Shared, body: String) {
    bridge.answers.lock().unwrap().push(serde_json::from_str(&body).expect("a list of paths"));
}

async fn choose(State(bridge): Shared, body: String) -> Response {
    let body = read(&body);
    let to_write = body["what"] == "save" || body["what"] == "folder_to_write";
    let mut answers = bridge.answers.lock().unwrap();
    let paths = if answers.is_empty() { Vec::new() } else { answers.remove(0) };
    for path in paths.iter().map(std::path::Path::new) {
        if to_write { bridge.host.choose_to_write(path) } else { bridge.host.choose(path) }
    }
    axum::Json(paths).into_response()
}

async fn save(State(bridge): Shared, body: String) -> Response {
    let body = read(&body);
    let path = PathBuf::from(body["path"].as_str().unwrap_or_default());
    let text = body["text"].as_str().unwrap_or_default();
    match bridge.host.save_text(&path, text) {
        Ok(()) => StatusCode::NO_CONTENT.into_response(),
        Err(e) => (StatusCode::FORBIDDEN, axum::Json(e)).into_response(),
    }
}

async fn stored(State(bridge): Shared, Path(digest): Path<String>) -> Response {
    match tokio::task::spawn_blocking(move || bridge.host.stored(&digest)).await.expect("an answer") {
        Ok(bytes) => bytes.into_response(),
        Err(e) => (StatusCode::NOT_FOUND, axum::Json(e)).into_response(),
    }
}

/// The page runs under the policy of the real shell, so that what it forbids shows here too.
async fn page(State(bridge): Shared, uri: Uri) -> Response {
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
        font-src 'self'; worker-src 'self' blob:; connect-src 'self'";
    let inside = uri.path().trim_start_matches('/');
    let path = if inside.is_empty() { "index.html" } else { inside };
    let plain = !path.split('/').any(|part| part == "..");
    let Some(bytes) = std::fs::read(bridge.ui.join(path)).ok().filter(|_| plain) else {
        return (StatusCode::NOT_FOUND, "not here").into_response();
    };
    let media = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, media), (header::CONTENT_SECURITY_POLICY, POLICY)], bytes).into_response()
}
