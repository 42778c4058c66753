//! A development-only stand-in for the desktop shell: serves the built page and the command table on loopback, so
//! that a browser can drive the real core. It is an example, so no release contains it.
//!
//! ```text
//! bridge --ui ui/dist --config DIR --home DIR [--today 2026-11-23] [WORKSPACE]
//! ```
//!
//! `POST /choose` with a JSON list of paths stands for a user who chooses files; everything else is what the page does.

#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use clausebook::api::{Host, Progress};
use clausebook::day::Day;
use serde_json::{Value, json};
use tiny_http::{Header, Request, Response, Server};

static TODAY: OnceLock<Day> = OnceLock::new();

fn today() -> Day {
    *TODAY.get_or_init(Day::today)
}

struct Bridge {
    host: Host,
    ui: PathBuf,
    /// What the next dialogs answer.
    answers: Mutex<Vec<Vec<String>>>,
}

fn main() {
    let mut arguments = std::env::args().skip(1);
    let (mut ui, mut config, mut home, mut folder) = (None, None, None, None);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("a value");
        match argument.as_str() {
            "--ui" => ui = Some(PathBuf::from(value())),
            "--config" => config = Some(PathBuf::from(value())),
            "--home" => home = Some(PathBuf::from(value())),
            "--today" => TODAY.set(value().parse().expect("a day")).expect("one day"),
            _ => folder = Some(PathBuf::from(argument)),
        }
    }
    let host = Host::new(&config.expect("--config"), &home.expect("--home"), today);
    if let Some(folder) = folder {
        host.open(&folder).expect("a workspace");
    }
    let bridge = Arc::new(Bridge { host, ui: ui.expect("--ui"), answers: Mutex::new(Vec::new()) });
    let server = Server::http("127.0.0.1:0").expect("a port");
    println!("http://{}", server.server_addr());
    std::io::stdout().flush().unwrap();
    for request in server.incoming_requests() {
        let bridge = Arc::clone(&bridge);
        std::thread::spawn(move || bridge.serve(request));
    }
}

impl Bridge {
    fn serve(&self, mut request: Request) {
        let mut body = String::new();
        let _ = request.as_reader().read_to_string(&mut body);
        let body: Value = serde_json::from_str(&body).unwrap_or_default();
        let url = request.url().split('?').next().unwrap_or_default().to_owned();
        match url.as_str() {
            "/call" => self.call(request, &body),
            "/cancel" => {
                self.host.cancel(body["job"].as_u64().unwrap_or_default());
                answer(request, &Value::Null);
            }
            "/answers" => {
                self.answers.lock().unwrap().push(serde_json::from_value(body).unwrap());
                answer(request, &Value::Null);
            }
            "/choose" => {
                let mut answers = self.answers.lock().unwrap();
                let paths = if answers.is_empty() { Vec::new() } else { answers.remove(0) };
                for path in &paths {
                    self.host.choose(Path::new(path));
                }
                answer(request, &json!(paths));
            }
            "/save" => {
                let path = PathBuf::from(body["path"].as_str().unwrap_or_default());
                self.host.allow(&path).unwrap();
                std::fs::write(path, body["text"].as_str().unwrap_or_default()).unwrap();
                answer(request, &Value::Null);
            }
            _ => match url.strip_prefix("/stored/") {
                Some(digest) => match self.host.stored(digest) {
                    Ok(bytes) => send(request, 200, "application/octet-stream", bytes),
                    Err(e) => send(request, 404, "application/json", serde_json::to_vec(&e).unwrap()),
                },
                None => self.page(request, &url),
            },
        }
    }

    /// One line of JSON per step of progress, then the answer or the error.
    fn call(&self, request: Request, body: &Value) {
        let (send, receive) = std::sync::mpsc::channel::<String>();
        let name = body["name"].as_str().unwrap_or_default().to_owned();
        let job = body["job"].as_u64().unwrap_or_default();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let tell = {
                    let send = Mutex::new(send.clone());
                    move |step: Progress| drop(send.lock().unwrap().send(format!("{}\n", json!({"progress": step}))))
                };
                let done = match self.host.call(&name, body["request"].clone(), job, tell) {
                    Ok(reply) => json!({"reply": reply}),
                    Err(e) => json!({"error": e}),
                };
                let _ = send.send(format!("{done}\n"));
                drop(send);
            });
            let lines = Lines { receive, left: Vec::new() };
            let _ = request.respond(Response::new(200.into(), vec![kind("application/x-ndjson")], lines, None, None));
        });
    }

    fn page(&self, request: Request, url: &str) {
        let inside = url.trim_start_matches('/');
        let path = if inside.is_empty() { "index.html" } else { inside };
        let plain = !path.split('/').any(|part| part == "..");
        match std::fs::read(self.ui.join(path)).ok().filter(|_| plain) {
            Some(bytes) => {
                let media = match path.rsplit('.').next() {
                    Some("html") => "text/html; charset=utf-8",
                    Some("js" | "mjs") => "text/javascript",
                    Some("css") => "text/css",
                    Some("svg") => "image/svg+xml",
                    Some("woff2") => "font/woff2",
                    _ => "application/octet-stream",
                };
                send(request, 200, media, bytes);
            }
            None => send(request, 404, "text/plain", b"not here".to_vec()),
        }
    }
}

/// Hands out lines as they come.
struct Lines {
    receive: std::sync::mpsc::Receiver<String>,
    left: Vec<u8>,
}

impl Read for Lines {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        if self.left.is_empty() {
            match self.receive.recv() {
                Ok(line) => self.left = line.into_bytes(),
                Err(_) => return Ok(0),
            }
        }
        let count = out.len().min(self.left.len());
        out[..count].copy_from_slice(&self.left[..count]);
        self.left.drain(..count);
        Ok(count)
    }
}

fn kind(media: &str) -> Header {
    Header::from_bytes("Content-Type", media).unwrap()
}

/// The page runs under the policy of the real shell, so that what it forbids shows here too.
fn send(request: Request, status: u16, media: &str, bytes: Vec<u8>) {
    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
        font-src 'self'; worker-src 'self' blob:; connect-src 'self'";
    let policy = Header::from_bytes("Content-Security-Policy", POLICY).unwrap();
    let response = Response::from_data(bytes).with_status_code(status).with_header(kind(media)).with_header(policy);
    let _ = request.respond(response);
}

fn answer(request: Request, value: &Value) {
    send(request, 200, "application/json", serde_json::to_vec(value).unwrap());
}
