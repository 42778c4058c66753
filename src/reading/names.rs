//! What a file's name says: number, version, title, and words such as draft or copy.

use std::sync::LazyLock;

use regex::Regex;

use super::dates::due;
use super::scheme::Scheme;
use crate::text::nfc;
use crate::words::{Mark, Numbering, State, marks, state_in_full, state_words, version_words};

/// What was read from a file name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileName {
    /// Document number, `ISMS-POL-001`.
    pub number: Option<String>,
    /// Version, `2.1`, `C`, `07`, `2025-03`.
    pub version: Option<String>,
    /// Whether only the names beside it make it a number: it may be that of a machine or a customer.
    pub learnt: bool,
    /// What is left: the title.
    pub title: String,
    /// What the name says of where the document stands: draft or out of use. That it is in force no name can say.
    pub state: Option<State>,
    /// The name says copy.
    pub copy: bool,
    /// What stands behind the number, as it is written.
    pub behind: String,
}

fn regex(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

/// Any of these words, for a regular expression; the longest first, so that `v` does not hide `version`.
fn any_of<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut words: Vec<&str> = words.collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.iter().map(|word| regex::escape(word)).collect::<Vec<_>>().join("|")
}

static COPY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let copy = || marks().into_iter().filter(|(mark, _)| *mark == Mark::Copy).map(|(_, word)| word);
    let before = any_of(copy().filter_map(|word| word.strip_suffix('…')));
    let behind = any_of(copy().filter(|word| !word.ends_with('…')));
    // `(1)` behind the last word is how programs name what they would else write over.
    regex(&format!(r"(?i)^(?:{before})\s+|\s+-\s+(?:{behind})(?:\s*\(\d+\))?$|\s+\(\d{{1,2}}\)$|\((?:{behind})[^)]*\)"))
});
static MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let others = || marks().into_iter().filter(|(mark, _)| *mark != Mark::Copy).map(|(_, word)| word);
    let bracketed = any_of(others().map(|word| word.trim_matches(['(', ')'])));
    let free = any_of(others().filter(|word| !word.starts_with('(')));
    regex(&format!(r"(?i)\((?:{bracketed})\)|[\s_-](?:{free})[\s_.-]*$"))
});
/// Marks that stand in brackets: they are no part of a title, whatever else the name says.
static BRACKETED_MARKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let others = marks().into_iter().filter(|(mark, _)| *mark != Mark::Copy).map(|(_, word)| word);
    let bracketed = any_of(others.map(|word| word.trim_matches(['(', ')'])));
    regex(&format!(r"(?i)\((?:{bracketed})\)"))
});
/// A single word for a draft may stand anywhere: taken wrongly it withholds an approval, where another state would take
/// a document out of use.
static DRAFT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = state_words().into_iter().filter(|(state, word)| *state == State::Draft && !word.contains(' '));
    let draft = any_of(words.map(|(_, word)| word.trim_end_matches('…')));
    regex(&format!(r"(?i)(?:^|[\s_(-])(?:{draft})(?:$|[\s_).-])"))
});
static BRACKETS: LazyLock<Option<Regex>> = LazyLock::new(|| regex(r"[(\[]([^()\[\]]+)[)\]]"));
/// In this order: the more a form says, the earlier it stands.
static VERSIONS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let words = |of: Numbering| any_of(version_words().into_iter().filter(|(n, _)| *n == of).map(|(_, word)| word));
    let (digits, lettered) = (words(Numbering::Digits), words(Numbering::DigitsOrLetter));
    [
        r"第\s*(\d+)\s*版",
        // A day behind the word is the label: no part of it is one.
        &format!(r"(?i)(?:^|[\s_(.-])(?:{lettered})\.?[\s._-]?(\d{{4}}-\d{{2}}(?:-\d{{2}})?)\)?(?:$|[\s_).])"),
        &format!(r"(?i)(?:^|[\s_(.-])(?:{digits})\.?[\s._]?(\d+(?:[._]\d+)*(?:-\d{{1,2}})?)\)?(?:$|[\s_).-])"),
        &format!(r"(?i)(?:^|[\s_(.-])(?:{lettered})\.?[\s_-]?(\d+(?:[._]\d+)*)\)?(?:$|[\s_).-])"),
        // A letter is a label only by itself and in capitals: the s of issues is none.
        &format!(r"(?:^|[\s_(.-])(?i:{lettered})[.\s_-]+([AB]?[A-Z])\)?(?:$|[\s_).-])"),
        r"(?:^|[\s_(.-])(?:[Rr]ev|REV)([A-Z])\)?(?:$|[\s_).-])",
        r"^\((\d{1,3})\)",
        r"\((\d{4}-\d{2}(?:-\d{2})?)\)",
        r"(?:^|[\s_])(\d+\.\d+(?:\.\d+)?)$",
    ]
    .iter()
    .filter_map(|r| regex(r))
    .collect()
});

