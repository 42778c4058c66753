//! Making, filling and rebuilding a workspace, as commands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Step, Topic, commands};
use crate::day::Zone;
use crate::demo;
use crate::error::{Code, Result};
use crate::rebuild;
use crate::standards::EditionId;
use crate::systems::{self, NewOrganisation};
use crate::workspace::Standing;

commands! { Init, MakeDemo, Rebuild }

/// A workspace.
#[derive(Debug, Serialize, TS)]
pub struct WorkspaceMade {
    /// Its folder.
    pub folder: String,
    /// Its identity.
    pub id: uuid::Uuid,
    /// The organisation.
    pub organisation: String,
    /// Its time zone.
    pub time_zone: Zone,
    /// The editions it holds.
    pub standards: Vec<EditionId>,
}

/// Makes a workspace.
#[derive(Debug, Deserialize, TS)]
pub struct Init {
    /// The organisation.
    pub organisation: String,
    /// Standards; the guidance's own editions where none is given.
    #[serde(default)]
    pub standards: Vec<String>,
    /// Its time zone; the machine's where none is given.
    #[serde(default)]
    pub time_zone: Option<Zone>,
}

impl Command for Init {
    type Answer = WorkspaceMade;
    const NAME: &'static str = "init";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        // What is refused is refused before the folder is made.
        let zone = self.time_zone.unwrap_or(session.here().zone);
        let new = NewOrganisation::new(&self.organisation, &self.standards, zone)?;
        let workspace = rebuild::create_workspace(session.folder(), session.config())?;
        session.adopt(workspace)?.transact(|tx| systems::set_up(tx, &new))?;
        made(session)
    }
}

/// Makes a sample organisation.
#[derive(Debug, Deserialize, TS)]
pub struct MakeDemo {}

impl Command for MakeDemo {
    type Answer = WorkspaceMade;
    const NAME: &'static str = "demo";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let workspace = rebuild::create_workspace(session.folder(), session.config())?;
        let here = session.here().clone();
        demo::fill(session.adopt(workspace)?, here.zone, here.zone.day(here.clock.now()))?;
        made(session)
    }
}

fn made(session: &mut Session) -> Result<WorkspaceMade> {
    let workspace = session.workspace()?;
    Ok(WorkspaceMade {
        folder: workspace.root().display().to_string(),
        id: workspace.id(),
        organisation: systems::organisation(workspace.db())?,
        time_zone: workspace.zone()?,
        standards: systems::editions_held(workspace.db())?,
    })
}

/// Empties all tables and fills them again from the ledger.
#[derive(Debug, Deserialize, TS)]
pub struct Rebuild {}

/// What a rebuild did.
#[derive(Debug, Serialize, TS)]
pub struct Rebuilt {
    /// How many entries were applied.
    pub entries: u64,
    /// How the folder stands: a rebuild makes nothing right in the ledger.
    pub standing: Standing,
    /// Whether it called itself by another identity than its entries say, which was put right.
    pub identity_put_right: bool,
}

impl Command for Rebuild {
    type Answer = Rebuilt;
    const NAME: &'static str = "rebuild";
    const EFFECT: Effect = Effect::Writes;

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let steps = session.steps(Step::Rebuilding);
        let mut identity_put_right = false;
        let entries = match session.workspace() {
            Ok(workspace) => {
                let called = workspace.id();
                let entries = workspace.rebuild(&steps)?;
                identity_put_right = workspace.id() != called;
                entries
            }
            // What cannot be opened for its tables, or for the version that they name, is opened by filling them again.
            Err(e) if matches!(e.code(), Code::WorkspaceDamaged | Code::WorkspaceNewer) => {
                let (workspace, entries) = rebuild::refill_workspace(session.folder(), session.config(), &steps)?;
                session.adopt(workspace)?;
                entries
            }
            Err(e) => return Err(e),
        };
        for topic in Topic::ALL {
            session.make_stale(*topic);
        }
        let standing = session.workspace()?.standing()?;
        Ok(Rebuilt { entries, standing, identity_put_right })
    }
}
