//! One entry: the envelope around an event. Its bytes are JSON with fixed keys in a fixed order, and they are
//! stored exactly as they were hashed, so they never have to be written again the same way.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::refusals;
use crate::day::{Day, Zone};
use crate::error::Result;

/// What a projection may know of an entry besides its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Position in the ledger, from 0.
    pub seq: u64,
    /// Identifier.
    pub id: Uuid,
    /// UTC, milliseconds since 1970.
    pub at: i64,
    /// The day it belongs to, by the time zone in force at it.
    pub day: Day,
    /// Who wrote it.
    pub actor: String,
}

/// An entry, read from its bytes.
#[derive(Debug, Serialize, Deserialize)]
pub struct Entry<'a> {
    /// Form of the envelope.
    pub v: u32,
    /// Position in the ledger, from 0.
    pub seq: u64,
    /// Identifier, UUID v7.
    pub id: Uuid,
    /// The machine that wrote it.
    pub site: Uuid,
    /// UTC, milliseconds since 1970.
    pub at: i64,
    /// Who wrote it: e-mail address or login.
    pub actor: String,
    /// 32 random bytes in hexadecimal: a hash in a proof tells nothing of an entry that is not shown.
    pub salt: &'a str,
    /// The event's own JSON.
    #[serde(borrow)]
    pub event: &'a RawValue,
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

    /// What a projection may know of it; its day counts by this time zone.
    pub fn stamp(&self, zone: Zone) -> Stamp {
        Stamp { seq: self.seq, id: self.id, at: self.at, day: zone.day(self.at), actor: self.actor.clone() }
    }

    /// The event's JSON.
    pub fn event(&self) -> &'a str {
        self.event.get()
    }
}