/// A file's name without its folders and without its ending, composed; a title where nothing better is known.
pub fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    nfc(name.rsplit_once('.').map(|(stem, _)| stem).filter(|stem| !stem.is_empty()).unwrap_or(name))
}

/// Reads a file's name, without its folder.
pub fn file_name(name: &str) -> FileName {
    file_name_in(name, &Scheme::default(), |_| None)
}

/// Reads the name of a file among others, whose names taught what numbers look like. `listed` answers with the number of a
/// list with which a name begins, however it is written there: how long it is in the name, and the number.
pub fn file_name_in(name: &str, scheme: &Scheme, listed: impl Fn(&str) -> Option<(usize, String)>) -> FileName {
    let name = nfc(name);
    let stem = match name.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 5 && end.chars().all(char::is_alphanumeric) => stem,
        _ => name.as_str(),
    };
    // A name that says its ending twice says it once.
    let twice = name.get(stem.len()..).and_then(|end| stem.strip_suffix(end)).filter(|rest| !rest.is_empty());
    let stem = twice.unwrap_or(stem);
    let mut out = FileName::default();
    let mut rest = stem.trim().to_owned();
    if let Some(copy) = COPY.as_ref().filter(|r| r.is_match(&rest)) {
        out.copy = true;
        rest = copy.replace_all(&rest, " ").trim().to_owned();
    }
    let own = scheme.number(&rest);
    let in_list = listed(&rest).filter(|(long, _)| own.as_ref().is_none_or(|own| own.len() <= *long));
    let listed = in_list.is_some();
    if let Some((long, number)) = in_list.or_else(|| own.map(|n| (n.len(), n))) {
        out.learnt = !listed && !Scheme::sure(&number);
        rest = rest[long..].trim_start_matches([' ', '_']).to_owned();
        out.number = Some(number);
    }
    out.behind.clone_from(&rest);
    while let Some(found) = DRAFT.as_ref().and_then(|draft| draft.find_iter(&rest).find(|found| is_mark(&rest, found)))
    {
        out.state = Some(State::Draft);
        rest = format!("{} {}", &rest[..found.start()], &rest[found.end()..]);
    }
    for pattern in VERSIONS.iter() {
        let Some(found) = pattern.captures(&rest) else { continue };
        let (Some(whole), Some(version)) = (found.get(0), found.get(1)) else { continue };
        // Two versions in one name are what it is about: from one to the other.
        let others = pattern.find_iter(&rest[version.end()..]).count();
        if others > 0 && out.number.is_none() {
            break;
        }
        let version = version.as_str().replace('_', ".");
        // Without a number before it a date is a part of the title; with one, a whole day in dots is no version either.
        let dated = version.split(['.', '-']).any(|part| part.len() == 4) && due(&version).is_some();
        let named = whole.as_str().contains(char::is_alphabetic);
        if dated && !named && (out.number.is_none() || version.contains('.')) {
            continue;
        }
        out.version = Some(if version.len() == 1 { version.to_uppercase() } else { version });
        rest = format!("{} {}", &rest[..whole.start()], &rest[whole.end()..]);
        break;
    }
    // Words such as final or new belong to a title, unless a number or a version shows that the name says more than that.
    let numbered = out.number.is_some() || out.version.is_some();
    if let Some(marks) = if numbered { MARKS.as_ref() } else { BRACKETED_MARKS.as_ref() } {
        while marks.is_match(&rest) {
            rest = marks.replace(&rest, " ").into_owned();
        }
    }
    if let Some((state, without)) = state_of(&rest) {
        out.state = Some(state);
        // Without number or version the title alone tells files apart: it keeps the word.
        if out.number.is_some() || out.version.is_some() {
            rest = without;
        }
    }
    out.title = unslugged(words(&rest).join(" ").trim_matches(['-', '–', ' ', '.']));
    if out.title.is_empty() && out.number.is_none() {
        // A name that says a version and nothing more is its own title: two of them are not one document.
        out.title = stem.trim().to_owned();
    }
    out
}

