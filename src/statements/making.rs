//! Making a statement.

use rusqlite::Connection;

use super::events::StatementEvent;
use super::model::{Meant, Subject};
use super::refusals;
use super::sign::Signing;
use super::text::Text;
use crate::day::Day;
use crate::documents::{self, Document, Revision};
use crate::error::Result;
use crate::ids::StatementId;
use crate::items::ItemId;
use crate::people::Person;
use crate::vault::{Condition, Vault};
use crate::workspace::Tx;

/// What a person says.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// What it is about.
    pub subject: &'a Subject,
    /// What is said.
    pub meaning: Meant,
    /// Why.
    pub reason: &'a str,
    /// Approved: first day in force.
    pub effective: Option<Day>,
    /// For whom, where the signer stands in for somebody.
    pub instead_of: Option<&'a Person>,
    /// Whether a rule of the organisation asks for a signature.
    pub signed: bool,
}

/// What is said of a revision.
pub fn revision_said(document: &Document, revision: &Revision) -> Subject {
    Subject {
        item: ItemId::Document(document.id),
        code: document.code.clone(),
        revision: Some(revision.id),
        label: revision.label.clone(),
        files: revision.files.iter().map(|file| file.digest).collect(),
    }
}

/// What is said of a document: of the revision that stands for it, where it has one.
pub fn document_said(db: &Connection, document: &Document) -> Result<Subject> {
    let there = documents::revisions(db, document.id)?;
    Ok(match there.iter().find(|revision| Some(revision.id) == document.current) {
        Some(revision) => revision_said(document, revision),
        None => Subject {
            item: ItemId::Document(document.id),
            code: document.code.clone(),
            revision: None,
            label: String::new(),
            files: Vec::new(),
        },
    })
}

/// Whether the files of a revision are those that were filed: nobody signs another.
///
/// # Errors
/// `object_altered`.
pub fn intact(vault: &Vault, document: &Document, revision: &Revision) -> Result<()> {
    for file in &revision.files {
        if vault.check(&file.digest, Some(file.size))? != Condition::Intact {
            return Err(refusals::statement_file_altered(&document.code, &revision.label));
        }
    }
    Ok(())
}

/// Makes a statement, signed where its person has a key.
///
/// # Errors
/// `key_unusable` where the key does not open or is not here, and where a signature is asked for and there is no key.
pub fn make(tx: &mut Tx<'_>, signer: &Person, said: Said<'_>, signing: &Signing<'_>) -> Result<StatementId> {
    let day = tx.today();
    let reason = said.reason.trim();
    let instead_of = said.instead_of.map_or("", |person| &person.email);
    let text = Text {
        workspace: signing.workspace,
        subject: said.subject,
        meaning: said.meaning,
        reason,
        day,
        effective: said.effective,
        email: &signer.email,
        instead_of,
    };
    let signature = signing.sign(tx.db(), signer, day, &text.written())?;
    if said.signed && signature.is_none() {
        return Err(refusals::statement_unsigned(&signer.email));
    }
    let (key, signature) = signature.map(|made| (made.key, made.armour)).unzip();
    let id = StatementId::new();
    tx.append(&StatementEvent::Made {
        id,
        subject: said.subject.clone(),
        meaning: said.meaning,
        reason: reason.to_owned(),
        day,
        effective: said.effective,
        signer: signer.id,
        email: signer.email.clone(),
        instead_of: instead_of.to_owned(),
        key,
        signature,
    })?;
    Ok(id)
}
