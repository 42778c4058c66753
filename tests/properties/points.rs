//! Whatever happened: a mapping is kept open by just the points that fire between the mappings that stand, unless each is
//! settled by something that counts on the day.

use std::collections::BTreeSet;

use clausebook::day::{Day, Due};
use clausebook::documents::{self, DocumentState};
use clausebook::ids::LinkId;
use clausebook::items::{self, ItemId};
use clausebook::mapping::{self, Link, PointShown, PointState, Strength};
use clausebook::records::{self, State};
use clausebook::standards::catalogue;
use rusqlite::Connection;

/// Holds which mappings are open, and which points of each item, against a slow count of pairs.
pub(super) fn agree(db: &Connection, day: Day) {
    let mut items = BTreeSet::new();
    mapping::for_each(db, |link| {
        items.insert(link.item);
        Ok(())
    })
    .unwrap();
    let mut expected = BTreeSet::new();
    for item in items {
        let links = mapping::of_item(db, item).unwrap();
        let stands: Vec<&Link> = links.iter().filter(|l| l.strength != Strength::Supporting).collect();
        let mut fired = BTreeSet::new();
        let points = shown(db, item);
        for (from, to) in stands.iter().flat_map(|from| stands.iter().map(move |to| (from, to))) {
            for point in catalogue().fires(&from.reference, &to.reference) {
                let key = (point.point.id.clone(), point.at.clone());
                let point = points.iter().find(|p| p.id == key.0 && p.at == key.1).expect("what fires is there");
                if !settled(db, point, day) {
                    expected.insert(to.id);
                    assert_eq!(point.state, PointState::Open, "{}", point.id);
                } else {
                    assert_eq!(point.state, PointState::Settled, "{}", point.id);
                }
                fired.insert(key);
            }
        }
        assert_eq!(points.len(), fired.len(), "what does not fire any more is gone");
    }
    let open: BTreeSet<LinkId> = mapping::open_links(db).unwrap().into_iter().collect();
    assert_eq!(open, expected, "on {day}");
}

/// Holds the kept rows of coverage against which mappings are open: only on the day of the tables.
pub(super) fn placed(db: &Connection) {
    let open = mapping::open_links(db).unwrap();
    let mut statement = db.prepare("SELECT link, strength FROM coverage_link").unwrap();
    let rows = statement.query_map([], |r| Ok((r.get::<_, LinkId>(0)?, r.get::<_, i64>(1)?))).unwrap();
    for row in rows {
        let (link, weight) = row.unwrap();
        let full = mapping::stored(db, link).unwrap().unwrap().strength == Strength::Full;
        assert_eq!(weight == 3, full && open.contains(&link), "{link}");
    }
}

/// The points of an item; of a record that was filed by mistake there are none to show.
fn shown(db: &Connection, item: ItemId) -> Vec<PointShown> {
    mapping::points_of(db, item).unwrap()
}

fn settled(db: &Connection, point: &PointShown, day: Day) -> bool {
    let Some(settled) = &point.settled else { return false };
    let Some(evidence) = &settled.evidence else { return !settled.reason.is_empty() };
    match items::find(db, &evidence.code).unwrap() {
        ItemId::Document(id) => {
            let document = documents::by_id(db, id).unwrap();
            document.state == DocumentState::Effective
                && document.next_review.is_none_or(|due: Due| due.counts_until() >= day)
        }
        ItemId::Record(id) => {
            let record = records::by_id(db, id).unwrap();
            record.collected.unwrap_or(record.filed) <= day && record.state(day) == State::InDate
        }
    }
}
