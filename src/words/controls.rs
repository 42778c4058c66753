//! Words of a Statement of Applicability: above its columns, and in its cells for what applies, what is in place and from
//! where the need comes.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::columns::{COLUMNS, Fit, found_in, plain};
use super::headers::Header;
use super::table::of_kind;
use crate::text::fold;

/// What a cell says about whether a control is in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InPlace {
    /// It is.
    Yes,
    /// A part of it is.
    Partly,
    /// It is not.
    No,
    /// It is planned.
    Planned,
    /// Somebody is at it: how much is there is not said.
    InProgress,
    /// It is not applicable.
    NotApplicable,
}

impl InPlace {
    /// Every meaning with its name in the file of words.
    pub const ALL: [(InPlace, &'static str); 6] = [
        (InPlace::Yes, "yes"),
        (InPlace::Partly, "partly"),
        (InPlace::No, "no"),
        (InPlace::Planned, "planned"),
        (InPlace::InProgress, "in_progress"),
        (InPlace::NotApplicable, "not_applicable"),
    ];

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(known, _)| *known == self).map_or("", |(_, name)| name)
    }

    /// The meaning with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(meaning, _)| *meaning)
    }
}

/// The columns from where the need for a control comes, each with the name of its ground.
pub const GROUNDS: [(Header, &str); 4] = [
    (Header::GroundRisk, "risk"),
    (Header::GroundLaw, "law"),
    (Header::GroundContract, "contract"),
    (Header::GroundBusiness, "business"),
];

/// Words above the columns of such a statement go before those above the columns of any list.
static HEADERS: LazyLock<HashMap<String, Header>> = LazyLock::new(|| {
    let own = of_kind("statement_column", &Header::ALL).into_iter().map(|(header, word)| (plain(word), header));
    let mut all = COLUMNS.clone();
    // A lone sign such as # has its own meaning and no letters.
    all.extend(own.filter(|(word, _)| !word.is_empty()));
    all
});

/// Everything that a header of such a statement may mean, each with how surely; the surest first.
pub fn statement_meanings(text: &str) -> Vec<(Header, Fit)> {
    found_in(&HEADERS, text)
}

fn usual(text: &str) -> String {
    let text = fold(text).replace(['’', '`', '´'], "'");
    text.trim_matches(|c: char| c == '.' && text.chars().filter(|c| *c == '.').count() == 1).trim().to_owned()
}

static APPLIES: LazyLock<HashMap<String, bool>> = LazyLock::new(|| {
    of_kind("applies", &[(true, "yes"), (false, "no")]).into_iter().map(|(yes, word)| (usual(word), yes)).collect()
});

static IN_PLACE: LazyLock<HashMap<String, InPlace>> = LazyLock::new(|| {
    of_kind("in_place", &InPlace::ALL).into_iter().map(|(meaning, word)| (usual(word), meaning)).collect()
});

/// A cell parted where a remark begins: `Yes (partially)`, `No – cloud only`, `Ja; Kunde A`.
fn parted(text: &str) -> Option<(&str, &str)> {
    let at = text.char_indices().find(|(at, c)| {
        let spaced = |c: char| text[..*at].ends_with(' ') && text[at + c.len_utf8()..].starts_with(' ');
        *at > 0 && (['(', ';', ':', ',', '\n'].contains(c) || (['-', '–', '—', '/'].contains(c) && spaced(*c)))
    });
    let (at, sign) = at?;
    let rest = &text[at + sign.len_utf8()..];
    Some((text[..at].trim(), rest.trim_end_matches(')').trim()))
}

/// Whether a cell says that a control applies, with what it says beyond that.
pub fn applies(text: &str) -> Option<(bool, &str)> {
    let text = text.trim();
    let known = |text: &str| APPLIES.get(&usual(text)).copied();
    known(text).map(|yes| (yes, "")).or_else(|| {
        let (head, rest) = parted(text)?;
        known(head).map(|yes| (yes, rest))
    })
}

