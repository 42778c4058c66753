//! The statement as it stands on the day of the tables: the last version, and what was decided since.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::compare::{SoaChange, SoaDifference, compare};
use super::model::{SoaControl, controls};
use super::papers::Shown;
use super::queries::{Version, controls_of, version, versions};
use crate::applicability;
use crate::day::Day;
use crate::error::Result;
use crate::standards::EditionId;
use crate::systems;

/// What is called so: what is decided and not issued.
const NOW: &str = "now";

/// The statement.
#[derive(Debug, Serialize, TS)]
pub struct SoaShown {
    /// Its edition.
    pub edition: String,
    /// The last version that is no draft; none where none was issued.
    pub current: Option<Version>,
    /// All versions, the newest first.
    pub versions: Vec<Version>,
    /// How many controls stand how, as decided now.
    pub summary: applicability::Summary,
    /// What was decided otherwise since the last version; everything that is decided where there is none.
    pub changes: Vec<SoaChange>,
    /// Since when the last version no longer says what is decided; none while it does, and where there is none.
    pub moved_on: Option<Day>,
    /// Controls that keep it from being issued: undecided ones, those without a reason, and those that apply and do not say
    /// whether they are in place.
    pub blocks: Vec<String>,
    /// Controls that are left out on no risk assessment that is named (CL-19).
    pub without_risk: Vec<String>,
}

/// The statement of an edition.
///
/// # Errors
/// `not_found` for an edition that is not held.
pub fn show(db: &Connection, edition: &EditionId) -> Result<SoaShown> {
    let versions = versions(db, edition)?;
    let current = versions.iter().find(|version| version.draft == 0).cloned();
    let rows = applicability::list(db, edition)?;
    let summary = applicability::summary(&rows);
    let now = controls(rows);
    let changes = match &current {
        Some(version) => compare(&controls_of(db, version.id)?, &now),
        None => {
            let undecided: Vec<SoaControl> =
                now.iter().map(|one| SoaControl { decision: None, ..one.clone() }).collect();
            compare(&undecided, &now)
        }
    };
    let moved_on = current.as_ref().map(|version| moved(db, edition, version, &changes)).transpose()?.flatten();
    let codes = |which: &dyn Fn(&SoaControl) -> bool| {
        now.iter().filter(|one| which(one)).map(|one| one.code.clone()).collect::<Vec<_>>()
    };
    let blocks = codes(&|one| !one.reasoned() || !one.says_in_place());
    let without_risk = codes(&SoaControl::left_out_without_risk);
    Ok(SoaShown { edition: edition.to_string(), current, versions, summary, changes, moved_on, blocks, without_risk })
}

/// Since when a version no longer says what is decided.
fn moved(db: &Connection, edition: &EditionId, version: &Version, changes: &[SoaChange]) -> Result<Option<Day>> {
    let codes: Vec<String> = changes.iter().map(|change| change.code.clone()).collect();
    if codes.is_empty() {
        return Ok(None);
    }
    Ok(Some(applicability::decided_after(db, edition, &codes, version.seq)?.unwrap_or(version.day)))
}

/// What one version says otherwise than another; `now` is what is decided and not issued.
///
/// # Errors
/// `not_found`.
pub fn difference(db: &Connection, edition: &EditionId, from: &str, to: &str) -> Result<SoaDifference> {
    let side = |name: &str| -> Result<(String, Vec<SoaControl>)> {
        if name.eq_ignore_ascii_case(NOW) {
            return Ok((NOW.to_owned(), controls(applicability::list(db, edition)?)));
        }
        let version = version(db, edition, Some(name))?;
        let controls = controls_of(db, version.id)?;
        Ok((version.label, controls))
    };
    let ((from, before), (to, after)) = (side(from)?, side(to)?);
    Ok(SoaDifference { from, to, controls: compare(&before, &after) })
}

/// What is printed: a version, the last one without a name, or what is decided where it is `now` or nothing was issued.
///
/// # Errors
/// `not_found` for a version that is not there.
pub fn paper(db: &Connection, edition: &EditionId, name: Option<&str>) -> Result<Shown> {
    let wanted = name.filter(|name| !name.eq_ignore_ascii_case(NOW));
    let issued = if name.is_some() && wanted.is_none() {
        None
    } else {
        match version(db, edition, wanted) {
            Err(none) if wanted.is_some() => return Err(none),
            found => found.ok(),
        }
    };
    Ok(match issued {
        Some(version) => Shown {
            superseded: superseded(db, edition, &version)?,
            draft: version.draft > 0,
            day: Some(version.day),
            by: version.email.clone(),
            fingerprint: version.fingerprint.clone(),
            edition: edition.to_string(),
            scope: version.scope.clone(),
            controls: controls_of(db, version.id)?,
            version: Some(version.label),
        },
        None => {
            let statement = systems::system(db, &edition.to_string())?.statement;
            let scope = [statement.text, statement.boundaries].into_iter().find(|text| !text.is_empty());
            Shown {
                version: None,
                draft: true,
                superseded: None,
                day: None,
                by: String::new(),
                fingerprint: None,
                edition: edition.to_string(),
                scope: scope.unwrap_or_default(),
                controls: controls(applicability::list(db, edition)?),
            }
        }
    })
}

/// The version after one that is no draft, with the day on which it was issued.
fn superseded(db: &Connection, edition: &EditionId, version: &Version) -> Result<Option<(String, Day)>> {
    let after = |one: &&Version| one.draft == 0 && one.seq > version.seq;
    let all = versions(db, edition)?;
    Ok(all.iter().filter(|_| version.draft == 0).rev().find(after).map(|one| (one.label.clone(), one.day)))
}
