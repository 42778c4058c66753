//! A window's side of the core, driven without any window.

mod opening;
mod remembered;
