//! What each column seems to mean, and why: its name, its cells, what the user decided for other lists. Weighed together; a
//! doubt is shown as one.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use super::controls;
use super::heading::{Name, is_clause, without_clause_words};
use super::meaning::{Meaning, particulars};
use super::profile::Profile;
use super::single::{bare_clause, one_clause};
use super::statement;
use crate::questions::List;
use crate::reading::{NamedStandard, foreign_named, speaks_of_controls, standard_named};
use crate::text::fold;
use crate::words::{Fit, Header};

/// By what a column is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ColumnWhy")]
pub enum Why {
    /// Its name and its cells agree.
    Both,
    /// Its name; the cells say nothing of it, or something else.
    Name,
    /// Its cells; the name says nothing known.
    Cells,
    /// So it was decided for this list before.
    Remembered,
    /// A person says so.
    Chosen,
    /// Nothing speaks for any meaning.
    Nothing,
    /// Another column means this already.
    Taken,
    /// The name speaks for a meaning, and the cells against it.
    Against,
    /// It numbers the rows.
    Running,
    /// Days, and nothing says which.
    SomeDate,
    /// Numbers of clauses, and nothing says of which standard.
    SomeClauses,
    /// Clauses of a standard that is none of the three.
    Foreign,
}

/// A column with what it seems to mean.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Proposed {
    pub(super) meaning: Meaning,
    pub(super) why: Why,
}

/// What the user decided for names of columns, in whatever list.
pub(super) type Own = HashMap<String, Meaning>;

struct Wish {
    column: usize,
    meaning: Meaning,
    score: f32,
    why: Why,
}

/// Proposes a meaning for each column.
pub(super) fn propose(names: &[Name], profiles: &[Profile], list: List, own: &Own) -> Vec<Proposed> {
    let mut wishes: Vec<Wish> = Vec::new();
    for (column, (name, profile)) in names.iter().zip(profiles).enumerate() {
        if profile.filled > 0 {
            wishes.extend(of_column(column, name, profile, list, own));
            if let Some(meaning) = bare_clause(names, column).filter(|_| profile.signs >= 0.6) {
                wishes.push(Wish { column, meaning, score: 0.9 + profile.signs, why: Why::Both });
            }
        } else if let Some((meaning, weight)) = named(name, list, own).filter(|(_, weight)| *weight >= 0.9) {
            // An empty column says that there is nothing, where its name says of what.
            wishes.push(Wish { column, meaning, score: weight * 0.3, why: Why::Name });
        }
    }
    // The surest first; of equals the column that stands before.
    wishes.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.column.cmp(&b.column)));
    let mut out: Vec<Option<Proposed>> = vec![None; names.len()];
    let mut taken: Vec<Meaning> = Vec::new();
    let mut late: Vec<usize> = Vec::new();
    for wish in wishes {
        if out[wish.column].is_some() {
            continue;
        }
        if !wish.meaning.many() && taken.contains(&wish.meaning) {
            // What only the cells suggest, or the name alone, is no reason to say that another column means it.
            if wish.why == Why::Both {
                late.push(wish.column);
            }
            continue;
        }
        taken.push(wish.meaning.clone());
        out[wish.column] = Some(Proposed { meaning: wish.meaning, why: wish.why });
    }
    let rest = |column: usize| {
        let profile = &profiles[column];
        let why = if profile.running {
            Why::Running
        } else if profile.clauses > 0.5 && foreign_named(&names[column].whole()).is_some() {
            Why::Foreign
        } else if late.contains(&column) {
            Why::Taken
        } else if profile.filled > 0 && profile.dates > 0.6 {
            Why::SomeDate
        } else if profile.filled > 1 && profile.sections > 0.8 {
            Why::SomeClauses
        } else if named(&names[column], list, own).is_some() && profile.filled > 0 {
            Why::Against
        } else {
            Why::Nothing
        };
        Proposed { meaning: Meaning::Unused, why }
    };
    out.into_iter().enumerate().map(|(column, found)| found.unwrap_or_else(|| rest(column))).collect()
}

/// The surest meaning of a name.
fn named(name: &Name, list: List, own: &Own) -> Option<(Meaning, f32)> {
    by_name(name, list, own).into_iter().next()
}

