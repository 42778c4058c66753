//! What lists and sums say of another day is what slow questions say of tables filled for that day.

use clausebook::agenda::{self, DueCounts};
use clausebook::day::Day;
use clausebook::documents::{self, Filter, Sort};
use rusqlite::Connection;

/// Compares a look at a day with tables filled for it.
pub(super) fn agree(looked: &Connection, filled: &Connection, day: Day) {
    for sort in [Sort::Code, Sort::Title, Sort::NextReview, Sort::Owner] {
        for descending in [false, true] {
            let ids = |db| documents::ids(db, &Filter::default(), sort, descending).unwrap();
            assert_eq!(ids(looked), ids(filled), "{sort:?} on {day}, descending: {descending}");
        }
    }
    for db in [looked, filled] {
        let coming = documents::coming(db, day, usize::MAX).unwrap();
        let seen: Vec<_> = coming.iter().map(|c| (c.code.clone(), c.from)).collect();
        assert_eq!(seen, coming_by_neighbours(filled, day), "what comes into force after {day}");
        assert_eq!(documents::coming_count(db, day).unwrap(), coming.len());
        assert_eq!(documents::coming(db, day, 2).unwrap(), coming[..coming.len().min(2)], "the first of them");
        for load in agenda::load(db, day, 12).unwrap() {
            let last = load.month.plus_months(1).minus_days(1);
            let DueCounts { documents, revisions, records, points, certificates } =
                agenda::due_counts(db, load.month.max(day), last).unwrap();
            let of_month = (load.documents, load.revisions, load.records, load.points, load.certificates);
            assert_eq!(of_month, (documents, revisions, records, points, certificates), "{load:?}");
        }
    }
}

/// What comes into force after a day, from each span and the one before it.
fn coming_by_neighbours(db: &Connection, after: Day) -> Vec<(String, Day)> {
    let mut statement = db
        .prepare(
            "SELECT d.code, s.from_day FROM document_span s
             JOIN document d ON d.id = s.document JOIN revision r ON r.id = s.current
             LEFT JOIN document_span b ON b.document = s.document AND b.until_day = s.from_day
             WHERE s.state = 'effective' AND (b.state IS NOT 'effective' OR b.current <> s.current) AND s.from_day > ?1
             ORDER BY s.from_day, d.code_fold",
        )
        .unwrap();
    let rows = statement.query_map([after], |r| Ok((r.get(0)?, r.get(1)?))).unwrap();
    rows.collect::<rusqlite::Result<_>>().unwrap()
}
