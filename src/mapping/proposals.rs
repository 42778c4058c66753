//! Proposals: clauses that follow from the mappings at hand by the correlation, and clauses that a file's own text names.
//! Never stored, never counted (R12–R24); none is stronger or wider than what it follows from.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::offers::Offer;
use super::queries::{self, Link};
use super::sources::{Allowed, Source, scope_of};
use super::{Strength, naming};
use crate::applicability::{self, Gives, Standing};
use crate::error::Result;
use crate::ids::ScopeItemId;
use crate::items::{self, ItemId};
use crate::standards::{ClauseRef, Direction, EditionId, Own, Said, Via, catalogue};
use crate::systems::{self, Reach, Reaches};

pub use super::naming::NamedAt;

/// What a proposal says in place of a relation where only a file's text names the clause.
pub(super) const NAMED: &str = "named";

/// A clause that is suggested for a document or record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Proposal {
    /// The suggested clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// The clause from which it follows; none where only the text names it.
    pub from: Option<ClauseRef>,
    /// `identical_hls`, `similar` or `aligned`; `named` where only the text names it.
    pub relation: String,
    /// The group or clause through which it was found, if not directly.
    pub through: Option<String>,
    /// By which stretches it was found.
    pub via: Vec<Via>,
    /// A match in a small part only (R147).
    pub limited: bool,
    /// In which direction evidence may be enough (R22).
    pub direction: Direction,
    /// The group of controls it came through, as `27001:2013/A.16`: each control is decided by itself (R163).
    pub group: Option<String>,
    /// Why the clause it follows from is its standard's own (R149).
    pub own: Option<Own>,
    /// What to look at before accepting.
    pub notes: Vec<String>,
    /// The same by code and values.
    pub said: Vec<Said>,
    /// Where the match comes from: `table 3; annex b`, `derived from …`; empty where only the text names it.
    pub source: String,
    /// What is to be known of the control it follows from, before it counts for anything else.
    pub control: Option<SourceControl>,
    /// The most it can be accepted as: no more than its source, partial where the match is limited or one way only.
    pub at_most: Strength,
    /// Whether accepting needs a reason.
    pub needs_reason: bool,
    /// Codes of the scope items for which it would hold; none means those of the item.
    pub scope: Vec<String>,
    /// Where the files name the clause.
    pub named: Vec<NamedAt>,
    /// The same scope as it is kept.
    #[serde(skip)]
    #[ts(skip)]
    pub(super) scope_items: Vec<ScopeItemId>,
}

/// What was decided of a control from which something follows (R57, R58).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum SourceControl {
    /// It is excluded and gives nothing (CL-21).
    Excluded,
    /// It counts once the control is in place (CL-22).
    NotInPlace,
    /// It is in place in part: no more than a part.
    InPart,
    /// It reaches the organisation's own assets alone: no more than a part (CL-24).
    OwnAssets,
    /// Nobody said whether it reaches the services (CL-23).
    ReachUnsaid,
}

/// What may be proposed in a workspace, for one item after the other.
pub struct Proposer<'a> {
    db: &'a Connection,
    held: &'a [EditionId],
    reaches: Reaches,
    /// What was decided of what applies, by edition.
    decided: Vec<(EditionId, Standing)>,
}

/// What the correlation and the texts suggest for one item: clauses of the editions held that it is not mapped to and that
/// were not declined, in the other systems' scopes.
pub fn proposals(db: &Connection, item: ItemId, held: &[EditionId]) -> Result<Vec<Proposal>> {
    Proposer::new(db, held)?.of(item)
}

/// What the correlation suggests for something that satisfies these clauses in full and belongs to these scope items.
pub fn propose(
    db: &Connection,
    from: &[ClauseRef],
    scope: &[ScopeItemId],
    held: &[EditionId],
) -> Result<Vec<Proposal>> {
    let proposer = Proposer::new(db, held)?;
    let item = proposer.reaches.of(scope);
    let source = |clause: &ClauseRef| Source::at(clause.clone(), Strength::Full, &item, &proposer.reaches);
    let wanted = |clause: &ClauseRef| !from.contains(clause) && proposer.applies(clause);
    Ok(proposer.follow(&from.iter().map(source).collect::<Vec<_>>(), &item, wanted))
}

