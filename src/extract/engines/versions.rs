//! Which versions the programs said they are: each is asked once, and again when its file is another one. Asking them all takes
//! a third of a second, which no search and no filing should wait for.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use crate::saved::{read_private, write_private};

const FILE: &str = "engine-versions.json";

/// What a program's file was when it was asked, and what it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    size: u64,
    /// Nanoseconds since 1970.
    modified: u128,
    version: String,
}

/// What was said, by where the programs lie; a file that cannot be read is as good as none, since they can be asked again.
pub(super) struct Versions {
    said: BTreeMap<String, Said>,
    changed: bool,
}

impl Versions {
    pub(super) fn read(config: &Path) -> Self {
        Self { said: read_private(&config.join(FILE)).unwrap_or_default(), changed: false }
    }

    /// The version of a program; `ask` asks it, where that is not known.
    pub(super) fn of(&mut self, program: &Path, ask: impl FnOnce() -> Option<String>) -> Option<String> {
        let file = std::fs::metadata(program).ok()?;
        let modified = file.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        let (place, size) = (program.display().to_string(), file.len());
        if let Some(known) = self.said.get(&place).filter(|said| said.size == size && said.modified == modified) {
            return Some(known.version.clone());
        }
        let version = ask()?;
        self.said.insert(place, Said { size, modified, version: version.clone() });
        self.changed = true;
        Some(version)
    }

    /// Keeps what was said. Where that cannot be written they are asked again the next time.
    pub(super) fn keep(&self, config: &Path) {
        if self.changed {
            let _ = write_private(&config.join(FILE), &self.said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_asked_once_and_again_when_it_is_another_one() {
        let config = tempfile::tempdir().unwrap();
        let program = config.path().join("reader");
        let asked = |said: &'static str| {
            let (mut versions, mut asked) = (Versions::read(config.path()), false);
            let version = versions.of(&program, || {
                asked = true;
                Some(said.to_owned())
            });
            versions.keep(config.path());
            (version, asked)
        };
        assert_eq!(asked("1.0"), (None, false), "it is not there");
        std::fs::write(&program, b"one").unwrap();
        assert_eq!(asked("1.0"), (Some(String::from("1.0")), true));
        assert_eq!(asked("2.0"), (Some(String::from("1.0")), false));
        std::fs::write(&program, b"another").unwrap();
        assert_eq!(asked("2.0"), (Some(String::from("2.0")), true));
        std::fs::write(config.path().join(FILE), b"no JSON").unwrap();
        assert_eq!(asked("2.0"), (Some(String::from("2.0")), true), "what cannot be read is as good as nothing");
    }
}
