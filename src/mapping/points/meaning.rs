//! What each event about a point means.

use rusqlite::Connection;
use uuid::Uuid;

use super::alike::place;
use super::events::PointEvent;
use super::model::SettledBy;
use super::projection;
use crate::error::Result;
use crate::items::{self, ItemId};
use crate::ledger::Stamp;
use crate::workspace::{Later, Meaning, Tx, Undoing, change_final, earlier, told};

/// The reason under which a settlement is undone.
const UNDONE: &str = "undone";

impl Meaning for PointEvent {
    fn apply(&self, db: &Connection, stamp: &Stamp) -> Result<()> {
        projection::apply(db, stamp, self)
    }

    fn subjects(&self, _db: &Connection) -> Result<Vec<Uuid>> {
        let mut subjects = vec![self.item().uuid()];
        if let PointEvent::Settled { by: SettledBy::Evidence(evidence), .. } = self
            && *evidence != self.item()
        {
            subjects.push(evidence.uuid());
        }
        Ok(subjects)
    }

    fn about(&self, db: &Connection) -> Result<String> {
        let code = items::code(db, self.item())?;
        let what = match self {
            PointEvent::Opened { points, .. } | PointEvent::Closed { points, .. } => {
                let mut ids: Vec<&str> = points.iter().map(|point| point.id.as_str()).collect();
                ids.dedup();
                ids.join(" ")
            }
            _ => match self.point() {
                Some((id, at)) => format!("{id}, {}", place(db, self.item(), id, at)?),
                None => String::new(),
            },
        };
        Ok(told([code.as_str(), &what]))
    }

    fn undoing(&self) -> Undoing {
        match self {
            PointEvent::Closed { .. } | PointEvent::LeftNoLonger { .. } => Undoing::Final,
            PointEvent::Reopened { reason, .. } if reason == UNDONE => Undoing::Final,
            _ => Undoing::Possible,
        }
    }

    fn later(&self, event: &str) -> Later {
        let Ok(later) = serde_json::from_str::<PointEvent>(event) else { return Later::Apart };
        if later.item() != self.item() {
            return Later::Apart;
        }
        match (self, &later) {
            (PointEvent::Opened { points, .. }, PointEvent::Closed { points: gone, .. }) if points == gone => {
                return Later::TookBack;
            }
            (PointEvent::Opened { points, .. }, PointEvent::Settled { point, at, .. })
                if points.iter().any(|p| p.id == *point && p.at == *at) =>
            {
                return Later::Stands;
            }
            _ if self.point().is_none() || self.point() != later.point() => return Later::Apart,
            _ => {}
        }
        match (self, later) {
            (PointEvent::Settled { .. }, PointEvent::Reopened { .. })
            | (PointEvent::Left { .. }, PointEvent::LeftNoLonger { .. }) => Later::TookBack,
            (PointEvent::Settled { .. } | PointEvent::Reopened { .. }, PointEvent::Settled { .. })
            | (PointEvent::Reopened { .. }, PointEvent::Reopened { .. })
            | (PointEvent::Assigned { .. }, PointEvent::Assigned { .. })
            | (PointEvent::Left { .. }, PointEvent::Left { .. }) => Later::Stands,
            _ => Later::Apart,
        }
    }

    fn take_back(&self, tx: &mut Tx<'_>, seq: u64) -> Result<()> {
        match self {
            PointEvent::Opened { item, points, .. } => {
                tx.append(&PointEvent::Closed { item: *item, points: points.clone() }).map(|_| ())
            }
            PointEvent::Closed { .. } | PointEvent::LeftNoLonger { .. } => Err(change_final()),
            PointEvent::Left { item, point, at, .. } => {
                let (item, point, at) = (*item, point.clone(), at.clone());
                let again = match before(tx.db(), self, item, seq)? {
                    Some(left @ PointEvent::Left { .. }) => left,
                    _ => PointEvent::LeftNoLonger { item, point, at },
                };
                tx.append(&again).map(|_| ())
            }
            PointEvent::Settled { item, point, at, .. } => {
                let (item, point, at) = (*item, point.clone(), at.clone());
                let again = match before(tx.db(), self, item, seq)? {
                    Some(settled @ PointEvent::Settled { .. }) => settled,
                    _ => PointEvent::Reopened { item, point, at, reason: UNDONE.to_owned() },
                };
                tx.append(&again).map(|_| ())
            }
            PointEvent::Reopened { item, .. } => match before(tx.db(), self, *item, seq)? {
                Some(settled @ PointEvent::Settled { .. }) => tx.append(&settled).map(|_| ()),
                _ => Err(change_final()),
            },
            PointEvent::Assigned { item, point, at, .. } => {
                let (item, point, at) = (*item, point.clone(), at.clone());
                let again = match before(tx.db(), self, item, seq)? {
                    Some(assigned @ PointEvent::Assigned { .. }) => assigned,
                    _ => PointEvent::Assigned { item, point, at, owner: String::new(), due: None },
                };
                tx.append(&again).map(|_| ())
            }
        }
    }
}

/// What was said of the same about the same point before an entry.
fn before(db: &Connection, wanted: &PointEvent, item: ItemId, seq: u64) -> Result<Option<PointEvent>> {
    let about = |event: &PointEvent| match event {
        PointEvent::Assigned { .. } => 1,
        PointEvent::Left { .. } | PointEvent::LeftNoLonger { .. } => 2,
        _ => 0,
    };
    let mut found = None;
    earlier(db, item.uuid(), seq, |event| match serde_json::from_str::<PointEvent>(event) {
        Ok(event) if event.item() == item && event.point() == wanted.point() && about(&event) == about(wanted) => {
            found = Some(event);
            true
        }
        _ => false,
    })?;
    Ok(found)
}
