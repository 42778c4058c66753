//! Documents.

use super::say::{ALL, Say, named, order};
use super::{approval, impact, papers};
use crate::api::{self, ItemKind};
use crate::cli::args::DocumentCommand;
use crate::cli::refusals;
use crate::documents::{DocumentKind, DocumentState};
use crate::error::Result;
use crate::reviews::Outcome;

/// The orders of documents.
const DOCUMENT_ORDERS: &[&str] = &["code", "title", "next_review", "owner"];

pub(super) fn run(s: &mut Say<'_>, command: DocumentCommand) -> Result<bool> {
    match command {
        DocumentCommand::Add(new) => {
            let new = *new;
            s.say_read(api::DocumentAdd {
                files: new.files,
                code: new.code,
                particulars: new.particulars.read()?,
                revision: new.revision,
                clauses: new.clauses,
                scope: new.scope,
                again: new.again,
            })
        }
        DocumentCommand::Revise { code, files, revision, minor, summary, again } => {
            s.say_read(api::DocumentRevise { code, files, revision, minor, summary, again })
        }
        DocumentCommand::Correct(c) => s.say(api::DocumentCorrect {
            codes: c.documents,
            changes: c.particulars.wanted,
            scope: named(c.scope),
            next_review: c.next_review,
            reason: c.reason,
        }),
        DocumentCommand::ReplaceFiles { code, files, revision, reason } => {
            s.say(api::DocumentReplaceFiles { code, revision, files, reason })
        }
        DocumentCommand::Submit(submit) => approval::submit(s, *submit),
        DocumentCommand::Decide(decide) => approval::decide(s, decide),
        DocumentCommand::Doubt { code, revision, reason, sign } => s.say_signed(sign, |sign| api::DocumentDoubt {
            code: code.clone(),
            revision: revision.clone(),
            reason: reason.clone(),
            sign,
        }),
        DocumentCommand::Change { code, reason, owner, by } => s.say(api::DocumentChange { code, reason, owner, by }),
        DocumentCommand::CallOff { code, revision, reason } => s.say(api::DocumentCallOff { code, revision, reason }),
        DocumentCommand::Approvals { code: Some(code), .. } => s.say(api::DocumentApprovals { code }),
        DocumentCommand::Approvals { code: None, mine } => s.say(api::ApprovalsOpen { yours: mine }),
        DocumentCommand::Approve { code, revision, effective, next_review, reason, sign } => {
            s.say_signed(sign, |sign| api::DocumentApprove {
                code: code.clone(),
                revision: revision.clone(),
                effective,
                next_review,
                reason: reason.clone(),
                sign,
            })
        }
        DocumentCommand::TakeBackApproval { code, revision, reason } => {
            s.say(api::DocumentTakeBackApproval { code, revision, reason })
        }
        DocumentCommand::Withdraw { code, reason, from, sign } => {
            s.say_signed(sign, |sign| api::DocumentWithdraw { code: code.clone(), reason: reason.clone(), from, sign })
        }
        DocumentCommand::Reinstate { code, revision, reason, from, next_review } => {
            s.say(api::DocumentReinstate { code, revision, from, next_review, reason })
        }
        DocumentCommand::Communicate { code, to, on, how, revision } => {
            s.say(api::DocumentCommunicate { code, revision, to, on, how })
        }
        DocumentCommand::TakeBackCommunication { code, to, on, revision, reason } => {
            s.say(api::DocumentTakeBackCommunication { code, revision, to, on, reason })
        }
        DocumentCommand::Review { code, outcome, reason, next, owner, by, sign } => {
            let outcome = Outcome::parse(&outcome)?;
            s.say_signed(sign, |sign| api::DocumentReview {
                code: code.clone(),
                outcome,
                reason: reason.clone(),
                next,
                owner: owner.clone(),
                revise_by: by,
                sign,
            })
        }
        DocumentCommand::List { kind, state, sort, when } => s.say(api::DocumentList {
            filter: crate::documents::Filter {
                kind: kind.as_deref().map(DocumentKind::parse).transpose()?,
                state: state.as_deref().map(DocumentState::parse).transpose()?,
                ..Default::default()
            },
            sort: order(&sort).ok_or_else(|| refusals::document_order_unknown(sort, DOCUMENT_ORDERS.join(", ")))?,
            after: None,
            limit: ALL,
            when: when.into(),
        }),
        DocumentCommand::Show { code, when } => s.say_read(api::DocumentShow { code, when: when.into() }),
        DocumentCommand::Revisions(c) => impact::run(s, c),
        DocumentCommand::History { code, as_of, to } => papers::life(s, code, ItemKind::Document, as_of, to),
    }
}
