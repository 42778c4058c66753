//! What a list says of an approval or of the day of a withdrawal that is entered nowhere: named, never dropped without a word.

use super::model::{Doubt, Doubtful, PlannedRevision};
use crate::day::Day;
use crate::import::master::MasterRow;
use crate::import::oddities;
use crate::import::problem::{Problem, Said};
use crate::reading::{days_in, due_among};
use crate::words::still_open;

/// The day since which a document is out of use, where its status says one: `withdrawn since 01.03.2026`. One to come is none.
pub(super) fn out_of_use_since(status: &str, today: Day) -> Option<Day> {
    let days = days_in(status);
    days.first().copied().filter(|day| days.len() == 1 && *day <= today)
}

/// Names the approval of a row that no revision takes over and no question asks about, and the day of a status that is not
/// that of a withdrawal.
pub(super) fn of_row(
    row: &MasterRow,
    revisions: &[PlannedRevision],
    asked: &[Doubt],
    retired: bool,
    today: Day,
    out: &mut Vec<Problem>,
) {
    let mut say = |said: Said| out.push(Problem::row("master_list", row.row, Some(&row.number), said));
    let code = &row.number;
    let words = row.approved_on.as_deref().filter(|words| due_among(words, row.unsure_dots).is_some());
    let taken = revisions.iter().any(|revision| revision.state == "effective");
    let asked = !retired && asked.iter().any(|doubt| matches!(doubt.on, Doubtful::ApprovalDay(_)));
    if let Some(words) = words.filter(|_| !taken && !asked) {
        let by = Some(&row.approver).filter(|by| by.contains(char::is_alphanumeric) && !still_open(by));
        let by = by.map(String::as_str).unwrap_or_default();
        say(match (retired, revisions.is_empty()) {
            (true, _) => oddities::approval_of_retired(code, by, words),
            (_, true) => oddities::approval_without_file(code, by, words),
            _ => oddities::approval_of_draft(code, by, words),
        });
    }
    let days = days_in(&row.status);
    if retired && !days.is_empty() && out_of_use_since(&row.status, today).is_none() {
        say(oddities::withdrawal_day_open(&row.status, code));
    }
}
