//! Clausebook's core: evidence filed once and mapped to the clauses of several management system standards,
//! kept in a ledger that cannot be altered unseen.

pub mod day;
pub mod digest;
pub mod error;
pub mod text;

pub mod extract;
pub mod ledger;
pub mod standards;
pub mod vault;

pub mod audits;
pub mod coverage;
pub mod documents;
pub mod mapping;
pub mod packs;
pub mod people;
pub mod records;
pub mod reviews;
pub mod systems;

pub mod api;
pub mod cli;
pub mod demo;
pub mod import;
pub mod search;
pub mod verify;
