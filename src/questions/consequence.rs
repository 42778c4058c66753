//! What hangs on an answer, and under which texts a question is the same as another or like it.

use serde_json::json;
use strum::{EnumString, IntoStaticStr, VariantArray, VariantNames};
use ts_rs::TS;

use super::kinds::{CLAUSES, Source};
use super::model::{Asking, Matter, Reading, Said};
use super::refusals;
use crate::day::{Day, Due};
use crate::mapping::Opened;
use crate::named::enumeration;
use crate::text::fold;

/// What hangs on an answer, the worst first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, IntoStaticStr, EnumString, VariantArray, VariantNames, TS,
)]
#[strum(serialize_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Consequence {
    /// A day on which something falls due, or no longer counts.
    DueDay,
    /// What counts as in force.
    InForce,
    /// Who is asked.
    Someone,
    /// Nothing but how it is written.
    Nothing,
}

enumeration!(Consequence, refusals::question_kind_unknown);

impl Asking {
    /// What hangs on the answer.
    pub(super) fn consequence(&self) -> Consequence {
        match &self.matter {
            Matter::Date { particular } if ["next_review", "valid_until"].contains(&particular.as_str()) => {
                Consequence::DueDay
            }
            // What it is mapped to decides which clauses are covered.
            Matter::Particular { particular } if particular == CLAUSES => Consequence::InForce,
            Matter::ApprovalDay { .. }
            | Matter::Status { .. }
            | Matter::ChangedFile { .. }
            | Matter::MissingFile { .. }
            | Matter::DocumentOrRecord { .. }
            | Matter::RowGone { .. }
            | Matter::Points { .. }
            | Matter::Relation { .. } => Consequence::InForce,
            Matter::Particular { particular }
                if ["owner", "approver"].contains(&particular.as_str()) && !self.spelling_only() =>
            {
                Consequence::Someone
            }
            Matter::Date { .. } | Matter::Particular { .. } => Consequence::Nothing,
        }
    }

    /// Whether the readings differ in capitals, blanks and marks alone.
    fn spelling_only(&self) -> bool {
        let mut bare = self.readings.iter().filter_map(|reading| match reading {
            Reading::Value(text) => Some(fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>()),
            _ => None,
        });
        bare.next().is_some_and(|first| bare.all(|other| other == first))
    }

    /// Whether another answer than the readings may be written.
    pub(super) fn writable(&self) -> bool {
        matches!(
            self.matter,
            Matter::Date { .. } | Matter::ApprovalDay { .. } | Matter::Particular { .. } | Matter::ChangedFile { .. }
        )
    }

    /// The earliest day that an answer may set.
    pub(super) fn earliest(&self) -> Option<Day> {
        self.dates().map(Due::earliest).min()
    }

    /// The days and months among the readings.
    pub(super) fn dates(&self) -> impl Iterator<Item = Due> {
        self.readings.iter().filter_map(|reading| match reading {
            Reading::Date(due) => Some(*due),
            _ => None,
        })
    }

    /// Whether each of those is a month or a day.
    fn forms(&self) -> Vec<bool> {
        self.dates().map(|due| matches!(due, Due::Month { .. })).collect()
    }

    /// Questions with the same text can be answered as one: a date in the same notation, the same values in the same
    /// order, files and rows that are not there.
    pub(super) fn alike(&self) -> String {
        let kind = self.matter.kind();
        let readings = || serde_json::to_string(&self.readings).unwrap_or_default();
        let what = match &self.matter {
            Matter::Date { .. } | Matter::ApprovalDay { .. } if self.dates().count() == self.readings.len() => {
                let notation = self.said.first().map(|said| notation(&said.words)).unwrap_or_default();
                format!("{notation} {:?}", self.forms())
            }
            // Each with its own days: those with the same other readings are alike.
            Matter::ApprovalDay { .. } if self.dates().count() > 0 => {
                let notation = self.said.first().map(|said| notation(&said.words)).unwrap_or_default();
                let others = self.readings.iter().filter(|reading| !matches!(reading, Reading::Date(_)));
                format!("{notation} {:?} {}", self.forms(), json!(others.collect::<Vec<_>>()))
            }
            // Where no day is among the readings, one that is written answers for the same words alone.
            Matter::Date { .. } | Matter::ApprovalDay { .. } if self.dates().count() == 0 => {
                let words = self.said.first().map(|said| fold(&said.words)).unwrap_or_default();
                format!("{words} {}", readings())
            }
            Matter::ChangedFile { .. } => String::new(),
            Matter::DocumentOrRecord { .. } => self.sort(),
            Matter::Points { at, points } => format!("{at} {}", ids_of(points).join(" ")),
            Matter::Relation { at, from, was, now } => json!([at, from, was, now]).to_string(),
            Matter::Status { .. } => {
                let words = self.said.first().map(|said| fold(&said.words)).unwrap_or_default();
                format!("{words} {}", readings())
            }
            _ => readings(),
        };
        format!("{kind} {} {what}", self.matter.particular())
    }

    /// Of what sort a file is that may be a document or a record: its ending, and which signs speak for what, the nouns of
    /// titles by their words. Where nothing speaks, those of one folder are of one sort.
    fn sort(&self) -> String {
        let path = self.said.first().map(|said| said.name.as_str()).unwrap_or_default();
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let end = name.rsplit_once('.').map_or("", |(_, end)| end);
        let sign = |said: &Said| {
            let words = if said.column == "title" { fold(&said.words) } else { String::new() };
            let speaks_for = said.beside.first().map(|cell| cell.words.as_str()).unwrap_or_default();
            [said.column.as_str(), speaks_for, words.as_str()].join(" ")
        };
        let mut signs: Vec<String> = self.said.iter().map(sign).collect();
        signs.sort_unstable();
        let nothing = self.said.iter().all(|said| said.column == "nothing");
        json!([fold(end), signs, if nothing { folder } else { "" }]).to_string()
    }

    /// The same question has the same text: it is not asked again, whether it is open or settled. A row's number and a
    /// draft's identifier may be others.
    pub(super) fn key(&self) -> String {
        let words: Vec<String> =
            self.said.iter().filter(|said| said.source != Source::Register).map(|said| fold(&said.words)).collect();
        let matter = match &self.matter {
            Matter::ChangedFile { digests, .. } => json!({ "digests": digests }),
            Matter::ApprovalDay { revision, .. } => json!({ "revision": revision }),
            Matter::Status { .. } => json!({ "held": self.held }),
            matter => json!(matter),
        };
        let readings = match &self.matter {
            Matter::ChangedFile { .. } => json!([]),
            _ => json!(self.readings),
        };
        json!([self.matter.kind(), self.about, matter, words, readings]).to_string()
    }
}

/// The numbers of points, each once.
pub(super) fn ids_of(points: &[Opened]) -> Vec<&str> {
    let mut ids: Vec<&str> = points.iter().map(|point| point.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// How words are written, whatever they say: each digit as 9, each letter as a.
fn notation(words: &str) -> String {
    let as_form = |c: char| match c {
        c if c.is_numeric() => '9',
        c if c.is_alphabetic() => 'a',
        c => c,
    };
    words.trim().chars().map(as_form).collect()
}
