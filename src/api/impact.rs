//! What changed between two revisions and what that touches, as commands.

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Effect, Session, Topic, When, commands};
use crate::error::{Code, Result};
use crate::impact::{self, Between, Impact, RevisionsCompared};
use crate::reviews::SectionsNoted;
use crate::search::CitedBy;
use crate::workspace::one_state;

commands! { DocumentCompare, DocumentCitedBy, DocumentImpact }

/// Compares two revisions of a document.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentCompare {
    /// Code of the document.
    pub code: String,
    /// Label of the earlier revision; the one in force where none is given.
    #[serde(default)]
    pub earlier: Option<String>,
    /// Label of the later revision; the newest where none is given.
    #[serde(default)]
    pub later: Option<String>,
    /// Of what did not change only so many paragraphs beside each change; all where no number is given.
    #[serde(default)]
    pub near: Option<usize>,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for DocumentCompare {
    type Answer = RevisionsCompared;
    const NAME: &'static str = "document_compare";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let between = between(&self.code, self.earlier.as_deref(), self.later.as_deref());
        impact::compare_revisions(&view, &cache, between, self.near)
    }
}

/// Who cites a document, and which section.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentCitedBy {
    /// Code of the document.
    pub code: String,
    /// Only who cites this section, one within it, or one that it is within.
    #[serde(default)]
    pub section: Option<String>,
    /// The revisions between which it is asked whether a section changes, as in a comparison.
    #[serde(default)]
    pub earlier: Option<String>,
    /// The later one.
    #[serde(default)]
    pub later: Option<String>,
    /// How many are shown at the most.
    #[serde(default = "most")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

fn most() -> usize {
    500
}

impl Command for DocumentCitedBy {
    type Answer = CitedBy;
    const NAME: &'static str = "document_cited_by";
    const EFFECT: Effect = Effect::Reads(&[Topic::Documents, Topic::Records]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let shelf = session.shelf(self.when, &cache)?;
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let between = between(&self.code, self.earlier.as_deref(), self.later.as_deref());
        impact::cited_by(&view, &cache, &shelf, between, self.section.as_deref().map(str::trim), self.limit)
    }
}

/// What the change between two revisions touches: who cites the document, its mappings, audits ahead.
#[derive(Debug, Deserialize, TS)]
pub struct DocumentImpact {
    /// Code of the document.
    pub code: String,
    /// Label of the earlier revision; the one in force where none is given.
    #[serde(default)]
    pub earlier: Option<String>,
    /// Label of the later revision; the newest where none is given.
    #[serde(default)]
    pub later: Option<String>,
    /// How many who cite it are shown at the most.
    #[serde(default = "most")]
    pub limit: usize,
    /// For which day.
    #[serde(flatten)]
    pub when: When,
}

impl Command for DocumentImpact {
    type Answer = Impact;
    const NAME: &'static str = "document_impact";
    const EFFECT: Effect =
        Effect::Reads(&[Topic::Systems, Topic::Documents, Topic::Records, Topic::Mapping, Topic::Audits]);

    fn run(self, session: &mut Session) -> Result<Self::Answer> {
        let cache = session.text_cache()?;
        let day = session.day(self.when);
        let shelf = session.shelf(self.when, &cache)?;
        let view = session.view(self.when)?;
        let _state = one_state(&view)?;
        let between = between(&self.code, self.earlier.as_deref(), self.later.as_deref());
        impact::impact(&view, &cache, &shelf, between, self.limit, day)
    }
}

impl Session {
    /// What has to be looked at again once a revision is in force that is about to be approved, in the form in which it is
    /// noted with the approval. What is refused here is refused by the approval, with its own words.
    pub(super) fn sections_noted(&mut self, code: &str, revision: Option<&str>) -> Result<Option<SectionsNoted>> {
        let cache = self.text_cache()?;
        let shelf = self.shelf(When::default(), &cache)?;
        let found = impact::note(self.workspace()?.db(), &cache, &shelf, between(code, None, revision));
        match found {
            Err(e) if matches!(e.code(), Code::NotFound | Code::InvalidValue | Code::Refused) => Ok(None),
            found => found,
        }
    }
}

fn between<'b>(code: &'b str, earlier: Option<&'b str>, later: Option<&'b str>) -> Between<'b> {
    Between { code, earlier, later }
}
