//! Documents and records, each once, with their facts, clauses and files.

use super::super::content::Content;
use super::super::item::{IN_FORCE_AT_LATEST, IN_FORCE_SINCE, PackFile, PackItem, What};
use super::super::points::{Grouped, grouped};
use super::super::stated::Stated;
use super::super::{approved, words};
use super::dated::Dated;
use super::marks::{class_of, href, less_than_full, places};
use crate::day::Day;
use crate::digest::Digest;
use crate::mapping::{Named, PointSettled, PointState};

/// A document or record.
pub(super) struct Item<'a> {
    pub(super) anchor: String,
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    /// What an auditor should notice; empty when all is well.
    pub(super) warning: Dated,
    pub(super) facts: Vec<Dated>,
    pub(super) chips: Vec<Chip<'a>>,
    /// How many points are open and how many settled; empty where there are none.
    pub(super) points_said: String,
    pub(super) points: Vec<Point<'a>>,
    /// What people said of it, oldest first.
    pub(super) stated: Vec<Said<'a>>,
    pub(super) files: Vec<File<'a>>,
}

/// A statement.
pub(super) struct Said<'a> {
    pub(super) said: Dated,
    /// The key that signed it, or that none did.
    pub(super) key: String,
    pub(super) href: String,
    /// The name of its file.
    pub(super) name: &'a str,
}

/// What another standard adds, or says of something else.
pub(super) struct Point<'a> {
    pub(super) open: bool,
    /// Nobody's work any more, and settled by nothing.
    pub(super) left_open: bool,
    pub(super) ids: String,
    /// Which clauses it keeps open, and from which it comes.
    pub(super) clause: String,
    pub(super) from: String,
    pub(super) what: &'a str,
    /// By what it was settled, by whom and when.
    pub(super) settled: Dated,
    /// Who sees to it while it is open, and by when.
    pub(super) due: Dated,
    /// Since when that has passed.
    pub(super) late: Dated,
}

/// A clause it is evidence for.
pub(super) struct Chip<'a> {
    pub(super) class: &'static str,
    /// Title of the clause.
    pub(super) title: &'a str,
    pub(super) clause: String,
    /// How far it meets the clause; none where it does so fully.
    pub(super) strength: Option<&'static str>,
    /// What a decision leaves of it; empty where that is all.
    pub(super) left: Dated,
}

/// A file in the pack, and what it was when it was filed.
pub(super) struct File<'a> {
    pub(super) href: String,
    pub(super) name: &'a str,
    /// Why it cannot be searched.
    pub(super) problem: Option<&'static str>,
    pub(super) path: &'a str,
    pub(super) size: u64,
    pub(super) digest: Digest,
}

impl<'a> Item<'a> {
    /// `filer` is who filed it, where it is a record.
    pub(super) fn of(item: &'a PackItem, content: &Content, filer: &str) -> Self {
        let day = content.day;
        Self {
            anchor: item.anchor(),
            code: item.code(),
            title: item.title(),
            warning: Dated::of(&item.warning(day)),
            facts: facts(item, content, filer).iter().map(|fact| Dated::of(fact)).collect(),
            points_said: points_said(item),
            points: grouped(&item.points).iter().map(|point| Point::of(point, content)).collect(),
            chips: item.mappings.iter().map(|mapping| Chip::of(mapping, content)).collect(),
            stated: item.stated.iter().map(Said::of).collect(),
            files: item.files.iter().map(File::of).collect(),
        }
    }
}

impl<'a> Said<'a> {
    fn of(stated: &'a Stated) -> Self {
        let key = stated.statement.fingerprint.as_ref();
        Self {
            said: Dated::of(&stated.said()),
            key: key.map_or_else(
                || String::from("unsigned"),
                |key| {
                    let retired = if stated.retired { ", a key retired for that day later" } else { "" };
                    format!("signed, {key}{retired}")
                },
            ),
            href: href(&stated.place),
            name: stated.place.rsplit('/').next().unwrap_or_default(),
        }
    }
}

