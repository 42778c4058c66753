//! Other programs that read files, and which file was read by which.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands, refusals};
use crate::error::Result;
use crate::extract::{self, Engine};
use crate::search::WasRead;

commands! { EngineList, EngineSet, FileReading }

/// Lists the programs that are known, found or not.
#[derive(Debug, Deserialize, TS)]
pub struct EngineList {}

/// The programs.
#[derive(Debug, Serialize, TS)]
pub struct Engines {
    /// Each, in their order.
    pub engines: Vec<Engine>,
    /// The languages in which pictures can be read here; empty where the program that reads them is not there.
    pub languages: Vec<String>,
    /// Those that are wanted and not there: no picture is read before they are.
    pub missing: Vec<String>,
}

impl Command for EngineList {
    type Answer = Engines;
    const NAME: &'static str = "engine_list";
    const EFFECT: Effect = Effect::Reads(&[]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let (config, contained) = (session.config().to_owned(), session.here().contained.clone());
        let engines = extract::engines(&config, &contained)?;
        let languages = extract::languages(&config, &contained)?.unwrap_or_default();
        let wanted = engines.iter().map(|engine| engine.languages.as_str()).find(|wanted| !wanted.is_empty());
        let missing =
            wanted.filter(|_| !languages.is_empty()).map(|wanted| extract::languages_missing(wanted, &languages));
        Ok(Engines { engines, languages, missing: missing.unwrap_or_default() })
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
        if let (Some(text), Some(there)) = (self.languages.as_deref(), extract::languages(&config, &contained)?) {
            let missing = extract::languages_missing(text, &there);
            if !missing.is_empty() {
                return Err(refusals::engine_languages_missing(
                    missing.join(", "),
                    there.join(", "),
                    package(&missing[0]),
                ));
            }
        }
        extract::switch(&config, self.name.as_deref().map(|name| (name, self.on)), self.languages.as_deref())?;
        extract::equip(&config, &contained)?;
        EngineList {}.run(session)
    }
}

/// What a language is called where programs are packed: `tesseract-ocr-chi-sim`.
fn package(language: &str) -> String {
    format!("tesseract-ocr-{}", language.replace('_', "-").to_lowercase())
}

/// Asks how a stored file was read.
#[derive(Debug, Deserialize, TS)]
pub struct FileReading {
    /// Its content hash.
    pub digest: String,
}

impl Command for FileReading {
    type Answer = Option<WasRead>;
    const NAME: &'static str = "file_reading";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        session.text_cache()?.reading(&self.digest.parse()?)
    }
}
