//! What any shell may call, declared once: request, check, call. Each file declares its own commands in a table; what a
//! command means is decided in the rooms below.

mod agenda;
mod applicability;
mod approval;
mod approvals;
mod audits;
mod authors;
mod certificates;
mod checks;
mod claims;
mod command;
mod communications;
mod corrections;
mod coverage;
mod deciding;
mod documents;
mod doubts;
mod engines;
mod filing;
mod foretold;
mod here;
mod history;
mod impact;
mod import;
mod info;
mod keys;
mod ledger;
mod mapcells;
mod mapping;
mod organisation;
mod packs;
mod papers;
mod parties;
mod people;
mod points;
mod preview;
mod questions;
mod recordchanges;
mod records;
mod refusals;
mod registers;
mod requirements;
mod rules;
mod scopes;
mod search;
mod session;
mod soa;
mod soalist;
mod span;
mod standards;
mod statements;
mod systems;
mod topic;
mod trust;
mod types;
mod undo;
mod unrecorded;
mod watch;
mod when;
mod who;
mod workspace;

use serde_json::Value;

use crate::error::Result;

pub use crate::disk::{PATIENCE, waited};

pub use agenda::*;
pub use applicability::*;
pub use approval::*;
pub use approvals::*;
pub use audits::*;
pub use authors::*;
pub use certificates::*;
pub use checks::*;
pub use claims::*;
pub use command::{Access, Allow, Command, Entry, read};
pub use communications::*;
pub use corrections::*;
pub use coverage::*;
pub use deciding::*;
pub use documents::*;
pub use doubts::*;
pub use engines::*;
pub use filing::*;
pub use foretold::*;
pub use here::Here;
pub use history::*;
pub use impact::*;
pub use import::*;
pub use info::*;
pub use keys::*;
pub use ledger::*;
pub use mapcells::*;
pub use mapping::*;
pub use organisation::*;
pub use packs::*;
pub use papers::*;
pub use parties::*;
pub use people::*;
pub use points::*;
pub use preview::*;
pub use questions::*;
pub use recordchanges::*;
pub use records::*;
pub(crate) use refusals::command_unknown;
pub use refusals::{REASONS, refusals};
pub use registers::*;
pub use requirements::*;
pub use rules::*;
pub use scopes::*;
pub use search::*;
pub use session::{Progress, Session, Step, View};
pub use soa::*;
pub use soalist::*;
pub use span::Span;
pub use standards::*;
pub use statements::*;
pub use systems::*;
pub use topic::{Effect, Topic};
pub use trust::*;
pub use types::Types;
pub use undo::*;
pub use unrecorded::*;
pub use watch::*;
pub use when::When;
pub use who::Who;
pub use workspace::*;

use command::commands;

/// The tables of all files.
const TABLES: &[&[Entry]] = &[
    agenda::TABLE,
    applicability::TABLE,
    approval::TABLE,
    approvals::TABLE,
    audits::TABLE,
    authors::TABLE,
    certificates::TABLE,
    checks::TABLE,
    claims::TABLE,
    communications::TABLE,
    corrections::TABLE,
    coverage::TABLE,
    deciding::TABLE,
    documents::TABLE,
    doubts::TABLE,
    engines::TABLE,
    filing::TABLE,
    foretold::TABLE,
    history::TABLE,
    impact::TABLE,
    import::TABLE,
    info::TABLE,
    keys::TABLE,
    ledger::TABLE,
    mapcells::TABLE,
    mapping::TABLE,
    organisation::TABLE,
    packs::TABLE,
    papers::TABLE,
    parties::TABLE,
    people::TABLE,
    points::TABLE,
    preview::TABLE,
    questions::TABLE,
    recordchanges::TABLE,
    records::TABLE,
    registers::TABLE,
    requirements::TABLE,
    rules::TABLE,
    soa::TABLE,
    scopes::TABLE,
    search::TABLE,
    soalist::TABLE,
    standards::TABLE,
    statements::TABLE,
    systems::TABLE,
    trust::TABLE,
    undo::TABLE,
    unrecorded::TABLE,
    watch::TABLE,
    workspace::TABLE,
];

/// Every command.
pub fn table() -> impl Iterator<Item = &'static Entry> {
    TABLES.iter().copied().flatten()
}

/// The command of that name.
///
/// # Errors
/// `not_found`.
pub fn entry(name: &str) -> Result<&'static Entry> {
    table().find(|entry| entry.name == name).ok_or_else(|| command_unknown(name))
}

/// Calls a command by name, request and answer as JSON: the way of shells in other languages. `allow` is asked about
/// every file and folder that the request names.
pub fn call(session: &mut Session, name: &str, request: Value, allow: Allow<'_>) -> Result<Value> {
    entry(name)?.call(session, request, allow)
}
