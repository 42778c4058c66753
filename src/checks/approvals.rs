//! How revisions came to be approved.

use std::collections::BTreeSet;

use rusqlite::Connection;
use uuid::Uuid;

use super::found::{Found, People};
use super::model::Irregular;
use crate::approval::Approval;
use crate::day::{Day, Due};
use crate::documents::{self, DocumentState, Revision, RevisionState};
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
    today: Day,
) -> Result<()> {
    let proofs = said.iter().map(|statement| statement.proof(db, workspace)).collect::<Result<Vec<_>>>()?;
    // What was properly signed: by it a signature that lacks or is wrong is made good.
    let signed: Vec<&Statement> = said
        .iter()
        .zip(&proofs)
        .filter(|(_, proof)| **proof == Proof::Signed)
        .map(|(statement, _)| statement)
        .collect();
    for (statement, proof) in said.iter().zip(&proofs) {
        let what = match proof {
            Proof::Broken => Irregular::SignatureBroken,
            Proof::KeyNotTheirs => Irregular::SignedWithOtherKey,
            Proof::Signed | Proof::Unsigned => continue,
        };
        if *proof == Proof::KeyNotTheirs && signed.iter().any(|again| says_again(again, statement)) {
            continue;
        }
        let label = Some(statement.label.as_str()).filter(|label| !label.is_empty());
        found.note(what, label, &[("by", statement.email.clone()), ("day", statement.day.to_string())]);
    }
    let kind = found.document.particulars.kind.name();
    // What is out of use needs no approval any more.
    let judged = if found.document.state == DocumentState::Withdrawn { &[] } else { revisions };
    for revision in judged {
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
        let for_it =
            |s: &&Statement| s.revision == Some(revision.id) && matches!(s.meaning, Meant::Approved | Meant::Confirmed);
        // Whoever confirmed it since stands for it as well.
        let confirmed = said.iter().filter(for_it).filter(|s| s.meaning == Meant::Confirmed);
        let confirmed = confirmed.filter_map(|s| people.by_id(s.signer).map(|person| (person, s.day)));
        let confirmed = confirmed.filter(|(person, day)| people.could_not(person, Duty::Approve, *day).is_none());
        let more: BTreeSet<&str> = confirmed.map(|(person, _)| person.email.as_str()).collect();
        // By the role of the day: another one since makes no approval wrong.
        let by_then = revision.approved_on.map_or(today, Due::latest);
        for person in known.iter().filter(|_| more.is_empty()) {
            if let Some(role) = people.could_not(person, Duty::Approve, by_then) {
                let values = [("by", person.email.clone()), ("role", role.name().to_owned())];
                found.note(Irregular::ApprovedByRole, label, &values);
            }
        }
        if let (Some(on), Some(from)) = (revision.approved_on.map(Due::earliest), revision.effective_from)
            && on > from
        {
            let values = [("by", by.to_owned()), ("day", on.to_string()), ("from", from.to_string())];
            found.note(Irregular::ApprovedAfterDay, label, &values);
        }
        let (Some(entry), true) = (revision.approved_at, counts) else { continue };
        // A rule holds for what is approved from its day on.
        let (asked, to_sign) = rules::way_then(db, kind, entry, by_then)?;
        if to_sign && !signed.iter().copied().any(|s| for_it(&s)) {
            found.note(Irregular::ApprovedUnsigned, label, &[("by", by.to_owned())]);
        }
        let who = |meaning: Meant| -> BTreeSet<&str> {
            let of = |s: &&Statement| s.revision == Some(revision.id) && s.meaning == meaning;
            said.iter().filter(of).map(|s| s.email.as_str()).collect()
        };
        let (reviewed, gave) = (who(Meant::Reviewed), who(Meant::Approved));
        // One pair of eyes, where two parts are to be two.
        if reviewed.len() == 1 && reviewed == gave && more.iter().all(|email| reviewed.contains(email)) {
            found.note(Irregular::ReviewedAndApprovedByOne, label, &[("by", by.to_owned())]);
        }
        let more = more.iter().filter(|email| !known.iter().any(|person| person.email == **email)).count();
        let there = approvers.len() + more;
        if there < asked as usize {
            let values = [("by", by.to_owned()), ("asked", asked.to_string()), ("there", there.to_string())];
            found.note(Irregular::ApprovedByFew, label, &values);
        }
    }
    for one in documents::overtaken(db, found.document.id, revisions, today)? {
        let values = [("older", one.older), ("day", one.on.to_string())];
        found.note(Irregular::ReplacedByOlder, Some(&one.newer), &values);
    }
    Ok(())
}

/// Whether a statement says the same again of the same, or that it was found still right.
fn says_again(again: &Statement, first: &Statement) -> bool {
    let same = again.meaning == first.meaning || again.meaning == Meant::Confirmed && first.meaning == Meant::Approved;
    again.seq > first.seq && again.signer == first.signer && again.revision == first.revision && same
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
        // A successor decides for whoever has left.
        let takes_over =
            |person: &Person| person.successor.as_deref().and_then(|s| people.called(s)).is_some_and(|s| !s.left);
        let left = |person: &&Person| person.left && !takes_over(person);
        for person in waits.filter_map(|step| people.by_id(step.person)).filter(left) {
            found.note(Irregular::AskedHasLeft, label, &[("by", person.email.clone())]);
        }
    }
}
