//! What was written once can be read for ever: workspaces of earlier programs, the forms of tables and events.

mod applying;
mod earlier;
mod events;
mod examples;
mod kept;
mod pages;
mod tables;
