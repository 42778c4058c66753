//! The check itself: every document once.

use std::collections::HashMap;

use rusqlite::Connection;
use uuid::Uuid;

use super::found::{Found, People};
use super::model::{Checked, Irregular};
use super::stored::Stored;
use super::texts::{Said, Texts};
use super::{approvals, policies, standing};
use crate::approval;
use crate::documents::{self, DocumentKind, DocumentState};
use crate::error::Result;
use crate::items::ItemId;
use crate::reviews;
use crate::statements;
use crate::workspace::standing_day;

/// Looks at every document, as it stands on the day of these tables. `workspace` is the identity that statements name.
pub fn run(db: &Connection, workspace: Uuid, texts: &Texts<'_>) -> Result<Checked> {
    let (today, people) = (standing_day(db)?, People::of(db)?);
    let mut said: HashMap<ItemId, Vec<statements::Statement>> = HashMap::new();
    let mut checked = Checked { documents: 0, statements: 0, unread: 0, unread_files: 0, findings: Vec::new() };
    for statement in statements::all(db)? {
        checked.statements += 1;
        said.entry(statement.item).or_default().push(statement);
    }
    let mut under_way: HashMap<_, Vec<approval::Approval>> = HashMap::new();
    for open in approval::open_all(db)? {
        under_way.entry(open.document).or_default().push(open);
    }
    let mut doubts: HashMap<_, Vec<reviews::Doubt>> = HashMap::new();
    for doubt in reviews::doubts(db, None, usize::MAX)? {
        doubts.entry(doubt.document).or_default().push(doubt);
    }
    let documents = documents::of_kinds(db, DocumentKind::ALL)?;
    let stated = Said::read(db, texts, &documents)?;
    let mut stored = Stored::of(texts.stored);
    for document in documents {
        checked.documents += 1;
        let revisions = documents::revisions(db, document.id)?;
        let said = said.remove(&ItemId::Document(document.id)).unwrap_or_default();
        let open = under_way.remove(&document.id).unwrap_or_default();
        let mut found = Found { document: &document, findings: &mut checked.findings };
        approvals::look(db, workspace, &mut found, &revisions, &said, &people, today)?;
        stored.look(&mut found, &revisions, &said)?;
        for doubt in doubts.remove(&document.id).unwrap_or_default() {
            let values = [("by", doubt.email), ("day", doubt.day.to_string()), ("reason", doubt.reason)];
            found.note(Irregular::ApprovalDoubted, Some(&doubt.label), &values);
        }
        approvals::look_at_open(&mut found, &revisions, &open, &people);
        standing::look(db, &mut found, &people, today)?;
        policies::look(db, &mut found)?;
        if document.state == DocumentState::Effective {
            checked.unread += usize::from(!stated.look(&mut found, &revisions, &people));
        }
    }
    checked.unread_files = stored.unread;
    // Statements about records are checked as those about documents are.
    checked
        .findings
        .sort_by(|a, b| (a.what, &a.code, &a.revision, &a.values).cmp(&(b.what, &b.code, &b.revision, &b.values)));
    Ok(checked)
}
