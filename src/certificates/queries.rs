//! Questions about certificates.

use rusqlite::{Connection, Row};
use serde::Serialize;
use ts_rs::TS;

use super::events::Entered;
use super::refusals;
use crate::day::Day;
use crate::error::Result;
use crate::ids::{CertificateId, ScopeItemId};
use crate::systems;
use crate::text::fold;

/// How a certificate stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "CertificateStanding", rename_all = "snake_case")]
pub enum Standing {
    /// It is not issued yet.
    Coming,
    /// It speaks.
    Valid,
    /// Its last day has passed.
    Expired,
    /// It was withdrawn.
    Withdrawn,
}

/// A day on which the body comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Surveillance {
    /// The day that was set.
    pub day: Day,
    /// When it was; none where nobody said so.
    pub held: Option<Day>,
}

/// A certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Certificate {
    /// Identifier.
    pub id: CertificateId,
    /// Its number.
    pub number: String,
    /// Code of the system that it is for.
    pub system: String,
    /// Edition, as `27001:2022`.
    pub edition: String,
    /// The body that issued it.
    pub body: String,
    /// The scope in the certificate's words.
    pub words: String,
    /// Codes of the scope items it names; none means the system's whole scope.
    pub scope: Vec<String>,
    /// When it was issued.
    pub issued: Day,
    /// Its last day.
    pub valid_until: Day,
    /// The days on which the body comes back.
    pub surveillance: Vec<Surveillance>,
    /// The version of the Statement of Applicability that it cites.
    pub statement: String,
    /// The first day on which it speaks no more, where it was withdrawn.
    pub withdrawn: Option<Day>,
}

impl Certificate {
    /// Whether it speaks on a day: one that is to come does not yet.
    pub fn speaks(&self, day: Day) -> bool {
        self.standing(day) == Standing::Valid
    }

    /// How it stands on a day.
    pub fn standing(&self, day: Day) -> Standing {
        if self.withdrawn.is_some_and(|from| from <= day) {
            Standing::Withdrawn
        } else if day > self.valid_until {
            Standing::Expired
        } else if day < self.issued {
            Standing::Coming
        } else {
            Standing::Valid
        }
    }
}

/// What was entered about it, as events say it.
pub(super) fn entered(db: &Connection, certificate: &Certificate) -> Result<Entered> {
    let Certificate { number, body, words, scope, issued, valid_until, surveillance, statement, .. } =
        certificate.clone();
    let scope = systems::scope_codes(db, &scope)?;
    let surveillance = surveillance.iter().map(|one| one.day).collect();
    Ok(Entered { number, body, words, scope, issued, valid_until, surveillance, statement })
}

fn read(row: &Row<'_>) -> rusqlite::Result<(Certificate, String)> {
    let certificate = Certificate {
        id: row.get("id")?,
        number: row.get("number")?,
        system: row.get("code")?,
        edition: row.get("edition")?,
        body: row.get("body")?,
        words: row.get("words")?,
        scope: Vec::new(),
        issued: row.get("issued_on")?,
        valid_until: row.get("valid_until")?,
        surveillance: Vec::new(),
        statement: row.get("statement")?,
        withdrawn: row.get("withdrawn_on")?,
    };
    Ok((certificate, row.get("scope")?))
}

/// All certificates, by system and number.
pub fn list(db: &Connection) -> Result<Vec<Certificate>> {
    let mut found = db.prepare_cached(
        "SELECT c.id, c.number, c.body, c.words, c.scope, c.issued_on, c.valid_until, c.statement, c.withdrawn_on,
                s.code, s.edition
         FROM certificate c JOIN system s ON s.id = c.system ORDER BY s.position, c.number_fold",
    )?;
    let rows = found.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut days = db.prepare_cached(
        "SELECT day, held_on FROM certificate_day WHERE certificate = ?1 AND what = 'surveillance' ORDER BY day",
    )?;
    rows.into_iter()
        .map(|(mut certificate, scope)| {
            let scope: Vec<ScopeItemId> = serde_json::from_str(&scope)?;
            certificate.scope = systems::scope_item_codes(db, &scope)?;
            certificate.surveillance = days
                .query_map([certificate.id], |r| Ok(Surveillance { day: r.get(0)?, held: r.get(1)? }))?
                .collect::<rusqlite::Result<_>>()?;
            Ok(certificate)
        })
        .collect()
}

/// The certificate of that number, if there is one.
pub(super) fn find(db: &Connection, number: &str) -> Result<Option<Certificate>> {
    let wanted = fold(number);
    Ok(list(db)?.into_iter().find(|one| fold(&one.number) == wanted))
}

/// The certificate of that number.
///
/// # Errors
/// `not_found`.
pub fn by_number(db: &Connection, number: &str) -> Result<Certificate> {
    find(db, number)?.ok_or_else(|| refusals::certificate_not_found(number.trim()))
}
