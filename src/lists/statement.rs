//! What is different about a Statement of Applicability: its columns are told by numbers of controls and by whether something
//! applies and is in place.

use super::controls::{control, meanings};
use super::heading::Name;
use super::meaning::{Meaning, particulars};
use super::profile::Profile;
use crate::extract::Cell;
use crate::questions::List;
use crate::words::{Fit, Header, applies};

/// What a name above a column may mean, each with a weight up to 1.
pub(super) fn by_name(name: &Name) -> Vec<(Meaning, f32)> {
    let mut out: Vec<(Meaning, f32)> = Vec::new();
    let mut add = |header: Header, weight: f32| {
        if !particulars(List::StatementOfApplicability).contains(&header) {
            return;
        }
        let meaning = Meaning::Of(header);
        match out.iter_mut().find(|(known, _)| *known == meaning) {
            Some((_, known)) => *known = known.max(weight),
            None => out.push((meaning, weight)),
        }
    };
    // The lower line says what the column holds; the upper one, to which group it belongs.
    for (text, weight) in [(name.lower.as_str(), 1.0), (&name.whole(), 0.9)] {
        for (header, fit) in meanings(List::StatementOfApplicability, text) {
            let weight = weight
                * match fit {
                    Fit::Whole => 1.0,
                    Fit::Edge => 0.75,
                    Fit::Within => 0.5,
                };
            match header {
                // *Control* and *Maßnahme* head numbers in one list and titles in another.
                Header::Clauses => {
                    add(Header::Number, weight * 0.95);
                    add(Header::Title, weight * 0.8);
                }
                Header::Status => add(Header::InPlace, weight),
                Header::Location => add(Header::Evidence, weight * 0.9),
                header => add(header, weight),
            }
        }
    }
    if let Some(header) = way(name) {
        let is = Meaning::Of(header);
        // *Applicability / no* is no column for what applies.
        out.retain(|(known, _)| header == Header::Applies || *known != Meaning::Of(Header::Applies));
        let weight = out.iter().filter(|(known, _)| *known == is).fold(WAY, |weight, (_, known)| known.max(weight));
        out.retain(|(known, _)| *known != is);
        out.push((is, weight));
    }
    out.sort_by(|a, b| b.1.total_cmp(&a.1));
    out
}

/// What a name of one word for yes or no is worth: only with cells that agree.
const WAY: f32 = 0.69;

/// Which of two columns of signs a name heads, *Yes | No*, *Incl. | Excl.*: one below a name for what applies, or below none.
fn way(name: &Name) -> Option<Header> {
    let word = name.lower.trim();
    let (yes, rest) = applies(word)?;
    let above = |text: &str| meanings(List::StatementOfApplicability, text).first().map(|(header, _)| *header);
    let alone = name.upper.trim().is_empty() || above(&name.upper) == Some(Header::Applies);
    let is_word = rest.is_empty() && word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (is_word && alone).then_some(if yes { Header::Applies } else { Header::Excluded })
}

/// How well the cells fit a meaning, from 0 to 1; nothing where cells say nothing of it.
pub(super) fn by_cells(meaning: &Meaning, p: &Profile) -> Option<f32> {
    let Meaning::Of(header) = meaning else { return None };
    Some(match header {
        Header::Number => p.controls,
        // With its number before it a title is the number's column as well.
        Header::Title => p.phrases * p.distinct.max(0.4) * (1.0 - p.controls * 0.5),
        Header::Applies => p.applies,
        Header::Excluded => p.signs.max(p.applies),
        Header::InPlace => p.in_place,
        Header::PlannedBy => p.dates,
        Header::Owner => p.people.max(p.mails),
        Header::GroundLaw | Header::GroundContract | Header::GroundBusiness | Header::GroundRisk => {
            p.signs.max(p.applies)
        }
        _ => return None,
    })
}

/// Whether the cells cannot be what the name says.
pub(super) fn contradicts(meaning: &Meaning, p: &Profile) -> bool {
    let Meaning::Of(header) = meaning else { return false };
    match header {
        Header::Number => p.controls < 0.2,
        Header::Title => p.phrases < 0.3 || p.applies > 0.5,
        // Words that nobody knows are asked about; sentences are none.
        Header::Applies | Header::Excluded => p.applies < 0.1 && p.phrases > 0.5 && p.distinct > 0.5,
        Header::InPlace => p.in_place < 0.2 && p.phrases > 0.5 && p.distinct > 0.5,
        Header::PlannedBy => p.dates < 0.05 && p.filled > 4 && p.phrases > 0.8,
        Header::Owner => p.dates > 0.5,
        Header::GroundLaw | Header::GroundContract | Header::GroundBusiness | Header::GroundRisk => {
            p.signs.max(p.applies) < 0.2 && p.phrases > 0.5
        }
        _ => false,
    }
}

/// What cells mean whatever stands above them.
pub(super) fn by_cells_alone(p: &Profile) -> Vec<(Meaning, f32)> {
    let mut out = Vec::new();
    let mut when = |is: bool, header: Header, weight: f32| {
        if is && p.filled >= 2 {
            out.push((Meaning::Of(header), weight));
        }
    };
    let few = p.distinct <= 0.5 || (p.filled < 9 && p.distinct < 1.0);
    when(p.controls >= 0.6, Header::Number, p.controls);
    when(p.applies >= 0.8 && few, Header::Applies, p.applies * 0.9);
    when(p.in_place >= 0.8 && p.applies < 0.8 && few, Header::InPlace, p.in_place * 0.9);
    when(p.phrases >= 0.8 && p.distinct >= 0.8 && p.controls < 0.2, Header::Title, p.phrases * p.distinct * 0.7);
    out
}

/// Whether rows can be read: of a control it must be known which, and something about it.
pub(super) fn usable(has: impl Fn(Header) -> bool) -> bool {
    let says = [
        Header::Applies,
        Header::Excluded,
        Header::InPlace,
        Header::Reason,
        Header::ReasonIn,
        Header::ReasonOut,
        Header::GroundLaw,
        Header::GroundContract,
        Header::GroundBusiness,
        Header::GroundRisk,
    ];
    (has(Header::Number) || has(Header::Title)) && says.into_iter().any(has)
}

/// Why a row is none of the list; what it is about is settled where controls are known.
pub(super) fn why_not(number: Option<&Cell>, title: Option<&Cell>, filled: usize, used: usize) -> Option<&'static str> {
    match (number, title) {
        (Some(number), None) if filled < 2 => (!control(&number.text)).then_some("section"),
        (Some(_), _) => None,
        (None, Some(title)) => (!control(&title.text) && used < 2).then_some("section"),
        (None, None) => Some(if filled < 2 { "section" } else { "no_number" }),
    }
}
