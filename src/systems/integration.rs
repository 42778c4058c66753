//! Where two systems can be integrated, item by item, and why or why not (R44): SMS at A, B and C, ISMS at A and B: at C there
//! is nothing to correlate with. Likewise of each service at the sites where it is delivered, and pairwise by kind.

use serde::Serialize;
use strum::IntoStaticStr;
use ts_rs::TS;

use super::model::ScopeKind;
use super::queries::{ScopeItem, System};
use super::statement::ScopeStatement;

/// Why two systems can be integrated somewhere, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, IntoStaticStr, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "IntegrationReason", rename_all = "snake_case")]
pub enum Why {
    /// Both take it in.
    Both,
    /// The first alone takes it in: in the second there is nothing to correlate with.
    OnlyFirst,
    /// The second alone takes it in.
    OnlySecond,
    /// Neither takes it in.
    Neither,
    /// A system's scope is not divided into items, and so takes in whatever its statement says.
    NotDivided,
    /// Nothing was said yet of what a system takes in.
    NothingSaid,
    /// A system names no item of this kind: whether it takes this one in, its statement says, or the sites do.
    KindNotNamed,
}

/// Whether two systems can be integrated at one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Integration {
    /// First system's code.
    pub a: String,
    /// Second system's code.
    pub b: String,
    /// Whether it is possible; none where the scopes do not say so.
    pub possible: Option<bool>,
    /// Why.
    pub why: Why,
    /// Codes of the systems that leave it out.
    pub outside: Vec<String>,
}

/// A scope item, or a service or product at one of its sites, with what the systems can share there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IntegrationAt {
    /// Code of the scope item.
    pub item: String,
    /// What it is.
    pub kind: ScopeKind,
    /// Its name.
    pub name: String,
    /// Code of the site where it is delivered, where it is about one.
    pub site: Option<String>,
    /// Codes of the systems that take it in.
    pub systems: Vec<String>,
    /// Two by two.
    pub pairs: Vec<Integration>,
}

/// The items of one kind, of two scopes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct KindCompared {
    /// First system's code.
    pub a: String,
    /// Second system's code.
    pub b: String,
    /// The kind.
    pub kind: ScopeKind,
    /// Codes inside both.
    pub both: Vec<String>,
    /// Codes in the first alone.
    pub only_a: Vec<String>,
    /// Codes in the second alone.
    pub only_b: Vec<String>,
}

/// How a system's scope holds an item.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Holds {
    Yes,
    No,
    Undivided,
    Unsaid,
    KindUnnamed,
}

/// What each system's scope names, looked at item by item.
pub(super) struct Scopes<'a> {
    items: &'a [ScopeItem],
    held: &'a [System],
}

impl<'a> Scopes<'a> {
    pub(super) fn of(items: &'a [ScopeItem], held: &'a [System]) -> Self {
        Self { items, held }
    }

    fn named(&self, system: &'a System) -> impl Iterator<Item = &'a ScopeItem> {
        self.items.iter().filter(|item| system.scope.contains(&item.code))
    }

    fn holds(&self, system: &'a System, item: &ScopeItem) -> Holds {
        if system.scope.is_empty() {
            let said = system.statement != ScopeStatement::default();
            if said { Holds::Undivided } else { Holds::Unsaid }
        } else if system.scope.contains(&item.code) || self.named(system).any(|i| i.kind == ScopeKind::Organisation) {
            Holds::Yes
        } else if self.named(system).any(|named| named.kind == item.kind) {
            Holds::No
        } else {
            Holds::KindUnnamed
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (&'a System, &'a System)> {
        let held = self.held;
        held.iter().enumerate().flat_map(move |(n, a)| held[n + 1..].iter().map(move |b| (a, b)))
    }

    /// Two by two, kind by kind; a kind of which neither names an item is left out.
    pub(super) fn by_kind(&self) -> Vec<KindCompared> {
        let mut out = Vec::new();
        for (a, b) in self.pairs() {
            for &kind in ScopeKind::ALL {
                let mut compared = KindCompared {
                    a: a.code.clone(),
                    b: b.code.clone(),
                    kind,
                    both: Vec::new(),
                    only_a: Vec::new(),
                    only_b: Vec::new(),
                };
                for item in self.items.iter().filter(|item| item.kind == kind) {
                    match (a.scope.contains(&item.code), b.scope.contains(&item.code)) {
                        (true, true) => compared.both.push(item.code.clone()),
                        (true, false) => compared.only_a.push(item.code.clone()),
                        (false, true) => compared.only_b.push(item.code.clone()),
                        (false, false) => {}
                    }
                }
                if !(compared.both.is_empty() && compared.only_a.is_empty() && compared.only_b.is_empty()) {
                    out.push(compared);
                }
            }
        }
        out
    }

    /// Item by item, and behind each service or product the sites where it is delivered.
    pub(super) fn places(&self) -> Vec<IntegrationAt> {
        let mut out = Vec::new();
        for item in self.items.iter().filter(|item| item.kind != ScopeKind::Organisation) {
            out.push(self.at(item, None));
            let sites = self.items.iter().filter(|site| item.at.contains(&site.code));
            out.extend(sites.map(|site| self.at(item, Some(site))));
        }
        out
    }

    fn at(&self, item: &ScopeItem, site: Option<&ScopeItem>) -> IntegrationAt {
        // At a site it is inside where both are; a system that names no service takes in what is delivered at its sites.
        let holds = |system: &'a System| match (self.holds(system, item), site.map(|site| self.holds(system, site))) {
            (one, None) => one,
            (Holds::No, _) | (_, Some(Holds::No)) => Holds::No,
            (Holds::Yes, _) | (_, Some(Holds::Yes)) => Holds::Yes,
            (one, Some(_)) => one,
        };
        let takes = |system: &&'a System| matches!(holds(system), Holds::Yes | Holds::Undivided);
        let pair = |(a, b): (&'a System, &'a System)| {
            let sides = [holds(a), holds(b)];
            let (possible, why) = match sides {
                [Holds::No, Holds::No] => (Some(false), Why::Neither),
                [_, Holds::No] => (Some(false), Why::OnlyFirst),
                [Holds::No, _] => (Some(false), Why::OnlySecond),
                [Holds::Yes, Holds::Yes] => (Some(true), Why::Both),
                _ if sides.contains(&Holds::Unsaid) => (None, Why::NothingSaid),
                _ if sides.contains(&Holds::KindUnnamed) => (None, Why::KindNotNamed),
                _ => (Some(true), Why::NotDivided),
            };
            let outside = [a, b].into_iter().zip(sides).filter(|(_, side)| *side == Holds::No);
            let outside = outside.map(|(system, _)| system.code.clone()).collect();
            Integration { a: a.code.clone(), b: b.code.clone(), possible, why, outside }
        };
        IntegrationAt {
            item: item.code.clone(),
            kind: item.kind,
            name: item.name.clone(),
            site: site.map(|site| site.code.clone()),
            systems: self.held.iter().filter(takes).map(|system| system.code.clone()).collect(),
            pairs: self.pairs().map(pair).collect(),
        }
    }
}
