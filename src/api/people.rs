//! People, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, Who, commands};
use crate::day::Day;
use crate::error::Result;
use crate::people::{self, Person, Role};

commands! { PersonAdd, PersonCorrect, PersonLeave, PersonList }

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
    const WHO: Who = Who::AnyoneUntilKeys;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::enrol(tx, &self.name, &self.email, self.role, self.key))?;
        people::by_email(workspace.db(), &self.email)
    }
}

/// Corrects what is known of a person.
#[derive(Debug, Deserialize, TS)]
pub struct PersonCorrect {
    /// E-mail address.
    pub email: String,
    /// Name or role title, where it changes.
    #[serde(default)]
    pub name: Option<String>,
    /// Role, where it changes.
    #[serde(default)]
    pub role: Option<Role>,
    /// Why.
    pub reason: String,
}

impl Command for PersonCorrect {
    type Answer = Option<Person>;
    const NAME: &'static str = "person_correct";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::AnyoneUntilManaged;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::correct(tx, &self.email, self.name.as_deref(), self.role, &self.reason))?;
        people::by_email(workspace.db(), &self.email)
    }
}

/// Says that a person leaves: from a day on they act no more.
#[derive(Debug, Deserialize, TS)]
pub struct PersonLeave {
    /// E-mail address.
    pub email: String,
    /// Why.
    pub reason: String,
    /// First day on which they are not there; today where none is given.
    #[serde(default)]
    pub on: Option<Day>,
    /// E-mail address of who takes over what they looked after.
    #[serde(default)]
    pub successor: Option<String>,
}

impl Command for PersonLeave {
    type Answer = Option<Person>;
    const NAME: &'static str = "person_leave";
    const EFFECT: Effect = Effect::Writes;
    const WHO: Who = Who::AnyoneUntilManaged;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = session.workspace()?;
        workspace.transact(|tx| people::leave(tx, &self.email, self.on, self.successor.as_deref(), &self.reason))?;
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
