//! What a window asks of its host, apart from the commands of the core: which workspace is open, who acts, and the
//! colour behind everything.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::Topic;
use super::types::See;

/// What a change answers: besides its answer, the entries it wrote.
#[derive(Debug, Serialize, TS)]
pub struct Reply {
    /// The command's answer.
    #[ts(type = "unknown")]
    pub answer: Value,
    /// The first entry written; the same as `to` where none was.
    pub from: u64,
    /// The entry behind the last written.
    pub to: u64,
}

/// Where a window stands before any workspace is open.
#[derive(Debug, Serialize, TS)]
pub struct Start {
    /// The folder that is open.
    pub open: Option<String>,
    /// Folders of workspaces that are still there, the last first.
    pub recent: Vec<String>,
    /// Where a new workspace would be put.
    pub home: String,
    /// The program's version.
    pub version: String,
}

/// Says where the window stands.
#[derive(Debug, Deserialize, TS)]
pub struct HostStart {}

/// Opens a workspace that is there.
#[derive(Debug, Deserialize, TS)]
pub struct HostOpen {
    /// Its folder: one the user chose, or one of the recent ones.
    pub folder: PathBuf,
}

/// Makes a workspace and opens it.
#[derive(Debug, Deserialize, TS)]
pub struct HostCreate {
    /// A new or empty folder; the proposed one where none is given.
    pub folder: Option<PathBuf>,
    /// The organisation.
    pub organisation: String,
    /// Standards.
    pub standards: Vec<String>,
}

/// Makes the sample organisation and opens it; where it is there already, opens it.
#[derive(Debug, Deserialize, TS)]
pub struct HostDemo {}

/// Closes the workspace.
#[derive(Debug, Deserialize, TS)]
pub struct HostClose {}

/// Remembers the colour behind everything, on which the next window begins: none flashes white at night.
#[derive(Debug, Deserialize, TS)]
pub struct HostKeepGround {
    /// Red, green, blue.
    pub ground: [u8; 3],
}

/// Says in whose name the window writes.
#[derive(Debug, Deserialize, TS)]
pub struct HostActAs {
    /// E-mail address of a person enrolled.
    pub email: String,
}

pub(super) fn each_type(see: &mut impl See) {
    see.command::<HostStart, Start>("host_start", &[]);
    see.command::<HostOpen, Start>("host_open", &[Topic::All]);
    see.command::<HostCreate, Start>("host_create", &[Topic::All]);
    see.command::<HostDemo, Start>("host_demo", &[Topic::All]);
    see.command::<HostClose, Start>("host_close", &[Topic::All]);
    see.command::<HostKeepGround, Start>("host_keep_ground", &[]);
    see.command::<HostActAs, Start>("host_act_as", &[Topic::All]);
}
