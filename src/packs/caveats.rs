//! What somebody who reads a pack should know first, beside what is in it.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::history::Entered;
use super::item::PackItem;
use crate::audits::Audit;
use crate::day::Day;
use crate::error::Result;
use crate::mapping::{PointShown, PointState};
use crate::systems::{self, Lack, ScopeQuestionAsked, System};

/// So many entries are named one by one.
pub(super) const NAMED: usize = 12;

/// An entry that is named: recorded after the day by which a pack knows, or withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordedLater {
    /// The day that the clock said, UTC, as `2026-04-01`.
    pub on: String,
    /// What happened, as kinds of events are called.
    pub what: String,
    /// Codes of the documents and records in the pack that it is about.
    pub about: Vec<String>,
}

impl RecordedLater {
    pub(super) fn of(entry: &Entered) -> Self {
        Self {
            on: entry.at.get(..10).unwrap_or_default().to_owned(),
            what: entry.kind.clone(),
            about: entry.items.clone(),
        }
    }
}

impl std::fmt::Display for RecordedLater {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // `document.approval_taken_back`: document approval taken back.
        write!(f, "{} {} {}", self.on, self.what.replace(['.', '_'], " "), self.about.join(", "))
    }
}

/// Something to know first. The pack has it in words ([`Caveat::text`]); a window says it in its own language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
#[ts(rename = "PackCaveat")]
pub enum Caveat {
    /// It holds by what was recorded by an earlier day: what was recorded later is in its history and on no page.
    RecordedBy {
        /// The end of which day.
        recorded: Day,
        /// How many entries about what is in the pack were recorded later.
        later: usize,
        /// The first of these.
        first: Vec<RecordedLater>,
    },
    /// Some are overdue, ended, replaced or unclear.
    Marked {
        /// How many of them.
        marked: usize,
        /// Of how many documents and records.
        of: usize,
    },
    /// The next review of documents was moved without one being held.
    Moved {
        /// How many.
        documents: usize,
    },
    /// Documents cite the audited clauses and are not in force.
    LeftOut {
        /// How many.
        documents: usize,
    },
    /// Evidence counts within a period: records of others are left out.
    OutsidePeriod {
        /// First day of the period.
        from: Option<Day>,
        /// Last day of it.
        to: Option<Day>,
        /// How many records were left out; none where nobody can say, since no entry about them is in the pack.
        records: usize,
    },
    /// What was asked for by a day that has passed.
    Late {
        /// New revisions of documents.
        revisions: usize,
        /// Open points.
        points: usize,
    },
    /// Days of documents are written so that they can be read in two ways.
    Unclear {
        /// Of how many documents.
        documents: usize,
    },
    /// It was made before the day for which it holds.
    Foretold {
        /// The day on which it was made.
        made: Day,
        /// The day for which it holds.
        day: Day,
    },
    /// Files hold no text.
    Unsearchable {
        /// How many.
        files: usize,
    },
    /// A scope statement is not complete.
    StatementLacks {
        /// The system's code.
        system: String,
        /// What is missing.
        lacks: Vec<Lack>,
    },
    /// The systems have different scopes.
    ScopesDiffer,
    /// What the answer to a question about SMS and ISMS together means for evidence (R46).
    ScopeAnswer {
        /// The question with its answer.
        asked: ScopeQuestionAsked,
    },
    /// Statements are signed with keys that were retired later for the day on which they were signed.
    KeysRetired {
        /// Of what, by whom and when: `QP-01 (md@example.org, 2026-06-11)`.
        statements: Vec<String>,
    },
    /// What is decided stands otherwise than in the last version of a Statement of Applicability.
    SoaMoved {
        /// Its edition.
        edition: String,
        /// The version.
        version: String,
        /// Since when.
        since: Day,
    },
    /// Entries of earlier programs hold paths of somebody's disk, and are there by their hash alone.
    Withheld {
        /// How many.
        entries: usize,
        /// The first of these.
        first: Vec<RecordedLater>,
    },
}

impl Caveat {
    /// Names the entries at these places.
    pub(super) fn withheld(places: &[u64], history: &[Entered]) -> Self {
        let of_these = history.iter().filter(|entry| places.contains(&entry.seq));
        Self::Withheld { entries: places.len(), first: of_these.take(NAMED).map(RecordedLater::of).collect() }
    }

