//! Whatever happened: a mapping is kept open by just the points that fire between the mappings that stand, unless each is
//! settled by something that counts on the day.

use std::collections::BTreeSet;

use clausebook::day::{Day, Due};
use clausebook::documents::{self, DocumentState};
use clausebook::error::Result;
use clausebook::ids::LinkId;
use clausebook::items::{self, ItemId};
use clausebook::mapping::{self, Link, NamedPoint, PointFilter, PointShown, PointState, SettledBy, Strength};
use clausebook::records::{self, State};
use clausebook::standards::catalogue;
use clausebook::workspace::Tx;
use rusqlite::Connection;

/// One of the points, by number: settled by a document or a record, opened again, or given to somebody.
pub(super) fn decide(tx: &mut Tx<'_>, which: u8, what: u8, document: Option<String>, today: Day) -> Result<()> {
    let (page, _) = mapping::point_page(tx.db(), &PointFilter::default(), None, 1000)?;
    let Some(point) = page.rows.get(usize::from(which) % page.rows.len().max(1)) else { return Ok(()) };
    let item = items::find(tx.db(), &point.item.code)?;
    let named = NamedPoint { id: point.id.clone(), item: Some(item), at: Some(point.at.clone()) };
    let evidence = match (what % 4, document) {
        (0, Some(code)) => ItemId::Document(documents::by_code(tx.db(), &code)?.id),
        (0 | 1, _) => {
            let page = records::list(tx.db(), &records::Filter::default(), records::Sort::Filed, None, 1000)?;
            let Some(record) = page.rows.get(usize::from(what) % page.rows.len().max(1)) else { return Ok(()) };
            ItemId::Record(record.id)
        }
        (2, _) => return mapping::reopen_point(tx, &named, "not so").map(|_| ()),
        _ => return mapping::assign(tx, &[named], "Buyer", Some(today.plus_days(u64::from(what)))).map(|_| ()),
    };
    mapping::settle(tx, &[named], &SettledBy::Evidence(evidence), "Section 4").map(|_| ())
}

/// Holds which mappings are open, and which points of each item, against a slow count of pairs; answers what that found.
pub(super) fn agree(db: &Connection, day: Day) -> BTreeSet<LinkId> {
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
        let points = mapping::points_of(db, item).unwrap();
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
    expected
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
