//! A document or record together with the clauses it satisfies.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::limits::Limits;
use super::points::{self, PointShown, points_of};
use super::queries::{self, Named};
use super::sources::{carried, reach_of, scope_of};
use crate::day::Day;
use crate::error::Result;
use crate::filed::FiledFile;
use crate::items::{self, Item, ItemId};
use crate::records::{self, Exited, Name, Proposed, Stated};
use crate::standards::ClauseRef;
use crate::systems::{self, Reaches};

/// What a document or record is mapped to.
#[derive(Debug, Serialize, TS)]
pub struct Mapped {
    /// The document or record.
    pub item: Item,
    /// The clauses it satisfies.
    pub mappings: Vec<Named>,
    /// The points that opened just now.
    pub opened: Vec<PointShown>,
    /// What followed from a mapping that was corrected or taken back, and fell with it.
    pub fell: Vec<Fell>,
}

/// A mapping that fell with the one it followed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "MappingFell")]
pub struct Fell {
    /// The clause.
    pub reference: ClauseRef,
    /// How it is now; none where it was taken back.
    pub now: Option<Named>,
}

impl Mapped {
    /// Says what else became another since the mappings were as given, besides these clauses.
    #[must_use]
    pub fn since(mut self, before: &[Named], besides: &[ClauseRef]) -> Self {
        for was in before.iter().filter(|was| !besides.contains(&was.reference)) {
            let now = self.mappings.iter().find(|now| now.reference == was.reference);
            if now != Some(was) {
                self.fell.push(Fell { reference: was.reference.clone(), now: now.cloned() });
            }
        }
        self
    }
}

/// The points of an item before something changes: number and clause.
pub type KnownPoints = Vec<(String, ClauseRef)>;

/// The points that an item has by now.
pub fn known_points(db: &Connection, item: ItemId) -> Result<KnownPoints> {
    Ok(points::of_item(db, item)?.into_iter().map(|point| (point.id, point.at)).collect())
}

/// What the document or record of that name is mapped to.
///
/// # Errors
/// `not_found`.
pub fn mapped(db: &Connection, name: &str) -> Result<Mapped> {
    let item = items::find(db, name)?;
    let (opened, fell) = (Vec::new(), Vec::new());
    Ok(Mapped { item: items::name(db, item)?, mappings: named(db, item)?, opened, fell })
}

/// The same, with the points that it had not before.
///
/// # Errors
/// `not_found`.
pub fn mapped_since(db: &Connection, name: &str, known: &KnownPoints) -> Result<Mapped> {
    let item = items::find(db, name)?;
    let mut opened = points_of(db, item)?;
    opened.retain(|point| !known.iter().any(|(id, at)| *id == point.id && *at == point.at));
    Ok(Mapped { opened, ..mapped(db, name)? })
}

/// The mappings of one document or record in the form in which they are shown, by standard and clause, each with the decision
/// that keeps it from counting.
pub fn named(db: &Connection, item: ItemId) -> Result<Vec<Named>> {
    let links = queries::of_item(db, item)?;
    let (reaches, held) = (Reaches::read(db)?, systems::editions_held(db)?);
    let whole = reaches.of(&scope_of(db, item)?);
    let mut all = match if links.is_empty() { None } else { Limits::read(db)? } {
        Some(limits) => limits.named(db, item)?,
        None => links.iter().map(|link| link.named(db, &held)).collect::<Result<Vec<_>>>()?,
    };
    for (named, link) in all.iter_mut().zip(&links) {
        let system = reaches.system(&link.reference.edition_id());
        named.nowhere = reach_of(link, &whole, &reaches).cut(&system).is_nowhere();
        if let Some((gone, carried)) = carried(db, item, link, &links)? {
            (named.origin, named.accepted_from) = (carried, Some(gone));
        }
    }
    Ok(all)
}

/// A record with everything about it.
#[derive(Debug, Serialize, TS)]
pub struct RecordShown {
    /// The record, with how it stands.
    #[serde(flatten)]
    pub record: Stated,
    /// Codes of the scope items it belongs to; none means all.
    pub scope: Vec<String>,
    /// Its files.
    pub files: Vec<FiledFile>,
    /// The clauses it is evidence for.
    pub mappings: Vec<Named>,
    /// The points that its mappings open, open and settled.
    pub points: Vec<PointShown>,
    /// Why it counts no longer; empty where it counts as its dates say.
    pub exited: Vec<Exited>,
    /// The records in whose place it stands.
    pub replaces: Vec<Name>,
    /// Where it may stand in another's place, or another in its.
    pub replacements: Vec<Proposed>,
}

/// The record of that code or identifier, with everything about it and how it stands on a day.
///
/// # Errors
/// `not_found`.
pub fn record_shown(db: &Connection, name: &str, day: Day) -> Result<RecordShown> {
    let record = records::find(db, name)?;
    Ok(RecordShown {
        scope: systems::scope_item_codes(db, &records::scope_of(db, record.id)?)?,
        files: records::files(db, record.id)?,
        mappings: named(db, ItemId::Record(record.id))?,
        points: points_of(db, ItemId::Record(record.id))?,
        exited: records::exited(db, record.id)?,
        replaces: records::replaced_by(db, record.id)?,
        replacements: records::proposed(db, &record)?,
        record: record.stated(day),
    })
}