    /// In words, as the pack has it.
    pub fn text(&self) -> String {
        match self {
            Self::RecordedBy { recorded, later: 0, .. } => format!(
                "Everything here is as recorded by {recorded}; nothing was recorded later about what is in the pack."
            ),
            Self::RecordedBy { recorded, later, first } => {
                let more = if first.len() < *later { " and more, which history.csv has" } else { "" };
                let entries = if *later == 1 { "1 entry was" } else { &format!("{later} entries were") };
                format!(
                    "Everything here is as recorded by {recorded}. {entries} recorded later about what is in the pack and \
                     may change what the pages say: {}{more}.",
                    first.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
                )
            }
            Self::Marked { marked, of } => {
                format!(
                    "{marked} of {of} documents and records are overdue, ended, replaced or unclear; they are marked."
                )
            }
            Self::Moved { documents } => {
                let what = if *documents == 1 { "document" } else { "documents" };
                format!(
                    "The next review of {documents} {what} was moved without a review; the reason stands beside it."
                )
            }
            Self::LeftOut { documents } => {
                let what = if *documents == 1 { "document is" } else { "documents are" };
                format!("{documents} {what} mapped to the audited clauses but not in force, and so not in the pack.")
            }
            Self::OutsidePeriod { from, to, records } => {
                let period = period(*from, *to);
                let left = match records {
                    0 => String::from("records of other periods are not in the pack"),
                    1 => {
                        String::from("1 record of another period is mapped to the audited clauses and not in the pack")
                    }
                    n => format!("{n} records of other periods are mapped to the audited clauses and not in the pack"),
                };
                format!("The audit looks at evidence of the period {period}: {left}.")
            }
            Self::Late { revisions, points } => {
                let some = |n: usize, one: &str| (n > 0).then(|| format!("{n} {one}{}", if n == 1 { "" } else { "s" }));
                let late = [some(*revisions, "new revision"), some(*points, "open point")];
                let late = late.into_iter().flatten().collect::<Vec<_>>().join(", ");
                format!("Due by a day that has passed: {late}; they are marked.")
            }
            Self::Unclear { documents } => {
                let (what, is) = if *documents == 1 {
                    ("1 document has", "it is")
                } else {
                    (&*format!("{documents} documents have"), "they are")
                };
                format!(
                    "{what} a day with two readings, day and month either way round; {is} marked, and both days stand there."
                )
            }
            Self::Foretold { made, day } => format!(
                "The pack was made on {made} for {day}, a day that was still to come: it says how things will stand on {day} if \
                 nothing else is decided until then."
            ),
            Self::Unsearchable { files } => format!(
                "{files} files hold no text that can be searched (pictures, locked or damaged files); they are marked."
            ),
            Self::StatementLacks { system, lacks } => {
                let lacks: Vec<&str> = lacks.iter().map(|l| l.text).collect();
                format!("The scope statement of the {system} lacks: {}.", lacks.join("; "))
            }
            Self::ScopesDiffer => String::from(
                "The scopes of the systems differ: evidence counts for another standard only inside the intersection.",
            ),
            Self::ScopeAnswer { asked } => {
                let reason = if asked.reason.is_empty() { String::new() } else { format!(" ({})", asked.reason) };
                format!("{} {}{reason}", asked.text, asked.follows)
            }
            Self::KeysRetired { statements } => {
                let are = if statements.len() == 1 {
                    "1 statement is"
                } else {
                    &format!("{} statements are", statements.len())
                };
                format!("{are} signed with a key that was retired for that day later: {}.", statements.join("; "))
            }
            Self::SoaMoved { edition, version, since } => format!(
                "Since {since} what is decided of {edition} stands otherwise than in version {version} of its Statement of \
                 Applicability: the pages say what is decided, the version what was signed."
            ),
            Self::Withheld { entries, first } => {
                let more = if first.len() < *entries { " and more, which history.csv has" } else { "" };
                let (are, them) = if *entries == 1 {
                    ("entry of the ledger is", "it")
                } else {
                    ("entries of the ledger are", "them")
                };
                format!(
                    "{entries} {are} withheld, since an earlier program wrote into {them} where files lay on somebody's disk: \
                     {}{more}. The hashes in data/ledger/withheld.txt prove the place in the ledger, not what was said.",
                    first.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
                )
            }
        }
    }
}

/// What is mapped to audited clauses and belongs to the scope, and is not in the pack all the same.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct LeftOut {
    /// Documents that are not in force.
    pub(super) documents: usize,
    /// Records of other periods.
    pub(super) records: usize,
}

/// A period in words.
pub(super) fn period(from: Option<Day>, to: Option<Day>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::from("not limited"),
    }
}

/// The notes of a pack; `left_out` counts what is mapped to its clauses and not in it.
pub(super) fn notes(
    items: &[PackItem],
    systems: &[System],
    left_out: LeftOut,
    (audit, day): (&Audit, Day),
) -> Vec<Caveat> {
    let mut notes = Vec::new();
    let marked = items.iter().filter(|i| !i.warning(day).is_empty()).count();
    if marked > 0 {
        notes.push(Caveat::Marked { marked, of: items.len() });
    }
    let moved = items.iter().filter(|item| item.moved.is_some()).count();
    if moved > 0 {
        notes.push(Caveat::Moved { documents: moved });
    }
    let revisions = items.iter().filter(|item| item.asked.as_ref().is_some_and(|task| task.due < day)).count();
    let late = |point: &&PointShown| point.state == PointState::Open && point.due.is_some_and(|due| due < day);
    let points = items.iter().flat_map(|item| &item.points).filter(late).count();
    if revisions + points > 0 {
        notes.push(Caveat::Late { revisions, points });
    }
    let unclear = items.iter().filter(|item| item.unclear()).count();
    if unclear > 0 {
        notes.push(Caveat::Unclear { documents: unclear });
    }
    if left_out.documents > 0 {
        notes.push(Caveat::LeftOut { documents: left_out.documents });
    }
    let (from, to) = (audit.period_from, audit.period_to);
    if from.or(to).is_some() {
        notes.push(Caveat::OutsidePeriod { from, to, records: left_out.records });
    }
    let files = items.iter().flat_map(|i| &i.files).filter(|f| f.filed.problem.is_some()).count();
    if files > 0 {
        notes.push(Caveat::Unsearchable { files });
    }
    for system in systems {
        let lacks: Vec<_> = system.statement_lacks.iter().filter(|lack| !lack.of_extent()).copied().collect();
        if !lacks.is_empty() {
            notes.push(Caveat::StatementLacks { system: system.code.clone(), lacks });
        }
    }
    if systems.windows(2).any(|pair| pair[0].scope != pair[1].scope) {
        notes.push(Caveat::ScopesDiffer);
    }
    notes
}

/// What is to know about SMS and ISMS together.
pub(super) fn scope_answers(db: &Connection) -> Result<Vec<Caveat>> {
    let asked = systems::scope_questions(db)?.into_iter();
    Ok(asked.map(|asked| Caveat::ScopeAnswer { asked }).collect())
}
