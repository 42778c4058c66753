//! Questions about statements.

use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::model::{Meant, NAMESPACE, Subject};
use super::refusals;
use super::text::Text;
use crate::day::Day;
use crate::digest::Digest;
use crate::error::Result;
use crate::ids::{PersonId, RevisionId, StatementId};
use crate::items::ItemId;
use crate::people::keys;
use crate::signing::PublicKey;

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Statement {
    /// Identifier.
    pub id: StatementId,
    /// Number of its entry in the ledger.
    #[ts(type = "number")]
    pub seq: u64,
    /// Code of the document or record, as it was then.
    pub code: String,
    /// Documents: label of the revision.
    pub label: String,
    /// Documents: the revision.
    pub revision: Option<RevisionId>,
    /// Hashes of its files.
    pub files: Vec<Digest>,
    /// What is said.
    pub meaning: Meant,
    /// Why.
    pub reason: String,
    /// When.
    pub day: Day,
    /// Approved: first day in force.
    pub effective: Option<Day>,
    /// Who said it.
    pub signer: PersonId,
    /// Their name today.
    pub name: String,
    /// Their e-mail address then.
    pub email: String,
    /// E-mail address of whom they stood in for; empty where for nobody.
    #[serde(rename = "for")]
    pub instead_of: String,
    /// OpenSSH public key line of the key that signed; none where it is unsigned.
    pub key: Option<String>,
    /// Its fingerprint.
    pub fingerprint: Option<String>,
    /// The signature, armoured.
    pub signature: Option<String>,
    /// What it is about.
    #[serde(skip)]
    pub item: ItemId,
}

/// How far a statement is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "StatementProof")]
pub enum Proof {
    /// Signed, by a key that spoke for its person that day.
    Signed,
    /// Nobody signed it.
    Unsigned,
    /// The signature is not that key's over this text.
    Broken,
    /// The key did not speak for that person on that day.
    KeyNotTheirs,
}

const SELECT: &str =
    "SELECT s.id, s.seq, s.item, s.kind, s.code, s.label, s.revision, s.files, s.meaning, s.reason, s.day,
        s.effective, s.signer, p.name, s.email, s.instead_of, s.key, s.signature
     FROM statement s JOIN person p ON p.id = s.signer";

fn read(row: &Row<'_>) -> rusqlite::Result<Statement> {
    let files: String = row.get("files")?;
    let key: Option<String> = row.get("key")?;
    let fingerprint = key.as_deref().and_then(|line| PublicKey::from_openssh(line).ok()).map(|key| key.fingerprint());
    Ok(Statement {
        id: row.get("id")?,
        seq: row.get("seq")?,
        item: ItemId::from_parts(row.get("kind")?, row.get("item")?),
        code: row.get("code")?,
        label: row.get("label")?,
        revision: row.get("revision")?,
        files: serde_json::from_str(&files).unwrap_or_default(),
        meaning: row.get("meaning")?,
        reason: row.get("reason")?,
        day: row.get("day")?,
        effective: row.get("effective")?,
        signer: row.get("signer")?,
        name: row.get("name")?,
        email: row.get("email")?,
        instead_of: row.get("instead_of")?,
        key,
        fingerprint,
        signature: row.get("signature")?,
    })
}

/// All there are, oldest first.
pub fn all(db: &Connection) -> Result<Vec<Statement>> {
    let sql = format!("{SELECT} ORDER BY s.seq");
    Ok(db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// All statements about a document or a record, oldest first.
pub fn about(db: &Connection, item: ItemId) -> Result<Vec<Statement>> {
    let sql = format!("{SELECT} WHERE s.item = ?1 ORDER BY s.seq");
    Ok(db.prepare_cached(&sql)?.query_map([item.uuid().as_bytes()], read)?.collect::<rusqlite::Result<_>>()?)
}

/// One statement.
///
/// # Errors
/// `not_found`.
pub fn one(db: &Connection, id: StatementId) -> Result<Statement> {
    let sql = format!("{SELECT} WHERE s.id = ?1");
    db.prepare_cached(&sql)?.query_row([id], read).optional()?.ok_or_else(|| refusals::statement_not_found(id))
}

impl Statement {
    /// The text that it stands by, byte for byte as it was signed.
    pub fn text(&self, workspace: Uuid) -> String {
        let subject = Subject {
            item: self.item,
            code: self.code.clone(),
            revision: self.revision,
            label: self.label.clone(),
            files: self.files.clone(),
        };
        Text {
            workspace,
            subject: &subject,
            meaning: self.meaning,
            reason: &self.reason,
            day: self.day,
            effective: self.effective,
            email: &self.email,
            instead_of: &self.instead_of,
        }
        .written()
    }

    /// How far it is proven: whether the signature is right, and the key was the person's that day.
    pub fn proof(&self, db: &Connection, workspace: Uuid) -> Result<Proof> {
        let (Some(line), Some(signature)) = (&self.key, &self.signature) else { return Ok(Proof::Unsigned) };
        let Ok(key) = PublicKey::from_openssh(line) else { return Ok(Proof::Broken) };
        if !key.verifies_openssh(NAMESPACE, self.text(workspace).as_bytes(), signature) {
            return Ok(Proof::Broken);
        }
        Ok(if self.spoke(db, &key)? { Proof::Signed } else { Proof::KeyNotTheirs })
    }

    fn spoke(&self, db: &Connection, key: &PublicKey) -> Result<bool> {
        Ok(keys::all(db, self.signer)?.iter().any(|k| keys::same(&k.key, key) && k.spoke(self.day, self.seq)))
    }

    /// Whether its key was retired later for the day on which it signed.
    pub fn key_retired_for(&self, db: &Connection) -> Result<bool> {
        let key = self.key.as_deref().and_then(|line| PublicKey::from_openssh(line).ok());
        let Some(key) = key else { return Ok(false) };
        let theirs = keys::all(db, self.signer)?.iter().any(|k| keys::same(&k.key, &key));
        Ok(theirs && !self.spoke(db, &key)?)
    }
}
