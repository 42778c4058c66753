//! The versions there are.

use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::model::{SoaControl, label};
use super::refusals;
use super::text::Text;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{PersonId, StatementId};
use crate::signing::{PublicKey, allowed_signer};
use crate::standards::EditionId;
use crate::statements::NAMESPACE;
use crate::workspace::said_until;

/// A version of the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SoaVersion")]
pub struct Version {
    /// Identifier.
    pub id: StatementId,
    /// Position in the ledger.
    pub seq: u64,
    /// What it is called: `3`, `4 draft 1`.
    pub label: String,
    /// Its number.
    pub version: u32,
    /// Which draft of it; 0 for the version itself.
    pub draft: u32,
    /// When it was issued.
    pub day: Day,
    /// What it is for.
    pub reason: String,
    /// The organisation then.
    pub organisation: String,
    /// The scope in words then.
    pub scope: String,
    /// Who issued it.
    pub email: String,
    /// Fingerprint of the key that signed it; none where it is unsigned.
    pub fingerprint: Option<String>,
    /// How many controls it holds.
    pub controls: usize,
    /// How many of them apply.
    pub included: usize,
    /// How many do not.
    pub excluded: usize,
    /// How many are undecided, in a draft.
    pub undecided: usize,
    /// Who issued it.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) signer: PersonId,
    /// OpenSSH public key line.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) key: Option<String>,
    /// The signature.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) signature: Option<String>,
}

/// Every version of an edition's statement that was issued up to the day of the tables, the newest first.
pub fn versions(db: &Connection, edition: &EditionId) -> Result<Vec<Version>> {
    up_to(db, edition, said_until(db)?)
}

/// Every version that the tables know, whatever day they are asked for, the newest first.
pub fn issued(db: &Connection, edition: &EditionId) -> Result<Vec<Version>> {
    up_to(db, edition, Day::MAX)
}

fn up_to(db: &Connection, edition: &EditionId, day: Day) -> Result<Vec<Version>> {
    let mut found = db.prepare_cached(
        "SELECT id, seq, version, draft, day, reason, organisation, scope, controls, email, signer, key, signature
         FROM soa_version WHERE edition = ?1 AND day <= ?2 ORDER BY seq DESC",
    )?;
    let rows = found.query_map(params![edition.to_string(), day], |r| {
        let controls: String = r.get("controls")?;
        Ok((
            Version {
                id: r.get("id")?,
                seq: r.get("seq")?,
                label: label(r.get("version")?, r.get("draft")?),
                version: r.get("version")?,
                draft: r.get("draft")?,
                day: r.get("day")?,
                reason: r.get("reason")?,
                organisation: r.get("organisation")?,
                scope: r.get("scope")?,
                email: r.get("email")?,
                fingerprint: None,
                controls: 0,
                included: 0,
                excluded: 0,
                undecided: 0,
                signer: r.get("signer")?,
                key: r.get("key")?,
                signature: r.get("signature")?,
            },
            controls,
        ))
    })?;
    let mut out = Vec::new();
    for row in rows {
        let (mut version, controls) = row?;
        let controls: Vec<SoaControl> = serde_json::from_str(&controls)?;
        version.controls = controls.len();
        for control in &controls {
            match &control.decision {
                Some(decision) if decision.applies => version.included += 1,
                Some(_) => version.excluded += 1,
                None => version.undecided += 1,
            }
        }
        let key = version.key.as_deref().map(PublicKey::from_openssh).transpose()?;
        version.fingerprint = key.map(|key| key.fingerprint());
        out.push(version);
    }
    Ok(out)
}

/// The controls of a version.
pub fn controls_of(db: &Connection, id: StatementId) -> Result<Vec<SoaControl>> {
    let text: String =
        db.prepare_cached("SELECT controls FROM soa_version WHERE id = ?1")?.query_row([id], |r| r.get(0))?;
    Ok(serde_json::from_str(&text)?)
}

impl Version {
    /// Who issued it.
    pub fn signer(&self) -> PersonId {
        self.signer
    }

    /// Its signature.
    pub fn signature(&self) -> Option<&str> {
        self.signature.as_deref()
    }

    /// A line of `allowed_signers` for the key that signed it.
    pub fn allowed_signer(&self) -> Result<Option<String>> {
        let key = self.key.as_deref().map(PublicKey::from_openssh).transpose()?;
        key.map(|key| allowed_signer(&self.email, NAMESPACE, &key)).transpose()
    }

    /// A name for the file of its text.
    pub fn file_name(&self, edition: &EditionId) -> String {
        let label = self.label.replace(' ', "-");
        format!("statement-of-applicability-{}-{label}.txt", edition.to_string().replace(':', "-"))
    }
}

/// The version of that name; without one the last that was issued and is no draft.
///
/// # Errors
/// `not_found`.
pub fn version(db: &Connection, edition: &EditionId, name: Option<&str>) -> Result<Version> {
    let all = versions(db, edition)?;
    let Some(name) = name else {
        return all.into_iter().find(|version| version.draft == 0).ok_or_else(refusals::soa_not_issued);
    };
    let plain = |text: &str| text.to_lowercase().replace([' ', '-'], "");
    if plain(name) == "now" {
        return Err(refusals::soa_now_unsigned());
    }
    let known = all.iter().map(|version| version.label.clone()).collect::<Vec<_>>().join(", ");
    let found = all.into_iter().find(|version| plain(&version.label) == plain(name));
    found.ok_or_else(|| refusals::soa_version_unknown(name, known))
}

impl Version {
    /// The text that was signed, of these controls.
    pub fn text(&self, workspace: Uuid, edition: &EditionId, controls: &[SoaControl]) -> String {
        Text {
            workspace,
            id: self.id,
            edition: &edition.to_string(),
            label: &self.label,
            draft: self.draft > 0,
            organisation: &self.organisation,
            scope: &self.scope,
            reason: &self.reason,
            day: self.day,
            email: &self.email,
            controls,
        }
        .written()
    }
}
