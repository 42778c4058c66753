//! A window's side of the core, driven without any window.

mod cancelling;
mod folders;
mod opening;
mod remembered;
