//! Whether the newest version of a document is in force: what list and file say of its approval, weighed. What is not there,
//! cannot be read, lies ahead or has passed is asked or left open; no day and no approver is made up.

use super::doubts::{self, each};
use super::model::{Doubt, Doubtful, PlannedRevision};
use crate::day::{Day, Due};
use crate::questions::{Reading, Said};
use crate::reading::due_among;
use crate::words::still_open;

/// What is said of the approval of a version, by the list or by the file itself.
#[derive(Default)]
pub(super) struct Claim {
    /// Who approved it.
    pub(super) approver: Option<Said>,
    /// When it was approved.
    pub(super) day: Option<Said>,
    /// Whether there is a place for that day, and it is empty.
    pub(super) day_missing: bool,
    /// Since when it is in force.
    pub(super) since: Option<Said>,
    /// Until when it holds.
    pub(super) until: Option<Said>,
    /// That it is in force.
    pub(super) status: Option<Said>,
    /// Whether dates with dots may have the month first.
    pub(super) unsure: bool,
    /// The day of the import.
    pub(super) today: Option<Day>,
}

impl Claim {
    fn due(&self, said: Option<&Said>) -> Option<Due> {
        due_among(&said?.words, self.unsure)
    }

    fn ahead(&self, due: Due) -> bool {
        self.today.is_some_and(|today| due.earliest() > today)
    }

    /// Whether the day until which it holds has passed.
    fn ended(&self) -> bool {
        self.due(self.until.as_ref()).zip(self.today).is_some_and(|(until, today)| until.latest() < today)
    }

    /// The words in doubt before those that say that it is in force.
    fn said(&self, first: Option<&Said>) -> Vec<Said> {
        let status = self.status.as_ref().filter(|status| Some(*status) != first);
        first.into_iter().chain(status).cloned().collect()
    }

    /// Writes the approval to a version, and takes it back to a draft where something of it has to be asked. `silent` says
    /// that no word anywhere says where the document stands.
    pub(super) fn settle(&self, revision: &mut PlannedRevision, silent: bool) -> Option<Doubt> {
        let open = self.approver.as_ref().filter(|said| still_open(&said.words));
        revision.approver = match open {
            Some(_) => String::new(),
            None => self.approver.as_ref().map(|said| said.words.clone()).unwrap_or_default(),
        };
        revision.approved_on = self.due(self.day.as_ref());
        revision.effective_from = self.due(self.since.as_ref());
        let doubt = match revision.state {
            "effective" => self.doubt(revision, open),
            // An approval that says when and by whom, and no word of whether it holds.
            "draft" if silent && open.is_none() && self.approver.is_some() && !self.ended() => {
                // The day of a version says nothing of its approval by itself.
                let sure = self.day.as_ref().is_some_and(|day| day.column != "date");
                let due = revision.approved_on.filter(|due| sure && !self.ahead(*due));
                due.map(|due| self.of_day(revision, self.day.as_ref(), self.days(due)))
            }
            _ => None,
        };
        if doubt.is_some() {
            revision.state = "draft";
        }
        doubt
    }

    fn doubt(&self, revision: &PlannedRevision, open: Option<&Said>) -> Option<Doubt> {
        if let Some(open) = open {
            return Some(doubts::status(self.said(Some(open)), &[Reading::InForce, Reading::Kept]));
        }
        if self.ended() {
            let readings = [Reading::InForce, Reading::Kept, Reading::OutOfUse];
            return Some(doubts::status(self.said(self.until.as_ref()), &readings));
        }
        match (&self.day, revision.approved_on) {
            (Some(words), None) => {
                let known = doubts::readings(&words.words, self.unsure).into_iter();
                Some(self.of_day(revision, Some(words), self.past(known)))
            }
            (Some(words), Some(due)) if self.ahead(due) => {
                Some(self.of_day(revision, Some(words), self.past(std::iter::empty())))
            }
            (Some(words), Some(due @ Due::Ambiguous { .. })) => {
                let days: Vec<Due> = each(due).into_iter().filter(|due| !self.ahead(*due)).collect();
                let readings = days.into_iter().map(Reading::Date).collect::<Vec<_>>();
                // Where one of both lies ahead, that it was approved on the other is not sure.
                let readings = if readings.len() > 1 { readings } else { self.past(readings.into_iter()) };
                Some(self.of_day(revision, Some(words), readings))
            }
            (None, _) if self.day_missing => {
                Some(self.of_day(revision, self.status.as_ref(), vec![Reading::InForce, Reading::Kept]))
            }
            _ => None,
        }
    }

    fn of_day(&self, revision: &PlannedRevision, words: Option<&Said>, readings: Vec<Reading>) -> Doubt {
        Doubt { on: Doubtful::ApprovalDay(revision.label.clone()), said: self.said(words), readings }
    }

    /// The days among these on which it can have been approved: nothing was approved on a day to come. Else it is in force
    /// since nobody knows when, or stays a draft.
    fn past(&self, readings: impl Iterator<Item = Reading>) -> Vec<Reading> {
        let approved = |reading: &Reading| matches!(reading, Reading::Date(due) if !self.ahead(*due));
        readings.filter(approved).chain([Reading::InForce, Reading::Kept]).collect()
    }

    /// It was approved on that day, or it stays a draft.
    fn days(&self, due: Due) -> Vec<Reading> {
        let known = each(due).into_iter().filter(|due| !self.ahead(*due));
        known.map(Reading::Date).chain([Reading::Kept]).collect()
    }
}
