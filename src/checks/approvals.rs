//! How revisions came to be approved.

use rusqlite::Connection;
use uuid::Uuid;

use super::found::{Found, People};
use super::model::Irregular;
use crate::approval::Approval;
use crate::day::Due;
use crate::documents::{self, Revision, RevisionState};
use crate::error::Result;
use crate::people::{Duty, Person};
use crate::rules;
use crate::statements::{Meant, Proof, Statement};
use crate::text::fold;

/// Looks at the approvals of a document's revisions, and at what was signed about them.
pub(super) fn look(
    db: &Connection,
    workspace: Uuid,
    found: &mut Found<'_>,
    revisions: &[Revision],
    said: &[Statement],
    people: &People,
) -> Result<()> {
    for statement in said {
        let what = match statement.proof(db, workspace)? {
            Proof::Broken => Irregular::SignatureBroken,
            Proof::KeyNotTheirs => Irregular::SignedWithOtherKey,
            Proof::Signed | Proof::Unsigned => continue,
        };
        let label = Some(statement.label.as_str()).filter(|label| !label.is_empty());
        found.note(what, label, &[("by", statement.email.clone()), ("day", statement.day.to_string())]);
    }
    let signed = rules::way(db, found.document.particulars.kind.name())?.signed;
    for revision in revisions {
        let label = Some(revision.label.as_str());
        let counts = matches!(revision.state, RevisionState::Approved | RevisionState::Effective);
        let by = revision.approved_by.as_deref().unwrap_or_default().trim();
        if by.is_empty() {
            if counts {
                found.note(Irregular::ApprovedByNobody, label, &[]);
            }
            continue;
        }
        let approvers: Vec<&str> = by.split(", ").collect();
        let known: Vec<&Person> = approvers.iter().filter_map(|name| people.called(name)).collect();
        // What a list says is judged by the words of the list.
        let author = fold(revision.author.trim());
        let own = known.iter().any(|person| documents::is_author(person, revision));
        if revision.approved_by_author || own || !author.is_empty() && approvers.iter().any(|a| fold(a) == author) {
            found.note(Irregular::ApprovedByAuthor, label, &[("by", by.to_owned())]);
        }
        for person in known.iter().filter(|person| !person.role.may(Duty::Approve)) {
            let values = [("by", person.email.clone()), ("role", person.role.name().to_owned())];
            found.note(Irregular::ApprovedByRole, label, &values);
        }
        if let (Some(on), Some(from)) = (revision.approved_on.map(Due::earliest), revision.effective_from)
            && on > from
        {
            let values = [("by", by.to_owned()), ("day", on.to_string()), ("from", from.to_string())];
            found.note(Irregular::ApprovedAfterDay, label, &values);
        }
        let of_it = |s: &&Statement| s.revision == Some(revision.id) && s.meaning == Meant::Approved;
        if signed && counts && !said.iter().filter(of_it).any(|s| s.signature.is_some()) {
            found.note(Irregular::ApprovedUnsigned, label, &[("by", by.to_owned())]);
        }
    }
    Ok(())
}

/// Looks at what is on its way.
pub(super) fn look_at_open(found: &mut Found<'_>, revisions: &[Revision], open: &[Approval], people: &People) {
    for approval in open {
        let Some(revision) = revisions.iter().find(|revision| revision.id == approval.revision) else { continue };
        let label = Some(revision.label.as_str());
        if approval.void(revision) {
            found.note(Irregular::ApprovalVoid, label, &[("day", approval.day.to_string())]);
            continue;
        }
        let waits = approval.steps.iter().filter(|step| step.meaning.is_none());
        for person in waits.filter_map(|step| people.by_id(step.person)).filter(|person| person.left) {
            found.note(Irregular::AskedHasLeft, label, &[("by", person.email.clone())]);
        }
    }
}
