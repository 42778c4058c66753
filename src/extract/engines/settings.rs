//! How programs are switched, in the user's own configuration: they are this machine's, not the organisation's.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::saved::{change_private, read_private};

const FILE: &str = "engines.json";

/// What is set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Settings {
    /// The programs that are switched off.
    pub(super) off: BTreeSet<String>,
    /// Languages of pictures.
    pub(super) languages: String,
    /// How often each was switched on: what it failed at is tried again then.
    pub(super) again: BTreeMap<String, u32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { off: BTreeSet::new(), languages: String::from("eng"), again: BTreeMap::new() }
    }
}

/// Reads it; damaged it is refused, since a program that was switched off must not be asked again.
pub(super) fn read(config: &Path) -> Result<Settings> {
    read_private(&config.join(FILE))
}

/// Whether a text names languages as the program takes them: `deu+eng`.
pub fn languages_fit(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    text.split('+').all(part)
}

/// Switches a program, and says in which languages pictures are read; what is not given stays.
pub fn switch(config: &Path, engine: Option<(&str, bool)>, languages: Option<&str>) -> Result<()> {
    change_private(&config.join(FILE), |set: &mut Settings| {
        match engine {
            Some((name, true)) => {
                set.off.remove(name);
                *set.again.entry(name.to_owned()).or_default() += 1;
            }
            Some((name, false)) => drop(set.off.insert(name.to_owned())),
            None => {}
        }
        if let Some(languages) = languages {
            languages.clone_into(&mut set.languages);
        }
        Ok(())
    })
}
