//! Asking, putting off, and closing what needs no answer any more.

use super::events::QuestionEvent;
use super::model::{About, Asking, Matter, Reading, Said};
use super::queries::{self, Question, State};
use super::refusals;
use super::standing;
use crate::error::Result;
use crate::ids::QuestionId;
use crate::items::ItemId;
use crate::workspace::Tx;

/// What is to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    /// What it is about.
    pub about: About,
    /// What could not be decided.
    pub matter: Matter,
    /// What was read; the words in doubt come first.
    pub said: Vec<Said>,
    /// What it can mean.
    pub readings: Vec<Reading>,
}

/// A question that an import came upon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its name.
    pub code: String,
    /// Whether it was asked now, and not before.
    pub now: bool,
}

/// Asks, unless the same question is open or was answered before.
pub fn ask(tx: &mut Tx<'_>, new: NewQuestion) -> Result<Asked> {
    let NewQuestion { about, matter, said, readings } = new;
    let held = standing::held(tx.db(), &about, &matter)?;
    let asking = Asking { about, matter, said, readings, held };
    if let Some(there) = queries::by_key(tx.db(), &asking.key())? {
        return Ok(Asked { code: there.code, now: false });
    }
    let seq = tx.append(&QuestionEvent::Asked { id: QuestionId::new(), asking: Box::new(asking) })?.seq;
    Ok(Asked { code: queries::code(seq), now: true })
}

/// Puts a question behind the others of its group, or back among them. Says nothing when nothing changes.
///
/// # Errors
/// `not_found`, `refused` for one that was answered or closed.
pub fn put_off(tx: &mut Tx<'_>, name: &str, aside: bool) -> Result<()> {
    let question = queries::by_name(tx.db(), name)?;
    open(&question)?;
    if question.aside != aside {
        tx.append(&QuestionEvent::SetAside { question: question.id, aside })?;
    }
    Ok(())
}

/// A question that waits for an answer.
///
/// # Errors
/// `refused` for any other.
pub(super) fn open(question: &Question) -> Result<()> {
    match question.state {
        State::Open => Ok(()),
        State::Settled => Err(refusals::question_settled(&question.code)),
        State::Closed => Err(refusals::question_closed(&question.code)),
    }
}

/// Closes the open questions about a document or record that need no answer any more: a list has become clear, a file came.
pub fn close_about(tx: &mut Tx<'_>, item: ItemId, moot: impl Fn(&Matter) -> bool) -> Result<()> {
    for question in queries::open_about(tx.db(), item)? {
        if moot(&question.asking.matter) {
            tx.append(&QuestionEvent::Closed { question: question.id })?;
        }
    }
    Ok(())
}

/// Closes one question that needs no answer any more.
pub(super) fn close(tx: &mut Tx<'_>, question: QuestionId) -> Result<()> {
    tx.append(&QuestionEvent::Closed { question })?;
    Ok(())
}

/// Closes the questions about files that were not there, as far as `there` knows them by now.
pub fn close_paths(tx: &mut Tx<'_>, there: impl Fn(&str) -> bool) -> Result<()> {
    for question in queries::open_about_paths(tx.db())? {
        if let About::Path(path) = &question.asking.about
            && there(path)
        {
            close(tx, question.id)?;
        }
    }
    Ok(())
}