/// What a name may mean, each with a weight up to 1.
fn by_name(name: &Name, list: List, own: &Own) -> Vec<(Meaning, f32)> {
    let whole = name.whole();
    if let Some(meaning) = own.get(&fold(&whole)).filter(|meaning| meaning.fits(list)) {
        return vec![(meaning.clone(), 1.0)];
    }
    if list == List::StatementOfApplicability {
        return statement::by_name(name);
    }
    let standard = standard_named(&name.lower).or_else(|| standard_named(&name.upper));
    if let Some((standard, clause)) = one_clause(&whole) {
        return vec![(Meaning::Clause(standard, clause), 0.9)];
    }
    if let Some(standard) = &standard {
        let clause = without_clause_words(&name.lower);
        if is_clause(&clause) {
            let clause = clause.trim_end_matches('.').replace("A ", "A.");
            return vec![(Meaning::Clause(standard.clone(), clause), 0.9)];
        }
    }
    let mut out: Vec<(Meaning, f32)> = Vec::new();
    // The lower line says what the column holds; the upper one, to which group it belongs.
    for (text, weight) in [(&name.lower, 1.0), (&whole, 0.9)] {
        for (header, fit) in controls::meanings(list, text) {
            let header = match (header, list) {
                // The one day that an index gives is that of its record.
                (Header::Date, List::EvidenceIndex) => Header::Collected,
                (Header::Title | Header::Number, List::EvidenceIndex) => continue,
                (Header::ValidUntil, List::MasterList) => Header::NextReview,
                (header, _) => header,
            };
            if !particulars(list).contains(&header) {
                continue;
            }
            let weight = weight
                * if fit == Fit::Whole {
                    1.0
                } else if fit == Fit::Edge {
                    0.75
                } else {
                    0.5
                };
            // One standard alone has controls.
            let controls = || speaks_of_controls(text).then(|| NamedStandard { name: "27001".to_owned(), annex: true });
            let meaning = match header {
                // Clauses of a standard that is none of ours.
                Header::Clauses if foreign_named(&whole).is_some() => continue,
                Header::Clauses => Meaning::Clauses(standard.clone().or_else(controls)),
                header => Meaning::Of(header),
            };
            match out.iter_mut().find(|(known, _)| *known == meaning) {
                Some((_, known)) => *known = known.max(weight),
                None => out.push((meaning, weight)),
            }
        }
    }
    if let Some(standard) = standard {
        let meaning = Meaning::Clauses(Some(standard));
        out.retain(|(known, _)| *known != meaning);
        out.push((meaning, 0.95));
    }
    out.sort_by(|a, b| b.1.total_cmp(&a.1));
    out
}

/// How well the cells fit a meaning, from 0 to 1; nothing where cells say nothing of it.
fn by_cells(meaning: &Meaning, p: &Profile) -> Option<f32> {
    Some(match meaning {
        Meaning::Of(Header::Number) => {
            if p.running {
                0.0
            } else {
                // Numbers without a letter, and words such as ISMS-POL, are numbers, too, where all differ.
                p.codes.max(if p.distinct > 0.9 && p.dates < 0.3 && p.phrases < 0.5 { 0.6 } else { 0.0 })
                    * p.distinct.max(0.5)
            }
        }
        Meaning::Of(Header::Title) => p.phrases * p.distinct.max(0.4) * (1.0 - p.mails),
        Meaning::Of(Header::Kind) => p.kinds,
        Meaning::Of(Header::Version) => p.versions,
        Meaning::Of(Header::Status) => p.states,
        Meaning::Of(Header::Owner | Header::Approver) => p.people.max(p.mails),
        Meaning::Of(Header::Interval) => p.months,
        Meaning::Of(Header::Location) => p.paths.max(p.files),
        Meaning::Of(
            Header::ApprovedOn
            | Header::ValidFrom
            | Header::NextReview
            | Header::PeriodFrom
            | Header::PeriodTo
            | Header::Collected
            | Header::ValidUntil
            | Header::Date,
        ) => p.dates,
        Meaning::Clauses(None) => p.with_standard.max(p.annex),
        Meaning::Clauses(Some(_)) => p.clauses.max(p.with_standard),
        Meaning::Clause(..) => p.signs,
        Meaning::Of(_) | Meaning::Unused => return None,
    })
}

fn of_column(column: usize, name: &Name, p: &Profile, list: List, own: &Own) -> Vec<Wish> {
    let mut wishes = Vec::new();
    for (meaning, weight) in by_name(name, list, own) {
        let fitting = match list {
            List::StatementOfApplicability => statement::by_cells(&meaning, p),
            _ => by_cells(&meaning, p),
        };
        let (score, why) = match fitting {
            None if weight >= 0.7 => (weight, if weight > 0.85 { Why::Both } else { Why::Name }),
            Some(cells) if cells >= 0.5 => (weight + cells, Why::Both),
            Some(cells) if weight >= 0.7 && !contradicts(&meaning, p, list) => (weight + cells * 0.5, Why::Name),
            _ => continue,
        };
        wishes.push(Wish { column, meaning, score, why });
    }
    wishes.extend(of_reviews(column, name, p, list, own));
    // What the cells say by themselves counts less than a name that agrees.
    let alone = match list {
        List::StatementOfApplicability => statement::by_cells_alone(p),
        _ => by_cells_alone(p, list),
    };
    for (meaning, cells) in alone {
        if !wishes.iter().any(|wish| wish.meaning.header() == meaning.header()) {
            // Files that are there are surer than a name that only begins like one for them.
            let there = meaning == Meaning::Of(Header::Location) && p.files >= 0.5;
            let score = if there { 0.4 + cells } else { cells * 0.6 };
            wishes.push(Wish { column, meaning, score, why: Why::Cells });
        }
    }
    wishes
}