/// Whether a word for a draft is a mark and no word of the title: in brackets, in capitals beside small letters, at the end,
/// or before a version.
fn is_mark(name: &str, found: &regex::Match<'_>) -> bool {
    let word = found.as_str().trim_matches(|c: char| !c.is_alphanumeric());
    let capitals = word.chars().all(|c| !c.is_lowercase()) && name.chars().any(char::is_lowercase);
    let behind = name[found.end()..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let version = behind.starts_with(|c: char| c.is_ascii_digit())
        || version_words().iter().any(|(_, word)| {
            behind.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
                && behind[word.len()..].trim_start_matches(['.', ' ', '_']).starts_with(|c: char| c.is_ascii_digit())
        });
    capitals || found.as_str().starts_with('(') || found.as_str().ends_with(')') || behind.is_empty() || version
}

/// A title whose words are joined by hyphens alone, with blanks between them.
fn unslugged(title: &str) -> String {
    let parts: Vec<&str> = title.split('-').collect();
    let slug = !title.contains(' ') && parts.len() > 2 && parts.iter().all(|part| part.chars().count() > 1);
    if slug { parts.join(" ") } else { title.to_owned() }
}

fn words(name: &str) -> Vec<&str> {
    name.split([' ', '_']).filter(|w| !w.is_empty() && *w != "-").collect()
}

/// A state in brackets or at the end of a name, and the name without it.
fn state_of(name: &str) -> Option<(State, String)> {
    let said = |text: &str| state_in_full(text).filter(|state| *state != State::Effective);
    if let Some(brackets) = BRACKETS.as_ref() {
        for found in brackets.captures_iter(name) {
            if let (Some(whole), Some(state)) = (found.get(0), said(&found[1])) {
                return Some((state, format!("{} {}", &name[..whole.start()], &name[whole.end()..])));
            }
        }
    }
    let words = words(name);
    (1..words.len()).find_map(|end| said(&words[end..].join(" ")).map(|state| (state, words[..end].join(" "))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_versions_are_found_in_every_form() {
        for (name, number, version) in [
            ("LAB-POL-001 Safety Policy v2.1.docx", "LAB-POL-001", "2.1"),
            ("LAB-POL-008 Waste Policy V1_4.docx", "LAB-POL-008", "1.4"),
            ("LAB-POL-013 Storage Policy rev2.docx", "LAB-POL-013", "2"),
            ("WI-LAB-004 Pipette Setup (rev 3).docx", "WI-LAB-004", "3"),
            ("QP-07_Control_of_Documents_Rev C.pdf", "QP-07", "C"),
            ("FO-PRD-QA0002(07)-Naming.docx", "FO-PRD-QA0002", "07"),
            ("HR-POL-01 Code of Conduct (2025-03).docx", "HR-POL-01", "2025-03"),
            ("LAB-WI-031 Spill card 1.2.pdf", "LAB-WI-031", "1.2"),
            ("LAB-POL-017 Cold Room Policy DRAFT v0.9.docx", "LAB-POL-017", "0.9"),
            ("Copy of LAB-POL-006 Sample Policy v3.0.docx", "LAB-POL-006", "3.0"),
            ("LAB-POL-004 Sample Policy v2.0 - Copy.pdf", "LAB-POL-004", "2.0"),
            ("LAB-POL-001 Safety Policy v2.1 signed.pdf", "LAB-POL-001", "2.1"),
            ("PLAN-2026 Calibration Plan v1.0.xlsx", "PLAN-2026", "1.0"),
            ("SMS-POL-01 Service Policy_v1.0.docx", "SMS-POL-01", "1.0"),
        ] {
            let found = file_name(name);
            assert_eq!((found.number.as_deref(), found.version.as_deref()), (Some(number), Some(version)), "{name}");
        }
    }

    #[test]
    fn names_without_a_number_keep_their_version_and_title() {
        for title in
            ["Real estate policy", "Issues log", "New starter procedure", "Final inspection plan", "Issue a permit"]
        {
            assert_eq!(file_name(&format!("{title}.docx")).title, title, "words belong to titles");
        }
        let found = file_name("SOP_Spill_Final_v3_REAL.docx");
        assert_eq!((found.number, found.version.as_deref()), (None, Some("3")));
        assert_eq!(file_name("安全方針_第2版.docx").version.as_deref(), Some("2"));
        assert_eq!(file_name("QP-07_Control_of_Documents_Rev C.pdf").title, "Control of Documents");
        assert!(file_name("Copy of LAB-POL-006 Sample Policy v3.0.docx").copy);
    }
}
