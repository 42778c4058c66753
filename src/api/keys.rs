//! People's keys and absences, as commands.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::day::Day;
use crate::error::Result;
use crate::people::keys::{self, Key};
use crate::people::{self, Going, Person};
use crate::signing::Passphrase;
use crate::statements::public_of;

commands! { PersonKeyGenerate, PersonKeyEnrol, PersonKeyRetire, PersonKeys, PersonAway, PersonBack }

/// Makes a key for a person, keeps it on this machine under a passphrase, and enrols it.
#[derive(Debug, Deserialize, TS)]
pub struct PersonKeyGenerate {
    /// E-mail address.
    pub email: String,
    /// What unlocks it from now on.
    pub passphrase: Passphrase,
}

/// A person with a new key.
#[derive(Debug, Serialize, TS)]
pub struct PersonKeyed {
    /// The person.
    pub person: Option<Person>,
    /// Where the private key lies, where it was made here.
    pub file: Option<PathBuf>,
}

impl Command for PersonKeyGenerate {
    type Answer = PersonKeyed;
    const NAME: &'static str = "person_key_generate";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Themselves;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let places = session.keys();
        let workspace = session.workspace()?;
        // Nothing is made for somebody who may not have it.
        let person = people::who_acts(workspace.db(), self.email.trim())?;
        let (line, file) = places.generate(&person.email, &self.passphrase)?;
        if let Err(refused) = workspace.transact(|tx| people::enrol_key(tx, &person.email, &line)) {
            let _ = std::fs::remove_file(&file);
            return Err(refused);
        }
        Ok(PersonKeyed { person: people::by_email(workspace.db(), &self.email)?, file: Some(file) })
    }
}

/// Enrols a key of a person's own.
#[derive(Debug, Deserialize, TS)]
pub struct PersonKeyEnrol {
    /// E-mail address.
    pub email: String,
    /// The key file: private or public, of which only the public half is taken.
    pub file: PathBuf,
}

impl Command for PersonKeyEnrol {
    type Answer = PersonKeyed;
    const NAME: &'static str = "person_key_enrol";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Themselves;

    fn paths(&self) -> Vec<&Path> {
        vec![&self.file]
    }

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let line = public_of(&self.file)?.to_openssh()?;
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::enrol_key(tx, &self.email, &line))?;
        Ok(PersonKeyed { person: people::by_email(workspace.db(), &self.email)?, file: None })
    }
}

/// Says that a person's key speaks no more.
#[derive(Debug, Deserialize, TS)]
pub struct PersonKeyRetire {
    /// E-mail address.
    pub email: String,
    /// First day for which it does not; today where none is given.
    #[serde(default)]
    pub from: Option<Day>,
    /// Why.
    pub reason: String,
}

impl Command for PersonKeyRetire {
    type Answer = Option<Person>;
    const NAME: &'static str = "person_key_retire";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Themselves;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::retire_key(tx, &self.email, self.from, &self.reason))?;
        people::by_email(workspace.db(), &self.email)
    }
}

/// Shows all keys that a person had, the newest first.
#[derive(Debug, Deserialize, TS)]
pub struct PersonKeys {
    /// E-mail address.
    pub email: String,
}

impl Command for PersonKeys {
    type Answer = Vec<Key>;
    const NAME: &'static str = "person_keys";
    const EFFECT: Effect = Effect::Reads(&[Topic::People]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let db = session.workspace()?.db();
        let person = people::by_email(db, &self.email)?;
        person.map_or_else(|| Err(people::person_not_enrolled(&self.email)), |person| keys::all(db, person.id))
    }
}

/// Says that a person is away, and who decides for them.
#[derive(Debug, Deserialize, TS)]
#[ts(rename = "PersonAwayRequest")]
pub struct PersonAway {
    /// E-mail address.
    pub email: String,
    /// E-mail address of the deputy.
    #[serde(default)]
    pub deputy: Option<String>,
    /// First day.
    pub from: Day,
    /// Last day.
    pub until: Day,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

impl Command for PersonAway {
    type Answer = Option<Person>;
    const NAME: &'static str = "person_away";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Themselves;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        let going = Going { deputy: self.deputy.as_deref(), from: self.from, until: self.until, reason: &self.reason };
        workspace.transact(|tx| people::go_away(tx, &self.email, &going).map(drop))?;
        people::by_email(workspace.db(), &self.email)
    }
}

/// Says that a person is back, or not away after all.
#[derive(Debug, Deserialize, TS)]
pub struct PersonBack {
    /// E-mail address.
    pub email: String,
    /// Why.
    pub reason: String,
}

impl Command for PersonBack {
    type Answer = Option<Person>;
    const NAME: &'static str = "person_back";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::Themselves;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::come_back(tx, &self.email, &self.reason))?;
        people::by_email(workspace.db(), &self.email)
    }
}
