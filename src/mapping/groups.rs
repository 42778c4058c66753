//! Groups of controls as an item stands to them: each control by itself, what is common to them said once (R163).

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::Strength;
use super::limits::Limits;
use super::points;
use super::proposals::{Proposal, Proposer};
use super::queries::{self, Less, Link};
use crate::error::Result;
use crate::items::ItemId;
use crate::standards::{ClauseRef, EditionId, Own, Said, catalogue};

/// What is proposed for one document or record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ProposalsOf")]
pub struct Proposed {
    /// Every clause by itself, in the order of the standards.
    pub proposals: Vec<Proposal>,
    /// The groups of controls among them.
    pub groups: Vec<ProposalGroup>,
    /// The mappings that say why nothing or little follows from them.
    pub own: Vec<OwnSource>,
    /// Editions for which nothing is proposed since the item lies outside of the scope of their systems.
    pub outside: Vec<EditionId>,
    /// What was declined; accepting takes it up again.
    pub declined: Vec<Declined>,
}

/// A proposal that was declined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ProposalDeclined")]
pub struct Declined {
    /// The clause.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: String,
}

/// A mapping to a clause that is its standard's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OwnSource {
    /// The clause.
    pub reference: ClauseRef,
    /// Why it is its standard's own.
    pub own: Own,
    /// Whether something is proposed from it all the same.
    pub proposes: bool,
}

/// A group of controls, as one item stands to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProposalGroup {
    /// The group, as `27001:2013/A.16`; its controls may be those of a later edition.
    pub group: String,
    /// Its title.
    pub title: String,
    /// The clause from which the group follows, where all its proposals follow from one.
    pub from: Option<ClauseRef>,
    /// The relation, where it is one for all.
    pub relation: Option<String>,
    /// What is to be known of all of them.
    pub notes: Vec<String>,
    /// The same by code and values.
    pub said: Vec<Said>,
    /// Its controls.
    pub controls: Vec<ControlAt>,
}

/// How an item stands to a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ControlState {
    /// It waits for a decision.
    Proposed,
    /// It is mapped.
    Accepted,
    /// It was declined.
    Declined,
    /// Nothing leads there.
    NotProposed,
}

/// A control, as one item stands to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ControlAt {
    /// The control.
    pub reference: ClauseRef,
    /// Its title.
    pub title: String,
    /// How the item stands to it.
    pub state: ControlState,
    /// Mapped: how strongly.
    pub strength: Option<Strength>,
    /// Mapped: how many open points keep it partial.
    pub open_points: usize,
    /// Mapped or declined: why.
    pub reason: String,
    /// Mapped: the decision that keeps it from counting as it says.
    pub less: Option<Less>,
    /// Mapped, but to the heading above it, which counts for what stands below: that heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub by: Option<ClauseRef>,
    /// What is proposed, where it waits; `notes` are those that the group does not share.
    pub proposal: Option<Proposal>,
}

/// Everything proposed for an item, with its groups.
pub fn proposed(db: &Connection, item: ItemId, held: &[EditionId]) -> Result<Proposed> {
    let proposer = Proposer::new(db, held)?;
    let (proposals, outside) = (proposer.of(item)?, proposer.outside(item)?);
    let links = queries::of_item(db, item)?;
    let limits = Limits::read(db)?;
    let mut names: Vec<&str> = proposals.iter().filter_map(|p| p.group.as_deref()).collect();
    names.sort_unstable();
    names.dedup();
    let mut groups = Vec::new();
    for name in names {
        groups.push(group(db, item, name, &controls_of(name, held)?, (&proposals, &links), limits.as_ref())?);
    }
    let own = links.iter().filter_map(|link| {
        let own = catalogue().own(&link.reference)?;
        let proposes = proposals.iter().any(|p| p.from.as_ref() == Some(&link.reference));
        Some(OwnSource { reference: link.reference.clone(), own, proposes })
    });
    let mut declined = queries::declined_of(db, item)?;
    declined.sort_by(|a, b| a.0.cmp(&b.0));
    let declined = declined.into_iter().map(|(reference, reason)| {
        let title = catalogue().title(&reference);
        Declined { reference, title, reason }
    });
    Ok(Proposed { own: own.collect(), declined: declined.collect(), outside, groups, proposals })
}

