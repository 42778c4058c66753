//! Which revisions an answer approves.

use rusqlite::Connection;

use super::model::{About, Matter, Reading};
use super::queries;
use super::settle::{Answer, reading};
use super::standing::revision_of;
use crate::documents;
use crate::error::{Code, Result};

/// The revisions that an answer approves, by code and label, where what rests on their sections may have to be looked at again.
///
/// # Errors
/// `not_found`.
pub fn approves(db: &Connection, name: &str, answer: &Answer, alike: bool) -> Result<Vec<(String, Option<String>)>> {
    let question = queries::by_name(db, name)?;
    let mut all = if alike { queries::like(db, &question, i64::MAX as usize)? } else { Vec::new() };
    all.insert(0, question);
    let mut out = Vec::new();
    for question in all {
        let About::Document(id) = question.asking.about else { continue };
        let said = match reading(&question, answer) {
            Ok((said, _)) => said,
            Err(e) if matches!(e.code(), Code::Refused | Code::InvalidValue) => continue,
            Err(e) => return Err(e),
        };
        let revision = match (&question.asking.matter, said) {
            (Matter::ApprovalDay { revision, .. }, Reading::Date(_) | Reading::InForce) => Some(*revision),
            (Matter::Status { .. }, Reading::InForce) => None,
            _ => continue,
        };
        let label = revision.map(|id_of| revision_of(db, id, id_of)).transpose()?.flatten().map(|r| r.label);
        out.push((documents::by_id(db, id)?.code, label));
    }
    Ok(out)
}
