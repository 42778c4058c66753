//! Questions about approvals.

use rusqlite::{Connection, Row};

use super::model::{Ended, Part, Progress};
use crate::day::Day;
use crate::digest::Digest;
use crate::documents::{Revision, RevisionState};
use crate::error::Result;
use crate::ids::{ApprovalId, DocumentId, PersonId, RevisionId, StatementId};
use crate::statements::Meant;

/// A revision that was submitted. What was approved in another way since is not open any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Identifier.
    pub id: ApprovalId,
    /// Number of its entry.
    pub seq: u64,
    /// The document.
    pub document: DocumentId,
    /// The revision.
    pub revision: RevisionId,
    /// The hashes of what was submitted.
    pub files: Vec<Digest>,
    /// So many have to approve.
    pub quorum: u32,
    /// Whether one speaks after the other.
    pub in_order: bool,
    /// Whether signatures are demanded.
    pub signed: bool,
    /// First day in force, where it is said.
    pub planned: Option<Day>,
    /// What the people asked are told.
    pub reason: String,
    /// In whose name it was submitted.
    pub submitter: String,
    /// When.
    pub day: Day,
    /// How it ended.
    pub ended: Option<Ended>,
    /// When.
    pub ended_on: Option<Day>,
    /// Why it was called off.
    pub why: String,
    /// Who is asked, in order.
    pub steps: Vec<Step>,
}

/// Somebody who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// For what.
    pub part: Part,
    /// Who.
    pub person: PersonId,
    /// What was said last.
    pub meaning: Option<Meant>,
    /// By which statement.
    pub statement: Option<StatementId>,
}

const SELECT: &str =
    "SELECT id, seq, document, revision, files, quorum, in_order, signed, planned, reason, submitter, day,
        CASE WHEN ended IS NULL AND overtaken THEN 'replaced' ELSE ended END AS ended, ended_on, why
     FROM (SELECT *, EXISTS (SELECT 1 FROM decision d WHERE d.document = approval.document AND d.seq > approval.seq
               AND d.revision = approval.revision AND d.kind = 'approved') AS overtaken FROM approval)";

fn read(row: &Row<'_>) -> rusqlite::Result<Approval> {
    let files: String = row.get("files")?;
    Ok(Approval {
        id: row.get("id")?,
        seq: row.get("seq")?,
        document: row.get("document")?,
        revision: row.get("revision")?,
        files: serde_json::from_str(&files).unwrap_or_default(),
        quorum: row.get("quorum")?,
        in_order: row.get("in_order")?,
        signed: row.get("signed")?,
        planned: row.get("planned")?,
        reason: row.get("reason")?,
        submitter: row.get("submitter")?,
        day: row.get("day")?,
        ended: row.get("ended")?,
        ended_on: row.get("ended_on")?,
        why: row.get("why")?,
        steps: Vec::new(),
    })
}

fn with_steps(db: &Connection, mut found: Vec<Approval>) -> Result<Vec<Approval>> {
    let sql = "SELECT part, person, meaning, statement FROM approval_step WHERE approval = ?1 ORDER BY place";
    let mut steps = db.prepare_cached(sql)?;
    for approval in &mut found {
        let read = |row: &Row<'_>| {
            Ok(Step {
                part: row.get("part")?,
                person: row.get("person")?,
                meaning: row.get("meaning")?,
                statement: row.get("statement")?,
            })
        };
        approval.steps = steps.query_map([approval.id], read)?.collect::<rusqlite::Result<_>>()?;
    }
    Ok(found)
}

/// Every submission of a document, oldest first.
pub fn of_document(db: &Connection, document: DocumentId) -> Result<Vec<Approval>> {
    let sql = format!("{SELECT} WHERE document = ?1 ORDER BY seq");
    let found = db.prepare_cached(&sql)?.query_map([document], read)?.collect::<rusqlite::Result<_>>()?;
    with_steps(db, found)
}

/// The open submission of a revision.
pub fn open(db: &Connection, document: DocumentId, revision: RevisionId) -> Result<Option<Approval>> {
    Ok(of_document(db, document)?.into_iter().rfind(|a| a.revision == revision && a.ended.is_none()))
}

/// All that are open, oldest first.
pub fn open_all(db: &Connection) -> Result<Vec<Approval>> {
    let sql = format!("{SELECT} WHERE ended IS NULL AND NOT overtaken ORDER BY seq");
    let found = db.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    with_steps(db, found)
}

impl Approval {
    /// Whether what is there is no more what was submitted: other files, or the revision was decided otherwise.
    pub fn void(&self, revision: &Revision) -> bool {
        self.ended.is_none()
            && (revision.state != RevisionState::Draft
                || !revision.files.iter().map(|f| f.digest).eq(self.files.iter().copied()))
    }

    /// How far it is, with the revision as it stands.
    pub fn progress(&self, revision: &Revision) -> Progress {
        match self.ended {
            Some(Ended::Approved) => Progress::Approved,
            Some(Ended::Rejected) => Progress::Rejected,
            Some(Ended::CalledOff) => Progress::CalledOff,
            Some(Ended::Replaced) => Progress::Void,
            None if self.void(revision) => Progress::Void,
            None if self.steps.iter().any(|s| s.part == Part::Review && s.meaning.is_none()) => Progress::InReview,
            None if self.steps.iter().any(|s| s.part == Part::Approve && s.meaning.is_some()) => Progress::InApproval,
            None if self.steps.iter().any(|s| s.part == Part::Review) => Progress::Reviewed,
            None => Progress::InApproval,
        }
    }

    /// Whose turn it is: places in [`Self::steps`].
    pub fn turns(&self) -> Vec<usize> {
        if self.ended.is_some() {
            return Vec::new();
        }
        let open = |part: Part| {
            let undecided = move |(_, s): &(usize, &Step)| s.part == part && s.meaning.is_none();
            self.steps.iter().enumerate().filter(undecided).map(|(place, _)| place).collect::<Vec<_>>()
        };
        let mut turns = open(Part::Review);
        if turns.is_empty() {
            turns = open(Part::Approve);
        }
        turns.truncate(if self.in_order { 1 } else { turns.len() });
        turns
    }

    /// How many approve it so far.
    pub fn approved(&self) -> u32 {
        self.steps.iter().filter(|s| s.part == Part::Approve && s.meaning == Some(Meant::Approved)).count() as u32
    }
}
