//! How a command of the terminal asks the api, and how its answer is printed.

use std::collections::BTreeMap;
use std::io::IsTerminal;

use serde::Serialize;

use crate::api::{self, Command as _, ItemKind, Session, Sign, When};
use crate::cli::args::SignArgs;
use crate::cli::print::{self, Holds, ReadBy, Show};
use crate::cli::refusals;
use crate::day::Day;
use crate::error::{Error, Result};
use crate::host::given_passphrase;
use crate::search::WasRead;
use crate::signing::Passphrase;
use crate::standards::catalogue;
use crate::systems;

/// A list in the terminal is whole; pages are for windows.
pub(super) const ALL: usize = 10_000_000;

/// Asks and prints.
pub(super) struct Say<'s> {
    pub(super) session: &'s mut Session,
    pub(super) json: bool,
    /// Whether something was left, as the answer counts.
    pub(super) part: bool,
}

impl Say<'_> {
    /// `init` and `demo` name their folder themselves.
    pub(super) fn at(&mut self, dir: &std::path::Path) {
        self.session.move_to(dir);
    }

    pub(super) fn say<C: api::Command>(&mut self, command: C) -> Result<bool>
    where
        C::Answer: Show,
    {
        let answer = command.call(self.session)?;
        self.show(&answer)?;
        Ok(true)
    }

    /// Asks for something that whoever acts signs. Where their key is locked, the passphrase is that of the environment,
    /// else it is asked for; it is never an argument, which everybody on the machine could read.
    pub(super) fn say_signed<C: api::Command>(&mut self, sign: SignArgs, make: impl Fn(Sign) -> C) -> Result<bool>
    where
        C::Answer: Show,
    {
        let mut with = Sign { key: sign.key, passphrase: given_passphrase() };
        let mut answer = make(with.clone()).call(self.session);
        if answer.as_ref().is_err_and(|e| e.reason().name == "passphrase_needed") && std::io::stdin().is_terminal() {
            with.passphrase = Some(ask("Passphrase: ")?);
            answer = make(with).call(self.session);
        }
        self.show(&answer?)?;
        Ok(true)
    }

    /// A passphrase for a key that is made: that of the environment, else asked for twice.
    pub(super) fn new_passphrase() -> Result<Passphrase> {
        if let Some(given) = given_passphrase() {
            return Ok(given);
        }
        if !std::io::stdin().is_terminal() {
            return Err(refusals::passphrase_not_given());
        }
        let first = typed("Passphrase for the new key: ")?;
        if first != typed("The same again: ")? {
            return Err(refusals::passphrase_differs());
        }
        Ok(Passphrase::new(first))
    }

    /// Asks for something with files, and says which of them another program read.
    pub(super) fn say_read<C: api::Command>(&mut self, command: C) -> Result<bool>
    where
        C::Answer: Show + Serialize + Holds,
    {
        let shown = command.call(self.session)?;
        let (mut read_by, mut not_read) = (BTreeMap::new(), BTreeMap::new());
        for file in shown.files() {
            let reading = api::FileReading { digest: file.digest.to_string() }.call(self.session)?;
            // Where nobody read it here, the entry says how it was.
            let filed = || WasRead { problem: file.problem, engine: None, unread: Vec::new() };
            let read = reading.unwrap_or_else(filed);
            read_by.extend(read.engine.clone().map(|engine| (file.digest, engine)));
            not_read.extend(read.problem.is_some().then_some((file.digest, read)));
        }
        self.show(&ReadBy { shown, read_by, not_read })?;
        Ok(true)
    }

    pub(super) fn show<A: Show + Serialize>(&self, answer: &A) -> Result<()> {
        let text = if self.json {
            serde_json::to_string_pretty(answer)? + "\n"
        } else {
            let held = self.session.tables().map(systems::editions_held).transpose()?;
            let mut page = print::Page::where_held(held.unwrap_or_default());
            answer.show(&mut page);
            page.text()
        };
        // Whoever closes the pipe early has seen enough.
        use std::io::Write;
        let _ = std::io::stdout().lock().write_all(text.as_bytes());
        Ok(())
    }
}

/// Reads the order of a list, as the api names it; nothing where there is none of that name.
pub(super) fn order<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(text.replace('-', "_"))).ok()
}

pub(super) fn history(code: String, kind: ItemKind, as_of: Option<Day>) -> api::ItemHistoryShow {
    api::ItemHistoryShow { code, kind: Some(kind), when: When { as_of, in_force: None } }
}

fn ask(prompt: &str) -> Result<Passphrase> {
    typed(prompt).map(Passphrase::new)
}

fn typed(prompt: &str) -> Result<String> {
    rpassword::prompt_password(prompt).map_err(|e| Error::internal(format_args!("terminal: {e}")))
}

/// Scope items as they were named; an empty name stands for none.
pub(super) fn named(scope: Option<Vec<String>>) -> Option<Vec<String>> {
    scope.map(|items| items.into_iter().filter(|item| !item.trim().is_empty()).collect())
}

/// A standard and a clause of it, given apart or as one: `9001 7.5.3`, `9001/7.5.3`.
///
/// # Errors
/// Those of a clause that is not there.
pub(super) fn one_clause(standard: String, clause: Option<String>) -> Result<(String, String)> {
    let both = standard.split_once('/').map(|(standard, clause)| (standard.to_owned(), clause.to_owned()));
    match (clause, both) {
        (Some(clause), _) => Ok((standard, clause)),
        (None, Some(both)) => Ok(both),
        (None, None) => {
            catalogue().reference(&standard, &[]).map(|clause| (clause.edition_id().to_string(), clause.clause))
        }
    }
}