impl<'a> Point<'a> {
    fn of(shown: &Grouped<'a>, content: &Content) -> Self {
        let point = shown.point;
        let settled = point.settled.as_ref().filter(|_| point.state == PointState::Settled);
        let told = |by: &PointSettled| {
            let what = by.evidence.as_ref().map_or("stated", |item| item.code.as_str());
            let reason = if by.reason.is_empty() { String::new() } else { format!(", {}", by.reason) };
            format!("settled on {} by {}: {what}{reason}", by.on, by.who)
        };
        Self {
            open: point.state == PointState::Open,
            ids: shown.ids(", "),
            clause: shown.at(content),
            from: shown.from(", ", content),
            what: &point.what,
            settled: Dated::of(&settled.map(told).unwrap_or_default()),
            due: Dated::of(&if settled.is_none() { due(&point.owner, point.due) } else { String::new() }),
            late: Dated::of(&shown.late(content.day)),
            left_open: point.state == PointState::LeftOpen,
        }
    }
}

/// Who sees to something, and by when.
fn due(owner: &str, by: Option<Day>) -> String {
    let by = by.map(|day| format!("due {day}"));
    let owner = Some(owner).filter(|owner| !owner.is_empty()).map(|owner| format!("owner {owner}"));
    owner.into_iter().chain(by).collect::<Vec<_>>().join(", ")
}

fn points_said(item: &PackItem) -> String {
    let in_state = |state| item.points.iter().filter(|point| point.state == state).count();
    let counts = [
        ("open points", in_state(PointState::Open)),
        ("points settled", in_state(PointState::Settled)),
        ("points left open", in_state(PointState::LeftOpen)),
    ];
    let there = counts.iter().filter(|(_, count)| *count > 0).map(|(what, count)| format!("{what}: {count}"));
    there.collect::<Vec<_>>().join(", ")
}

impl<'a> Chip<'a> {
    fn of(mapping: &'a Named, content: &Content) -> Self {
        Self {
            class: class_of(&mapping.reference.standard),
            title: &mapping.title,
            clause: content.clause(&mapping.reference),
            strength: less_than_full(mapping.strength),
            left: Dated::of(&words::left_of(mapping)),
        }
    }
}

impl<'a> File<'a> {
    fn of(file: &'a PackFile) -> Self {
        Self {
            href: href(&file.place),
            name: file.place.rsplit('/').next().unwrap_or_default(),
            problem: file.filed.problem.map(words::problem),
            path: &file.filed.path,
            size: file.filed.size,
            digest: file.filed.digest,
        }
    }
}

/// What is known of it, each with its name; what is not known is left out.
fn facts(item: &PackItem, content: &Content, filer: &str) -> Vec<String> {
    let day = content.day;
    let mut facts = Vec::new();
    let mut say = |name: &str, value: String| {
        if !value.is_empty() {
            facts.push(format!("{name} {value}").trim().to_owned());
        }
    };
    match &item.what {
        What::Document(d, r) => {
            say("", d.kind.name().replace('_', " "));
            say("revision", r.label.clone());
            say("owner", d.owner.clone());
            say("approved by", item.approver());
            say("approved on", text(r.approved_on));
            say("approval", approved::approval(item, content));
            say("revision filed", r.filed.to_string());
            let since = if r.effective_at_latest { IN_FORCE_AT_LATEST } else { IN_FORCE_SINCE };
            say(since, text(r.effective_from));
            say("", item.in_force_again());
            say("communicated to", item.communicated());
            say("next review", text(d.next_review));
            say("", item.moved());
            say("", item.asked_for());
        }
        What::Record(r) => {
            say("", r.kind.clone());
            say("period from", text(r.period_from));
            say("to", text(r.period_to));
            say("collected", text(r.collected));
            say("filed", text(Some(r.filed)));
            say("filed by", filer.to_owned());
            say("valid until", text(r.valid_until));
            say("", if item.replaced.is_some() { item.replaced_by() } else { item.record_state(day) });
            say("", r.note.clone());
        }
    }
    say("for", places(&item.scope, content, ""));
    facts
}

fn text<T: ToString>(value: Option<T>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}
