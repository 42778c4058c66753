//! What the texts of documents in force say against the register: another revision, other people or another day in their own
//! control tables, and codes of documents that are withdrawn.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::found::{Found, People};
use super::model::Irregular;
use super::who::are_others;
use crate::day::Due;
use crate::digest::Digest;
use crate::documents::{self, Document, DocumentState, Revision};
use crate::error::Result;
use crate::extract::{Extracted, Unsearchable};
use crate::ids::DocumentId;
use crate::reading::{Control, control_table, due, number_key, same_version};
use crate::search::{Codes, Shelf, TextCache};
use crate::text::fold;
use crate::vault::Vault;
use crate::words::{self, State};

/// The kept texts, who holds them, and the files themselves.
pub struct Texts<'t> {
    /// The texts.
    pub cache: &'t TextCache,
    /// Who holds which of them.
    pub shelf: &'t Shelf,
    /// Where the files are stored; nothing is said of their bytes where it is left out.
    pub stored: Option<&'t Vault>,
}

/// What the texts in force say, read once for each file.
pub(super) struct Said {
    /// The control tables, by the contents of which a text is kept.
    controls: HashMap<Digest, Option<Control>>,
    /// The documents in force that cite one that is withdrawn, each with the code that it cites and the words around it.
    cites: HashMap<DocumentId, Vec<(String, String)>>,
}

/// Goes up when control tables are read otherwise, so that none is kept as it was read before.
const TABLES: &str = "control table 1";

/// Goes up when other words than those of [`is_replaced`] are passed over.
const REPLACED: &str = "replaced 1";

impl Said {
    pub(super) fn read(db: &Connection, texts: &Texts<'_>, documents: &[Document]) -> Result<Self> {
        let in_force: HashSet<DocumentId> =
            documents.iter().filter(|one| one.state == DocumentState::Effective).map(|one| one.id).collect();
        let places = documents::current_places(db)?;
        let held = || places.iter().filter(|place| in_force.contains(&place.document));
        let table = |media, text: &str| {
            let text = text.to_owned();
            let read = Extracted { text, problem: None, ..Extracted::unsearchable(media, Unsearchable::NotStarted) };
            control_table(&read).and_then(|table| serde_json::to_string(&table).ok())
        };
        let made = texts.cache.made(TABLES, held().map(|place| &place.digest), &table)?;
        let parsed = |made: String| serde_json::from_str(&made).ok();
        let controls = made.into_iter().map(|(digest, made)| (digest, made.and_then(parsed))).collect();
        let mut cites: HashMap<DocumentId, Vec<(String, String)>> = HashMap::new();
        let withdrawn = || documents.iter().filter(|one| one.state == DocumentState::Withdrawn);
        if withdrawn().next().is_some() {
            let holders = held().map(|place| (place.digest, place.document));
            let codes = Codes::of(db, texts.cache, texts.shelf, holders)?;
            for cited in withdrawn() {
                for found in codes.of_document(cited, REPLACED, &is_replaced)? {
                    cites.entry(found.document).or_default().push((cited.code.clone(), found.snippet));
                }
            }
        }
        Ok(Self { controls, cites })
    }

    /// Notes what the text of a document in force says otherwise than the register; answers whether a text of it is kept.
    pub(super) fn look(&self, found: &mut Found<'_>, revisions: &[Revision], people: &People) -> bool {
        let document = found.document;
        for (cited, words) in self.cites.get(&document.id).into_iter().flatten() {
            let values = [("cited", cited.clone()), ("words", words.clone())];
            found.note(Irregular::CitesWithdrawn, document.revision.as_deref(), &values);
        }
        let Some(revision) = revisions.iter().find(|one| Some(one.id) == document.current) else { return true };
        let mut read = revision.files.iter().filter_map(|file| self.controls.get(&file.digest)).peekable();
        let kept = revision.files.is_empty() || read.peek().is_some();
        let own = |control: &&Control| {
            control.number.as_ref().is_none_or(|number| number_key(number) == number_key(&document.code))
        };
        if let Some(control) = read.flatten().find(own) {
            disagree(found, revision, control, people);
        }
        kept
    }
}

/// Whether the words before a code say that this document came in its place, which is no use of it.
fn is_replaced(before: &str) -> bool {
    const WORDS: [&str; 8] = ["replac", "supersed", "withdrawn", "ersetz", "ersatz", "abgelöst", "remplac", "sustitu"];
    let back = before.char_indices().rev().take(40).last().map_or(before.len(), |(at, _)| at);
    let line = before[back..].rsplit(['\n', '.']).next().map(fold).unwrap_or_default();
    WORDS.iter().any(|word| line.contains(word))
}

fn disagree(found: &mut Found<'_>, revision: &Revision, control: &Control, people: &People) {
    let label = Some(revision.label.as_str());
    // A version in a line beside other words may be that of a form or of a standard.
    let version = control.version.as_deref().filter(|_| !control.version_in_line);
    if let Some(stated) = version.filter(|stated| !same_version(stated, &revision.label)) {
        // What else such a table says is said of another revision.
        found.note(Irregular::TextOtherRevision, label, &[("stated", stated.to_owned())]);
        return;
    }
    let stated = control.status.as_deref().filter(|stated| words::state(stated).is_some_and(|s| s != State::Effective));
    if let Some(stated) = stated {
        found.note(Irregular::TextOtherState, label, &[("stated", stated.to_owned())]);
    }
    let owner = found.document.particulars.owner.clone();
    if let Some(stated) = control.owner.as_deref().filter(|stated| are_others(people, stated, &owner)) {
        found.note(Irregular::TextOtherOwner, label, &[("stated", stated.to_owned()), ("owner", owner)]);
    }
    let by = revision.approved_by.clone().unwrap_or_default();
    if let Some(stated) = control.approver.as_deref().filter(|stated| are_others(people, stated, &by)) {
        found.note(Irregular::TextOtherApprover, label, &[("stated", stated.to_owned()), ("by", by)]);
    }
    let stated = control.valid_from.as_deref().and_then(due);
    if let (Some(Due::Day { day }), Some(from)) = (stated, revision.effective_from)
        && day != from
    {
        found.note(Irregular::TextOtherDay, label, &[("stated", day.to_string()), ("from", from.to_string())]);
    }
}
