//! What the shells show of the standards: a list of editions, one edition with its clauses, one clause with
//! what surrounds it, and terms.

use serde::Serialize;

use super::catalogue::{Clause, Edition, Required, Term, catalogue};
use super::correlation::{Answer, Outcome, correlate};
use super::reference::{ClauseRef, EditionId};

/// An edition in a list.
#[derive(Debug, Serialize)]
pub struct EditionView {
    /// Short number.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Full name.
    pub name: String,
    /// What its system is about.
    pub subject: String,
    /// How many clauses of the main body it has.
    pub clauses: usize,
    /// How many controls it has.
    pub controls: usize,
    /// Whether it follows the common structure (R8).
    pub follows_common_structure: bool,
}

impl EditionView {
    /// The list form of an edition.
    pub fn of(edition: &Edition) -> Self {
        let all = catalogue().clauses(&edition.id).iter();
        let (controls, clauses): (Vec<&Clause>, Vec<&Clause>) = all.partition(|c| c.reference.clause.starts_with("A."));
        Self {
            standard: edition.id.standard.clone(),
            edition: edition.id.edition.clone(),
            name: edition.name.clone(),
            subject: edition.subject.clone(),
            clauses: clauses.len(),
            controls: controls.iter().filter(|c| c.kind == "control").count(),
            follows_common_structure: edition.follows_common_structure,
        }
    }
}

/// A place on the common structure.
#[derive(Debug, Serialize)]
pub struct SpineView {
    /// Number.
    pub clause: String,
    /// Title with the edition's own subject (R2).
    pub title: String,
}

/// One edition with its clauses.
#[derive(Debug, Serialize)]
pub struct StandardView {
    /// The edition.
    #[serde(flatten)]
    pub edition: EditionView,
    /// The common structure in this edition's words.
    pub spine: Vec<SpineView>,
    /// Every clause and control.
    pub rows: Vec<StandardRow>,
    /// What to keep in mind.
    pub notes: Vec<String>,
}

/// A clause in the list of one edition.
#[derive(Debug, Serialize)]
pub struct StandardRow {
    /// Number.
    pub clause: String,
    /// Title.
    pub title: String,
    /// Depth.
    pub level: u32,
    /// clause, domain, objective, control or theme.
    pub kind: String,
    /// Place on the common structure.
    pub spine: Option<String>,
    /// `common`, or `added` by this standard (R3).
    pub origin: String,
    /// The common structure's own title, where this standard words its heading differently (R3).
    pub renamed_from: Option<String>,
}

/// The form in which an edition is shown.
pub fn standard_view(edition: &Edition) -> StandardView {
    let subject = |title: &str| title.replace("XXX", &edition.subject);
    let mut notes = vec![String::from("Guidance in our own words: use it beside the standards themselves.")];
    if edition.id.standard == "20000-1" {
        notes.push(String::from("Clauses 7 and 8 carry longer headings than the common structure, to tell support and operation of the system from those of services."));
        notes.push(String::from("Nothing of clauses 4 to 10 may be left out."));
    }
    if edition.id.to_string() == "27001:2013" {
        notes.push(String::from("Certificates to the 2013 edition have lapsed; it stays here because the correlation guidance speaks of it."));
    }
    let rows = catalogue()
        .clauses(&edition.id)
        .iter()
        .map(|c| {
            let common = c.spine.as_ref().filter(|s| **s == c.reference.clause);
            let spine_title = common.and_then(|s| catalogue().spine().iter().find(|x| x.clause == *s));
            let renamed = spine_title
                .filter(|s| subject(&s.title).to_lowercase() != c.title.to_lowercase() && !s.title.contains("XXX"));
            StandardRow {
                clause: c.reference.clause.clone(),
                title: c.title.clone(),
                level: c.level,
                kind: c.kind.clone(),
                spine: catalogue().spine_of(&c.reference),
                origin: c.origin.clone(),
                renamed_from: renamed.map(|s| s.title.clone()),
            }
        })
        .collect();
    StandardView {
        edition: EditionView::of(edition),
        spine: catalogue()
            .spine()
            .iter()
            .map(|s| SpineView { clause: s.clause.clone(), title: subject(&s.title) })
            .collect(),
        rows,
        notes,
    }
}

