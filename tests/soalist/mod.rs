//! A Statement of Applicability that was kept elsewhere: every row of it decides, asks, stands already, or is left out with a
//! reason.

mod bad;
mod doubts;
mod editions;
mod makers;
mod round;
mod statements;

use std::collections::BTreeMap;

use clausebook::applicability::{self, Decision};
use clausebook::contained::Containment;
use clausebook::error::Result;
use clausebook::lists::Chosen;
use clausebook::soalist::{self, ListedRow, Outcome, SoaListed, SoaSources};
use clausebook::standards::{ClauseRef, EditionId};

use crate::support::file;
use crate::support::organisation::Organisation;

/// A list on disk with what a person says about it.
#[derive(Clone)]
struct Given<'a> {
    name: &'a str,
    bytes: &'a [u8],
    answers: &'a [(&'a str, &'a str)],
    edition: Option<&'a str>,
    chosen: Chosen,
}

impl<'a> Given<'a> {
    fn of(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, answers: &[], edition: None, chosen: Chosen::default() }
    }

    fn answered(self, answers: &'a [(&'a str, &'a str)]) -> Self {
        Self { answers, ..self }
    }

    fn sources(&self, at: &Organisation) -> SoaSources {
        let mut answers: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (row, answer) in self.answers {
            answers.entry((*row).to_owned()).or_default().push((*answer).to_owned());
        }
        SoaSources {
            standard: String::from("27001"),
            path: file(at.place.folder.path(), self.name, self.bytes),
            chosen: self.chosen.clone(),
            edition: self.edition.map(str::to_owned),
            answers,
            remember: true,
        }
    }

    fn look(&self, at: &mut Organisation) -> Result<SoaListed> {
        let sources = self.sources(at);
        let before = at.workspace.head().unwrap();
        let looked = soalist::look(&mut at.workspace, &sources, &Containment::here());
        assert_eq!(at.workspace.head().unwrap(), before, "looking writes nothing");
        looked
    }

    fn import(&self, at: &mut Organisation) -> Result<SoaListed> {
        let sources = self.sources(at);
        soalist::import(&mut at.workspace, &sources, &Containment::here())
    }
}

fn holding(edition: &str) -> Organisation {
    Organisation::holding(&["9001:2015", edition])
}

fn row<'a>(listed: &'a SoaListed, key: &str) -> &'a ListedRow {
    listed.rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("no row {key}"))
}

/// The rows with one outcome, by number and reason.
fn left(listed: &SoaListed) -> Vec<(&str, &str)> {
    let left = listed.rows.iter().filter(|row| row.outcome == Outcome::LeftOut);
    left.map(|row| (row.number.as_str(), row.why.unwrap_or_default())).collect()
}

fn stands(at: &Organisation, edition: &str, control: &str) -> Option<Decision> {
    let edition: EditionId = edition.parse().unwrap();
    let rows = applicability::list(at.db(), &edition).unwrap();
    rows.into_iter().find(|row| row.reference.clause == control).unwrap().decision
}

/// What stands, in one line: `yes: a risk; yes; law, risk; R-1; CISO`.
fn line(decision: Option<&Decision>) -> String {
    let Some(d) = decision else { return String::from("undecided") };
    let grounds = d.grounds.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let implemented = d.implemented.map(|is| is.to_string()).unwrap_or_default();
    let parts = [implemented, grounds, d.risks.join(", "), d.owner.clone()];
    let rest = parts.into_iter().filter(|part| !part.is_empty()).map(|part| format!("; {part}")).collect::<String>();
    format!("{}: {}{rest}", if d.applies { "yes" } else { "no" }, d.reason)
}

/// Every row stands somewhere: what the invariants of any list are.
#[track_caller]
fn nothing_is_lost(listed: &SoaListed) {
    for row in &listed.rows {
        let open = row.doubts.iter().any(|doubt| doubt.holds && doubt.answer.is_none());
        match row.outcome {
            Outcome::Decided | Outcome::Unchanged => assert!(row.after.is_some() && row.why.is_none(), "{row:?}"),
            Outcome::Asked => assert!(open && row.after.is_none(), "{row:?}"),
            Outcome::LeftOut => assert!(row.why.is_some() && row.after.is_none(), "{row:?}"),
        }
    }
    let c = listed.counts;
    let counted = c.decided + c.unchanged + c.asked + c.left_out;
    assert_eq!(counted, listed.rows.len() + listed.list.left_out.len(), "each row once");
    let decided: Vec<&ClauseRef> = listed
        .rows
        .iter()
        .filter(|row| row.outcome == Outcome::Decided)
        .filter_map(|row| row.reference.as_ref())
        .collect();
    assert!(listed.missing.iter().all(|one| !decided.contains(&&one.reference)), "what is decided is not missing");
}