impl<'a> Proposer<'a> {
    /// Reads the scopes of all systems, and what does not apply in them, once.
    pub fn new(db: &'a Connection, held: &'a [EditionId]) -> Result<Self> {
        let mut decided = Vec::new();
        for edition in systems::editions_held(db)? {
            decided.push((edition.clone(), applicability::standing(db, &edition)?));
        }
        decided.retain(|(_, standing)| !standing.is_empty());
        Ok(Self { db, held, reaches: Reaches::read(db)?, decided })
    }

    /// Whether a clause applies: neither it nor one above it is excluded.
    fn applies(&self, clause: &ClauseRef) -> bool {
        self.standing(clause).is_none_or(|standing| !standing.excludes(clause))
    }

    /// What is to be known of a control before something follows from it.
    fn control(&self, from: &ClauseRef) -> Option<SourceControl> {
        let standing = self.standing(from)?;
        match standing.gives(from) {
            Gives::Excluded => Some(SourceControl::Excluded),
            Gives::NotInPlace => Some(SourceControl::NotInPlace),
            Gives::InPart => Some(SourceControl::InPart),
            Gives::OwnAssets => Some(SourceControl::OwnAssets),
            Gives::All if !from.in_annex() => None,
            Gives::All => standing.reach_unsaid(from).then_some(SourceControl::ReachUnsaid),
        }
    }

    /// What was decided in the edition of a clause.
    fn standing(&self, clause: &ClauseRef) -> Option<&Standing> {
        if self.decided.is_empty() {
            return None;
        }
        let edition = clause.edition_id();
        self.decided.iter().find(|(held, _)| *held == edition).map(|(_, standing)| standing)
    }

    /// See [`proposals`].
    pub fn of(&self, item: ItemId) -> Result<Vec<Proposal>> {
        if items::is_out_of_use(self.db, item)? {
            return Ok(Vec::new());
        }
        let links = queries::of_item(self.db, item)?;
        let declined: HashSet<ClauseRef> = queries::declined_of(self.db, item)?.into_iter().map(|d| d.0).collect();
        let reach = self.reaches.of(&scope_of(self.db, item)?);
        let sources: Vec<Source> = links.iter().filter_map(|link| Source::of(link, &reach, &self.reaches)).collect();
        let settled = |clause: &ClauseRef| links.iter().any(|link| settles(link, clause));
        let wanted = |clause: &ClauseRef| !declined.contains(clause) && self.applies(clause) && !settled(clause);
        let mut found = self.follow(&sources, &reach, wanted);
        self.add_named(item, &reach, &mut found, wanted)?;
        Ok(found)
    }

    /// The editions held for which the scope of their systems alone keeps anything from being proposed: the item does not lie
    /// in it, or nothing from which something would follow does.
    pub(super) fn outside(&self, item: ItemId) -> Result<Vec<EditionId>> {
        let reach = self.reaches.of(&scope_of(self.db, item)?);
        let links = queries::of_item(self.db, item)?;
        let sources: Vec<Source> = links.iter().filter_map(|link| Source::of(link, &reach, &self.reaches)).collect();
        let out = |edition: &&EditionId| {
            let mut leading = sources.iter().filter(|source| !source.in_edition(edition).is_empty()).peekable();
            reach.cut(&self.reaches.system(edition)).is_nowhere()
                || (leading.peek().is_some()
                    && leading.all(|source| source.reach_in(edition, &self.reaches).is_nowhere()))
        };
        Ok(self.held.iter().filter(out).cloned().collect())
    }

    /// What follows from the sources, at the clauses wanted; of several the one that allows most.
    fn follow(&self, sources: &[Source], item: &Reach, wanted: impl Fn(&ClauseRef) -> bool) -> Vec<Proposal> {
        let mut best: BTreeMap<ClauseRef, Best<'_>> = BTreeMap::new();
        for source in sources {
            let control = self.control(&source.reference);
            let strength = match control {
                Some(SourceControl::Excluded) => continue,
                Some(SourceControl::InPart | SourceControl::OwnAssets) => source.strength.max(Strength::Partial),
                Some(SourceControl::NotInPlace | SourceControl::ReachUnsaid) | None => source.strength,
            };
            for edition in self.held {
                let reach = source.reach_in(edition, &self.reaches);
                if reach.is_nowhere() {
                    continue;
                }
                let offers = source.in_edition(edition);
                for (place, offer) in offers.iter().enumerate() {
                    let allowed = Allowed { strength: offer.at_most(strength), reach: reach.clone() };
                    match best.get_mut(&offer.hit.clause) {
                        Some(known) if !known.is_less_than(&allowed, offer) => {}
                        Some(known) => *known = Best { source, control, offers: Arc::clone(&offers), place, allowed },
                        None => {
                            let first = Best { source, control, offers: Arc::clone(&offers), place, allowed };
                            best.insert(offer.hit.clause.clone(), first);
                        }
                    }
                }
            }
        }
        // Written out only now: most of what is offered is mapped already, or offered again by the next source.
        best.retain(|clause, _| wanted(clause));
        best.into_values().map(|one| self.proposal(&one, item)).collect()
    }

