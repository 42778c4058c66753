//! Questions: what was read, what it can mean, and what follows.

use super::{Page, Show, plural};
use crate::mapping::Accepted;
use crate::questions::{
    Consequence, Differs, Effect, Follows, QuestionShown, Questions, Reading, Said, Settled, Source,
};
use crate::standards::{Direction, Relation};

impl Show for Questions {
    fn show(&self, page: &mut Page) {
        for group in &self.groups {
            let head = match group.follows {
                Consequence::DueDay => "A due day depends on it",
                Consequence::InForce => "It decides what counts as in force",
                Consequence::Someone => "Somebody is asked",
                Consequence::Nothing => "Nothing follows from it",
            };
            page.line(if group.asks < group.count {
                format!("{head}: {}, asked {} times", group.count, group.asks)
            } else {
                format!("{head}: {}", group.count)
            });
            group.rows.iter().for_each(|question| question.show(page));
            page.line("");
        }
        for question in &self.answered {
            question.show(page);
        }
        if !self.answered.is_empty() {
            page.line("");
        }
        let waiting = plural(self.counts.open, "question waits", "questions wait");
        page.line(match (self.counts.open, self.counts.settled) {
            (0, 0) => String::from("Nothing to settle."),
            (0, settled) => format!("Nothing to settle; {settled} answered."),
            (_, settled) => {
                format!("{waiting}, {settled} answered. Answer with: clausebook question settle Q-… --reading N")
            }
        });
    }
}

impl Show for QuestionShown {
    fn show(&self, page: &mut Page) {
        let about = self
            .item
            .as_ref()
            .map_or_else(|| self.path.clone().unwrap_or_default(), |item| format!("{} {}", item.code, item.title));
        let later = if self.aside { ", later" } else { "" };
        page.line(format!("  {}  {about}{later}", self.code));
        match &self.differs {
            Some(Differs::Points { at, title, points }) => {
                page.line(format!(
                    "      {} {title}: open by today's data, unknown when it was mapped",
                    page.clause(at)
                ));
                for point in points {
                    page.line(format!("      {} {}", point.id, point.what));
                }
            }
            Some(Differs::Relation { at, title, from, was, now }) => {
                page.line(format!(
                    "      {} {title}: accepted from {} as {}",
                    page.clause(at),
                    page.clause(from),
                    accepted(was)
                ));
                let now = now.as_ref().map_or_else(|| String::from("no correspondence"), accepted);
                page.line(format!("      today's data say: {now}"));
            }
            None => {}
        }
        let what = if self.particular.is_empty() { self.kind.name() } else { &self.particular };
        for said in self.said.iter().filter(|said| said.source != Source::ReferenceData) {
            if said.column == "neighbours" {
                page.line(format!("      {} of the files beside {} are documents or records", said.words, said.name));
                continue;
            }
            // A file's name is no status by itself.
            let name = said.source == Source::File && said.column.is_empty() && said.name.ends_with(&said.words);
            let what = if name { "file" } else { what };
            let words = if said.words.is_empty() { "nothing".into() } else { format!("“{}”", said.words) };
            page.line(format!("      {} {words}, {}", what.replace('_', " "), place(said)));
        }
        if let Some(answer) = &self.answer {
            let by = self.settled_by.as_deref().unwrap_or_default();
            let reason = if self.reason.is_empty() { String::new() } else { format!(": {}", self.reason) };
            page.line(format!("      answered: {}, by {by}{reason}", word(answer)));
            return;
        }
        for (n, (reading, follows)) in self.readings.iter().zip(&self.follows).enumerate() {
            let reason = if follows.needs_reason { " (--reason)" } else { "" };
            page.line(format!("      {}  {}: {}{reason}", n + 1, word(reading), effect(follows)));
        }
        if self.alike > 0 {
            let names = self.others.join(", ");
            let more = if self.alike > self.others.len() { ", …" } else { "" };
            page.line(format!("      {} like it, answered with it by --all-like: {names}{more}", self.alike));
        }
    }
}

