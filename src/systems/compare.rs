//! Comparing two scopes, and where integration is possible (R43, R44).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries::{ScopeItem, System};

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

/// Compares two scopes item by item, in the order of `items`.
pub fn compare(items: &[ScopeItem], a: &System, b: &System) -> ScopeComparison {
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