    fn proposal(&self, best: &Best<'_>, item: &Reach) -> Proposal {
        let (offer, allowed) = (best.offer(), &best.allowed);
        let hit = &offer.hit;
        let scope_items = if allowed.reach == *item { Vec::new() } else { allowed.reach.items() };
        Proposal {
            reference: hit.clause.clone(),
            title: hit.title.clone(),
            from: Some(best.source.reference.clone()),
            relation: hit.relation.as_str().to_owned(),
            through: hit.through.clone(),
            via: hit.via.clone(),
            limited: hit.limited,
            direction: hit.direction,
            group: hit.group.clone(),
            own: offer.own,
            notes: hit.notes.clone(),
            said: hit.said.clone(),
            source: hit.source.clone(),
            control: best.control,
            at_most: allowed.strength,
            needs_reason: offer.needs_reason(allowed.strength),
            scope: self.reaches.codes(&scope_items),
            named: Vec::new(),
            scope_items,
        }
    }

    /// Adds what the item's files name, each clause once with all its places; a clause that follows from a mapping as well
    /// keeps what follows.
    fn add_named(
        &self,
        item: ItemId,
        reach: &Reach,
        found: &mut Vec<Proposal>,
        wanted: impl Fn(&ClauseRef) -> bool,
    ) -> Result<()> {
        for (reference, named) in naming::named_in_files(self.db, item, self.held)? {
            // Where every place names an earlier edition, what is proposed came through the map of editions and says so.
            let before = named.iter().map(|at| at.of.clone()).collect::<Option<Vec<_>>>().unwrap_or_default();
            let notes: Vec<String> = before.first().map(naming::through_map).into_iter().collect();
            if let Some(known) = found.iter_mut().find(|p| p.reference == reference) {
                known.named = named;
                continue;
            }
            let here = reach.cut(&self.reaches.system(&reference.edition_id()));
            if here.is_nowhere() || !wanted(&reference) {
                continue;
            }
            let scope_items = if here == *reach { Vec::new() } else { here.items() };
            found.push(Proposal {
                title: catalogue().title(&reference),
                reference,
                from: None,
                relation: NAMED.to_owned(),
                through: before.first().map(ClauseRef::to_string),
                via: before.first().map(|_| Via::EditionMap).into_iter().collect(),
                limited: false,
                direction: Direction::Both,
                group: None,
                own: None,
                said: Said::all(&notes),
                notes,
                source: String::new(),
                control: None,
                at_most: Strength::Full,
                needs_reason: !before.is_empty(),
                scope: self.reaches.codes(&scope_items),
                named,
                scope_items,
            });
        }
        found.sort_by(|a, b| a.reference.cmp(&b.reference));
        Ok(())
    }
}

/// Whether a mapping leaves nothing to propose at a clause: it is the clause's own, one to the group of a control, or one to a
/// part, by which a person said more closely what the item is.
pub(super) fn settles(link: &Link, clause: &ClauseRef) -> bool {
    let counts = link.strength != Strength::Supporting;
    link.reference == *clause
        || counts && (clause.in_annex() && clause.is_below(&link.reference) || link.reference.is_below(clause))
}

/// Of everything that leads to a clause, what allows most.
struct Best<'s> {
    source: &'s Source,
    control: Option<SourceControl>,
    /// The offers of the source, and which of them it is.
    offers: Arc<[Offer]>,
    place: usize,
    allowed: Allowed,
}

impl Best<'_> {
    fn offer(&self) -> &Offer {
        &self.offers[self.place]
    }

    /// Whether another offer allows more, or as much and leaves less to judge: no reason asked for, nothing in between.
    fn is_less_than(&self, allowed: &Allowed, offer: &Offer) -> bool {
        let judged = |offer: &Offer, strength| {
            (offer.needs_reason(strength), offer.hit.through.is_some() || offer.hit.group.is_some())
        };
        allowed.more_than(&self.allowed)
            || (!self.allowed.more_than(allowed)
                && allowed.strength == self.allowed.strength
                && judged(offer, allowed.strength) < judged(self.offer(), self.allowed.strength))
    }
}
