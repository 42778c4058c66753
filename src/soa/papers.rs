//! The statement as customers get it: a workbook and on paper. Who answers and on which risk a decision rests stay inside unless
//! they are asked for.

use super::model::SoaControl;
use crate::applicability::{Decision, Implemented};
use crate::day::Day;
use crate::error::Result;
use crate::print::{Book, Language, ListColumn, Made, Part, Printed, Value, pages, say, table, with};

/// What is printed.
#[derive(Debug, Clone)]
pub struct Shown {
    /// What it is called; none for what is decided and not issued.
    pub version: Option<String>,
    /// Whether it is a draft, or not issued.
    pub draft: bool,
    /// When it was issued.
    pub day: Option<Day>,
    /// The version that stands in its place, with the day since when.
    pub superseded: Option<(String, Day)>,
    /// Who issued it.
    pub by: String,
    /// Fingerprint of the key that signed it.
    pub fingerprint: Option<String>,
    /// Edition, as `27001:2022`.
    pub edition: String,
    /// The scope in words.
    pub scope: String,
    /// Its controls.
    pub controls: Vec<SoaControl>,
}

/// What customers see.
const OUTSIDE: &[ListColumn<SoaControl>] = &[CONTROL, TITLE, APPLIES, WHY, IN_PLACE];

/// What is for the organisation itself.
const INSIDE: &[ListColumn<SoaControl>] = &[CONTROL, TITLE, APPLIES, WHY, RISKS, IN_PLACE, REACH, OWNER];

const CONTROL: ListColumn<SoaControl> = ListColumn { name: "control", share: 7.0, of: |c, _| text(&c.code) };
const TITLE: ListColumn<SoaControl> = ListColumn { name: "title", share: 22.0, of: title };
const APPLIES: ListColumn<SoaControl> = ListColumn { name: "applies", share: 8.0, of: applies };
const WHY: ListColumn<SoaControl> = ListColumn { name: "why", share: 36.0, of: why };
const RISKS: ListColumn<SoaControl> =
    ListColumn { name: "risks", share: 12.0, of: |c, _| said(c, |d| d.risks.join("\n")) };
const IN_PLACE: ListColumn<SoaControl> = ListColumn { name: "inPlace", share: 11.0, of: in_place };
const REACH: ListColumn<SoaControl> = ListColumn { name: "reach", share: 11.0, of: reach };
const OWNER: ListColumn<SoaControl> =
    ListColumn { name: "owner", share: 11.0, of: |c, _| said(c, |d| d.owner.clone()) };

/// Writes it as a workbook.
///
/// # Errors
/// `internal` where it cannot be written.
pub fn workbook(shown: &Shown, inside: bool, made: &Made) -> Result<Vec<u8>> {
    let columns = if inside { INSIDE } else { OUTSIDE };
    let held = held(shown, made);
    let mut book = Book::new(heading(shown, made.language), &held);
    // A sheet goes from hand to hand alone: what is no signed version, or no longer in force, says so above its controls.
    let whole = !shown.draft && shown.fingerprint.is_some() && shown.superseded.is_none();
    let mut notice = vec![heading(shown, made.language), standing(shown, made)];
    notice.extend(superseded(shown, made.language));
    let notice = notice.join(". ");
    let notice = Some(notice.as_str()).filter(|_| !whole);
    book.list_under(notice, "paper.soa.controls", columns, &shown.controls, "paper.soa.none")?;
    book.end("paper.soa.made", lines(shown, made))
}

/// Prints it.
///
/// # Errors
/// `internal` where the engine refuses.
pub fn print(shown: &Shown, inside: bool, made: &Made) -> Result<Printed> {
    let columns = if inside { INSIDE } else { OUTSIDE };
    let mut parts: Vec<Part> = lines(shown, made).into_iter().map(Part::Text).collect();
    parts.push(table(columns, &shown.controls, "paper.soa.none", made));
    pages(&held(shown, made), heading(shown, made.language), parts)
}

/// From what it is made: of a draft, of what was not issued, and of a version with a later one nothing is in force on a day.
fn held(shown: &Shown, made: &Made) -> Made {
    let in_force = shown.day.is_some() && !shown.draft && shown.superseded.is_none();
    Made { day: made.day.filter(|_| in_force), ..made.clone() }
}

