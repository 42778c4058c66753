//! A Statement of Applicability that is taken in: what each row decides, what it asks, what is left.

use serde::Serialize;

use super::applicability::said;
use super::import::list;
use super::{Page, Show, plural};
use crate::soalist::{Doubt, DoubtKind, ListedRow, Outcome, SoaListed};

/// The columns of a list as a text that is easily changed by hand.
#[derive(Serialize)]
#[serde(transparent)]
pub(in crate::cli) struct SoaColumns(pub(in crate::cli) SoaListed);

impl Show for SoaColumns {
    fn show(&self, page: &mut Page) {
        self.0.form.lines().for_each(|line| page.line(line));
    }
}

impl Show for SoaListed {
    fn show(&self, page: &mut Page) {
        let c = self.counts;
        let did = if self.written { "decided" } else { "would be decided" };
        page.line(format!(
            "{} {}: {} {did}, {} of them otherwise than before; {} unchanged, {} asked, {} left out",
            self.system,
            self.edition,
            plural(c.decided, "row", "rows"),
            c.otherwise,
            c.unchanged,
            c.asked,
            c.left_out
        ));
        if self.listed_edition != self.edition {
            page.line(format!("The list speaks of {}; its controls are carried over", self.listed_edition));
        }
        list(page, &self.list);
        decided(page, &self.rows);
        asked(page, &self.rows);
        left(page, &self.rows);
        if !self.missing.is_empty() {
            page.line("");
            let all = self.missing.len();
            page.line(format!("{} of which the list says nothing", plural(all, "control", "controls")));
            for one in &self.missing {
                let decided = if one.decided { " (decided already)" } else { "" };
                page.line(format!("  {} {}{decided}", one.reference.clause, one.title));
            }
        }
    }
}

fn decided(page: &mut Page, rows: &[ListedRow]) {
    let taken: Vec<&ListedRow> = rows.iter().filter(|row| row.outcome == Outcome::Decided).collect();
    if taken.is_empty() {
        return;
    }
    page.line("");
    let lines: Vec<[String; 5]> = taken
        .iter()
        .map(|row| {
            let mut then = said(row.after.as_ref());
            if let Some(before) = &row.before {
                then = format!("{} → {then}", said(Some(before)));
            }
            let number = row.reference.as_ref().map(|one| one.clause.clone()).unwrap_or_default();
            [row.key.clone(), number, row.name.clone(), then, notes(row)]
        })
        .collect();
    page.table(["row", "control", "", "decided", ""], &lines);
}

fn notes(row: &ListedRow) -> String {
    let words = row.notes.iter().map(|note| match note.what {
        "several" => format!("several controls: {}", note.words),
        "became_one" => format!("decided together with {}, since they became one and agree", note.words),
        "through_map" => format!("from {}", note.words),
        "other_edition" => String::from("a number of another edition"),
        "read_by_title" => format!("“{}” by its title", note.words),
        "read_by_order" => format!("“{}” by its place", note.words),
        "by_grounds" => String::from("applies by its ticks"),
        "by_reason" => String::from("by its reason"),
        "by_status" => String::from("by its status"),
        "other_reason" => format!("the reason for the other way is left: {}", note.words),
        "end_of_period" => format!("the last day of {}", note.words),
        "own_named" => String::from("an own control"),
        "own_title" => format!("called {} here", note.words),
        "hidden" => String::from("hidden in the list"),
        "struck" => String::from("struck out in the list"),
        "uncomputed" => format!("{}: a formula without a value", note.words),
        other => other.replace('_', " "),
    });
    words.collect::<Vec<_>>().join("; ")
}

fn question(doubt: &Doubt) -> String {
    let words = &doubt.words;
    match doubt.what {
        DoubtKind::Struck => String::from("the row is struck out"),
        DoubtKind::WhichControl => format!("which control is “{words}”?"),
        DoubtKind::Merged => format!("{words} became one with others: does this row decide?"),
        DoubtKind::Split => format!("{words} became several: on which does this row decide?"),
        DoubtKind::Group => format!("{words} is a group: does the row decide on each of its controls?"),
        DoubtKind::AppliesUnknown => format!("does it apply? “{words}”"),
        DoubtKind::Contradiction => format!("does it apply? The row says both: “{words}”"),
        DoubtKind::Duplicate => format!("row {words} says something else of the same control"),
        DoubtKind::AppliesRemark => format!("is it in place? It applies “{words}”"),
        DoubtKind::StatusUnknown => format!("is it in place? “{words}”"),
        DoubtKind::InProgress => format!("how much is in place? “{words}”"),
        DoubtKind::PlannedWithoutDay => format!("planned by which day? “{words}”"),
        DoubtKind::DayUnclear => format!("which day is “{words}”?"),
        DoubtKind::ReachUnknown => format!("what does it reach? “{words}”"),
    }
}

fn asked(page: &mut Page, rows: &[ListedRow]) {
    let open = |doubt: &&Doubt| doubt.answer.is_none();
    for (holds, head) in [(true, "Asked before the row decides anything"), (false, "Left open")] {
        let of = |row: &&ListedRow| row.outcome != Outcome::LeftOut;
        let lines: Vec<[String; 4]> = rows
            .iter()
            .filter(of)
            .flat_map(|row| row.doubts.iter().filter(open).filter(move |d| d.holds == holds).map(move |d| (row, d)))
            .map(|(row, doubt)| [row.key.clone(), control(row), question(doubt), doubt.choices.join(", ")])
            .collect();
        if !lines.is_empty() {
            page.line("");
            page.line(format!("{head}; answer with --answer ROW=ANSWER"));
            page.table(["row", "control", "", "answers"], &lines);
        }
    }
}

fn control(row: &ListedRow) -> String {
    row.reference.as_ref().map_or_else(|| row.number.chars().take(24).collect(), |one| one.clause.clone())
}

fn left(page: &mut Page, rows: &[ListedRow]) {
    let lines: Vec<[String; 4]> = rows
        .iter()
        .filter(|row| row.outcome == Outcome::LeftOut)
        .map(|row| {
            let title: String = row.title.chars().take(48).collect();
            [row.key.clone(), row.number.chars().take(24).collect(), title, why(row)]
        })
        .collect();
    if !lines.is_empty() {
        page.line("");
        page.line("Left out");
        page.table(["row", "", "", ""], &lines);
    }
}

fn why(row: &ListedRow) -> String {
    match row.why.unwrap_or_default() {
        "group" => "a group of controls".into(),
        "clause" => "a clause of the standard’s text: nothing of it can be left out".into(),
        "no_such_control" => "no edition has this number".into(),
        "no_control" => "names no control".into(),
        "no_decision" => "does not say whether it applies".into(),
        "no_counterpart" => "has no counterpart in the edition that is held".into(),
        "repeated" => "says the same as an earlier row".into(),
        "together" => "decided together with a row that became the same control".into(),
        "other_row" => "another row decides".into(),
        "answered" => "left out as answered".into(),
        refused => format!("refused: {}", refused.replace('_', " ")),
    }
}
