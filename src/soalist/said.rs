//! What the cells of a row say about a control, in the form in which it is decided, with what stays open.

use super::dates::{Planned, planned};
use super::model::{Doubt, DoubtKind, Kept, ListedNote};
use crate::applicability::{Change, ControlReach, Ground, Implemented};
use crate::lists::ListRow;
use crate::words::{GROUNDS, Header, InPlace, applies, crossed, grounds, grounds_before, in_place, reach, undecided};

/// What a row says.
#[derive(Debug, Default)]
pub(super) struct Said {
    /// What it decides; whether it applies is none where the row does not say.
    pub(super) change: Change,
    pub(super) doubts: Vec<Doubt>,
    pub(super) notes: Vec<ListedNote>,
    pub(super) kept: Vec<Kept>,
}

/// What a person answered about the row.
pub(super) type Answered<'a> = &'a [String];

/// A question with the answer to it, where there is one among those to its row.
pub(super) fn doubt(what: DoubtKind, words: impl Into<String>, choices: &[&str], answered: Answered<'_>) -> Doubt {
    let choices: Vec<String> = choices.iter().map(|choice| (*choice).to_owned()).collect();
    let day = |answer: &String| choices.iter().any(|c| c == "day") && answer.parse::<crate::day::Day>().is_ok();
    let answer = answered.iter().find(|answer| choices.contains(answer) && *answer != "day" || day(answer)).cloned();
    Doubt { what, holds: what.holds(), words: words.into(), choices, answer }
}

struct Reader<'a> {
    row: &'a ListRow,
    answered: Answered<'a>,
    out: Said,
}

/// Reads a row; `applies_column` says whether the list has a column on whether a control applies.
pub(super) fn said(row: &ListRow, applies_column: bool, answered: Answered<'_>) -> Said {
    let mut reader = Reader { row, answered, out: Said::default() };
    let grounds = reader.grounds();
    let status = reader.status();
    let reasons = reader.reasons();
    let applies = reader.applies(applies_column, &grounds, status.as_ref(), &reasons);
    reader.out.change.applies = applies;
    if let Some(applies) = applies {
        reader.give_reason(applies, reasons);
        if applies {
            reader.out.change.implemented = reader.implemented(status);
        } else {
            reader.keep(Header::InPlace);
        }
    } else {
        for header in [Header::Reason, Header::ReasonIn, Header::ReasonOut, Header::InPlace] {
            reader.keep(header);
        }
    }
    reader.rest(&grounds);
    reader.out
}

/// The reasons of a row: for both ways, for one and for the other.
struct Reasons {
    both: Option<String>,
    inside: Option<String>,
    outside: Option<String>,
}

