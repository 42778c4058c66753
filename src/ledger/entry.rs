//! One entry: the envelope around an event. Its bytes are JSON with fixed keys in a fixed order, and they are
//! stored exactly as they were hashed, so they never have to be written again the same way.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::refusals;
use crate::day::Day;
use crate::error::Result;

/// What a projection may know of an entry besides its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Position in the ledger, from 0.
    pub seq: u64,
    /// Identifier.
    pub id: Uuid,
    /// The ledger's time for it: UTC, milliseconds since 1970, never earlier than that of the entry before.
    pub at: i64,
    /// The day it belongs to, by the time zone in force at it, or as a person said afterwards.
    pub day: Day,
    /// Who wrote it.
    pub actor: String,
}

/// An entry, read from its bytes. In the first form (`v` 1) they also hold its number and the ledger's own time; in the
/// second (`v` 2) its place is the leaf's place, and the time is what the clock said.
#[derive(Debug, Deserialize)]
pub struct Entry<'a> {
    /// Form of the envelope.
    pub v: u32,
    /// Identifier, UUID v7.
    pub id: Uuid,
    /// The machine that wrote it.
    pub site: Uuid,
    /// What that machine's clock said: UTC, milliseconds since 1970.
    #[serde(alias = "at")]
    pub said_at: i64,
    /// Who wrote it: e-mail address or login.
    pub actor: String,
    /// 32 random bytes in hexadecimal: a hash in a proof tells nothing of an entry that is not shown.
    pub salt: &'a str,
    /// The event's own JSON.
    #[serde(borrow)]
    pub event: &'a RawValue,
}

/// An entry of the second form, as it is written.
#[derive(Serialize)]
pub(super) struct NewEntry<'a> {
    pub(super) v: u32,
    pub(super) id: Uuid,
    pub(super) site: Uuid,
    pub(super) said_at: i64,
    pub(super) actor: &'a str,
    pub(super) salt: &'a str,
    pub(super) event: &'a RawValue,
}

/// The kind of an event given as JSON, which is always its first key: `document.approved`.
pub fn kind_of(event: &str) -> Option<&str> {
    event.strip_prefix("{\"kind\":\"")?.split_once('"').map(|(kind, _)| kind)
}

/// The room whose event it is: what stands before the dot of its kind.
pub fn room_of(event: &str) -> Option<&str> {
    kind_of(event)?.split_once('.').map(|(room, _)| room)
}

impl<'a> Entry<'a> {
    /// Reads an entry.
    ///
    /// # Errors
    /// `ledger_damaged` where the bytes are not an entry.
    pub fn parse(bytes: &'a [u8]) -> Result<Self> {
        serde_json::from_slice(bytes).map_err(|cause| refusals::ledger_damaged("entry_altered").caused_by(cause))
    }

    /// What a projection may know of it, at its place in the ledger.
    pub fn stamp(&self, seq: u64, at: i64, day: Day) -> Stamp {
        Stamp { seq, id: self.id, at, day, actor: self.actor.clone() }
    }

    /// The event's JSON.
    pub fn event(&self) -> &'a str {
        self.event.get()
    }
}
