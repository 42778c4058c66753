//! Whether the Statement of Applicability has moved on: since its last version, and since the one that a certificate cites
//! (R60).

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::facts::Facts;
use super::model::{About, AboutKind};
use crate::applicability;
use crate::certificates::{self, Certificate};
use crate::day::Day;
use crate::error::Result;
use crate::soa::{self, Version};
use crate::standards::EditionId;
use crate::systems;

/// The statement, with what was decided otherwise since its last version; nothing where none was issued.
pub(super) fn since_the_last(facts: &Facts<'_>) -> Result<Vec<About>> {
    let shown = soa::show(facts.db, &facts.system.edition.parse()?)?;
    if shown.current.is_none() || shown.changes.is_empty() {
        return Ok(Vec::new());
    }
    let changed: Vec<String> = shown.changes.into_iter().map(|change| change.code).collect();
    Ok(facts.statement().into_iter().map(|about| about.with(changed.clone())).collect())
}

/// A version as a certificate cites it, without the word before its number.
pub(super) fn cited(statement: &str) -> String {
    let cited = statement.to_lowercase();
    let bare = cited.trim_start_matches("version").trim_start_matches('v').trim_start_matches('.').trim();
    if bare.starts_with(|c: char| c.is_ascii_digit()) { bare.to_owned() } else { cited.trim().to_owned() }
}

/// Certificates that cite an older version than the current one, with that one.
pub(super) fn since_certificates(facts: &Facts<'_>) -> Result<Vec<About>> {
    let mut out = Vec::new();
    for certificate in facts.speaking(facts.standard()) {
        if let Some(now) = moved_on(facts.db, certificate)? {
            out.push(About::of(AboutKind::Certificate, &certificate.number).with(vec![now]));
        }
    }
    Ok(out)
}

/// A Statement of Applicability that moved on: its last version no longer says what is decided, or a certificate cites an
/// older one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatementMoved")]
pub struct Moved {
    /// Code of the system.
    pub system: String,
    /// Its edition, as `27001:2022`.
    pub edition: String,
    /// The version that was issued last.
    pub version: String,
    /// Number of the certificate that cites another one; none where it is the version itself that moved.
    pub certificate: Option<String>,
    /// The version as the certificate cites it.
    pub cites: String,
    /// Since when.
    pub since: Day,
    /// The controls on which it is decided otherwise; none for a certificate.
    pub controls: Vec<String>,
}

/// What moved on of the statements of all systems that have one, judged by `day`.
pub fn moved(db: &Connection, day: Day) -> Result<Vec<Moved>> {
    let mut out = Vec::new();
    for system in systems::systems(db)? {
        let edition: EditionId = system.edition.parse()?;
        if !applicability::has_controls(&edition) {
            continue;
        }
        let shown = soa::show(db, &edition)?;
        let Some(current) = shown.current else { continue };
        let of = |certificate: Option<&Certificate>, since, controls| Moved {
            system: system.code.clone(),
            edition: system.edition.clone(),
            version: current.label.clone(),
            certificate: certificate.map(|one| one.number.clone()),
            cites: certificate.map(|one| one.statement.clone()).unwrap_or_default(),
            since,
            controls,
        };
        if let Some(since) = shown.moved_on {
            out.push(of(None, since, shown.changes.into_iter().map(|change| change.code).collect()));
        }
        let ours = |one: &&Certificate| one.edition == system.edition && one.speaks(day);
        for certificate in certificates::list(db)?.iter().filter(ours) {
            if let Some(since) = overtaken(certificate, &current, &shown.versions) {
                out.push(of(Some(certificate), since, Vec::new()));
            }
        }
    }
    Ok(out)
}

/// Since when a certificate cites an older version than the current one; nothing while it does not. A name that is no number
/// is older than any that was issued here, unless it is the current one's.
fn overtaken(certificate: &Certificate, current: &Version, versions: &[Version]) -> Option<Day> {
    if certificate.statement.is_empty() {
        return None;
    }
    let cited = cited(&certificate.statement);
    let number = cited.parse::<u32>().ok();
    if number.map_or(cited == current.label.to_lowercase(), |cited| cited >= current.version) {
        return None;
    }
    let later = |version: &&Version| version.draft == 0 && number.is_none_or(|cited| version.version > cited);
    let first = versions.iter().filter(later).min_by_key(|version| version.seq)?;
    Some(first.day.max(certificate.issued))
}

/// The current version of the statement, where it is newer than the one that a certificate cites.
pub fn moved_on(db: &Connection, certificate: &Certificate) -> Result<Option<String>> {
    let versions = soa::versions(db, &certificate.edition.parse()?)?;
    let Some(current) = versions.iter().find(|version| version.draft == 0) else { return Ok(None) };
    Ok(overtaken(certificate, current, &versions).map(|_| current.label.clone()))
}
