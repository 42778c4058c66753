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

pub(super) fn usual(text: &str) -> String {
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

/// Words that make a yes a yes in part, such as *except*; with those that say so by themselves, such as *partially*.
static IN_PART: LazyLock<Vec<String>> = LazyLock::new(|| {
    let alone = of_kind("in_place", &[((), "partly")]).into_iter();
    alone.chain(of_kind("beside_yes", &[((), "partly")])).map(|((), word)| usual(word)).collect()
});

/// Words before the day since which it is in place.
static SINCE: LazyLock<Vec<String>> =
    LazyLock::new(|| of_kind("beside_yes", &[((), "since")]).into_iter().map(|((), word)| usual(word)).collect());

/// Words that turn what stands beside them.
static NEGATED: LazyLock<Vec<String>> =
    LazyLock::new(|| of_kind("beside_yes", &[((), "negation")]).into_iter().map(|((), word)| usual(word)).collect());

/// What a cell says about whether a control is in place, with what it says beyond that: `planned` and `31.12.2026`. A yes with
/// something beside it is one in part where a word says so, and nothing is known of it where none does: a qualified yes is
/// never a yes.
pub fn in_place(text: &str) -> Option<(InPlace, &str)> {
    let text = text.trim();
    let known = |text: &str| IN_PLACE.get(&usual(text)).copied();
    if let Some(meaning) = known(text).or_else(|| percent(text)) {
        return Some((meaning, ""));
    }
    if let Some((head, rest)) = parted(text)
        && let Some(meaning) = known(head).or_else(|| percent(head))
    {
        return beside(meaning, rest);
    }
    // `Implemented except the branch office`, `in place since 2020`: words up to those that say more.
    let ends = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, _)| at);
    let heads = ends.map(|at| (text[..at].trim_end(), text[at..].trim_start()));
    if let Some((_, rest)) = heads.into_iter().rfind(|(head, _)| known(head) == Some(InPlace::Yes)) {
        return beside(InPlace::Yes, rest);
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

/// Whether a cell speaks of what is in place, be it in words that nobody knows.
pub fn speaks_of_place(text: &str) -> bool {
    let head = parted(text.trim()).map(|(head, _)| head);
    in_place(text).is_some() || head.is_some_and(|head| in_place(head).is_some())
}

/// A meaning with what stands beside it.
fn beside(meaning: InPlace, rest: &str) -> Option<(InPlace, &str)> {
    match meaning {
        InPlace::Yes if rest.is_empty() || whole(rest) || since(rest) => Some((InPlace::Yes, rest)),
        InPlace::Yes => in_part(rest).then_some((InPlace::Partly, rest)),
        // `No, planned 31.12.2026` is planned; `no, partly` is neither.
        InPlace::No => match in_place(rest) {
            Some((planned @ (InPlace::Planned | InPlace::InProgress), day)) => Some((planned, day)),
            Some((InPlace::Yes | InPlace::Partly, _)) => None,
            _ => Some((InPlace::No, rest)),
        },
        _ => Some((meaning, rest)),
    }
}

fn whole(text: &str) -> bool {
    IN_PLACE.get(&usual(text)).copied().or_else(|| percent(text)) == Some(InPlace::Yes)
}

/// `since 2020`, `seit 01.02.2024`: a word with a year behind it and nothing else.
fn since(text: &str) -> bool {
    let text = usual(text);
    let behind = SINCE.iter().find_map(|word| text.strip_prefix(word.as_str())?.strip_prefix(' '));
    let date = |c: char| c.is_ascii_digit() || "./- ".contains(c);
    let year = |text: &str| text.split(|c: char| !c.is_ascii_digit()).any(|n| n.len() == 4);
    let month = |word: &str| word.chars().all(date) || super::month(word.trim_matches(['.', ','])).is_some();
    behind.is_some_and(|behind| year(behind) && behind.split_whitespace().all(month))
}

/// Whether words say that it is so in part, and nothing else that turns them.
fn in_part(rest: &str) -> bool {
    if percent(rest) == Some(InPlace::Partly) {
        return true;
    }
    let spaced = |text: &str| format!(" {} ", text.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" "));
    let words = spaced(&usual(rest));
    let Some(said) =
        IN_PART.iter().map(|word| spaced(word)).filter(|word| words.contains(word)).max_by_key(String::len)
    else {
        return false;
    };
    let others = words.replacen(&said, " ", 1);
    !NEGATED.iter().any(|word| others.contains(&spaced(word)))
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

/// The grounds that stand before a reason, as the program itself writes them: `law, risk: the reason`.
pub fn grounds_before(text: &str) -> Option<(Vec<&'static str>, &str)> {
    let (head, rest) = text.split_once(':')?;
    Some((grounds(head)?, rest.trim()))
}

/// Whether a cell holds a cross and nothing else: in one list it says no, in the column for *no* of another one yes.
pub fn crossed(text: &str) -> bool {
    ["✗", "✘", "×", "❌"].contains(&text.trim())
}

/// Whether a cell says that nobody decided yet.
pub fn undecided(text: &str) -> bool {
    of_kind("undecided", &[((), "open")]).into_iter().any(|((), word)| usual(word) == usual(text))
}

/// A title parted from what says that its control is not of Annex A, with where it comes from.
pub fn from_elsewhere(title: &str) -> Option<(&str, &str)> {
    of_kind("from_elsewhere", &[((), "own")]).into_iter().find_map(|((), word)| {
        let at = title.char_indices().map(|(at, _)| at).rev().find(|at| {
            let begins = *at == 0 || title[..*at].ends_with(char::is_whitespace);
            begins && title.get(*at..*at + word.len()).is_some_and(|said| fold(said) == word)
        })?;
        let rest = title[at + word.len()..].trim();
        let origin = if rest.is_empty() { "" } else { rest.strip_prefix(':')?.trim() };
        Some((title[..at].trim(), origin))
    })
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
            ("Umgesetzt (teilweise)", Some((InPlace::Partly, "teilweise"))),
            ("Implemented, except branch office", Some((InPlace::Partly, "except branch office"))),
            ("Implemented except branch office", Some((InPlace::Partly, "except branch office"))),
            ("oui (en partie)", Some((InPlace::Partly, "en partie"))),
            ("Ja – 80 %", Some((InPlace::Partly, "80 %"))),
            ("Implemented (not fully)", Some((InPlace::Partly, "not fully"))),
            ("Implemented (not only partly)", None),
            ("Yes, by provider", None),
            ("Umgesetzt (31.12.2027)", None),
            ("Ja, geplant 2027", None),
            ("Done?", None),
            ("In place since 2020", Some((InPlace::Yes, "since 2020"))),
            ("umgesetzt (seit März 2024)", Some((InPlace::Yes, "seit März 2024"))),
            ("Yes (fully)", Some((InPlace::Yes, "fully"))),
            ("No, planned 2026-06-30", Some((InPlace::Planned, "2026-06-30"))),
            ("No (partly)", None),
            ("nein; Kosten", Some((InPlace::No, "Kosten"))),
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
