//! A sample organisation.
use crate::day::Day;
use crate::error::Result;
use crate::workspace::Workspace;
/// Fills a workspace.
pub fn fill(_workspace: &mut Workspace, _today: Day) -> Result<()> { Ok(()) }
