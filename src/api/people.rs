//! People, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::error::Result;
use crate::people::{self, Person, Role};

commands! { PersonAdd, PersonList }

/// Enrols a person.
#[derive(Debug, Deserialize, TS)]
pub struct PersonAdd {
    /// Name or role title.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// OpenSSH public key line.
    #[serde(default)]
    pub key: Option<String>,
}

impl Command for PersonAdd {
    type Answer = Option<Person>;
    const NAME: &'static str = "person_add";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::enrol(tx, &self.name, &self.email, self.role, self.key))?;
        people::by_email(workspace.db(), &self.email)
    }
}

/// Lists everyone.
#[derive(Debug, Deserialize, TS)]
pub struct PersonList {}

impl Command for PersonList {
    type Answer = Vec<Person>;
    const NAME: &'static str = "person_list";
    const EFFECT: Effect = Effect::Reads(&[Topic::People]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        people::list(session.workspace()?.db())
    }
}
