//! What each row of a list would decide, before anything is looked up that a row does not say itself.

use std::collections::BTreeSet;

use super::edition::{self, Around, Counterpart, Target, alike, held_of};
use super::model::{Answers, DoubtKind, ListedNote, ListedRow, Outcome};
use super::number::{Number, number};
use super::said::{Said, doubt, said};
use super::several::{Meant, Several, several};
use crate::applicability::{Change, OwnControl};
use crate::lists::{ListRow, Understood};
use crate::standards::{ClauseRef, EditionId, Kind, catalogue};
use crate::words::{Header, from_elsewhere};

/// A row with what it decides, as far as nothing is asked first.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) shown: ListedRow,
    pub(super) change: Change,
    /// On what it decides.
    pub(super) on: Vec<ClauseRef>,
    /// The control from elsewhere that it names.
    pub(super) own: Option<(String, OwnControl)>,
    /// The controls that it may mean, while that is asked.
    pub(super) may_be: Vec<ClauseRef>,
}

/// A list with its rows planned.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) edition: EditionId,
    pub(super) rows: Vec<Planned>,
}

/// A row as the list has it.
struct Read<'a> {
    row: &'a ListRow,
    key: String,
    number: Option<Number>,
    /// The numbers, where the cell holds several.
    several: Option<Several>,
    /// The number's cell.
    written: String,
    title: String,
    /// From where it comes, where the title says that it is not of Annex A.
    origin: Option<String>,
}

impl Read<'_> {
    fn titles(&self) -> Vec<&str> {
        let behind = self.number.as_ref().map_or("", |number| number.rest.as_str());
        [self.title.as_str(), behind].into_iter().filter(|title| !title.is_empty()).collect()
    }
}

fn read(row: &ListRow) -> Read<'_> {
    let text = |header| row.text(header).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let (mut written, mut title) = (text(Header::Number), text(Header::Title));
    let all = several(&written);
    let mut found = all.as_ref().and_then(|all| all.parts.first()).map(|(first, _)| first.clone());
    found = found.or_else(|| number(&written));
    // `A.5.1 Policies …` under *Control*, with or without a column for numbers.
    if found.is_none()
        && let Some(in_title) = number(&title).filter(|number| number.annex || number.parts.len() > 1)
    {
        if written.is_empty() {
            written = title.clone();
        }
        title.clone_from(&in_title.rest);
        found = Some(in_title);
    }
    if title.is_empty() {
        title = found.as_ref().map(|number| number.rest.clone()).unwrap_or_default();
    }
    if let Some(rest) = all.as_ref().map(|all| all.rest.clone()).filter(|rest| title.is_empty() && !rest.is_empty()) {
        title = rest;
    }
    let elsewhere = from_elsewhere(&title).map(|(title, origin)| (title.to_owned(), origin.to_owned()));
    let (title, origin) = elsewhere.map_or((title, None), |(title, origin)| (title, Some(origin)));
    let key = row.sheet.as_ref().map_or_else(|| row.row.to_string(), |sheet| format!("{sheet}!{}", row.row));
    Read { row, key, number: found, several: all, written, title, origin }
}

/// Plans the rows of a list. `said_edition` is the edition of which a person says it speaks.
pub(super) fn plan(
    list: &Understood,
    name: &str,
    held: &EditionId,
    said_edition: Option<EditionId>,
    own: &[(String, OwnControl)],
    answers: &Answers,
) -> Plan {
    let rows: Vec<Read<'_>> = list.rows.iter().map(read).collect();
    let mut named = vec![name, list.sheet.as_str()];
    named.extend(list.columns.iter().map(|column| column.name.as_str()));
    let of = said_edition.unwrap_or_else(|| {
        let numbered = rows.iter().filter_map(|row| Some((row.number.as_ref()?, row.titles())));
        edition::of_list(numbered, &named, held)
    });
    let column = list.columns.iter().any(|column| column.meaning == "applies" && column.filled > 0);
    let mut planner = Planner { list, held, edition: &of, own, before: None, had: BTreeSet::new() };
    let rows = rows.iter().map(|row| {
        let answered = answers.get(&row.key).map_or(&[][..], Vec::as_slice);
        planner.row(row, said(row.row, column, answered), answered)
    });
    let rows = rows.collect();
    Plan { edition: of, rows }
}

struct Planner<'a> {
    list: &'a Understood,
    held: &'a EditionId,
    edition: &'a EditionId,
    own: &'a [(String, OwnControl)],
    before: Option<ClauseRef>,
    had: BTreeSet<ClauseRef>,
}

