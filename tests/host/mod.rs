//! A window's side of the core, driven without any window.

mod cancelling;
mod copies;
mod folders;
mod opening;
mod remembered;
