//! Ten times the rows are ten times the work, and no more: counted in steps of the database, whatever the machine does beside.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use clausebook::import::Sources;

use super::{Intake, only};
use crate::fixtures::files::xlsx;
use crate::support::file;

/// Steps of the database between two counts.
const STEP: i32 = 100;

/// The steps that it takes to import a list of so many rows, half of them without a file; tried out first.
fn steps(rows: usize) -> [u64; 2] {
    let mut intake = Intake::new();
    let cells: Vec<[String; 7]> = (0..rows)
        .map(|n| {
            let (code, title) = (format!("QP-{n:05}"), format!("Rule of process {n}"));
            let place = format!("Policies/{}/{code} {title}.txt", n % 40);
            [code, title, "in force".into(), "Clerk".into(), "2025-01-02".into(), "2027-03-01".into(), place]
        })
        .collect();
    for row in cells.iter().step_by(2) {
        intake.puts(&row[6], &format!("Purpose\n\n{}, said once.\n", row[1]));
    }
    let head: &[&str] = &["Doc No", "Title", "Status", "Owner", "Approved on", "Next review", "Location"];
    let cells: Vec<Vec<&str>> = cells.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let cells: Vec<&[&str]> = std::iter::once(head).chain(cells.iter().map(Vec::as_slice)).collect();
    let list = file(intake.at.place.folder.path(), "list.xlsx", &xlsx(&[("List", &cells)]));
    let share = intake.at.place.path("share");
    let sources = Sources { master_list: Some(list), ..only(&[share]) };
    [true, false].map(|dry| {
        let count = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&count);
        let tick = move || {
            counted.fetch_add(1, Ordering::Relaxed);
            false
        };
        intake.at.db().progress_handler(STEP, Some(tick)).unwrap();
        let done = intake.try_import(&sources, dry).unwrap();
        intake.at.db().progress_handler(0, None::<fn() -> bool>).unwrap();
        assert_eq!((done.documents, done.listed_only), (rows / 2, rows / 2));
        count.load(Ordering::Relaxed)
    })
}

#[test]
fn twice_the_rows_are_twice_the_work() {
    let counted = [150, 300, 600].map(steps);
    for two in counted.windows(2) {
        for (less, more) in two[0].iter().zip(&two[1]) {
            assert!(*more * 10 <= *less * 23, "{counted:?}: more than twice the steps for twice the rows");
        }
    }
}
