//! Other programs that read files, and which file was read by which.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands, refusals};
use crate::error::Result;
use crate::extract::{self, Engine, Unsearchable};

commands! { EngineList, EngineSet, FileReading }

/// Lists the programs that are known, found or not.
#[derive(Debug, Deserialize, TS)]
pub struct EngineList {}

/// The programs.
#[derive(Debug, Serialize, TS)]
pub struct Engines {
    /// Each, in their order.
    pub engines: Vec<Engine>,
}

impl Command for EngineList {
    type Answer = Engines;
    const NAME: &'static str = "engine_list";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        Ok(Engines { engines: extract::engines(session.config(), &session.here().contained)? })
    }
}

/// Switches a program on this machine, or says in which languages pictures are read. No entry says so.
#[derive(Debug, Deserialize, TS)]
pub struct EngineSet {
    /// Its name.
    #[serde(default)]
    pub name: Option<String>,
    /// Whether it may be asked.
    #[serde(default)]
    pub on: bool,
    /// Languages as `deu+eng`.
    #[serde(default)]
    pub languages: Option<String>,
}

impl Command for EngineSet {
    type Answer = Engines;
    const NAME: &'static str = "engine_set";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (config, contained) = (session.config().to_owned(), session.here().contained.clone());
        let known = extract::engines(&config, &contained)?;
        if let Some(name) = self.name.as_ref().filter(|name| !known.iter().any(|engine| engine.name == **name)) {
            let known = known.iter().map(|engine| engine.name.as_str()).collect::<Vec<_>>().join(", ");
            return Err(refusals::engine_unknown(name, known));
        }
        if let Some(text) = self.languages.as_deref().filter(|text| !extract::languages_fit(text)) {
            return Err(refusals::engine_languages_unreadable(text));
        }
        extract::switch(&config, self.name.as_deref().map(|name| (name, self.on)), self.languages.as_deref())?;
        extract::equip(&config, &contained)?;
        EngineList {}.run(session)
    }
}

/// Asks how a stored file was read.
#[derive(Debug, Deserialize, TS)]
pub struct FileReading {
    /// Its content hash.
    pub digest: String,
}

/// How it was read.
#[derive(Debug, Serialize, TS)]
pub struct FileWasRead {
    /// Why it could not be read, or not wholly.
    pub problem: Option<Unsearchable>,
    /// The other program that read it, with its version.
    pub engine: Option<String>,
}

impl Command for FileReading {
    type Answer = Option<FileWasRead>;
    const NAME: &'static str = "file_reading";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let read = session.text_cache()?.read_by(&self.digest.parse()?)?;
        Ok(read.map(|(problem, engine)| FileWasRead { problem, engine }))
    }
}
