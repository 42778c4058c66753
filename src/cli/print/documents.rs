//! The register of documents, and one document with its revisions.

use super::engines::Holds;
use super::mapping::mappings;
use super::points::points;
use super::{Page, Show, opt, plural};
use crate::api::{DocumentApproved, FilesReplaced};
use crate::documents::{Document, DocumentState, DocumentsCorrected, Notice, RevisionState};
use crate::filed::FiledFile;
use crate::named::List;
use crate::paging::Page as Rows;
use crate::reviews::{DocumentShown, Ending};

impl Show for DocumentApproved {
    fn show(&self, page: &mut Page) {
        self.notices.iter().for_each(|notice| notice.show(page));
        self.document.show(page);
    }
}

impl Show for Notice {
    fn show(&self, page: &mut Page) {
        page.line(match self {
            Notice::EffectiveBeforeApproval { from, approved } => {
                format!("Note: in force from {from}, before its approval on {approved}.")
            }
            Notice::ReplacedByOlder { revision, on } => {
                format!("Note: on {on} the older revision {revision} comes into force and replaces it.")
            }
            Notice::EffectiveBeforePredecessor { revision, since } => {
                format!("Note: revision {revision} is in force since {since}, which is later, and stays in force.")
            }
        });
    }
}

impl Show for DocumentsCorrected {
    fn show(&self, page: &mut Page) {
        if !self.corrected.is_empty() {
            page.line(format!("Corrected: {}.", self.corrected.join(", ")));
        }
        if !self.unchanged.is_empty() {
            page.line(format!("{}: says so already; nothing was written.", self.unchanged.join(", ")));
        }
        for next in &self.next_reviews {
            let due = next.due.map_or_else(|| String::from("none"), |due| due.to_string());
            page.line(format!("{}: the next review is {due}.", next.code));
        }
        if !self.next_reviews.is_empty() {
            page.line("A corrected interval moves no next review by itself; --next-review DAY beside it does.");
        }
    }
}

impl Show for FilesReplaced {
    fn show(&self, page: &mut Page) {
        if !self.replaced {
            page.line("The draft has just these files; nothing was written.");
        }
        self.document.show(page);
    }
}

impl Holds for DocumentShown {
    fn files(&self) -> Vec<&FiledFile> {
        self.revisions.iter().flat_map(|revision| &revision.files).collect()
    }
}

