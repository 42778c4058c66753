//! What a change between two revisions touches: who cites the document, the mappings that rest on a section, audits ahead.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde::Serialize;
use strum::IntoStaticStr;
use ts_rs::TS;

use super::revisions::{Between, Texts, numbers};
use crate::audits;
use crate::day::Day;
use crate::documents::{self, Document};
use crate::error::{Code, Result};
use crate::items::ItemId;
use crate::mapping::{self, Link, Strength};
use crate::reviews::{Cites, Rests, SectionsNoted};
use crate::search::{self, CitedBy, Shelf, TextCache, Wanted, named_in};
use crate::standards::{ClauseRef, EditionId, catalogue};
use crate::systems;

/// What becomes of a mapping when the later revision comes into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, IntoStaticStr, TS)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[ts(rename = "MappingBecomes")]
pub enum Becomes {
    /// It holds as before.
    CarriedOver,
    /// Its reason names a section that changes: it is asked again whether it holds.
    AskedAgain,
}

/// A clause that the document is mapped to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ClauseTouched {
    /// Edition and clause.
    pub reference: ClauseRef,
    /// The clause's title.
    pub title: String,
    /// How much of it is satisfied.
    pub strength: Strength,
    /// Why, as it was entered.
    pub reason: String,
    /// The sections that change and that the reason names.
    pub sections: Vec<String>,
    /// What becomes of the mapping.
    pub becomes: Becomes,
}

/// An audit that is not over and looks at clauses of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditAhead {
    /// Its code.
    pub code: String,
    /// Its title.
    pub title: String,
    /// The first day of its period.
    pub period_from: Option<Day>,
    /// The last day of its period.
    pub period_to: Option<Day>,
    /// The clauses of the document that it looks at.
    pub clauses: Vec<ClauseRef>,
}

/// What a change touches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "RevisionImpact")]
pub struct Impact {
    /// Code of the document.
    pub code: String,
    /// Its title.
    pub title: String,
    /// Label of the earlier revision; nothing where there is one alone.
    pub earlier: Option<String>,
    /// Label of the later revision.
    pub later: Option<String>,
    /// The sections in which something changes.
    pub sections: Vec<String>,
    /// How many files could not be compared: what changes in them touches more than is said here.
    pub unread: usize,
    /// Who cites the document.
    pub cited: CitedBy,
    /// The clauses it is mapped to, by standard.
    pub clauses: Vec<ClauseTouched>,
    /// The audits ahead.
    pub audits: Vec<AuditAhead>,
}

/// Who cites a document, and whether what they cite changes between the two revisions.
pub fn cited_by(
    db: &Connection,
    cache: &TextCache,
    shelf: &Shelf,
    between: Between<'_>,
    section: Option<&str>,
    limit: usize,
) -> Result<CitedBy> {
    Read::of(db, cache, between)?.cited(db, cache, shelf, section, limit)
}

/// What the change between two revisions touches. `day` says which audits are over.
pub fn impact(
    db: &Connection,
    cache: &TextCache,
    shelf: &Shelf,
    between: Between<'_>,
    limit: usize,
    day: Day,
) -> Result<Impact> {
    let read = Read::of(db, cache, between)?;
    let cited = read.cited(db, cache, shelf, None, limit)?;
    let clauses: Vec<ClauseTouched> =
        read.links(db)?.into_iter().map(|(link, sections)| touched(link, sections)).collect();
    let audits = ahead(db, &read.document, &clauses, day)?;
    let label = |of: fn(&Texts) -> &documents::Revision| read.texts.as_ref().map(|texts| of(texts).label.clone());
    Ok(Impact {
        earlier: label(|texts| &texts.earlier),
        later: label(|texts| &texts.later),
        sections: read.texts.as_ref().map(Texts::sections).unwrap_or_default(),
        unread: read.texts.as_ref().map_or(0, Texts::unread),
        code: read.document.code,
        title: read.document.particulars.title,
        cited,
        clauses,
        audits,
    })
}

