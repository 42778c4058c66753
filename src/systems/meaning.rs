//! What each event about the organisation and its systems means.

use rusqlite::Connection;
use uuid::Uuid;

use super::model::RunBy;
use super::{SystemEvent, commands, projection, queries};
use crate::day::Zone;
use crate::error::Result;
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, told, zone_at};

impl Meaning for SystemEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        Ok(match self {
            SystemEvent::Established { id, .. } => vec![id.0],
            SystemEvent::ScopeStated { system, .. } | SystemEvent::ScopeSet { system, .. } => vec![system.0],
            SystemEvent::ScopeItemAdded { id, .. } | SystemEvent::RunBySet { item: id, .. } => vec![id.0],
            SystemEvent::OrganisationNamed { .. }
            | SystemEvent::OrganisationCorrected { .. }
            | SystemEvent::TimeZoneSet { .. }
            | SystemEvent::ScopesCompared { .. }
            | SystemEvent::ScopeQuestionAnswered { .. } => Vec::new(),
        })
    }

    fn frames_all(&self) -> bool {
        matches!(
            self,
            SystemEvent::OrganisationNamed { .. }
                | SystemEvent::OrganisationCorrected { .. }
                | SystemEvent::TimeZoneSet { .. }
                | SystemEvent::ScopeQuestionAnswered { .. }
        )
    }

    fn about(&self, db: &Connection) -> Result<String> {
        Ok(match self {
            SystemEvent::OrganisationNamed { name } => name.clone(),
            SystemEvent::OrganisationCorrected { before, after, reason } => {
                told([format!("{before} → {after}").as_str(), reason])
            }
            SystemEvent::TimeZoneSet { zone } => zone.to_string(),
            SystemEvent::Established { code, name, .. } | SystemEvent::ScopeItemAdded { code, name, .. } => {
                told([code.as_str(), name])
            }
            SystemEvent::RunBySet { item, by, reason, .. } => {
                let codes = queries::scope_item_codes(db, std::slice::from_ref(item))?.join(" ");
                told([codes.as_str(), by.map_or("", RunBy::name), reason])
            }
            SystemEvent::ScopeStated { .. }
            | SystemEvent::ScopeSet { .. }
            | SystemEvent::ScopesCompared { .. }
            | SystemEvent::ScopeQuestionAnswered { .. } => String::new(),
        })
    }

    fn time_zone(&self) -> Option<Zone> {
        match self {
            SystemEvent::TimeZoneSet { zone } => Some(*zone),
            _ => None,
        }
    }

    fn undoing(&self) -> Undoing {
        match self {
            SystemEvent::OrganisationCorrected { .. }
            | SystemEvent::TimeZoneSet { .. }
            | SystemEvent::RunBySet { .. }
            | SystemEvent::ScopeStated { .. } => Undoing::Possible,
            _ => Undoing::Final,
        }
    }

    fn later(&self, event: &str) -> Later {
        match (self, serde_json::from_str(event)) {
            (Self::ScopeStated { .. }, Ok(Self::ScopeStated { .. }))
            | (Self::RunBySet { .. }, Ok(Self::RunBySet { .. }))
            | (_, Err(_)) => Later::Stands,
            (Self::ScopeStated { .. } | Self::RunBySet { .. }, Ok(_)) => Later::Apart,
            _ => Later::Stands,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            SystemEvent::OrganisationCorrected { before, .. } => commands::correct_name(tx, before, "undone"),
            SystemEvent::ScopeStated { system, .. } => commands::take_back_statement(tx, *system, seq),
            SystemEvent::RunBySet { item, .. } => commands::take_back_run(tx, *item, seq),
            // The days of the entries between stay as they are.
            SystemEvent::TimeZoneSet { .. } if seq > 0 => {
                let before = zone_at(tx.db(), seq - 1)?;
                commands::set_time_zone(tx, before)
            }
            _ => Err(change_final()),
        }
    }
}
