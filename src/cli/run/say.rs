//! How a command of the terminal asks the api, and how its answer is printed.

use serde::Serialize;

use crate::api::{self, ItemKind, Session, When};
use crate::cli::print::{self, Show};
use crate::day::Day;
use crate::error::Result;

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

    pub(super) fn show<A: Show + Serialize>(&self, answer: &A) -> Result<()> {
        let text = if self.json {
            serde_json::to_string_pretty(answer)? + "\n"
        } else {
            let mut page = print::Page::default();
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