/// What has to be looked at again once the later revision is in force; nothing where no section changes on which anything
/// rests.
pub fn note(db: &Connection, cache: &TextCache, shelf: &Shelf, between: Between<'_>) -> Result<Option<SectionsNoted>> {
    let read = Read::of(db, cache, between)?;
    let Some(texts) = &read.texts else { return Ok(None) };
    if texts.sections().is_empty() && !read.known.iter().any(|section| texts.touches(section)) {
        return Ok(None);
    }
    let cited = read.cited(db, cache, shelf, None, usize::MAX)?;
    let cites = cited.citing.into_iter().filter(|citing| citing.changes).map(|citing| {
        let sections = citing.sections.into_iter().filter(|section| section.changes).map(|section| section.number);
        Cites { item: citing.item, sections: sections.collect() }
    });
    let rests = read.links(db)?.into_iter().filter(|(_, sections)| !sections.is_empty());
    let noted = SectionsNoted {
        document: read.document.id,
        before: texts.earlier.id,
        revision: texts.later.id,
        rests: rests.map(|(link, sections)| Rests { link: link.id, reference: link.reference, sections }).collect(),
        cites: cites.collect(),
    };
    Ok(Some(noted).filter(|noted| !(noted.rests.is_empty() && noted.cites.is_empty())))
}

/// A document with the texts of two revisions, or of the one it has.
struct Read {
    document: Document,
    texts: Option<Texts>,
    known: BTreeSet<String>,
}

impl Read {
    fn of(db: &Connection, cache: &TextCache, between: Between<'_>) -> Result<Self> {
        let texts = match Texts::read(db, cache, between) {
            Ok(texts) => Some(texts),
            // One revision alone is cited all the same.
            Err(e) if e.code() == Code::Refused && between.earlier.is_none() => None,
            Err(e) => return Err(e),
        };
        let document = documents::by_code(db, between.code)?;
        let known = match &texts {
            Some(texts) => texts.known(cache)?,
            None => numbers(cache, &documents::revisions(db, document.id)?)?,
        };
        Ok(Self { document, texts, known })
    }

    fn touches(&self, section: &str) -> bool {
        self.texts.as_ref().is_some_and(|texts| texts.touches(section))
    }

    fn cited(
        &self,
        db: &Connection,
        cache: &TextCache,
        shelf: &Shelf,
        section: Option<&str>,
        limit: usize,
    ) -> Result<CitedBy> {
        let touches = |section: &str| self.touches(section);
        let wanted = Wanted { document: &self.document, known: &self.known, section, touches: &touches, limit };
        search::cited_by(db, cache, shelf, &wanted)
    }

    /// The document's mappings, each with the sections that change and that its reason names.
    fn links(&self, db: &Connection) -> Result<Vec<(Link, Vec<String>)>> {
        let links = mapping::of_item(db, ItemId::Document(self.document.id))?;
        let named = links.into_iter().map(|link| {
            let mut sections = named_in(&link.reason, &self.known);
            sections.retain(|section| self.touches(section));
            (link, sections)
        });
        Ok(named.collect())
    }
}

fn touched(link: Link, sections: Vec<String>) -> ClauseTouched {
    ClauseTouched {
        title: catalogue().title(&link.reference),
        becomes: if sections.is_empty() { Becomes::CarriedOver } else { Becomes::AskedAgain },
        reference: link.reference,
        strength: link.strength,
        reason: link.reason,
        sections,
    }
}

/// The audits that are not over by a day, and that look at a clause of the document where it belongs.
fn ahead(db: &Connection, document: &Document, clauses: &[ClauseTouched], day: Day) -> Result<Vec<AuditAhead>> {
    let places = systems::scope_item_codes(db, &documents::scope_of(db, document.id)?)?;
    let meets =
        |scope: &[String]| scope.is_empty() || places.is_empty() || scope.iter().any(|code| places.contains(code));
    let of = |editions: &[EditionId]| -> Vec<ClauseRef> {
        clauses.iter().map(|c| &c.reference).filter(|r| editions.contains(&r.edition_id())).cloned().collect()
    };
    let audits = audits::list(db)?.into_iter().filter(|audit| audit.period_to.is_none_or(|end| end >= day));
    let ahead = audits.filter(|audit| meets(&audit.scope)).map(|audit| AuditAhead {
        clauses: of(&audit.editions),
        code: audit.code,
        title: audit.title,
        period_from: audit.period_from,
        period_to: audit.period_to,
    });
    Ok(ahead.filter(|audit| !audit.clauses.is_empty()).collect())
}
