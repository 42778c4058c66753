//! What was decided beside today's reference data: compared once for each version of the data.

use super::session::Session;
use crate::error::Result;
use crate::people::{self, Duty};
use crate::questions;
use crate::standards::data_version;

/// Under which name a workspace remembers the version of the data it was compared with last.
const COMPARED: &str = "data_compared";

impl Session {
    /// Asks what today's data say of the mappings and nobody decided on, where the workspace was not compared with these data
    /// yet. It is left to somebody who may decide: a check, or a reader's look, writes nothing. The answer is how many
    /// questions were asked.
    ///
    /// # Errors
    /// Those of opening the workspace.
    pub fn compare(&mut self) -> Result<usize> {
        let workspace = self.workspace()?;
        let data = data_version();
        if workspace.remembered(COMPARED)?.as_deref() == Some(data)
            || people::on_duty(workspace.db(), workspace.actor(), Duty::Decide).is_err()
        {
            return Ok(0);
        }
        let asked = workspace.transact(questions::ask_of_data)?;
        workspace.remember(COMPARED, data)?;
        Ok(asked)
    }
}
