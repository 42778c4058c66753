//! Comparing two scopes, and where integration is possible (R43, R44).

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::integration::{IntegrationAt, KindCompared, Scopes};
use super::queries::{self, ScopeItem, System};
use crate::error::Result;

/// Two scopes side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScopeComparison {
    /// First system's code.
    pub a: String,
    /// Second system's code.
    pub b: String,
    /// Items inside both: integration is possible here.
    pub both: Vec<String>,
    /// Items only in the first scope: nothing in the second to correlate with.
    pub only_a: Vec<String>,
    /// Items only in the second scope.
    pub only_b: Vec<String>,
}

/// All scopes side by side.
#[derive(Debug, Serialize, TS)]
pub struct ScopesCompared {
    /// Two by two.
    pub pairs: Vec<ScopeComparison>,
    /// Per scope item: the systems that take it in, and so where integration is possible (R44).
    pub items: Vec<ScopeItem>,
    /// Two by two, kind by kind.
    pub kinds: Vec<KindCompared>,
    /// Item by item, and of each service or product at its sites: whether two systems can be integrated there, and why.
    pub places: Vec<IntegrationAt>,
}

/// Compares the scopes of all systems, two by two, in the order in which the systems were set up.
pub fn compare_all(db: &Connection) -> Result<ScopesCompared> {
    let (items, held) = (queries::scope_items(db)?, queries::systems(db)?);
    let mut pairs = Vec::new();
    for (i, a) in held.iter().enumerate() {
        pairs.extend(held[i + 1..].iter().map(|b| compare(&items, a, b)));
    }
    let scopes = Scopes::of(&items, &held);
    let (kinds, places) = (scopes.by_kind(), scopes.places());
    Ok(ScopesCompared { pairs, items, kinds, places })
}

/// Compares two scopes item by item, in the order of `items`.
fn compare(items: &[ScopeItem], a: &System, b: &System) -> ScopeComparison {
    let mut out = ScopeComparison {
        a: a.code.clone(),
        b: b.code.clone(),
        both: Vec::new(),
        only_a: Vec::new(),
        only_b: Vec::new(),
    };
    for item in items {
        match (a.scope.contains(&item.code), b.scope.contains(&item.code)) {
            (true, true) => out.both.push(item.code.clone()),
            (true, false) => out.only_a.push(item.code.clone()),
            (false, true) => out.only_b.push(item.code.clone()),
            (false, false) => {}
        }
    }
    out
}
