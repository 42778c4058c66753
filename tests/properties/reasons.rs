//! Whatever happened: what a clause is said to lack agrees with what is listed as its evidence.

use clausebook::coverage::{self, State, Why};
use clausebook::day::Day;
use clausebook::systems;
use rusqlite::Connection;

use super::CLAUSES;

/// Holds the reasons of every clause that is used in histories against its evidence, and named answers against plain ones.
pub fn agree(db: &Connection, day: Day) {
    for edition in systems::editions_held(db).unwrap() {
        let plain = coverage::coverage(db, &edition, None, day).unwrap();
        let named = coverage::coverage_named(db, &edition, None, day).unwrap();
        for (row, named) in plain.rows.iter().zip(&named.rows) {
            let whys = |row: &coverage::Row| row.gaps.iter().map(|gap| gap.why).collect::<Vec<_>>();
            assert_eq!((row.state, whys(row)), (named.state, whys(named)), "{}: names change no reason", row.reference);
            let covered = matches!(row.state, State::Covered | State::OutOfScope);
            assert_eq!(row.gaps.is_empty(), covered, "{}: what is not covered says why", row.reference);
            if let Some(shown) = &named.shown {
                assert!(shown.documents.len() + shown.records > 0, "{}: what is covered says by what", row.reference);
            }
            let about = [Why::Draft, Why::Overdue, Why::Expired, Why::Replaced, Why::OnlyPart, Why::Elsewhere];
            for gap in named.gaps.iter().filter(|gap| about.contains(&gap.why)) {
                assert!(!gap.items.is_empty(), "{}: {} names something", row.reference, gap.why.code());
            }
        }
    }
    for clause in CLAUSES {
        let opened = coverage::open_clause(db, clause, day).unwrap();
        let row = opened.stands.unwrap();
        let nothing = row.gaps.iter().any(|gap| gap.why == Why::NothingFiled);
        assert!(!nothing || opened.evidence.is_empty(), "{clause}: nothing filed beside {:?}", opened.evidence);
        assert!(!nothing || row.gaps.len() == 1, "{clause}: nothing filed and {:?}", row.gaps);
        if row.state == State::Covered {
            let good = opened.evidence.iter().any(|evidence| evidence.why_not.is_none());
            assert!(good, "{clause} is covered by nothing of {:?}", opened.evidence);
        }
    }
}