/// What a cell says about whether a control is in place, with what it says beyond that: `planned` and `31.12.2026`.
pub fn in_place(text: &str) -> Option<(InPlace, &str)> {
    let text = text.trim();
    let known = |text: &str| IN_PLACE.get(&usual(text)).copied();
    if let Some(meaning) = known(text).or_else(|| percent(text)) {
        return Some((meaning, ""));
    }
    if let Some((head, rest)) = parted(text)
        && let Some(meaning) = known(head).or_else(|| percent(head))
    {
        return Some((meaning, rest));
    }
    // `geplant 31.12.2026`, `planned for Q3/2026`: words up to the first digit.
    let digit = text.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0)?;
    let words: Vec<&str> = text[..digit].split_whitespace().collect();
    (1..=words.len()).rev().find_map(|n| {
        let meaning = known(&words[..n].join(" "))?;
        let dated = matches!(meaning, InPlace::Planned | InPlace::InProgress);
        let behind = words.get(n..)?.last().map_or(digit, |last| text[..digit].rfind(last).unwrap_or(digit));
        dated.then(|| (meaning, text[behind..].trim()))
    })
}

/// All of it, nothing of it, or a part.
fn percent(text: &str) -> Option<InPlace> {
    let number = text.trim().strip_suffix('%')?.trim().replace(',', ".").parse::<f32>().ok()?;
    match number {
        n if !(0.0..=100.0).contains(&n) => None,
        n if n >= 100.0 => Some(InPlace::Yes),
        n if n <= 0.0 => Some(InPlace::No),
        _ => Some(InPlace::Partly),
    }
}

/// The grounds that a cell names and nothing else: `LR, BR/BP`, `Risikobeurteilung`. None where it says something else, too.
pub fn grounds(text: &str) -> Option<Vec<&'static str>> {
    let one = |part: &str| {
        let (header, fit) = statement_meanings(part).into_iter().next()?;
        GROUNDS.iter().find(|(known, _)| *known == header && fit == Fit::Whole).map(|(_, name)| *name)
    };
    if let Some(whole) = one(text) {
        return Some(vec![whole]);
    }
    let parts = text.split(['/', ',', ';', '+', '&', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let found = parts.map(one).collect::<Option<Vec<_>>>()?;
    Some(found).filter(|found| !found.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_understood_with_what_it_says_beyond() {
        for (text, meant) in [
            ("Yes", Some((true, ""))),
            ("Ja (teilweise)", Some((true, "teilweise"))),
            ("N/A", Some((false, ""))),
            ("No – cloud only", Some((false, "cloud only"))),
            ("s’applique", Some((true, ""))),
            ("✓", Some((true, ""))),
            ("perhaps", None),
            ("Not sure", None),
            ("", None),
        ] {
            assert_eq!(applies(text), meant, "{text}");
        }
    }

    #[test]
    fn a_status_is_a_word_a_percentage_or_a_word_with_a_day() {
        for (text, meant) in [
            ("Umgesetzt", Some((InPlace::Yes, ""))),
            ("80 %", Some((InPlace::Partly, ""))),
            ("100%", Some((InPlace::Yes, ""))),
            ("geplant 31.12.2026", Some((InPlace::Planned, "31.12.2026"))),
            ("planned for Q3/2026", Some((InPlace::Planned, "Q3/2026"))),
            ("Planned (2026-06-30)", Some((InPlace::Planned, "2026-06-30"))),
            ("in Umsetzung", Some((InPlace::InProgress, ""))),
            ("3", None),
            ("120 %", None),
            ("level 4", None),
        ] {
            assert_eq!(in_place(text), meant, "{text}");
        }
    }

    #[test]
    fn grounds_are_read_where_a_cell_holds_nothing_else() {
        assert_eq!(grounds("LR, BR/BP"), Some(vec!["law", "business", "business"]));
        assert_eq!(grounds("Risikobeurteilung"), Some(vec!["risk"]));
        assert_eq!(grounds("LR: GDPR Art. 32"), None);
        assert_eq!(grounds("needed"), None);
    }
}
