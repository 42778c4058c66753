//! What filing would do to clauses, before anything is filed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, commands};
use crate::coverage::{self, ClauseChange};
use crate::digest::Digest;
use crate::error::Result;
use crate::filing::{self, FileItem};
use crate::standards::catalogue;
use crate::systems;

commands! { FileForetell }

/// Says how clauses stand, and how they would stand after something is filed that is not.
#[derive(Debug, Deserialize, TS)]
pub struct FileForetell {
    /// What would be filed.
    pub item: FileItem,
    /// SHA-256 of its content, as it was read when it was looked at.
    pub digest: Digest,
    /// The clauses that are asked about, whether it is mapped to them or not.
    pub references: Vec<String>,
}

/// How clauses stand before and after.
#[derive(Debug, Serialize, TS)]
pub struct FilingForetold {
    /// Whether it could be filed as it is; nothing is said of afterwards where not.
    pub ready: bool,
    /// Every clause that was asked about, and above those it is mapped to what stands differently.
    pub clauses: Vec<ClauseChange>,
}

impl Command for FileForetell {
    type Answer = FilingForetold;
    const NAME: &'static str = "file_foretell";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping, Topic::Reviews]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let today = session.today();
        let (item, digest) = (self.item, self.digest);
        session.workspace()?.try_out(|tx| {
            let held = systems::editions_held(tx.db())?;
            let asked = catalogue().references(&self.references, &held)?;
            let above = asked.iter().flat_map(|c| catalogue().ancestors(c)).map(|c| c.reference.clone());
            let concerned: Vec<_> = asked.iter().cloned().chain(above).collect();
            let before = coverage::standing(tx.db(), &concerned, today)?;
            let ready = filing::file_unread(tx, item, digest, &held)?;
            let after = coverage::standing(tx.db(), &concerned, today)?;
            Ok(FilingForetold { ready, clauses: coverage::changed(&asked, &before, &after) })
        })
    }
}