/// A relation with its direction.
fn accepted(on: &Accepted) -> String {
    let direction = match on.direction {
        None | Some(Direction::Both) => "",
        Some(Direction::Onward) => ", enough this way only",
        Some(Direction::Back) => ", enough the other way only",
        Some(Direction::Neither) => ", enough in neither direction",
    };
    format!("{}{direction}", Relation::words_of(&on.relation))
}

/// Where words were read.
fn place(said: &Said) -> String {
    let row = said.row.map(|row| format!(", row {row}")).unwrap_or_default();
    let column = if said.column.is_empty() { String::new() } else { format!(", {}", said.column) };
    match said.source {
        Source::Register => String::from("in the register"),
        Source::ReferenceData => String::from("in the reference data"),
        _ => format!("{}{row}{column}", said.name),
    }
}

fn word(reading: &Reading) -> String {
    match reading {
        Reading::Date(due) => due.to_string(),
        Reading::NoDate => "no day".into(),
        Reading::Value(text) if text.is_empty() => "nothing".into(),
        Reading::Value(text) => text.clone(),
        Reading::NewRevision { label: None } => "a new revision".into(),
        Reading::NewRevision { label: Some(label) } => format!("the new revision {label}"),
        Reading::Correction => "a correction of the file".into(),
        Reading::NotKept => "not to be kept".into(),
        Reading::Document => "a document".into(),
        Reading::InForce => "in force".into(),
        Reading::OutOfUse => "out of use".into(),
        Reading::Kept => "as the register says".into(),
        Reading::OtherList => "not of this list".into(),
        Reading::Open => "it is open".into(),
        Reading::Left => "leave it".into(),
        Reading::TakenBack => "taken back".into(),
    }
}

fn effect(follows: &Follows) -> String {
    let due = follows.due.map(|due| due.to_string()).unwrap_or_default();
    let days = follows.days.unwrap_or_default();
    let value = follows.value.clone().unwrap_or_default();
    match follows.effect {
        Effect::ReviewOverdue => {
            format!("the review has been due for {}", plural(days.unsigned_abs() as usize, "day", "days"))
        }
        Effect::ReviewDue => format!("due in {}", plural(days.unsigned_abs() as usize, "day", "days")),
        Effect::NoReview => "no review falls due".into(),
        Effect::Expired => format!("it has not counted since {due}"),
        Effect::CountsUntil => format!("it counts until {due}"),
        Effect::NoEnd => "it counts without an end".into(),
        Effect::Says => format!("the register says {value} from now on"),
        Effect::SaysNothing => "the register says no day".into(),
        Effect::Approved => format!("approved as of {due}"),
        Effect::InForce => "it counts as approved and in force; since when is left open".into(),
        Effect::InForceAgain => "it is put in force again from today on".into(),
        Effect::OutOfUse => "the document is withdrawn".into(),
        Effect::BecomesDocument => format!("it is registered as {value}, a draft; the record is taken back"),
        Effect::DraftWaits => format!("the draft {value} waits for its approval"),
        Effect::DraftCorrects => format!("it waits for its approval as a correction of {value}"),
        Effect::DraftTakenBack => format!("the draft {value} is taken back"),
        Effect::PointsOpen => format!("{value} more stand open, until they are settled"),
        Effect::PointsLeft => "not asked again while the data say the same".into(),
        Effect::MappingStays => "the mapping stays, and is not asked about again while the data say the same".into(),
        Effect::MappingTakenBack => format!("the mapping to {value} is taken back"),
        Effect::Unchanged => "nothing changes".into(),
    }
}

impl Show for Settled {
    fn show(&self, page: &mut Page) {
        page.line(format!("Settled {}.", self.settled.join(", ")));
        for left in &self.left {
            page.line(format!("{} stays open: the answer does not fit what the register says by now.", left.code));
        }
    }
}
