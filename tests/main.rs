//! All integration tests as one binary, one room per domain. `architecture` fails on a forgotten file.

// Tests may unwrap: a failure is what they are for.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::pedantic,
    clippy::print_stderr,
    unreachable_pub,
    missing_docs
)]

mod agenda;
mod api;
mod applicability;
mod approval;
mod architecture;
mod audits;
mod bag;
mod certificates;
mod checks;
mod claims;
mod cli;
mod contained;
mod coverage;
mod documents;
mod extract;
mod faults;
mod filing;
mod fixtures;
mod forms;
mod host;
mod impact;
mod import;
mod items;
mod ledger;
mod lists;
mod log;
mod mapping;
mod packs;
mod parties;
mod people;
mod print;
mod properties;
mod questions;
mod reading;
mod records;
mod refusals;
mod registers;
mod requirements;
mod reviews;
mod rules;
mod saved;
mod search;
mod signing;
mod soa;
mod soalist;
mod standards;
mod statements;
mod support;
mod systems;
mod text;
mod undo;
mod vault;
mod verify;
mod watch;
mod words;
mod words_of_refusals;
mod workspace;
