//! A command: a request with its answer, declared once for every shell. Each file of this room declares its own in a
//! table, so that a new one touches that file alone.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use super::refusals;
use super::session::Session;
use super::topic::Effect;
use super::types::Types;
use super::who::Who;
use crate::error::{Result, carried};

/// A request with its answer.
pub trait Command: DeserializeOwned + TS + 'static {
    /// What comes back.
    type Answer: Serialize + TS + 'static;
    /// Its name in every shell.
    const NAME: &'static str;
    /// Whether it asks or changes.
    const EFFECT: Effect;
    /// Who may give it.
    const WHO: Who = Who::Anyone;

    /// The files and folders it reads: a shell lets only those through that the user chose.
    fn paths(&self) -> Vec<&Path> {
        Vec::new()
    }

    /// The file it writes: what was chosen to be read is not let through.
    fn written(&self) -> Option<&Path> {
        None
    }

    /// Does it, whoever acts.
    fn run(self, session: &mut Session) -> Result<Self::Answer>;

    /// Does it where whoever acts may: the way of every shell.
    ///
    /// # Errors
    /// `person_needed`, `person_left`, `person_may_not`.
    fn call(self, session: &mut Session) -> Result<Self::Answer> {
        Self::WHO.admit(session)?;
        self.run(session)
    }
}

/// What a request does with a file or folder that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// It is read, and what lies in it.
    Read,
    /// It is written.
    Write,
}

/// Is asked about every file and folder that a request names.
pub type Allow<'a> = &'a dyn Fn(&Path, Access) -> Result<()>;

/// A line of a table of commands: what a shell needs that knows a command by its name only.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// Whether it asks or changes.
    pub effect: Effect,
    call: fn(&mut Session, Value, Allow<'_>) -> Result<Value>,
    types: fn(&mut Types),
}

impl Entry {
    /// The line of a command.
    pub(super) const fn of<C: Command>() -> Self {
        Self { name: C::NAME, effect: C::EFFECT, call: call_one::<C>, types: types_of::<C> }
    }

    /// Calls it with a request in JSON.
    pub(super) fn call(&self, session: &mut Session, request: Value, allow: Allow<'_>) -> Result<Value> {
        (self.call)(session, request, allow)
    }

    /// Shows its types.
    pub fn types(&self, types: &mut Types) {
        (self.types)(types);
    }
}

fn call_one<C: Command>(session: &mut Session, request: Value, allow: Allow<'_>) -> Result<Value> {
    let request: C = read(C::NAME, request)?;
    request.paths().into_iter().try_for_each(|path| allow(path, Access::Read))?;
    request.written().map_or(Ok(()), |path| allow(path, Access::Write))?;
    Ok(serde_json::to_value(request.call(session)?)?)
}

fn types_of<C: Command>(types: &mut Types) {
    types.command::<C, C::Answer>(C::NAME, C::EFFECT);
}

/// Declares the commands of a file.
macro_rules! commands {
    ($($command:ty),+ $(,)?) => {
        /// The commands of this file.
        pub(super) const TABLE: &[$crate::api::Entry] = &[$($crate::api::Entry::of::<$command>()),+];
    };
}
pub(super) use commands;

/// Reads a request from JSON. A value that its own type refuses is told by that type's reason, anything else by the
/// command's name.
///
/// # Errors
/// `invalid_value`.
pub fn read<T: DeserializeOwned>(name: &str, request: Value) -> Result<T> {
    serde_json::from_value(request)
        .map_err(|cause| carried(&cause).unwrap_or_else(|| refusals::request_unreadable(name, &cause).caused_by(cause)))
}
