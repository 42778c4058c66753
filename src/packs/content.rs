//! What goes into a pack, before it is written.

use super::caveats::Caveat;
use super::history::Entered;
use super::item::PackItem;
use crate::audits::Audit;
use crate::coverage::Coverage;
use crate::day::Day;
use crate::systems::{ScopeItem, System};

/// Everything in a pack except the ledger's part.
pub(super) struct Content {
    /// Name of the top folder.
    pub(super) name: String,
    pub(super) organisation: String,
    pub(super) audit: Audit,
    /// The management systems that work by an audited edition.
    pub(super) systems: Vec<System>,
    /// The scope items that anything in it belongs to.
    pub(super) scope: Vec<ScopeItem>,
    /// The day for which it holds.
    pub(super) day: Day,
    /// The documents by code, then the records as they were filed.
    pub(super) items: Vec<PackItem>,
    /// The entries in the pack; none yet where it is only chosen.
    pub(super) history: Vec<Entered>,
    /// One per audited edition, in the audit's order.
    pub(super) coverage: Vec<Coverage>,
    /// What an auditor should know before opening anything.
    pub(super) notes: Vec<Caveat>,
}
