//! Clausebook's core: evidence filed once and mapped to the clauses of several management system standards,
//! kept in a ledger that cannot be altered unseen.
//!
//! One idea holds the house up: **the ledger is the only thing that is written; everything else is what it
//! means.** Dependencies go one way, in the order of this file; `tests/architecture` holds the rule.

// Base: what every room may use.
pub mod day;
pub mod digest;
pub mod disk;
pub mod error;
pub mod ids;
pub mod saved;
pub mod text;
pub mod words;

// Bytes and facts: rooms that know no domain.
pub mod contained;
pub mod signing;

pub mod extract;
pub mod ledger;
pub mod named;
pub mod paging;
pub mod print;
pub mod standards;
pub mod vault;

pub mod bag;

pub mod filed;
pub mod workspace;

// The domains, in their line.
pub mod people;

pub mod rules;

pub mod systems;

pub mod applicability;
pub mod parties;
pub mod requirements;

pub mod certificates;

pub mod documents;
pub mod records;

pub mod items;

pub mod statements;

pub mod approval;
pub mod soa;

pub mod registers;

pub mod mapping;
pub mod reviews;

pub mod coverage;

pub mod claims;

pub mod audits;
pub mod packs;

// Above the domains.
pub mod questions;

pub mod agenda;
pub mod lists;
pub mod log;
pub mod rebuild;
pub mod undo;

pub mod search;

pub mod impact;

pub mod reading;

pub mod checks;

pub mod filing;

pub mod import;
pub mod soalist;

pub mod watch;

pub mod demo;

// Shares no code with the writers.
pub mod verify;

// Joins it with what the program's own reading says.
pub mod checked;

// What any shell may call; a window's side; the terminal program.
pub mod api;

pub mod host;

pub mod cli;
