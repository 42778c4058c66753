//! The standards, as commands. They need no workspace; where there is one, its editions decide.

use serde::Deserialize;

use super::{Command, Session, Topic};
use crate::error::Result;
use crate::standards::{
    ClauseRef, ClauseView, CorrelateView, EditionId, EditionView, StandardView, TermsView, catalogue, clause_view,
    correlate_view, standard_view, terms_view,
};
use crate::systems;

/// The editions held, where there is a workspace; none where there is none.
fn held(session: &mut Session) -> Vec<EditionId> {
    if !session.folder().join("clausebook.db").is_file() {
        return Vec::new();
    }
    session.workspace().and_then(|w| systems::editions_held(w.db())).unwrap_or_default()
}

/// Without a wish, the guidance's own editions, and any other the workspace holds.
fn targets(from: &ClauseRef, to: Option<&str>, held: &[EditionId]) -> Result<Vec<EditionId>> {
    if let Some(to) = to {
        return Ok(vec![catalogue().edition(to, held)?.id.clone()]);
    }
    let editions = catalogue().editions().iter();
    Ok(editions
        .filter(|e| e.id.standard != from.standard && (e.default || held.contains(&e.id)))
        .map(|e| e.id.clone())
        .collect())
}

/// Lists the editions built in.
#[derive(Debug, Deserialize)]
pub struct StandardList {}

impl Command for StandardList {
    type Answer = Vec<EditionView>;
    const NAME: &'static str = "standard_list";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        Ok(catalogue().editions().iter().map(EditionView::of).collect())
    }
}

/// Shows one edition with its clauses.
#[derive(Debug, Deserialize)]
pub struct StandardShow {
    /// Standard, as `9001` or `27001:2022`.
    pub standard: String,
}

impl Command for StandardShow {
    type Answer = StandardView;
    const NAME: &'static str = "standard_show";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session);
        Ok(standard_view(catalogue().edition(&self.standard, &held)?))
    }
}

/// Shows one clause with what surrounds it.
#[derive(Debug, Deserialize)]
pub struct ClauseShow {
    /// Standard.
    pub standard: String,
    /// Clause.
    pub clause: String,
}

impl Command for ClauseShow {
    type Answer = Option<ClauseView>;
    const NAME: &'static str = "clause_show";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session);
        let edition = catalogue().edition(&self.standard, &held)?;
        let reference = catalogue().clause_of(&edition.id, &self.clause)?;
        let targets = targets(&reference, None, &held)?;
        Ok(catalogue().clause(&reference).map(|c| clause_view(c, &targets)))
    }
}

/// Finds the counterparts of a clause.
#[derive(Debug, Deserialize)]
pub struct Correlate {
    /// Standard.
    pub standard: String,
    /// Clause.
    pub clause: String,
    /// Only in this standard.
    #[serde(default)]
    pub to: Option<String>,
}

impl Command for Correlate {
    type Answer = CorrelateView;
    const NAME: &'static str = "correlate";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let held = held(session);
        let edition = catalogue().edition(&self.standard, &held)?;
        let reference = catalogue().clause_of(&edition.id, &self.clause)?;
        let targets = targets(&reference, self.to.as_deref(), &held)?;
        Ok(correlate_view(&reference, &targets))
    }
}

/// Finds terms.
#[derive(Debug, Deserialize)]
pub struct Terms {
    /// What the term or its entry holds; all without it.
    #[serde(default)]
    pub query: Option<String>,
}

impl Command for Terms {
    type Answer = TermsView;
    const NAME: &'static str = "terms";
    const CHANGES: &'static [Topic] = &[];

    fn run(self, _session: &mut Session) -> Result<Self::Answer> {
        Ok(terms_view(self.query.as_deref()))
    }
}