/// One clause with what surrounds it.
#[derive(Debug, Serialize)]
pub struct ClauseView {
    /// The clause.
    #[serde(flatten)]
    pub clause: Clause,
    /// Full name of the edition.
    pub standard_name: String,
    /// Place on the common structure.
    pub spine_place: Option<String>,
    /// The clauses directly below.
    pub below: Vec<(String, String)>,
    /// Documented information it asks for.
    pub required: Vec<Required>,
    /// What it became in later editions.
    pub successors: Vec<ClauseRef>,
    /// What it was in earlier editions.
    pub predecessors: Vec<ClauseRef>,
    /// Its counterparts.
    pub correlation: Vec<Answer>,
    /// What is easily overlooked.
    pub notes: Vec<String>,
}

/// The form in which a clause is shown; `targets` are the editions to correlate with.
pub fn clause_view(clause: &Clause, targets: &[EditionId]) -> ClauseView {
    let reference = &clause.reference;
    let correlation = correlate(reference, targets);
    let mut notes = Vec::new();
    let says =
        |word: &str| correlation.iter().flat_map(|a| &a.matches).flat_map(|m| &m.notes).any(|n| n.contains(word));
    if reference.standard == "20000-1" && clause.origin == "common" && says("20000-1 adds") {
        notes.push(String::from(
            "Stretched to cover services besides the system: evidence about the system alone is not complete.",
        ));
    }
    if correlation.iter().all(|a| a.outcome == Outcome::None) && !correlation.is_empty() {
        notes.push(format!("Asked for by {} alone.", reference.standard));
    }
    ClauseView {
        standard_name: catalogue()
            .edition(&reference.edition_id().to_string(), &[])
            .map(|e| e.name.clone())
            .unwrap_or_default(),
        spine_place: catalogue().spine_of(reference),
        below: catalogue()
            .children(reference)
            .iter()
            .filter_map(|c| catalogue().clause(&ClauseRef { clause: c.clone(), ..reference.clone() }))
            .map(|c| (c.reference.clause.clone(), c.title.clone()))
            .collect(),
        required: catalogue().required(reference).to_vec(),
        successors: catalogue().successors(reference),
        predecessors: catalogue().predecessors(reference),
        correlation,
        notes,
        clause: clause.clone(),
    }
}

/// A clause and its counterparts.
#[derive(Debug, Serialize)]
pub struct CorrelateView {
    /// Where the question starts.
    pub from: From,
    /// One answer per edition asked for.
    pub answers: Vec<Answer>,
}

/// A clause in parts.
#[derive(Debug, Serialize)]
pub struct From {
    /// Short number of the standard.
    pub standard: String,
    /// Year.
    pub edition: String,
    /// Clause number or control identifier.
    pub clause: String,
}

/// The counterparts of a clause, as shown.
pub fn correlate_view(from: &ClauseRef, targets: &[EditionId]) -> CorrelateView {
    CorrelateView {
        from: From { standard: from.standard.clone(), edition: from.edition.clone(), clause: from.clause.clone() },
        answers: correlate(from, targets),
    }
}

/// Terms as shown.
#[derive(Debug, Serialize)]
pub struct TermsView {
    /// The terms found.
    pub terms: Vec<Term>,
    /// What to keep in mind.
    pub warnings: Vec<String>,
}

/// Terms that hold `query`; all without one.
pub fn terms_view(query: Option<&str>) -> TermsView {
    TermsView {
        terms: catalogue().terms(query).into_iter().cloned().collect(),
        warnings: vec![String::from(
            "Notes to entries are left out here and may differ between the vocabularies: look them up before you rely on a term.",
        )],
    }
}
