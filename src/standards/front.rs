//! The introduction and clauses 1 to 3: they hold no requirements, so that nothing is mapped to them and no list of clauses
//! has them, but a question for one is answered (R148).

use super::answer::{Answer, Outcome, Own};
use super::catalogue::Catalogue;
use super::model::{Kind, Origin};
use super::reference::{ClauseRef, EditionId};
use super::views::{ClauseRow, ClauseShow, FrontRow, GUIDANCE};
use crate::error::Result;

/// Number and title; the introduction has no number, and stands under 0.
const FRONT: [(&str, &str); 4] =
    [("0", "Introduction"), ("1", "Scope"), ("2", "Normative references"), ("3", "Terms and definitions")];

/// The standards for which the guidance speaks of these clauses.
const STATED: [&str; 2] = ["20000-1", "9001"];

impl Catalogue {
    /// The clause asked about by `9001`, `7.5.3`: as [`Catalogue::reference_in`], and the introduction and clauses 1 to 3
    /// besides, which can be asked about and no more.
    pub fn asked_in(&self, standard: &str, clause: &str, held: &[EditionId]) -> Result<ClauseRef> {
        let number = clause.trim().trim_end_matches('.');
        match FRONT.iter().find(|(n, title)| number == *n || number.eq_ignore_ascii_case(title)) {
            Some((number, _)) => Ok(self.edition(standard, held)?.id.at(*number)),
            None => self.reference_in(standard, clause, held),
        }
    }

    /// The same with both in one, as `9001/3`.
    pub fn asked(&self, text: &str, held: &[EditionId]) -> Result<ClauseRef> {
        let front = |text: &str| FRONT.iter().any(|(n, title)| text == *n || text.eq_ignore_ascii_case(title));
        match text.split_once('/').filter(|(standard, clause)| !standard.ends_with("ISO") && front(clause.trim())) {
            Some((standard, clause)) => self.asked_in(standard, clause, held),
            None => self.reference(text, held),
        }
    }

    /// The title of such a clause; nothing for any other.
    pub(super) fn front_title(&self, reference: &ClauseRef) -> Option<&'static str> {
        let front = FRONT.iter().find(|(number, _)| *number == reference.clause);
        front.filter(|_| self.edition_of(&reference.edition_id()).is_some()).map(|(_, title)| *title)
    }

    /// What is answered for such a clause: it is specific to each standard, as far as the guidance says so.
    pub(super) fn front_answer(&self, from: &ClauseRef, target: &EditionId) -> Option<Answer> {
        self.front_title(from)?;
        let stated = [&from.standard, &target.standard].iter().all(|s| STATED.contains(&s.as_str()));
        Some(Answer {
            standard: target.standard.clone(),
            edition: target.edition.clone(),
            outcome: if stated { Outcome::None } else { Outcome::NotStated },
            matches: Vec::new(),
            own: stated.then_some(Own::SpecificToEach),
            notes: Vec::new(),
            said: Vec::new(),
        })
    }

    /// Such a clause, as it is shown.
    pub(super) fn front_show(&self, reference: &ClauseRef, held: &[EditionId]) -> Option<ClauseShow> {
        let title = self.front_title(reference)?.to_owned();
        let answers = self.correlation(reference, None, held).answers;
        Some(ClauseShow {
            standard: reference.standard.clone(),
            edition: reference.edition.clone(),
            row: ClauseRow {
                clause: reference.clause.clone(),
                title,
                untitled: false,
                level: 1,
                kind: Kind::Clause,
                place: None,
                origin: Origin::Specific,
                marks: Vec::new(),
                renamed_from: None,
                note: None,
            },
            parent: None,
            children: Vec::new(),
            required: Vec::new(),
            flags: Vec::new(),
            own: answers.iter().find_map(|answer| answer.own),
            processes: Vec::new(),
            correlated: answers.into_iter().map(|answer| self.in_short(answer)).collect(),
            successors: Vec::new(),
            predecessors: Vec::new(),
            sister_documents: self.sister_documents().to_vec(),
            guidance: GUIDANCE,
        })
    }
}

/// Such clauses of an edition.
pub(super) fn front_rows(edition: &EditionId) -> Vec<FrontRow> {
    let own = STATED.contains(&edition.standard.as_str()).then_some(Own::SpecificToEach);
    FRONT.iter().map(|(clause, title)| FrontRow { clause: (*clause).into(), title: (*title).into(), own }).collect()
}