impl Planner<'_> {
    fn row(&mut self, read: &Read<'_>, said: Said, answered: &[String]) -> Planned {
        let shown = ListedRow {
            key: read.key.clone(),
            row: read.row.row,
            sheet: read.row.sheet.clone(),
            number: read.written.clone(),
            title: read.title.clone(),
            reference: None,
            name: String::new(),
            listed_as: None,
            own: false,
            outcome: Outcome::Decided,
            why: None,
            before: None,
            after: None,
            lacks: Vec::new(),
            doubts: said.doubts,
            notes: said.notes,
            kept: said.kept,
        };
        let mut out = Planned { shown, change: said.change, on: Vec::new(), own: None, may_be: Vec::new() };
        let several = read.row.sheet.is_some();
        let of_row = |row: usize| row == read.row.row && !several;
        for note in self.list.notes.iter().filter(|note| of_row(note.row)) {
            out.shown.notes.push(ListedNote { what: note.what, words: note.words.clone() });
        }
        if read.row.struck {
            out.shown.doubts.insert(0, doubt(DoubtKind::Struck, "", &["take", "leave"], answered));
        }
        self.aim(read, &mut out, answered);
        settle(&mut out);
        out
    }

    /// On what a row decides.
    fn aim(&mut self, read: &Read<'_>, out: &mut Planned, answered: &[String]) {
        let Some(number) = &read.number else { return self.own(read, out) };
        if let Some(all) = &read.several {
            return self.several(read, all, out, answered);
        }
        let around = Around { edition: self.edition, before: self.before.as_ref(), had: &self.had };
        match edition::target(number, &read.titles(), &around) {
            Target::Control(reference, how) => {
                out.shown.notes.extend(how.map(|what| ListedNote { what, words: read.written.clone() }));
                self.control(&reference, out, answered);
            }
            Target::Unsure(all) => {
                let mut choices: Vec<&str> = all.iter().map(|one| one.clause.as_str()).collect();
                choices.push("leave");
                let asked = doubt(DoubtKind::WhichControl, &read.written, &choices, answered);
                let answer = asked.answer.clone();
                out.shown.doubts.insert(0, asked);
                match all.iter().find(|one| Some(&one.clause) == answer.as_ref()) {
                    Some(reference) => self.control(reference, out, answered),
                    None => out.may_be = all.iter().flat_map(|one| held_of(one, self.held)).collect(),
                }
            }
            Target::Group(group) => self.group(&group, out, answered),
            Target::Clause(clause) => leave(out, "clause", Some(clause)),
            Target::Unknown => leave(out, "no_such_control", None),
        }
    }

    /// On several controls: each of them, or it is asked where one of them is none or became another.
    fn several(&mut self, read: &Read<'_>, all: &Several, out: &mut Planned, answered: &[String]) {
        let around = Around { edition: self.edition, before: self.before.as_ref(), had: &self.had };
        let Meant { listed, on, sure } = all.meant(&around, self.held);
        self.before = listed.last().cloned();
        self.had.extend(listed);
        if on.is_empty() {
            return leave(out, "no_such_control", None);
        }
        let words = on.iter().map(|one| one.clause.as_str()).collect::<Vec<_>>().join(", ");
        out.shown.notes.push(ListedNote { what: "several", words });
        if sure {
            out.on = on;
            return;
        }
        let asked = doubt(DoubtKind::Group, &read.written, &["each", "leave"], answered);
        if asked.answer.as_deref() == Some("each") {
            out.on.clone_from(&on);
        }
        out.may_be = on;
        out.shown.doubts.insert(0, asked);
    }

    fn control(&mut self, reference: &ClauseRef, out: &mut Planned, answered: &[String]) {
        self.before = Some(reference.clone());
        self.had.insert(reference.clone());
        let (kind, all) = match edition::carried(reference, self.held) {
            Counterpart::Same => return out.on.push(reference.clone()),
            Counterpart::Nothing => return leave(out, "no_counterpart", Some(reference.clone())),
            Counterpart::One(one) => {
                out.shown.notes.push(ListedNote { what: "through_map", words: reference.dated() });
                out.shown.listed_as = Some(reference.clone());
                return out.on.push(one);
            }
            Counterpart::Merged(one) => (DoubtKind::Merged, vec![one]),
            Counterpart::Several(all) => (DoubtKind::Split, all),
        };
        out.shown.listed_as = Some(reference.clone());
        let mut choices: Vec<&str> = all.iter().map(|one| one.clause.as_str()).collect();
        choices.extend((kind == DoubtKind::Split).then_some("each"));
        choices.push("leave");
        let asked = doubt(kind, reference.dated(), &choices, answered);
        match asked.answer.as_deref() {
            Some("each") => out.on.clone_from(&all),
            Some(answer) => out.on.extend(all.iter().find(|one| one.clause == answer).cloned()),
            None => {}
        }
        out.may_be = all;
        out.shown.doubts.insert(0, asked);
    }

    /// A group is a heading; where it says itself what applies and none of its controls stands in the list, that is asked.
    fn group(&mut self, group: &ClauseRef, out: &mut Planned, answered: &[String]) {
        let below = catalogue().leaves_below(group);
        let below: Vec<&ClauseRef> =
            below.iter().filter(|c| c.kind == Kind::Control).map(|clause| &clause.reference).collect();
        let at = |number: &Number| group.edition_id().at(number.control());
        let numbers = self.list.rows.iter().flat_map(|row| {
            let read = read(row);
            let each = read.several.map(|all| all.each(at)).unwrap_or_default();
            read.number.as_ref().map(at).into_iter().chain(each).collect::<Vec<_>>()
        });
        let named: BTreeSet<ClauseRef> = numbers.collect();
        if out.change.applies.is_none() || below.iter().any(|one| named.contains(*one)) {
            return leave(out, "group", Some(group.clone()));
        }
        let asked = doubt(DoubtKind::Group, &group.clause, &["each", "leave"], answered);
        let mut all: Vec<ClauseRef> = below.into_iter().flat_map(|one| held_of(one, self.held)).collect();
        all.sort();
        all.dedup();
        if asked.answer.as_deref() == Some("each") {
            out.on.clone_from(&all);
        }
        if group.edition_id() != *self.held {
            out.shown.listed_as = Some(group.clone());
        }
        out.may_be = all;
        out.shown.doubts.insert(0, asked);
    }

    /// A control from elsewhere: its code is no number of the standard's, and the row says whether it applies.
    fn own(&mut self, read: &Read<'_>, out: &mut Planned) {
        let code = read.written.as_str();
        let short = !code.is_empty() && code.chars().count() <= 40 && code.split_whitespace().count() <= 4;
        let like_a_code = code.chars().any(|c| c.is_ascii_digit()) || !code.chars().any(char::is_lowercase);
        if !short || !like_a_code || out.change.applies.is_none() && out.shown.doubts.is_empty() {
            return leave(out, "no_control", None);
        }
        let known = self.own.iter().find(|(known, _)| crate::text::fold(known) == crate::text::fold(code));
        if known.is_none() && read.title.is_empty() {
            return leave(out, "no_control", None);
        }
        let (code, control) = match known {
            Some((known, control)) => {
                if !read.title.is_empty() && alike(&control.title, &read.title) < 1.0 {
                    out.shown.notes.push(ListedNote { what: "own_title", words: control.title.clone() });
                }
                (known.clone(), control.clone())
            }
            None => {
                out.shown.notes.push(ListedNote { what: "own_named", words: code.to_owned() });
                let origin = read.origin.clone().unwrap_or_default();
                (code.to_owned(), OwnControl { title: read.title.clone(), origin })
            }
        };
        out.shown.own = true;
        out.on.push(self.held.at(code.as_str()));
        out.own = Some((code, control));
    }
}

fn leave(out: &mut Planned, why: &'static str, about: Option<ClauseRef>) {
    out.shown.outcome = Outcome::LeftOut;
    out.shown.why = Some(why);
    out.shown.listed_as = about;
    out.shown.doubts.clear();
}

/// What becomes of a row by itself.
fn settle(out: &mut Planned) {
    if out.shown.outcome == Outcome::LeftOut {
        return;
    }
    let holding = || out.shown.doubts.iter().filter(|doubt| doubt.holds);
    if holding().any(|doubt| doubt.answer.as_deref() == Some("leave")) {
        out.shown.outcome = Outcome::LeftOut;
        out.shown.why = Some("answered");
    } else if holding().any(|doubt| doubt.answer.is_none()) {
        out.shown.outcome = Outcome::Asked;
    } else if out.change.applies.is_none() {
        out.shown.outcome = Outcome::LeftOut;
        out.shown.why = Some("no_decision");
    }
}
