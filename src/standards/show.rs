//! Builds the answers of the commands from the catalogue.

use super::answer::{Answer, Match};
use super::catalogue::Catalogue;
use super::front::front_rows;
use super::model::{Clause, Edition, Kind, Mark};
use super::reference::{ClauseRef, EditionId};
use super::terms::{Term, TermRelation};
use super::views::{
    Asked, ClauseRow, ClauseShow, CorrelatedRow, Correlation, GUIDANCE, NOTES_TO_ENTRIES, PartnerRow, Place,
    StandardList, StandardRow, StandardShow, TermList, TermShow,
};

impl Catalogue {
    /// Answers `standard list`.
    pub fn standard_list(&self) -> StandardList {
        StandardList {
            standards: self.editions().iter().map(|e| self.standard_row(e)).collect(),
            sister_documents: self.sister_documents().to_vec(),
            guidance: GUIDANCE,
        }
    }

    /// Answers `standard show`.
    pub fn standard_show(&self, edition: &Edition) -> StandardShow {
        StandardShow {
            standard: self.standard_row(edition),
            common_structure: self
                .spine()
                .iter()
                .map(|s| Place { clause: s.clause.clone(), title: s.for_subject(&edition.subject) })
                .collect(),
            front: front_rows(&edition.id),
            clauses: self.clauses(&edition.id).map(|c| self.clause_row(c, &edition.subject)).collect(),
            guidance: GUIDANCE,
        }
    }

    /// Answers `clause`; nothing if the edition has no such clause.
    pub fn clause_show(&self, reference: &ClauseRef, held: &[EditionId]) -> Option<ClauseShow> {
        let Some(clause) = self.clause(reference) else { return self.front_show(reference, held) };
        let edition = self.edition_of(&reference.edition_id())?;
        let place = |r: &ClauseRef| self.clause(r).map(named);
        Some(ClauseShow {
            standard: edition.id.standard.clone(),
            edition: edition.id.edition.clone(),
            row: self.clause_row(clause, &edition.subject),
            parent: self.ancestors(reference).next().map(named),
            children: self.children(reference).map(named).collect(),
            required: self.required(reference).to_vec(),
            flags: flags(clause),
            own: self.own(reference),
            processes: self.processes_of(reference),
            correlated: self
                .correlation(reference, None, held)
                .answers
                .into_iter()
                .map(|answer| self.in_short(answer))
                .collect(),
            successors: self.successors(reference).into_iter().filter_map(place).collect(),
            predecessors: self.predecessors(reference).into_iter().filter_map(place).collect(),
            sister_documents: self.sister_documents().to_vec(),
            guidance: GUIDANCE,
        })
    }

    /// Answers `correlate`: one edition, or every other standard in the edition held (the default one otherwise).
    pub fn correlation(&self, from: &ClauseRef, to: Option<&EditionId>, held: &[EditionId]) -> Correlation {
        let answers = match to {
            Some(_) => self.correlate(from, to),
            None => self
                .beside(&from.edition_id(), held)
                .into_iter()
                .flat_map(|id| self.correlate(from, Some(id)))
                .collect(),
        };
        Correlation {
            from: Asked { standard: from.standard.clone(), edition: from.edition.clone(), clause: from.clause.clone() },
            answers,
        }
    }

    /// An answer without its notes, besides what is particular to each pair.
    pub(super) fn in_short(&self, answer: Answer) -> CorrelatedRow {
        let row = |m: Match| PartnerRow {
            particular: self.particular(&m.notes),
            clause: m.clause.clause,
            title: m.title,
            relation: m.relation,
            through: m.through,
            limited: m.limited,
            source: m.source,
        };
        CorrelatedRow {
            standard: answer.standard,
            edition: answer.edition,
            outcome: answer.outcome,
            matches: answer.matches.into_iter().map(row).collect(),
        }
    }

    /// The other standards, each in the edition held, both where two are; the default one otherwise.
    pub fn beside(&self, edition: &EditionId, held: &[EditionId]) -> Vec<&EditionId> {
        let mut out = Vec::new();
        for default in self.default_editions().filter(|e| e.id.standard != edition.standard) {
            let of_it = self.editions().iter().map(|e| &e.id).filter(|id| id.standard == default.id.standard);
            let before = out.len();
            out.extend(of_it.filter(|id| held.contains(id)));
            if out.len() == before {
                out.push(&default.id);
            }
        }
        out
    }

    /// Answers `term`.
    pub fn term_list(&self, query: Option<&str>) -> TermList {
        let shown = |term: &Term| TermShow { warnings: term_warnings(term), term: term.clone() };
        TermList { terms: self.terms(query).into_iter().map(shown).collect(), warning: NOTES_TO_ENTRIES }
    }

    fn standard_row(&self, edition: &Edition) -> StandardRow {
        let count = |control| self.clauses(&edition.id).filter(|c| (c.kind == Kind::Control) == control).count();
        let groups = self
            .clauses(&edition.id)
            .filter(|c| matches!(c.kind, Kind::Domain | Kind::Objective | Kind::Theme))
            .count();
        StandardRow {
            standard: edition.id.standard.clone(),
            edition: edition.id.edition.clone(),
            name: edition.name.clone(),
            subject: edition.subject.clone(),
            system: edition.system.clone(),
            vocabulary: edition.vocabulary.clone(),
            follows_common_structure: edition.follows_common_structure,
            default: edition.default,
            certifiable: edition.certifiable,
            clauses: count(false) - groups,
            controls: count(true),
            note: edition.note.clone(),
        }
    }

    fn clause_row(&self, clause: &Clause, subject: &str) -> ClauseRow {
        let spine = self.spine_of(&clause.reference);
        ClauseRow {
            clause: clause.reference.clause.clone(),
            title: clause.title.clone(),
            untitled: clause.untitled,
            level: clause.level,
            kind: clause.kind,
            place: spine.map(|s| Place { clause: s.clause.clone(), title: s.for_subject(subject) }),
            origin: clause.origin,
            marks: clause.marks.clone(),
            renamed_from: spine.filter(|_| clause.marks.contains(&Mark::Renamed)).map(|s| s.for_subject(subject)),
            note: clause.note.clone(),
        }
    }
}

fn flags(clause: &Clause) -> Vec<String> {
    let mut flags = Vec::new();
    for mark in &clause.marks {
        flags.push(match mark {
            Mark::WordingAdded => "Wording is added to the common text here.".to_owned(),
            Mark::NewSubclause => "The common structure has no such subclause.".to_owned(),
            Mark::ChangedText => "The common text is changed here.".to_owned(),
            Mark::Renamed => "The common heading is changed here.".to_owned(),
            Mark::StretchedToServices => {
                "Covers services besides the system: evidence about the system alone is not complete.".to_owned()
            }
            Mark::New => "New in this edition.".to_owned(),
        });
    }
    flags.extend(clause.note.clone());
    if clause.untitled {
        flags.push("The standard gives no title here; the label is ours.".to_owned());
    }
    flags
}

fn named(clause: &Clause) -> Place {
    Place { clause: clause.reference.clause.clone(), title: clause.title.clone() }
}

fn term_warnings(term: &Term) -> Vec<String> {
    let mut warnings = Vec::new();
    if term.false_friend {
        warnings.push("False friend or narrowed meaning: check which standard is speaking.".to_owned());
    }
    for near in &term.neighbours {
        if near.relation == TermRelation::Differs {
            warnings.push(format!("{} defines it differently.", near.vocabulary));
        }
    }
    warnings.extend(term.note.clone());
    warnings
}