impl Show for DocumentShown {
    fn show(&self, page: &mut Page) {
        let d = &self.document;
        page.line(format!("{} {} — {}, {}", d.code, d.title, d.kind.name().replace('_', " "), d.state));
        let due = d.next_review.map(|x| x.to_string()).unwrap_or_else(|| "none".into());
        page.line(format!("owner {}; next review {due}", if d.owner.is_empty() { "nobody" } else { &d.owner }));
        // Kind and owner stand above, so that the rest is what is left of the list.
        for (field, text) in d.particulars.texts() {
            if !text.is_empty() && !["title", "kind", "owner"].contains(&field.name) {
                page.line(format!("{} {text}", field.argument.replace('-', " ")));
            }
        }
        if !self.scope.is_empty() {
            page.line(format!("scope {}", self.scope.join(", ")));
        }
        if self.not_communicated {
            page.line("not communicated yet: `clausebook document communicate` records to whom it was");
        }
        if let Some(from) = self.withdrawn_from.filter(|_| d.state != DocumentState::Withdrawn) {
            page.line(format!("to be withdrawn on {from}: `clausebook document reinstate {}` calls that off", d.code));
        }
        for r in &self.revisions {
            let approved = r.approved_by.as_ref().map(|b| {
                let author = if r.approved_by_author { ", its author," } else { "" };
                let by = if b.is_empty() { "somebody not named" } else { b };
                let on = r.approved_on.as_ref().map_or_else(|| "on a day not known".to_owned(), |on| opt(Some(on)));
                format!(", approved by {by}{author} {on}")
            });
            let from = r.effective_from.map(|day| match r.state {
                _ if r.never_in_force => format!(", for {day}, never in force"),
                RevisionState::Effective if r.effective_at_latest => {
                    format!(", in force since a day not known, at the latest {day}")
                }
                RevisionState::Superseded | RevisionState::Withdrawn if r.effective_at_latest => {
                    format!(", was in force from a day not known, at the latest {day}")
                }
                _ if r.effective_at_latest => {
                    format!(", in force at the latest from {day}; whether it was before, nobody says")
                }
                RevisionState::Approved => format!(", in force from {day}"),
                RevisionState::Effective => format!(", in force since {day}"),
                _ => format!(", was in force from {day}"),
            });
            let until = r.ended_on.map(|day| match r.state {
                RevisionState::Withdrawn if r.effective_from.is_none() || r.never_in_force => {
                    format!(", withdrawn on {day}")
                }
                _ if r.never_in_force => String::new(),
                RevisionState::Superseded if r.effective_from.is_none() => format!(", replaced on {day}"),
                _ => format!(" until {day}"),
            });
            page.line(format!(
                "revision {} — {}, filed {}{}{}{}",
                r.label,
                r.state,
                r.filed,
                approved.unwrap_or_default(),
                from.unwrap_or_default(),
                until.unwrap_or_default()
            ));
            for again in &r.reinstatements {
                let (from, by, on, reason) = (again.from, &again.by, again.on, &again.reason);
                page.line(format!("  put in force again from {from} by {by} on {on}: {reason}"));
            }
            for told in &r.communications {
                let how = if told.how.is_empty() { String::new() } else { format!(", {}", told.how) };
                page.line(format!("  communicated to {} on {}{how}", told.to, told.on));
            }
            for f in &r.files {
                page.line(format!(
                    "  {}  {}  {}",
                    f.path,
                    plural(f.size as usize, "byte", "bytes"),
                    &f.digest.to_string()[..8]
                ));
            }
        }
        mappings(page, &self.mappings);
        points(page, &self.points);
        for r in &self.reviews {
            page.line(format!("review {} on {} by {}: {}", r.outcome, r.on, r.reviewer, r.reason));
        }
        for task in &self.tasks {
            let who = if task.owner.is_empty() { "nobody" } else { &task.owner };
            let end = match (task.how, task.ended) {
                (Some(Ending::Done), Some(day)) => format!("done on {day}"),
                (Some(Ending::Withdrawn), Some(day)) => format!("ended on {day}, withdrawn"),
                (Some(Ending::CalledOff), Some(day)) => format!("called off on {day}: {}", task.why),
                _ => "open".to_owned(),
            };
            page.line(format!("revision asked for on {} of {who}, due {} — {end}", task.asked, task.due));
        }
        for one in &self.doubts {
            let signed = if one.signed { "signed" } else { "unsigned" };
            page.line(format!(
                "revision {} doubted on {} by {} <{}>, {signed}: {}",
                one.label, one.day, one.name, one.email, one.reason
            ));
            page.line(format!(
                "  its approval stands; {} is to review it: `clausebook document review {} --outcome confirmed --reason TEXT`",
                if one.owner.is_empty() { "somebody" } else { &one.owner },
                one.code
            ));
        }
        for moved in &self.moves {
            let before = moved.before.map_or_else(|| "none".into(), |due| due.to_string());
            let (next, on, who, reason) = (moved.next, moved.on, &moved.who, &moved.reason);
            page.line(format!("review moved on {on} by {who}, from {before} to {next}: {reason}"));
        }
    }
}

impl Show for Rows<Document> {
    fn show(&self, page: &mut Page) {
        let rows: Vec<[String; 6]> = self
            .rows
            .iter()
            .map(|d| {
                [
                    d.code.clone(),
                    opt(d.revision.as_ref()),
                    d.state.to_string(),
                    opt(d.next_review.as_ref()),
                    d.owner.clone(),
                    d.title.clone(),
                ]
            })
            .collect();
        page.table(["code", "rev", "state", "next review", "owner", "title"], &rows);
        page.line(format!("{}.", plural(rows.len(), "document", "documents")));
    }
}
