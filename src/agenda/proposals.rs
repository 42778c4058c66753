//! Proposals that wait for a decision. They follow from the mappings and texts at hand and are kept nowhere, so that what
//! was mapped or filed last is looked through until some are found.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::items::{self, Item};
use crate::mapping::{self, Proposer};
use crate::standards::EditionId;

/// So many mappings are looked through.
const LOOKED_AT: usize = 400;

/// A document or record for which something is proposed.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ProposalsOfItem")]
pub struct OfItem {
    /// The document or record.
    #[serde(flatten)]
    pub item: Item,
    /// How many clauses are proposed for it.
    pub count: usize,
}

/// What waits to be decided.
#[derive(Debug, Serialize, TS)]
pub struct ProposalsWaiting {
    /// The first documents and records, those mapped last in front.
    pub items: Vec<OfItem>,
    /// Whether there may be more.
    pub more: bool,
}

/// The first `most` documents and records for which something is proposed.
pub fn proposals_waiting(db: &Connection, held: &[EditionId], most: usize) -> Result<ProposalsWaiting> {
    let looked_at = mapping::mapped_or_naming(db, 0, LOOKED_AT)?;
    let all = looked_at.len() < LOOKED_AT && mapping::at_most(db, LOOKED_AT)?;
    let (mut items, proposer) = (Vec::new(), Proposer::new(db, held)?);
    for (n, item) in looked_at.iter().enumerate() {
        let count = proposer.of(*item)?.len();
        if count > 0 {
            items.push(OfItem { item: items::name(db, *item)?, count });
        }
        if items.len() == most {
            return Ok(ProposalsWaiting { items, more: !all || n + 1 < looked_at.len() });
        }
    }
    Ok(ProposalsWaiting { items, more: !all })
}
