//! The window.

use clausebook::host::Host;
use tauri::window::Color;
use tauri::{App, WebviewWindowBuilder};

/// Opens it.
pub(crate) fn open(app: &App, host: &Host) -> tauri::Result<()> {
    for window in &app.config().app.windows {
        let mut window = WebviewWindowBuilder::from_config(app, window)?;
        // Until the page is there, the window has no other colour than this.
        if let Some([red, green, blue]) = host.background() {
            window = window.background_color(Color(red, green, blue, u8::MAX));
        }
        window.build()?;
    }
    Ok(())
}