/// A column named for how often something is looked at that holds days, and one named for the day that holds months: of both
/// the cells decide which it is.
fn of_reviews(column: usize, name: &Name, p: &Profile, list: List, own: &Own) -> Option<Wish> {
    let said = by_name(name, list, own).into_iter().find(|(_, weight)| *weight >= 0.7)?;
    let meaning = match said.0 {
        Meaning::Of(Header::Interval) if p.dates >= 0.5 && p.months < 0.2 => Meaning::Of(Header::NextReview),
        Meaning::Of(Header::NextReview) if p.months >= 0.6 && p.dates < 0.2 => Meaning::Of(Header::Interval),
        _ => return None,
    };
    Some(Wish { column, meaning, score: said.1 + p.dates.max(p.months), why: Why::Cells })
}

/// Whether the cells cannot be what the name says. A few strange cells are asked about, one by one.
fn contradicts(meaning: &Meaning, p: &Profile, list: List) -> bool {
    match meaning {
        _ if list == List::StatementOfApplicability => statement::contradicts(meaning, p),
        Meaning::Of(Header::Number) => p.running || p.dates > 0.5,
        Meaning::Of(Header::Title) => p.dates > 0.5 || p.signs > 0.8,
        // A place that is no file, such as a cupboard; an index has nothing else by which its files are found.
        Meaning::Of(Header::Location) => list == List::MasterList && p.paths + p.files < 0.05 && p.filled > 2,
        Meaning::Of(Header::Owner | Header::Approver) => p.dates > 0.5 || p.versions > 0.8 && p.people < 0.2,
        Meaning::Of(Header::ApprovedOn | Header::ValidFrom | Header::NextReview) => {
            p.dates < 0.05 && p.filled > 4 && p.people > 0.6
        }
        // Who collected it is no day.
        Meaning::Of(Header::Collected | Header::PeriodFrom | Header::PeriodTo | Header::ValidUntil) => {
            p.dates < 0.05 && p.filled > 2 && p.people > 0.8
        }
        Meaning::Of(Header::Interval) => p.months < 0.05 && p.filled > 4,
        Meaning::Of(Header::Kind | Header::Status) => p.dates > 0.5,
        Meaning::Clauses(_) => p.clauses < 0.1 && p.with_standard < 0.05,
        Meaning::Clause(..) => p.signs < 0.3,
        _ => false,
    }
}

/// What cells mean whatever stands above them.
fn by_cells_alone(p: &Profile, list: List) -> Vec<(Meaning, f32)> {
    let mut out = Vec::new();
    let mut when = |is: bool, meaning: Meaning, weight: f32| {
        if is && meaning.fits(list) {
            out.push((meaning, weight));
        }
    };
    let some = p.filled >= 2;
    // The same few words again and again.
    let few = p.distinct <= 0.5 || (p.filled < 9 && p.distinct < 1.0);
    when(p.files >= 0.5 || p.paths >= 0.8, Meaning::Of(Header::Location), p.files.max(p.paths));
    when(some && p.with_standard >= 0.6, Meaning::Clauses(None), p.with_standard);
    // Some cells name the standard, the others a control by its letter.
    let mixed = p.with_standard >= 0.4 && (p.with_standard + p.annex >= 0.75 || p.clauses >= 0.7);
    when(some && mixed, Meaning::Clauses(None), 0.6);
    let annex = NamedStandard { name: String::from("27001"), annex: false };
    when(some && p.annex >= 0.8, Meaning::Clauses(Some(annex)), p.annex);
    when(
        some && p.codes >= 0.8 && p.distinct >= 0.9 && p.versions < 0.5,
        Meaning::Of(Header::Number),
        p.codes * p.distinct,
    );
    when(some && p.states >= 0.8 && few, Meaning::Of(Header::Status), p.states * 0.9);
    when(some && p.kinds >= 0.8 && few, Meaning::Of(Header::Kind), p.kinds * 0.8);
    when(some && p.mails >= 0.8, Meaning::Of(Header::Owner), p.mails * 0.9);
    // Days that have not come are those of reviews; days of the past may be anything.
    when(some && p.dates >= 0.8 && p.coming >= 0.6, Meaning::Of(Header::NextReview), p.coming * 0.9);
    when(
        some && p.phrases >= 0.8 && p.distinct >= 0.8 && p.dates < 0.2 && p.paths < 0.3 && p.codes < 0.5,
        Meaning::Of(Header::Title),
        p.phrases * p.distinct * 0.7,
    );
    out
}
