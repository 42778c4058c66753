//! Whether the Statement of Applicability has moved on: since its last version, and since the one that a certificate cites
//! (R60).

use rusqlite::Connection;

use super::facts::Facts;
use super::model::{About, AboutKind};
use crate::certificates::Certificate;
use crate::error::Result;
use crate::soa;

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

/// The current version of the statement, where it is newer than the one that a certificate cites. A name that is no number is
/// older than any that was issued here, unless it is the current one's.
pub fn moved_on(db: &Connection, certificate: &Certificate) -> Result<Option<String>> {
    if certificate.statement.is_empty() {
        return Ok(None);
    }
    let versions = soa::versions(db, &certificate.edition.parse()?)?;
    let Some(current) = versions.into_iter().find(|version| version.draft == 0) else { return Ok(None) };
    let cited = cited(&certificate.statement);
    let older = cited.parse::<u32>().map_or(cited != current.label.to_lowercase(), |cited| cited < current.version);
    Ok(Some(current.label).filter(|_| older))
}