impl Reader<'_> {
    fn text(&self, header: Header) -> Option<String> {
        self.row.text(header).filter(|text| text.contains(|c: char| !c.is_whitespace()))
    }

    fn note(&mut self, what: &'static str, words: impl Into<String>) {
        self.out.notes.push(ListedNote { what, words: words.into() });
    }

    fn ask(&mut self, what: DoubtKind, words: impl Into<String>, choices: &[&str]) -> Option<String> {
        let asked = doubt(what, words, choices, self.answered);
        let answer = asked.answer.clone();
        self.out.doubts.push(asked);
        answer
    }

    /// What decides nothing stays to be seen.
    fn keep(&mut self, header: Header) {
        for cell in self.row.cells.iter().filter(|cell| cell.header == header) {
            self.out.kept.push(Kept { column: cell.column.clone(), words: cell.words.clone() });
        }
    }

    /// The grounds whose columns are ticked.
    fn grounds(&mut self) -> Vec<Ground> {
        let mut found = Vec::new();
        for (header, name) in GROUNDS {
            let Some(text) = self.text(header) else { continue };
            match applies(&text) {
                Some((false, _)) => continue,
                Some((true, "")) => {}
                _ => self.keep(header),
            }
            found.extend(Ground::parse(name).ok());
        }
        found
    }

    fn status(&self) -> Option<(Option<InPlace>, String, String)> {
        let text = self.text(Header::InPlace)?;
        let (meaning, rest) = match InPlace::named(&text) {
            Some(meaning) => (Some(meaning), ""),
            None => in_place(&text).map_or((None, ""), |(meaning, rest)| (Some(meaning), rest)),
        };
        Some((meaning, rest.to_owned(), text.clone()))
    }

    fn reasons(&self) -> Reasons {
        // *n/a* in the place of a reason is none.
        let real = |header| {
            let text = self.text(header)?;
            let none = matches!(applies(&text), Some((_, ""))) || !text.contains(char::is_alphanumeric);
            (!none).then_some(text)
        };
        Reasons { both: real(Header::Reason), inside: real(Header::ReasonIn), outside: real(Header::ReasonOut) }
    }

    fn applies(
        &mut self,
        column: bool,
        grounds: &[Ground],
        status: Option<&(Option<InPlace>, String, String)>,
        reasons: &Reasons,
    ) -> Option<bool> {
        let way = |answer: Option<String>| match answer.as_deref() {
            Some("applies") => Some(true),
            Some("does_not_apply") => Some(false),
            _ => None,
        };
        let ways = ["applies", "does_not_apply", "leave"];
        let standing = status.and_then(|(meaning, ..)| *meaning);
        let excluded = self.text(Header::Excluded).map(|text| {
            // Beside an empty cell for *yes* a cross is the tick for *no*; alone it may be either.
            let tick = crossed(&text) && self.text(Header::Applies).is_none();
            (if tick { column.then_some(true) } else { applies(&text).map(|(yes, _)| yes) }, text)
        });
        let said = match self.text(Header::Applies) {
            Some(text) => match applies(&text) {
                Some((yes, rest)) => {
                    let rest = rest.to_owned();
                    if yes && !rest.is_empty() && self.text(Header::InPlace).is_none() {
                        let answer = self.ask(DoubtKind::AppliesRemark, rest, &["yes", "partly", "no", "open"]);
                        self.out.change.implemented = answer.and_then(|answer| answer.parse().ok());
                    } else if !rest.is_empty() {
                        self.keep(Header::Applies);
                    }
                    Some(yes)
                }
                None if undecided(&text) => None,
                None if in_place(&text).is_some_and(|(meaning, _)| meaning == InPlace::NotApplicable) => Some(false),
                None => return way(self.ask(DoubtKind::AppliesUnknown, text, &ways)),
            },
            None => None,
        };
        let said = match (&said, &excluded) {
            (None, Some((Some(out), _))) => Some(!out),
            (_, Some((None, text))) => return way(self.ask(DoubtKind::AppliesUnknown, text.clone(), &ways)),
            (Some(true), Some((Some(true), text))) => {
                return way(self.ask(DoubtKind::Contradiction, text.clone(), &ways));
            }
            _ => said,
        };
        let Some(applies) = said.or_else(|| if column { None } else { self.inferred(grounds, standing, reasons) })
        else {
            // A list without a column for it leaves a status such as *not implemented* open.
            let open = status.filter(|(meaning, ..)| !column && meaning.is_some());
            return open.and_then(|(.., text)| way(self.ask(DoubtKind::AppliesUnknown, text.clone(), &ways)));
        };
        let there = [InPlace::Yes, InPlace::Partly, InPlace::Planned, InPlace::InProgress];
        let against = if applies {
            standing == Some(InPlace::NotApplicable)
        } else {
            standing.is_some_and(|standing| there.contains(&standing)) || !grounds.is_empty()
        };
        if against {
            let words = status.map(|(.., text)| text.clone()).unwrap_or_default();
            return way(self.ask(DoubtKind::Contradiction, words, &ways));
        }
        Some(applies)
    }

    /// Where no column says whether controls apply, ticks, reasons and what is in place do.
    fn inferred(&mut self, grounds: &[Ground], standing: Option<InPlace>, reasons: &Reasons) -> Option<bool> {
        let (inside, outside) = (!grounds.is_empty() || reasons.inside.is_some(), reasons.outside.is_some());
        let (what, applies) = match (inside, outside, standing) {
            (true, false, _) => (if grounds.is_empty() { "by_reason" } else { "by_grounds" }, true),
            (false, true, _) => ("by_reason", false),
            (_, _, Some(InPlace::NotApplicable)) => ("by_status", false),
            (_, _, Some(InPlace::Yes | InPlace::Partly | InPlace::Planned | InPlace::InProgress)) => {
                ("by_status", true)
            }
            _ => return None,
        };
        self.note(what, "");
        Some(applies)
    }

    fn give_reason(&mut self, applies: bool, reasons: Reasons) {
        let (own, other) = if applies { (reasons.inside, reasons.outside) } else { (reasons.outside, reasons.inside) };
        if let Some(other) = other {
            self.note("other_reason", other);
        }
        let reason = match (own, reasons.both) {
            (Some(own), Some(both)) if own != both => Some(format!("{own}; {both}")),
            (own, both) => own.or(both),
        };
        if let Some(reason) = reason {
            let before = grounds_before(&reason).filter(|_| applies);
            let (named, reason) = match (grounds(&reason), before) {
                (Some(named), _) => (named, reason.clone()),
                (None, Some((named, rest))) => (named, rest.to_owned()),
                (None, None) => (Vec::new(), reason.clone()),
            };
            let mut named = named;
            named.retain(|_| applies);
            let known = named.into_iter().filter_map(|name| Ground::parse(name).ok());
            let mut all: Vec<Ground> = known.collect();
            if !all.is_empty() {
                all.extend(self.out.change.grounds.take().unwrap_or_default());
                self.out.change.grounds = Some(all);
            }
            self.out.change.reason = Some(reason).filter(|reason| !reason.is_empty());
        }
    }

    /// Whether it is in place, with the day by which it is planned.
    fn implemented(&mut self, status: Option<(Option<InPlace>, String, String)>) -> Option<Implemented> {
        let by = self.text(Header::PlannedBy);
        let Some((meaning, rest, text)) = status else {
            let before = self.out.change.implemented;
            return match by {
                Some(by) if before.is_none() => self.day(&by),
                _ => before,
            };
        };
        match meaning {
            Some(InPlace::Yes | InPlace::Partly) => {
                if by.is_some() {
                    self.keep(Header::PlannedBy);
                }
                if !rest.is_empty() {
                    self.keep(Header::InPlace);
                }
                Some(if meaning == Some(InPlace::Yes) { Implemented::Yes } else { Implemented::Partly })
            }
            Some(InPlace::No) => by.map_or(Some(Implemented::No), |by| self.day(&by)),
            Some(InPlace::Planned | InPlace::InProgress) => {
                let rest = Some(rest).filter(|rest| rest.contains(|c: char| c.is_ascii_digit()));
                match rest.or(by) {
                    Some(day) => self.day(&day),
                    None if meaning == Some(InPlace::Planned) => {
                        let answer = self.ask(DoubtKind::PlannedWithoutDay, text, &["no", "open", "day"]);
                        answer.and_then(|answer| answer.parse().ok())
                    }
                    None => {
                        let answer = self.ask(DoubtKind::InProgress, text, &["partly", "no", "open", "day"]);
                        answer.and_then(|answer| answer.parse().ok())
                    }
                }
            }
            Some(InPlace::NotApplicable) => None,
            None => {
                let answer = self.ask(DoubtKind::StatusUnknown, text, &["yes", "partly", "no", "open", "day"]);
                answer.and_then(|answer| answer.parse().ok())
            }
        }
    }

    fn day(&mut self, text: &str) -> Option<Implemented> {
        match planned(text) {
            Planned::On(day) => Some(Implemented::By(day)),
            Planned::Within(day) => {
                self.note("end_of_period", text);
                Some(Implemented::By(day))
            }
            Planned::Unclear(days) => {
                let days: Vec<String> = days.iter().map(ToString::to_string).collect();
                let choices: Vec<&str> = days.iter().map(String::as_str).chain(["no", "open", "day"]).collect();
                self.ask(DoubtKind::DayUnclear, text, &choices).and_then(|answer| answer.parse().ok())
            }
        }
    }

    /// Who answers for it, on which risks it rests, from where the need comes; and what decides nothing.
    fn rest(&mut self, grounds: &[Ground]) {
        if !grounds.is_empty() && self.out.change.applies == Some(true) {
            let mut all = self.out.change.grounds.take().unwrap_or_default();
            all.extend(grounds);
            self.out.change.grounds = Some(all);
        }
        if let Some(text) = self.text(Header::Risks) {
            let parts = text.split([',', ';', '\n', '|']).map(str::trim);
            let named =
                |part: &&str| part.contains(char::is_alphanumeric) && !matches!(applies(part), Some((false, "")));
            let all: Vec<String> = parts.filter(named).map(str::to_owned).collect();
            self.out.change.risks = Some(all).filter(|all| !all.is_empty());
        }
        if let Some(text) = self.text(Header::Reach) {
            let of = |text: &str| {
                Some(reach(text)?.into_iter().filter_map(|name| ControlReach::parse(name).ok()).collect::<Vec<_>>())
            };
            if self.out.change.applies == Some(true) {
                self.out.change.reach = of(&text).or_else(|| {
                    let answer = self.ask(DoubtKind::ReachUnknown, text, &["services", "assets", "both", "reach_open"]);
                    of(&answer?)
                });
            } else {
                self.keep(Header::Reach);
            }
        }
        self.out.change.owner = self.text(Header::Owner).filter(|owner| owner.contains(char::is_alphanumeric));
        for header in [Header::Evidence, Header::Note] {
            self.keep(header);
        }
    }
}
