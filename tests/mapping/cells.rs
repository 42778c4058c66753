//! Several documents and records mapped to several clauses in one step.

use clausebook::items::ItemId;
use clausebook::mapping::{self, Cell, CellHow, CellMade, Origin, Strength};
use clausebook::undo;

use super::mapped;
use crate::support::organisation::{Organisation, clause};

fn cells(items: &[ItemId], clauses: &[&str]) -> Vec<Cell> {
    let of = |item: ItemId| clauses.iter().map(move |c| Cell { item, reference: clause(c) });
    items.iter().flat_map(|item| of(*item)).collect()
}

fn how(made: &[CellMade]) -> Vec<(CellHow, Strength)> {
    made.iter().map(|cell| (cell.how, cell.strength)).collect()
}

#[test]
fn a_cell_is_mapped_by_hand_accepted_as_proposed_or_stays() {
    let mut at = Organisation::new();
    let [one, two] = ["P-1", "P-2"].map(|code| ItemId::Document(at.document(code)));
    at.map(one, "20000-1/8.5.1.2");
    let before = [mapped(&at, one), mapped(&at, two)];
    let held = at.held();
    at.wrote();
    let made = at.does(|tx| {
        let cells = cells(&[one, two], &["20000-1/8.5.1.2", "27001/A.12.1.2", "9001/7.1.3"]);
        mapping::map_cells(tx, &cells, Strength::Full, "One procedure governs it", &held)
    });
    let (by_hand, full) = (CellHow::Mapped, Strength::Full);
    let [stays, proposed, third, others @ ..] = &how(&made)[..] else { panic!("a cell each") };
    assert_eq!([*stays, *third], [(CellHow::Stays, full), (by_hand, full)]);
    assert_eq!(proposed.0, CellHow::Accepted, "what is proposed keeps what is known of it: {made:?}");
    assert_eq!(others, [(by_hand, full); 3], "nothing was proposed for the other one");
    let links = mapping::of_item(at.db(), one).unwrap();
    let control = links.iter().find(|link| link.reference == clause("27001/A.12.1.2")).unwrap();
    assert!(matches!(control.origin, Origin::Correlation { .. }) && control.basis.is_some(), "{control:?}");
    assert_eq!(control.strength, proposed.1, "no stronger than it can be");
    assert_eq!(at.wrote().len(), 5, "what stays is not written");
    at.rebuilds_the_same();
    undo::undo(&mut at.workspace).unwrap();
    assert_eq!([mapped(&at, one), mapped(&at, two)], before, "one step back takes all of it");
}

#[test]
fn all_of_it_or_nothing() {
    let mut at = Organisation::new();
    let one = ItemId::Document(at.document("P-1"));
    at.map(one, "20000-1/8.5.1.2");
    let held = at.held();
    let cells = cells(&[one], &["9001/7.1.3", "27001/A.12.1.2"]);
    at.wrote();
    let refused = at.refuses(|tx| mapping::map_cells(tx, &cells, Strength::Full, "", &held).map(|_| ()));
    assert_eq!(refused, "proposal_accepted_without_reason", "a match that is only similar asks why");
    assert!(at.wrote().is_empty());
}

#[test]
fn each_cell_says_how_many_points_it_opens() {
    let mut at = Organisation::new();
    let [one, two] = ["P-1", "P-2"].map(|code| ItemId::Document(at.document(code)));
    let held = at.held();
    let made = at.does(|tx| {
        mapping::map_cells(tx, &cells(&[one, two], &["27001/5.2", "9001/5.2.1"]), Strength::Full, "", &held)
    });
    for (item, made) in [one, two].into_iter().zip(made.chunks(2)) {
        let points = mapping::points_of(at.db(), item).unwrap();
        for cell in made {
            let own = points.iter().filter(|point| point.keeps_open.contains(&cell.reference)).count();
            assert_eq!(cell.opens, own, "{cell:?}");
        }
        assert!(made.iter().any(|cell| cell.opens > 0), "an identical policy is not the same policy");
    }
}
