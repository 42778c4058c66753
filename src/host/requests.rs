//! What a window asks of its host, apart from the commands of the core: which workspace is open, who acts, and the
//! colour behind everything.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::api::{self, Effect, Span, Topic, Types};
use crate::day::Zone;
use crate::error::Result;
use crate::people::Role;

/// What is answered to a request: besides its answer, what it wrote and what is to be asked again.
#[derive(Debug, Serialize, TS)]
pub struct Reply {
    /// The command's answer.
    #[ts(type = "unknown")]
    pub answer: Value,
    /// The entries it wrote, and no other program: what undoing it takes back.
    pub entries: Vec<Span>,
    /// The first of them, where one undo takes all that was written back.
    pub undo: Option<u64>,
    /// What became stale.
    pub stale: Vec<Topic>,
}

/// Where a window stands before any workspace is open.
#[derive(Debug, Serialize, TS)]
pub struct Start {
    /// The folder that is open.
    pub open: Option<String>,
    /// Whether nobody has said yet who works in it on this machine.
    pub who_is_open: bool,
    /// Folders of workspaces that are still there, the last first.
    pub recent: Vec<String>,
    /// Where a new workspace would be put.
    pub home: String,
    /// The machine's time zone: proposed to a new organisation.
    pub time_zone: Zone,
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
    /// Its time zone; the machine's where none is given.
    #[serde(default)]
    pub time_zone: Option<Zone>,
}

/// Makes the sample organisation and opens it; where it is there already, opens it.
#[derive(Debug, Deserialize, TS)]
pub struct HostDemo {}

/// Closes the workspace.
#[derive(Debug, Deserialize, TS)]
pub struct HostClose {}

/// Remembers the colour behind everything, on which the next window begins: none flashes white at night.
#[derive(Debug, Deserialize, TS)]
pub struct HostKeepBackground {
    /// Red, green, blue.
    pub background: [u8; 3],
}

/// Says in whose name the window writes. Somebody who is not enrolled yet is enrolled, where name and role are given.
#[derive(Debug, Deserialize, TS)]
pub struct HostActAs {
    /// E-mail address.
    pub email: String,
    /// Name or role title.
    #[serde(default)]
    pub name: Option<String>,
    /// Role.
    #[serde(default)]
    pub role: Option<Role>,
}

/// Goes on under the login; who works here is not asked again by itself.
#[derive(Debug, Deserialize, TS)]
pub struct HostActLater {}

macro_rules! requests {
    ($($variant:ident($request:ident) = $name:literal,)+) => {
        /// One of them.
        pub(super) enum Request {
            $(#[doc = $name] $variant($request),)+
        }

        impl Request {
            /// Reads it by its name.
            pub(super) fn read(name: &str, request: Value) -> Result<Self> {
                match name {
                    $($name => api::read(name, request).map(Self::$variant),)+
                    _ => Err(api::command_unknown(name)),
                }
            }
        }

        /// Collects their types.
        pub(super) fn each_type(types: &mut Types) {
            $(types.command::<$request, Start>($name, Effect::Writes);)+
        }
    };
}

requests! {
    Start(HostStart) = "host_start",
    Open(HostOpen) = "host_open",
    Create(HostCreate) = "host_create",
    Demo(HostDemo) = "host_demo",
    Close(HostClose) = "host_close",
    KeepBackground(HostKeepBackground) = "host_keep_background",
    ActAs(HostActAs) = "host_act_as",
    ActLater(HostActLater) = "host_act_later",
}
