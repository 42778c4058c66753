//! A bare window with a painted list and nothing behind it: what `tools/bench_window.py` measures the real one against.

#![allow(missing_docs, clippy::expect_used)]

use std::fmt::Write;

use tauri::WebviewUrl;
use tauri::http::Response;

fn main() {
    let mut context = tauri::generate_context!();
    let page = "bare://localhost/".parse().expect("an address");
    context.config_mut().app.windows[0].create = true;
    context.config_mut().app.windows[0].url = WebviewUrl::CustomProtocol(page);
    tauri::Builder::default()
        .register_uri_scheme_protocol("bare", |_, _| {
            let mut html = String::from(
                "<!doctype html><style>body{margin:0;font:13px sans-serif}div{height:32px;padding:0 240px;\
                 border-bottom:1px solid #ddd;line-height:32px}</style><div>A list</div>",
            );
            for n in 0..40 {
                let _ =
                    write!(html, "<div data-id={n}>DOC-{n:06} Control of access number {n} 2026-11-23 7.5 8.5.1</div>");
            }
            Response::builder().header("Content-Type", "text/html").body(html.into_bytes()).expect("a page")
        })
        .run(context)
        .expect("a window");
}
