//! Mappings that were accepted on something that today's data say otherwise: another relation, or another direction. What was
//! decided stays as it is; a person may look at it again.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Origin;
use super::offers::offers;
use super::queries::{self, Link};
use crate::error::Result;
use crate::ids::LinkId;
use crate::items::ItemId;
use crate::standards::{ClauseRef, Direction, data_version};

/// What the data say of two clauses, or said when a mapping was accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "AcceptedOn")]
pub struct Accepted {
    /// The relation, as the data name it.
    pub relation: String,
    /// In which direction evidence may be enough; not known of what earlier programs wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub direction: Option<Direction>,
}

/// A mapping that stands on something else than today's data say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Otherwise {
    /// The document or record.
    pub item: ItemId,
    /// The mapped clause.
    pub at: ClauseRef,
    /// The clause from which it was accepted.
    pub from: ClauseRef,
    /// On what.
    pub was: Accepted,
    /// What the data say today; nothing where they see no correspondence.
    pub now: Option<Accepted>,
}

/// From which clause a mapping was accepted, and on what; nothing where it did not come from the correlation.
pub fn accepted_as(link: &Link) -> Option<(&ClauseRef, Accepted)> {
    let Origin::Correlation { from, relation } = &link.origin else { return None };
    let was = match &link.basis {
        Some(basis) => Accepted { relation: basis.relation.clone(), direction: Some(basis.direction) },
        None => Accepted { relation: relation.clone(), direction: None },
    };
    Some((from, was))
}

/// All mappings of which today's data say something else than when they were accepted.
pub fn otherwise(db: &Connection) -> Result<Vec<Otherwise>> {
    // Those of today's data cannot differ; reading the others costs as much as there are.
    let sql = "SELECT id FROM link WHERE origin LIKE '{\"by\":\"correlation\"%'
         AND coalesce(json_extract(basis, '$.data'), '') <> ?1 ORDER BY id";
    let mut statement = db.prepare(sql)?;
    let ids = statement.query_map([data_version()], |r| r.get(0))?.collect::<rusqlite::Result<Vec<LinkId>>>()?;
    let mut out = Vec::new();
    for id in ids {
        if let Some(link) = queries::stored(db, id)? {
            out.extend(differs(&link));
        }
    }
    Ok(out)
}

fn differs(link: &Link) -> Option<Otherwise> {
    let (from, was) = accepted_as(link)?;
    let today = offers(from, &link.reference.edition_id());
    let now = today.iter().find(|offer| offer.hit.clause == link.reference).map(|offer| Accepted {
        relation: offer.hit.relation.as_str().to_owned(),
        direction: was.direction.is_some().then_some(offer.hit.direction),
    });
    let (item, at, from) = (link.item, link.reference.clone(), from.clone());
    (now.as_ref() != Some(&was)).then_some(Otherwise { item, at, from, was, now })
}
