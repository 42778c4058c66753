//! The window. Its page comes with the picture of the last first screen in it, where that still holds.

use std::borrow::Cow;
use std::sync::Arc;

use clausebook::api::Host;
use tauri::http::Response;
use tauri::http::header::CONTENT_TYPE;
use tauri::window::Color;
use tauri::{App, WebviewWindowBuilder};

/// Opens it.
pub(crate) fn open(app: &App, host: &Arc<Host>) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        let host = Arc::clone(host);
        let mut window = WebviewWindowBuilder::from_config(app, window)?;
        // Until the page is there, the window has no other colour than this.
        if let Some([red, green, blue]) = host.ground() {
            window = window.background_color(Color(red, green, blue, u8::MAX));
        }
        window.on_web_resource_request(move |_, response| put_picture_into(response, &host)).build()?;
    }
    Ok(())
}

fn put_picture_into(response: &mut Response<Cow<'static, [u8]>>, host: &Host) {
    let html = response.headers().get(CONTENT_TYPE).is_some_and(|media| media.as_bytes().starts_with(b"text/html"));
    if html && let Ok(page) = std::str::from_utf8(response.body()) {
        *response.body_mut() = host.page(page).into_bytes().into();
    }
}
