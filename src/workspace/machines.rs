//! The machines' keys, known by events: which machine signs with which key since which entry, and which enrolled key vouched
//! for it. Whoever checks the ledger trusts no key that an entry of it does not enrol.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::refusals;
use super::tx::Meaning;
use crate::day::Day;
use crate::error::Result;
use crate::ledger::{Stamp, VerifierKey};
use crate::signing::SigningKey;

/// The tables.
pub const SCHEMA: &str = include_str!("../../schema/projections/machines.sql");

/// That an enrolled key stands for a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vouched {
    /// The key that stands for it, as a verifier key.
    pub by: String,
    /// Its plain Ed25519 signature over [`vouched_text`], in hexadecimal.
    pub signature: String,
}

/// An event about a machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data")]
pub enum MachineEvent {
    /// From here on this key may sign the ledger.
    #[serde(rename = "machine.key_enrolled")]
    KeyEnrolled {
        /// The machine.
        site: Uuid,
        /// Its key, as a verifier key of signed notes.
        key: String,
        /// Which enrolled key stands for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        vouched: Option<Vouched>,
        /// Why none does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
}

/// What an enrolled key signs to stand for another: fixed lines, so that the signature can mean nothing else.
pub fn vouched_text(workspace: Uuid, site: Uuid, key: &str) -> String {
    format!("clausebook/voucher@v1\n{workspace}\n{site}\n{key}\n")
}

/// What one machine hands to another: its name and its key, in one word.
pub(super) fn request(site: Uuid, key: &VerifierKey) -> String {
    format!("{site}:{key}")
}

/// The voucher for such a request, in one word.
pub(super) fn vouch(workspace: Uuid, request: &str, by: &VerifierKey, signer: &SigningKey) -> Result<String> {
    let (site, key) = request.trim().split_once(':').ok_or_else(refusals::machine_key_unreadable)?;
    let site = Uuid::parse_str(site).map_err(|_| refusals::machine_key_unreadable())?;
    let key: VerifierKey = key.parse().map_err(|_| refusals::machine_key_unreadable())?;
    if key.name() != by.name() {
        return Err(refusals::machine_key_elsewhere(key.name()));
    }
    let signature = hex::encode(signer.sign(vouched_text(workspace, site, &key.to_string()).as_bytes()));
    Ok(format!("voucher:{signature}:{by}"))
}

/// Reads a voucher and checks that it stands for this key, by a key that is enrolled.
pub(super) fn read_voucher(
    db: &Connection,
    workspace: Uuid,
    site: Uuid,
    key: &VerifierKey,
    line: &str,
) -> Result<Vouched> {
    let mut parts = line.trim().splitn(3, ':');
    let (Some("voucher"), Some(signature), Some(by)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(refusals::voucher_unusable());
    };
    let by: VerifierKey = by.parse().map_err(|_| refusals::voucher_unusable())?;
    let text = vouched_text(workspace, site, &key.to_string());
    let good = hex::decode(signature).is_ok_and(|bytes| by.verifies(text.as_bytes(), &bytes));
    if !good || by == *key {
        return Err(refusals::voucher_unusable());
    }
    if !enrolled(db, &by)? {
        return Err(refusals::voucher_by_unknown_key(by.signer()));
    }
    Ok(Vouched { by: by.to_string(), signature: signature.to_owned() })
}

/// Whether a key is enrolled.
pub(super) fn enrolled(db: &Connection, key: &VerifierKey) -> Result<bool> {
    let mut find = db.prepare_cached("SELECT 1 FROM machine_key WHERE key = ?1 LIMIT 1")?;
    Ok(find.exists([key.to_string()])?)
}

/// Whether somebody stands for an enrolled key, or it was said why nobody does; so it is of the first, which nobody can stand for.
pub(super) fn answered(db: &Connection, key: &VerifierKey) -> Result<bool> {
    let mut find = db.prepare_cached(
        "SELECT 1 FROM machine_key WHERE key = ?1
         AND (voucher IS NOT NULL OR reason IS NOT NULL OR entry = (SELECT min(entry) FROM machine_key)) LIMIT 1",
    )?;
    Ok(find.exists([key.to_string()])?)
}

/// A machine's key as it was enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MachineKey {
    /// The entry that enrols it.
    pub entry: u64,
    /// The day of that entry.
    pub day: Day,
    /// The machine.
    pub site: Uuid,
    /// The key, as a verifier key of signed notes.
    pub key: String,
    /// Its fingerprint, as a check of a pack says it.
    pub fingerprint: String,
    /// The enrolled key that stands for it.
    pub voucher: Option<String>,
    /// Why none does.
    pub reason: Option<String>,
}

/// Every enrolment, in order.
pub fn machine_keys(db: &Connection) -> Result<Vec<MachineKey>> {
    let mut all = db.prepare_cached("SELECT entry, key, site, day, voucher, reason FROM machine_key ORDER BY entry")?;
    let rows = all.query_map([], |r| {
        let key: String = r.get(1)?;
        Ok(MachineKey {
            entry: r.get(0)?,
            fingerprint: key.parse::<VerifierKey>().map(|key| key.fingerprint()).unwrap_or_default(),
            key,
            site: Uuid::from_bytes(r.get(2)?),
            day: r.get(3)?,
            voucher: r.get(4)?,
            reason: r.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The entries before `before` that enrol keys: whoever checks signatures needs them.
pub fn enrolments(db: &Connection, before: u64) -> Result<Vec<u64>> {
    let mut all = db.prepare_cached("SELECT entry FROM machine_key WHERE entry < ?1 ORDER BY entry")?;
    Ok(all.query_map([before], |r| r.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The enrolled key that a note names as its first signer; none where that is not enrolled.
pub fn signed_with(db: &Connection, note: &str) -> Result<Option<String>> {
    let Ok(signer) = crate::ledger::signer(note) else { return Ok(None) };
    let mut find = db.prepare_cached("SELECT key FROM machine_key WHERE key LIKE '%+' || ?1 || '+%' LIMIT 1")?;
    Ok(find.query_row([signer], |r| r.get(0)).optional()?)
}

impl Meaning for MachineEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        let MachineEvent::KeyEnrolled { site, key, vouched, reason } = self;
        let voucher = vouched.as_ref().map(|v| &v.by);
        db.prepare_cached(
            "INSERT INTO machine_key (entry, key, site, day, voucher, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![stamp.seq, key, site.as_bytes(), stamp.day, voucher, reason])?;
        Ok(())
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(Vec::new())
    }

    fn about(&self, _db: &Connection) -> Result<String> {
        let MachineEvent::KeyEnrolled { key, .. } = self;
        Ok(key.parse::<VerifierKey>().map(|key| key.signer()).unwrap_or_default())
    }
}
