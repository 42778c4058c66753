//! Who may give a command: each declares it beside its request.

use super::session::Session;
use crate::error::Result;
use crate::people::{self, Duty};

/// Who may give a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Anyone: what a login files is filed under its name.
    Anyone,
    /// A person who is enrolled, and whose part it is.
    Person(Duty),
    /// As long as nobody is enrolled, anyone; then a person whose part it is.
    PersonOnceEnrolled(Duty),
    /// Anyone, until somebody who is there manages; then a person who does.
    AnyoneUntilManaged,
    /// The same, and a login as long as nobody has a key.
    AnyoneUntilKeys,
    /// As [`Who::AnyoneUntilManaged`], and everyone for themselves: the command knows whose it is.
    Themselves,
}

impl Who {
    /// Lets whoever acts in a session give the command, or refuses it.
    pub(super) fn admit(self, session: &mut Session) -> Result<()> {
        // What anyone may do is not held up by a workspace that cannot be opened: a check of it, for one.
        if self == Who::Anyone {
            return Ok(());
        }
        let workspace = session.workspace()?;
        match self {
            Who::Person(duty) => people::on_duty(workspace.db(), workspace.actor(), duty).map(drop),
            Who::PersonOnceEnrolled(duty) => {
                if people::anyone(workspace.db())? {
                    people::on_duty(workspace.db(), workspace.actor(), duty)?;
                }
                Ok(())
            }
            Who::AnyoneUntilKeys => people::may_add(workspace.db(), workspace.actor()),
            Who::AnyoneUntilManaged => people::may_enrol(workspace.db(), workspace.actor()),
            Who::Anyone | Who::Themselves => {
                if people::by_email(workspace.db(), workspace.actor())?.is_none() {
                    people::may_enrol(workspace.db(), workspace.actor())?;
                }
                Ok(())
            }
        }
    }
}
