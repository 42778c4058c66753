//! What has been met where a certificate speaks (R62): its scope items one by one, or the whole system.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::certificates::Certificate;
use crate::coverage::{self, State};
use crate::day::Day;
use crate::error::Result;
use crate::standards::ClauseRef;
use crate::systems;

/// What has been met at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MetAt {
    /// Code of the scope item; none is the whole system.
    pub item: Option<String>,
    /// How many clauses hold requirements that apply.
    pub clauses: usize,
    /// The clauses that are met there.
    pub met: Vec<ClauseRef>,
}

/// What has been met under a certificate on a day.
pub fn met_under(db: &Connection, certificate: &Certificate, day: Day) -> Result<Vec<MetAt>> {
    let edition = certificate.edition.parse()?;
    let mut places = certificate.scope.iter().map(Some).collect::<Vec<_>>();
    if places.is_empty() {
        places.push(None);
    }
    let mut out = Vec::new();
    for place in places {
        let item = place.map(|code| systems::scope_item(db, code)).transpose()?;
        let covered = coverage::coverage(db, &edition, item.as_ref(), day)?;
        let met = covered.rows.iter().filter(|row| !row.heading && row.state == State::Covered);
        let met = met.map(|row| row.reference.clone()).collect();
        out.push(MetAt { item: place.cloned(), clauses: covered.summary.clauses, met });
    }
    Ok(out)
}
