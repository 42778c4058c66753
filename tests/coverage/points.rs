//! Open points: what would satisfy a clause, but for points that nobody has settled, leaves it partial.

use clausebook::coverage::{self, State, Why};
use clausebook::day::Day;
use clausebook::documents;
use clausebook::items::{self, ItemId};
use clausebook::mapping::{self, NamedPoint, SettledBy, Strength};
use clausebook::named::Wanted;
use clausebook::records::{self, NewRecord, Particulars};
use clausebook::undo;

use super::stands;
use crate::support::organisation::{Organisation, by_hand, clause, record, today};

const COVERED: (State, Vec<Why>) = (State::Covered, Vec::new());

fn open() -> (State, Vec<Why>) {
    (State::Partial, vec![Why::OpenPoints])
}

fn settle(at: &mut Organisation, item: ItemId, id: &str, by: &SettledBy) {
    let named = NamedPoint { id: id.into(), item: Some(item), at: None };
    at.does(|tx| mapping::settle(tx, &[named], by, ""));
}

/// Everything open at the clauses of a standard, by statement or by this evidence.
fn settle_all(at: &mut Organisation, item: ItemId, standard: &str, evidence: ItemId) {
    for point in mapping::points_of(at.db(), item).unwrap() {
        if point.at.standard == standard {
            let takes = point.settle_by.unwrap().takes_evidence();
            let by = if takes { SettledBy::Evidence(evidence) } else { SettledBy::Statement("alike".into()) };
            settle(at, item, &point.id, &by);
        }
    }
}

#[test]
fn a_policy_of_another_system_does_not_cover_until_its_points_are_settled() {
    for (from, to) in [
        ("27001/5.2", "9001/5.2.1"),
        ("20000-1/5.2.1", "9001/5.2.1"),
        ("9001/5.2.1", "20000-1/5.2.1"),
        ("27001:2022/5.2", "9001/5.2.1"),
    ] {
        let mut at = Organisation::new();
        let item = ItemId::Document(at.document("POL"));
        let own = ItemId::Document(at.document("OWN"));
        at.map(item, to);
        assert_eq!(stands(&at, to), COVERED, "{to} alone");
        at.map(item, from);
        assert_eq!(stands(&at, to), open(), "{from} and {to}");
        settle_all(&mut at, item, &clause(to).standard, own);
        assert_eq!(stands(&at, to), COVERED, "settled at {to}");
        at.rebuilds_the_same();
        for back in [open(), COVERED] {
            while stands(&at, to) != back {
                undo::undo(&mut at.workspace).unwrap();
            }
        }
        at.rebuilds_the_same();
    }
}

#[test]
fn identical_text_without_open_points_covers() {
    let mut at = Organisation::new();
    let item = ItemId::Record(at.record("Competence"));
    at.map(item, "20000-1/7.2");
    let held = at.held();
    at.does(|tx| mapping::accept(tx, item, &clause("27001/7.2"), Some(Strength::Full), "", &held));
    assert_eq!([stands(&at, "27001/7.2"), stands(&at, "20000-1/7.2")], [COVERED, COVERED]);
}

#[test]
fn another_item_without_open_points_covers_the_clause_still() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "27001/5.2");
    at.map(item, "9001/5.2.1");
    assert_eq!(stands(&at, "9001/5.2.1"), open());
    let quality = ItemId::Document(at.document("QP"));
    at.map(quality, "9001/5.2.1");
    assert_eq!(stands(&at, "9001/5.2.1"), COVERED);
    at.does(|tx| mapping::unlink(tx, quality, &clause("9001/5.2.1"), "wrong"));
    assert_eq!(stands(&at, "9001/5.2.1"), open());
    let part = Wanted::from([("strength".into(), "partial".into()), ("reason".into(), "only the aims".into())]);
    at.does(|tx| mapping::correct(tx, item, &clause("9001/5.2.1"), &part, None, "read again"));
    assert_eq!(stands(&at, "9001/5.2.1"), (State::Partial, vec![Why::OnlyPart]), "a part is a part");
    at.rebuilds_the_same();
}

