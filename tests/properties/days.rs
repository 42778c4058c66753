//! What lists and sums say of another day is what slow questions say of tables filled for that day.

use clausebook::agenda::{self, DueCounts, DueKind};
use clausebook::applicability::{self, Change, Implemented, OwnControl};
use clausebook::day::Day;
use clausebook::documents::{self, Filter, Sort};
use clausebook::error::Result;
use clausebook::systems;
use clausebook::workspace::Tx;
use rusqlite::Connection;

/// Decides on one of a few controls of the organisation's own, which no mapping names: in place, not, planned by a day, left out
/// or dropped.
pub(super) fn plan(tx: &mut Tx<'_>, which: u8, how: u8, today: Day) -> Result<()> {
    let control = ["K-1", "K-2", "K-3"][usize::from(which % 3)];
    let edition = applicability::system_edition(tx.db(), "27001")?;
    if applicability::own_controls(tx.db(), &edition)?.iter().all(|(code, _)| code != control) {
        let own = OwnControl { title: format!("Control {how}"), origin: String::new() };
        applicability::name_control(tx, "27001", control, own, "")?;
    }
    let implemented = match how % 8 {
        0 => Some(Implemented::Yes),
        1 => Some(Implemented::No),
        2 => None,
        3 => return applicability::drop_control(tx, "27001", control, "not ours").map(|_| ()),
        _ => Some(Implemented::By(today.minus_days(5).plus_days(u64::from(how % 50)))),
    };
    let (applies, reason) = (Some(implemented.is_some()), Some("because".into()));
    let change = Change { applies, reason, implemented, ..Change::default() };
    applicability::decide(tx, "27001", &[control.into()], &change).map(|_| ())
}

/// Compares a look at a day with tables filled for it.
pub(super) fn agree(looked: &Connection, filled: &Connection, day: Day) {
    for sort in [Sort::Code, Sort::Title, Sort::NextReview, Sort::Owner] {
        for descending in [false, true] {
            let ids = |db| documents::ids(db, &Filter::default(), sort, descending).unwrap();
            assert_eq!(ids(looked), ids(filled), "{sort:?} on {day}, descending: {descending}");
        }
    }
    for db in [looked, filled] {
        let mut due: Vec<(String, Day)> = agenda::due_until(db, None, day)
            .unwrap()
            .into_iter()
            .filter(|due| due.kind == DueKind::Control)
            .map(|due| (due.code, due.due.earliest()))
            .collect();
        due.sort_unstable();
        assert_eq!(due, planned(db), "what is planned, on {day}");
        let coming = documents::coming(db, day, usize::MAX).unwrap();
        let seen: Vec<_> = coming.iter().map(|c| (c.code.clone(), c.from)).collect();
        assert_eq!(seen, coming_by_neighbours(filled, day), "what comes into force after {day}");
        assert_eq!(documents::coming_count(db, day).unwrap(), coming.len());
        assert_eq!(documents::coming(db, day, 2).unwrap(), coming[..coming.len().min(2)], "the first of them");
        for load in agenda::load(db, day, 12).unwrap() {
            let last = load.month.plus_months(1).minus_days(1);
            let DueCounts { documents, revisions, records, points, certificates, controls } =
                agenda::due_counts(db, load.month.max(day), last).unwrap();
            let of_month =
                (load.documents, load.revisions, load.records, load.points, load.certificates, load.controls);
            assert_eq!(of_month, (documents, revisions, records, points, certificates, controls), "{load:?}");
        }
    }
}

/// What is planned, from the list of everything that was decided.
fn planned(db: &Connection) -> Vec<(String, Day)> {
    let mut out = Vec::new();
    for edition in systems::editions_held(db).unwrap() {
        for row in applicability::list(db, &edition).unwrap().into_iter().filter(|row| row.decided_at.is_none()) {
            let day = row.decision.and_then(|decision| decision.implemented).and_then(Implemented::planned);
            out.extend(day.map(|day| (row.reference.clause, day)));
        }
    }
    out.sort_unstable();
    out
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