fn heading(shown: &Shown, language: Language) -> String {
    let version = shown.version.as_deref().unwrap_or_default();
    match (shown.version.is_some(), shown.draft) {
        (true, false) if shown.superseded.is_some() => {
            with(language, "paper.soa.titleSuperseded", &[("version", version)])
        }
        (true, false) => with(language, "paper.soa.title", &[("version", version)]),
        (true, true) => with(language, "paper.soa.titleDraft", &[("version", version)]),
        (false, _) => say(language, "paper.soa.titleUnissued").into_owned(),
    }
}

/// What stands above the list: edition, scope, how many apply, who issued it.
fn lines(shown: &Shown, made: &Made) -> Vec<String> {
    let language = made.language;
    let count = |which: fn(&SoaControl) -> bool| shown.controls.iter().filter(|c| which(c)).count().to_string();
    let included = count(|c| c.decision.as_ref().is_some_and(|d| d.applies));
    let excluded = count(|c| c.decision.as_ref().is_some_and(|d| !d.applies));
    let undecided = count(|c| c.decision.is_none());
    let mut lines = vec![with(language, "paper.soa.edition", &[("edition", &format!("ISO/IEC {}", shown.edition))])];
    if !shown.scope.is_empty() {
        lines.push(with(language, "paper.soa.scope", &[("scope", &shown.scope)]));
    }
    let counts = [("included", &*included), ("excluded", &*excluded), ("undecided", &*undecided)];
    lines.push(with(language, if undecided == "0" { "paper.soa.counts" } else { "paper.soa.countsOpen" }, &counts));
    lines.push(standing(shown, made));
    lines.extend(superseded(shown, language));
    lines
}

/// Which version stands in its place, and since when.
fn superseded(shown: &Shown, language: Language) -> Option<String> {
    let (version, day) = shown.superseded.as_ref()?;
    Some(with(language, "paper.soa.superseded", &[("version", version), ("day", &day.to_string())]))
}

/// Who issued it and when, and whether it is signed.
fn standing(shown: &Shown, made: &Made) -> String {
    let key = shown.fingerprint.as_deref().unwrap_or_default();
    let words = match (shown.day.is_some(), shown.draft, key.is_empty()) {
        (false, _, _) => "paper.soa.unissued",
        (true, true, true) => "paper.soa.drafted",
        (true, true, false) => "paper.soa.draftedSigned",
        (true, false, true) => "paper.soa.issued",
        (true, false, false) => "paper.soa.signed",
    };
    let day = shown.day.or(made.day).unwrap_or(made.recorded).to_string();
    with(made.language, words, &[("day", &day), ("by", &shown.by), ("key", key)])
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn said(control: &SoaControl, what: fn(&Decision) -> String) -> Value {
    Value::Text(control.decision.as_ref().map(what).unwrap_or_default())
}

fn title(control: &SoaControl, language: Language) -> Value {
    match &control.origin {
        None => text(&control.title),
        Some(origin) => {
            let from = if origin.is_empty() { String::new() } else { format!(": {origin}") };
            Value::Text(format!("{}\n{}{from}", control.title, say(language, "paper.soa.own")))
        }
    }
}

fn applies(control: &SoaControl, language: Language) -> Value {
    match &control.decision {
        Some(decision) if decision.applies => Value::Text(say(language, "applies.yes").into_owned()),
        Some(_) => Value::Text(say(language, "applies.no").into_owned()),
        None => Value::Noticed(say(language, "applies.undecided").into_owned()),
    }
}

fn why(control: &SoaControl, language: Language) -> Value {
    let Some(decision) = &control.decision else { return text("") };
    let ground = |ground: &crate::applicability::Ground| say(language, &format!("ground.{ground}")).into_owned();
    let grounds: Vec<String> = decision.grounds.iter().map(ground).collect();
    let grounds = if grounds.is_empty() { String::new() } else { format!("{}: ", grounds.join(", ")) };
    Value::Text(format!("{grounds}{}", decision.reason))
}

fn in_place(control: &SoaControl, language: Language) -> Value {
    let Some(decision) = control.decision.as_ref().filter(|decision| decision.applies) else { return text("") };
    match decision.implemented {
        None => text(""),
        Some(Implemented::By(day)) => Value::Text(with(language, "inPlace.by", &[("day", &day.to_string())])),
        Some(is) => Value::Text(say(language, &format!("inPlace.{is}")).into_owned()),
    }
}

fn reach(control: &SoaControl, language: Language) -> Value {
    let Some(decision) = &control.decision else { return text("") };
    let word = |reach: &crate::applicability::ControlReach| say(language, &format!("reach.{reach}")).into_owned();
    Value::Text(decision.reach.iter().map(word).collect::<Vec<_>>().join(", "))
}