/// The controls of a group in the editions held: its own, or what took their place.
///
/// # Errors
/// `invalid_value` for what is no clause reference.
pub fn controls_of(group: &str, held: &[EditionId]) -> Result<Vec<ClauseRef>> {
    let group: ClauseRef = group.parse()?;
    let own: Vec<ClauseRef> = catalogue().leaves_below(&group).iter().map(|c| c.reference.clone()).collect();
    let mut found = Vec::new();
    for edition in held.iter().filter(|e| e.standard == group.standard) {
        if *edition == group.edition_id() {
            found.extend(own.iter().cloned());
        } else {
            let later =
                own.iter().flat_map(|control| catalogue().successors(control)).filter(|r| r.edition_id() == *edition);
            found.extend(later.cloned());
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// One group, as an item stands to it by its proposals and mappings.
pub fn group(
    db: &Connection,
    item: ItemId,
    name: &str,
    controls: &[ClauseRef],
    (proposals, links): (&[Proposal], &[Link]),
    limits: Option<&Limits>,
) -> Result<ProposalGroup> {
    let back = limits.map(|limits| limits.of_item(db, item)).transpose()?.unwrap_or_default();
    let of: Vec<&Proposal> = proposals.iter().filter(|p| controls.contains(&p.reference)).collect();
    let notes = in_common(&of);
    let declined = queries::declined_of(db, item)?;
    let open = points::open_links_of(db, item)?;
    let mut out = Vec::new();
    for reference in controls {
        let exact = links.iter().find(|link| link.reference == *reference);
        let proposal = of.iter().find(|p| p.reference == *reference).map(|p| {
            let mut own = (*p).clone();
            own.notes.retain(|note| !notes.contains(note));
            own.said.retain(|said| !notes.contains(&said.text));
            own
        });
        let refused = declined.iter().find(|(clause, _)| clause == reference);
        // A heading's mapping counts for a part of it about which nothing is said by itself.
        let above =
            (exact.is_none() && proposal.is_none() && refused.is_none()).then(|| nearest(links, reference)).flatten();
        let (link, by) = (exact.or(above), above.map(|link| link.reference.clone()));
        let (state, reason) = match (link, &proposal, refused) {
            (Some(link), _, _) => (ControlState::Accepted, link.reason.clone()),
            (None, Some(_), _) => (ControlState::Proposed, String::new()),
            (None, None, Some((_, why))) => (ControlState::Declined, why.clone()),
            (None, None, None) => (ControlState::NotProposed, String::new()),
        };
        let title = catalogue().title(reference);
        let strength = link.map(|link| link.strength);
        let open_points = link.and_then(|link| open.get(&link.id).copied()).unwrap_or_default();
        let less = link.zip(limits).and_then(|(link, limits)| limits.less(link, back.get(&link.id).copied()));
        let reference = reference.clone();
        out.push(ControlAt { reference, title, state, strength, open_points, reason, less, by, proposal });
    }
    Ok(ProposalGroup {
        group: name.to_owned(),
        title: name.parse().map(|group| catalogue().title(&group)).unwrap_or_default(),
        from: one(of.iter().map(|p| p.from.clone())).flatten(),
        relation: one(of.iter().map(|p| p.relation.clone())),
        said: Said::all(&notes),
        notes,
        controls: out,
    })
}

/// The mapping to the nearest heading above.
fn nearest<'a>(links: &'a [Link], reference: &ClauseRef) -> Option<&'a Link> {
    let mut above = catalogue().ancestors(reference);
    above.find_map(|heading| links.iter().find(|link| link.reference == heading.reference))
}

/// The notes that all have, in the order of the first.
fn in_common(all: &[&Proposal]) -> Vec<String> {
    let Some((first, others)) = all.split_first() else { return Vec::new() };
    let mut notes = first.notes.clone();
    notes.retain(|note| others.iter().all(|p| p.notes.contains(note)));
    notes
}

/// The value that all have.
fn one<T: PartialEq>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}
