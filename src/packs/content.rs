//! What goes into a pack, before it is written.

use std::collections::{BTreeSet, HashMap};

use super::caveats::Caveat;
use super::deciding::Issued;
use super::history::Entered;
use super::item::PackItem;
use crate::applicability::Row;
use crate::audits::Audit;
use crate::coverage::Coverage;
use crate::day::Day;
use crate::mapping::Named;
use crate::standards::ClauseRef;
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
    /// By the end of which day it was recorded; none where all that was known counts.
    pub(super) recorded: Option<Day>,
    /// The day on which it was made, where the one for which it holds was still to come.
    pub(super) foretold: Option<Day>,
    /// The documents by code, then the records as they were filed.
    pub(super) items: Vec<PackItem>,
    /// The entries in the pack; none yet where it is only chosen.
    pub(super) history: Vec<Entered>,
    /// One per audited edition, in the audit's order.
    pub(super) coverage: Vec<Coverage>,
    /// What was decided of clauses and controls of the audited editions.
    pub(super) decided: Vec<Row>,
    /// The organisation's own controls beside theirs, decided on or not.
    pub(super) own: Vec<Row>,
    /// The versions of their Statements of Applicability, oldest first.
    pub(super) issued: Vec<Issued>,
    /// What an auditor should know before opening anything.
    pub(super) notes: Vec<Caveat>,
    /// The standards of which two editions are audited.
    pub(super) twice: BTreeSet<String>,
}

/// What is evidence for each clause, with the mapping that says so; in the order of the items.
pub(super) type Cited<'a> = HashMap<&'a ClauseRef, Vec<(&'a PackItem, &'a Named)>>;

impl Content {
    /// A site, service or other scope item by its name, with its code.
    pub(super) fn place(&self, code: &str) -> String {
        let named = self.scope.iter().find(|item| item.code == code && item.name != code);
        named.map_or_else(|| code.to_owned(), |item| format!("{} ({code})", item.name))
    }

    /// Several of them.
    pub(super) fn places(&self, codes: &[String], between: &str) -> String {
        codes.iter().map(|code| self.place(code)).collect::<Vec<_>>().join(between)
    }

    /// A clause, with the year where two editions of its standard are audited.
    pub(super) fn clause(&self, reference: &ClauseRef) -> String {
        if self.twice.contains(&reference.standard) { reference.dated() } else { reference.short() }
    }

    /// For which day it holds and by what was known when, in words: `2026-05-02, as recorded by 2026-03-20`.
    pub(super) fn when(&self) -> String {
        let known = self.recorded.map_or_else(String::new, |known| format!(", as recorded by {known}"));
        let ahead = self.foretold.map_or_else(String::new, |made| format!(", foretold on {made}"));
        format!("{}{known}{ahead}", self.day)
    }

    /// An entry of the ledger that is in the pack.
    pub(super) fn entered(&self, seq: u64) -> Option<&Entered> {
        self.history.binary_search_by_key(&seq, |entry| entry.seq).ok().map(|at| &self.history[at])
    }

    /// Who filed each record, by its code, as the entries say.
    pub(super) fn filers(&self) -> HashMap<&str, &str> {
        let filed = self.history.iter().filter(|entry| entry.kind == "record.filed");
        filed.flat_map(|entry| entry.items.iter().map(|code| (code.as_str(), entry.actor.as_str()))).collect()
    }

    /// What is evidence for each clause, found once for all of them.
    pub(super) fn cited(&self) -> Cited<'_> {
        let mut cited = Cited::new();
        for item in &self.items {
            for mapping in &item.mappings {
                cited.entry(&mapping.reference).or_default().push((item, mapping));
            }
        }
        cited
    }
}
