//! The desktop program: a window, its menu, dialogs, dropped files and notices. What any of it means is decided in
//! the core; this shell passes requests on and lets only those files through that the user chose.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod calls;
mod events;
mod files;
mod menu;
mod window;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clausebook::host::{Host, config_folder, contained, here_contained, workspaces_folder};
use tauri::{DragDropEvent, Manager, WindowEvent};

use events::{Dropped, Event, Events};

fn main() -> ExitCode {
    // Before the window, its single instance and the arguments: this process may be one that reads a file for another.
    if let Some(end) = contained() {
        return end;
    }
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    // Where nobody knows the user's home, it is as good as a first start.
    let elsewhere = std::env::temp_dir().join("Clausebook");
    let config = config_folder().unwrap_or_else(|| elsewhere.join("config"));
    let workspaces = workspaces_folder().unwrap_or(elsewhere);
    let host = Arc::new(Host::new(&config, &workspaces, here_contained()));
    // A folder that cannot be opened is told by the first screen.
    if let Some(folder) = folder {
        host.open_soon(std::path::absolute(&folder).unwrap_or(folder));
    }
    let chosen = Arc::clone(&host);
    let stored = Arc::clone(&host);
    let remembered = Arc::clone(&host);
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            if let Some(window) = app.get_webview_window("main") {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::init())
        .manage(host)
        .manage(Events::default())
        .manage(calls::UnderWay::default())
        .register_uri_scheme_protocol("stored", move |_, request| files::stored(&stored, request.uri().path()))
        .setup(move |app| Ok(window::open(app, &remembered)?))
        .menu(menu::menu)
        .on_menu_event(|app, event| {
            app.state::<Events>().send(Event::Menu(event.id().as_ref().to_owned()));
        })
        .on_window_event(move |window, event| {
            if let WindowEvent::DragDrop(event) = event {
                let event = match event {
                    DragDropEvent::Enter { .. } => Event::Drag(true),
                    DragDropEvent::Leave => Event::Drag(false),
                    DragDropEvent::Drop { paths, position } => {
                        for path in paths {
                            chosen.choose(path);
                        }
                        Event::Dropped(Dropped::new(paths, position.x, position.y))
                    }
                    _ => return,
                };
                window.state::<Events>().send(event);
            }
        })
        .invoke_handler(tauri::generate_handler![
            calls::call,
            calls::progress,
            calls::cancel,
            calls::first_problem,
            events::subscribe,
            files::choose,
            files::open_file,
            files::notice,
            files::save_text,
            #[cfg(feature = "answers")]
            files::drop_for_test,
        ]);
    match app.run(tauri::generate_context!()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