#[test]
fn a_settlement_lasts_as_long_as_its_evidence_counts() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("ISP"));
    at.map(item, "9001/5.2.1");
    at.map(item, "27001/5.2");
    let last = today().plus_days(4);
    let until = |last: Day| Particulars { valid_until: Some(last), ..Particulars::new("Quality policy".into()) };
    let shown = at.does(|tx| records::file(tx, NewRecord { particulars: until(last), ..record("Policy") }));
    settle_all(&mut at, item, "9001", ItemId::Record(shown));
    let looked = |at: &Organisation, day: Day| {
        let view = at.workspace.in_force(day).unwrap();
        let reference = clause("9001/5.2.1");
        let rows = coverage::coverage_named(&view, &reference.edition_id(), None, day).unwrap().rows;
        rows.into_iter().find(|row| row.reference == reference).unwrap()
    };
    assert_eq!(looked(&at, last).state, State::Covered, "its last day");
    let after = looked(&at, last.plus_days(1));
    assert_eq!((after.state, after.gaps[0].why, after.gaps[0].points), (State::Partial, Why::OpenPoints, 1));
    assert_eq!(after.gaps[0].items, ["ISP"]);
    at.turn_to(last);
    assert_eq!(stands(&at, "9001/5.2.1"), COVERED);
    at.turn_to(last.plus_days(1));
    assert_eq!(stands(&at, "9001/5.2.1"), open(), "overnight, with no event");
    assert_eq!(looked(&at, last).state, State::Covered, "as it stood on its last day");
    at.rebuilds_the_same();
    at.turn_to(last);
    assert_eq!(stands(&at, "9001/5.2.1"), COVERED, "a clock that was put back");
    let quality = at.document("QP");
    settle_all(&mut at, item, "9001", ItemId::Document(quality));
    at.does(|tx| documents::withdraw(tx, quality, "merged", tx.today()));
    assert_eq!(stands(&at, "9001/5.2.1"), open(), "withdrawn");
    at.rebuilds_the_same();
}

#[test]
fn an_opened_clause_shows_its_own_points_and_what_its_counterparts_add_to_it() {
    let mut at = Organisation::new();
    let (own, foreign) = (ItemId::Document(at.document("RISK")), ItemId::Document(at.document("INC")));
    at.map(own, "27001/8.2");
    at.map(own, "20000-1/8.7.3.2");
    // Mapped to a counterpart, to what stands above it and to other controls: none of it is about 27001 8.2.
    for clause in ["20000-1/8.7.3", "20000-1/8.7.3.3", "27001/A.16.1.5", "9001/8.4"] {
        at.map(foreign, clause);
    }
    let opened = coverage::open_clause(at.db(), "27001:2013/8.2", today()).unwrap();
    assert!(opened.answers.iter().flat_map(|a| &a.matches).any(|m| m.clause.clause.starts_with("8.7.3")));
    let all = mapping::points_of(at.db(), foreign).unwrap();
    assert!(all.iter().any(|p| p.at.clause.starts_with("8.7.3")), "{all:?}");
    assert!(!opened.points.is_empty(), "its own stand there");
    for point in &opened.points {
        assert_eq!(point.item.code, "RISK", "{point:?}");
        assert!(point.from.iter().chain(&point.keeps_open).any(|c| c.clause == "8.2"), "{point:?}");
    }
}

#[test]
fn what_is_open_above_a_clause_keeps_its_parts_open() {
    let mut at = Organisation::new();
    let item = ItemId::Document(at.document("AUD"));
    at.map(item, "20000-1/9.2");
    at.map(item, "9001/9.2");
    assert_eq!(stands(&at, "9001/9.2.1"), open());
    let opened = coverage::open_clause(at.db(), "9001:2015/9.2.1", today()).unwrap();
    let at_its_standard = |standard: &str| -> Vec<&str> {
        opened.points.iter().filter(|p| p.at.standard == standard).map(|p| p.id.as_str()).collect()
    };
    assert_eq!(at_its_standard("9001"), ["OP-106", "OP-107"]);
    assert!(!at_its_standard("20000-1").is_empty(), "those at its counterparts stand with it");
    assert_eq!(opened.evidence[0].why_not, Some(Why::OpenPoints));
    assert_eq!(opened.stands.unwrap().gaps[0].points, 2);
    at.does(|tx| mapping::link(tx, by_hand(item, "9001/9.2.1", Strength::Supporting)));
    assert_eq!(stands(&at, "9001/9.2.1"), open(), "support takes nothing away");
}

#[test]
fn what_went_out_of_use_counts_no_open_points_beside_what_is_in_use() {
    let mut at = Organisation::new();
    let kept = at.record("Results of winter");
    let (old, newer) = (at.record("Results of spring"), at.record("Results of autumn"));
    for item in [ItemId::Record(kept), ItemId::Record(old)] {
        at.map(item, "27001/9.2");
        at.map(item, "20000-1/9.2.2");
    }
    let told = |at: &Organisation| {
        let reference = clause("20000-1/9.2.2");
        let rows = coverage::coverage_in_full(at.db(), &reference.edition_id(), None, today()).unwrap().rows;
        let row = rows.into_iter().find(|row| row.reference == reference).unwrap();
        let gaps = format!("{:?}", row.gaps);
        let gap = row.gaps.into_iter().find(|gap| gap.why == Why::OpenPoints).expect(&gaps);
        (gap.points, gap.items)
    };
    let (both, items) = told(&at);
    assert_eq!(items.len(), 2);
    at.does(|tx| records::replace(tx, old, newer, "newer"));
    let (open, items) = told(&at);
    assert_eq!(items, [items::code(at.db(), ItemId::Record(kept)).unwrap()]);
    assert_eq!(open * 2, both, "those that were left open are nobody's work");
}
