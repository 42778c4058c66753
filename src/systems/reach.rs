//! Where evidence counts: everywhere, or at scope items. The same rule as coverage's: no scope item means everywhere, and
//! so does the whole organisation.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::model::ScopeKind;
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::standards::EditionId;

/// Where something counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// Wherever there is anything.
    Everywhere,
    /// At these scope items; nowhere where there are none.
    At(BTreeSet<ScopeItemId>),
}

impl Reach {
    /// Where both count.
    #[must_use]
    pub fn cut(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Everywhere, one) | (one, Self::Everywhere) => one.clone(),
            (Self::At(a), Self::At(b)) => Self::At(a.intersection(b).copied().collect()),
        }
    }

    /// Whether it counts nowhere at all.
    pub fn is_nowhere(&self) -> bool {
        matches!(self, Self::At(items) if items.is_empty())
    }

    /// Whether the other one counts wherever this does.
    pub fn within(&self, other: &Self) -> bool {
        self.cut(other) == *self
    }

    /// Its scope items, in the order of their identifiers; none means everywhere.
    pub fn items(&self) -> Vec<ScopeItemId> {
        match self {
            Self::Everywhere => Vec::new(),
            Self::At(items) => items.iter().copied().collect(),
        }
    }
}

/// The scopes of all systems, read once for many questions.
#[derive(Debug, Clone)]
pub struct Reaches {
    whole: BTreeSet<ScopeItemId>,
    kinds: HashMap<ScopeItemId, ScopeKind>,
    codes: HashMap<ScopeItemId, String>,
    systems: HashMap<String, BTreeSet<ScopeItemId>>,
}

impl Reaches {
    /// Reads them.
    pub fn read(db: &Connection) -> Result<Self> {
        let (mut whole, mut codes, mut systems) = (BTreeSet::new(), HashMap::new(), HashMap::new());
        let mut kinds = HashMap::new();
        let mut items = db.prepare_cached("SELECT id, code, kind FROM scope_item")?;
        let mut rows = items.query([])?;
        while let Some(row) = rows.next()? {
            let id: ScopeItemId = row.get(0)?;
            let kind = row.get::<_, ScopeKind>(2)?;
            if kind == ScopeKind::Organisation {
                whole.insert(id);
            }
            kinds.insert(id, kind);
            codes.insert(id, row.get(1)?);
        }
        let mut scopes =
            db.prepare_cached("SELECT s.edition, c.item FROM system s JOIN system_scope c ON c.system = s.id")?;
        let mut rows = scopes.query([])?;
        while let Some(row) = rows.next()? {
            systems.entry(row.get(0)?).or_insert_with(BTreeSet::new).insert(row.get(1)?);
        }
        Ok(Self { whole, kinds, codes, systems })
    }

    /// The same with another scope of the system that holds an edition.
    #[must_use]
    pub fn with(&self, edition: &EditionId, items: &[ScopeItemId]) -> Self {
        let mut after = self.clone();
        after.systems.remove(&edition.to_string());
        if !items.is_empty() {
            after.systems.insert(edition.to_string(), items.iter().copied().collect());
        }
        after
    }

    /// Where something counts that belongs to these scope items.
    pub fn of(&self, scope: &[ScopeItemId]) -> Reach {
        if scope.is_empty() || scope.iter().any(|item| self.whole.contains(item)) {
            Reach::Everywhere
        } else {
            Reach::At(scope.iter().copied().collect())
        }
    }

    /// The scope of the system that holds an edition; everywhere where no scope item is named, or no system holds it.
    pub fn system(&self, edition: &EditionId) -> Reach {
        let items = self.systems.get(&edition.to_string());
        items.map_or(Reach::Everywhere, |items| self.of(&items.iter().copied().collect::<Vec<_>>()))
    }

    /// Whether what is shown at some places is shown for others as a whole: at all of these, or at all of one kind of them, as
    /// coverage counts sites and services. Functions, processes and components are no such kind.
    pub fn shows_all(&self, shown: &Reach, wanted: &Reach) -> bool {
        let (Reach::At(shown), Reach::At(wanted)) = (shown, wanted) else { return *shown == Reach::Everywhere };
        let kinds = wanted.iter().filter_map(|item| self.kinds.get(item).copied());
        let kinds: Vec<ScopeKind> = kinds.filter(|kind| kind.is_place()).collect();
        let of = |kind| wanted.iter().filter(move |item| self.kinds.get(item) == Some(&kind));
        wanted.is_subset(shown) || kinds.into_iter().any(|kind| of(kind).all(|item| shown.contains(item)))
    }

    /// The codes of scope items, in order.
    pub fn codes(&self, items: &[ScopeItemId]) -> Vec<String> {
        let mut codes: Vec<String> = items.iter().filter_map(|item| self.codes.get(item).cloned()).collect();
        codes.sort();
        codes
    }
}
