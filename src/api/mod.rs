//! What any shell may call, declared once: each command is a request type with its answer and what it makes
//! stale. The terminal program, the window and the tests are its hosts.

mod audits;
mod clauses;
mod coverage;
mod documents;
mod filing;
mod import;
mod info;
mod ledger;
mod mapping;
mod packs;
mod people;
mod preview;
mod records;
mod registers;
mod reviews;
mod search;
mod session;
mod standards;
mod systems;
mod types;
mod undo;
mod workspace;

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use crate::error::{Code, Error, Result};

pub use audits::*;
pub use clauses::*;
pub use coverage::*;
pub use documents::*;
pub use filing::*;
pub use import::*;
pub use info::*;
pub use ledger::*;
pub use mapping::*;
pub use packs::*;
pub use people::*;
pub use preview::*;
pub use records::*;
pub use registers::*;
pub use reviews::*;
pub use search::*;
pub use session::{Progress, Session, Step, View};
pub use standards::*;
pub use systems::*;
pub use types::Types;
pub use undo::*;
pub use workspace::*;

/// What a command's answer was read from, and so what a change makes stale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Everything, after an import or a rebuild.
    All,
    /// People.
    People,
    /// Organisation, systems and scopes.
    Systems,
    /// Documents and revisions.
    Documents,
    /// Records.
    Records,
    /// Mappings and proposals.
    Mapping,
    /// Coverage.
    Coverage,
    /// Reviews and due dates.
    Reviews,
    /// Audits.
    Audits,
    /// Issued packs.
    Packs,
    /// The ledger itself.
    Ledger,
}

/// A request with its answer.
pub trait Command: DeserializeOwned + TS + 'static {
    /// What comes back.
    type Answer: Serialize + TS + 'static;
    /// Its name in every shell.
    const NAME: &'static str;
    /// What it changes; empty for a question.
    const CHANGES: &'static [Topic];

    /// The files and folders it names: a shell lets only those through that the user chose.
    fn paths(&self) -> Vec<&Path> {
        Vec::new()
    }

    /// Does it.
    fn run(self, session: &mut Session) -> Result<Self::Answer>;
}

macro_rules! commands {
    ($($command:ty,)+) => {
        /// Every command: its name and what it changes.
        pub const TABLE: &[(&str, &[Topic])] = &[$((<$command>::NAME, <$command>::CHANGES),)+];

        /// Calls a command by name, request and answer as JSON: the way of shells in other languages. `allow` is
        /// asked about every file and folder that the request names.
        pub fn call(
            session: &mut Session,
            name: &str,
            request: serde_json::Value,
            allow: &dyn Fn(&Path) -> Result<()>,
        ) -> Result<serde_json::Value> {
            $(if name == <$command>::NAME {
                let request: $command = read(name, request)?;
                request.paths().into_iter().try_for_each(allow)?;
                return Ok(serde_json::to_value(request.run(session)?)?);
            })+
            Err(no_command(name))
        }

        /// Collects every command's request and answer.
        fn each_type(types: &mut Types) {
            $(types.command::<$command, <$command as Command>::Answer>(<$command>::NAME, <$command>::CHANGES);)+
        }
    };
}

/// Reads a request; `name` is said where it cannot be read.
pub(crate) fn read<T: DeserializeOwned>(name: &str, request: serde_json::Value) -> Result<T> {
    serde_json::from_value(request).map_err(|cause| {
        Error::new(
            Code::InvalidValue,
            format!("The request for {name} cannot be read: {cause}"),
            "The shell and the core do not fit together; install both from one version.",
        )
    })
}

/// What is answered to a name that is none of a command.
pub(crate) fn no_command(name: &str) -> Error {
    Error::new(Code::NotFound, format!("There is no command {name}"), "See `clausebook --help`.")
}

commands! {
    Init, MakeDemo, Rebuild,
    StandardList, StandardShow, ClauseShow, Correlate, Terms,
    PersonAdd, PersonList,
    SystemList, SystemAdd, SystemState, ScopeList, ScopeAdd, ScopeSet, ScopeCompare, ScopeRecheck, ScopeQuestions, ScopeAnswerGive,
    DocumentAdd, DocumentRevise, DocumentApprove, DocumentReview, DocumentList, DocumentShow,
    RecordAdd, RecordList, RecordShow,
    Map, Unmap, ProposalList, ProposalAccept, ProposalDecline,
    CoverageShow, ReviewList, ReviewDays, ReviewPage, ReviewCalendar, Search,
    AuditAdd, AuditList, AuditShow,
    PackBuild, PackList, PackVerify,
    Import,
    DocumentRegister, RecordRegister, RegisterCounts, DocumentSetReview,
    FileProbe, DropSort, ProposeFor, FileItems, FilePreview, MapMany,
    ConcordanceShow, CoverageColumns, ClauseOpen, TodayShow, WorkspaceInfo, Pulse, PackPreview, Undo,
    Verify, LedgerLog, LedgerCheckpoint, LedgerProof, LedgerConsistency,
}
