//! What is to be said of a certificate that cannot be so, or that its system does not bear out: nothing of it is refused, since
//! it is the body's paper.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::moved::cited;
use crate::certificates::Certificate;
use crate::day::Day;
use crate::error::Result;
use crate::soa;
use crate::systems::{self, ScopeKind};

/// Something to be said of a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum CertificateNotice {
    /// No version of the statement was issued under what it cites.
    UnknownVersion,
    /// It was issued before the version that it cites.
    BeforeVersion {
        /// The version's day.
        day: Day,
    },
    /// It names scope items that are not in its system's scope.
    Outside {
        /// Their codes.
        items: Vec<String>,
    },
}

/// What is to be said of a certificate.
pub fn certificate_notices(db: &Connection, certificate: &Certificate) -> Result<Vec<CertificateNotice>> {
    let mut out = Vec::new();
    if !certificate.statement.is_empty() {
        let versions = soa::versions(db, &certificate.edition.parse()?)?;
        let wanted = cited(&certificate.statement);
        let is = |version: &soa::Version| version.draft == 0 && version.label.to_lowercase() == wanted;
        match versions.into_iter().find(is) {
            None => out.push(CertificateNotice::UnknownVersion),
            Some(version) if version.day > certificate.issued => {
                out.push(CertificateNotice::BeforeVersion { day: version.day });
            }
            Some(_) => {}
        }
    }
    let system = systems::system(db, &certificate.system)?;
    let all = systems::scope_items(db)?;
    let whole = |code: &String| all.iter().any(|item| item.code == *code && item.kind == ScopeKind::Organisation);
    if !system.scope.is_empty() && !system.scope.iter().any(whole) {
        let outside = certificate.scope.iter().filter(|code| !system.scope.contains(code));
        let items: Vec<String> = outside.cloned().collect();
        if !items.is_empty() {
            out.push(CertificateNotice::Outside { items });
        }
    }
    Ok(out)
}
