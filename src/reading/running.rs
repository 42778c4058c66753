//! Particulars in lines where they stand beside others, as headers, footers and the first lines of a text have them:
//! `VA-21  Purchasing  Rev. 3  12 May 2025`, `Revision 5 | Approved on … by …`.

use std::sync::LazyLock;

use regex::Regex;

use super::boundary::begins_word;
use super::dates::due;
use super::values::{Control, put};
use crate::extract::{Extracted, Media};
use crate::text::nfc;
use crate::words::{Header, header_in_full, header_words, version_words};

/// A longer line is a sentence.
const LONGEST: usize = 180;
/// So many lines at the beginning of a text, and of a page at its end, may be such lines.
const FIRST: usize = 8;
const LAST: usize = 4;

const DAY: &str = r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\s?\d{1,2}[./]\s?(?:\d{4}|\d{2})\b|\d{1,2}\.?\s+\p{L}{3,}\.?,?\s+\d{4}|\p{L}{3,}\.?\s+\d{1,2},?\s+\d{4}";

fn regex(text: &str) -> Option<Regex> {
    Regex::new(text).ok()
}

/// Any of these words, the longest first.
fn any_of(mut words: Vec<String>) -> String {
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words.iter().map(|word| regex::escape(word)).collect::<Vec<_>>().join("|")
}

fn versions() -> String {
    let known = version_words().into_iter().map(|(_, word)| word.to_owned());
    any_of(known.chain(header_words(Header::Version, false)).collect())
}

static VERSION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = versions();
    regex(&format!(
        r"(?:^|[\s(\[,;|/–-])(?i:{words})(?:\s*(?i:nr|no|n°|nº))?\s*[.:]*\s*(\d{{1,3}}(?:[._]\d{{1,3}}){{0,3}}[a-z]?|[AB]?[A-Z])(?:$|[\s,;|)\]])"
    ))
});
/// A word for a version with a day behind it: `Stand 12.05.2025`.
static OF_DAY: LazyLock<Option<Regex>> =
    LazyLock::new(|| regex(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{})\s*[.:]*\s*({DAY})", versions())));
static DAYS: LazyLock<Vec<(Header, Regex)>> = LazyLock::new(|| {
    let headers = [Header::ApprovedOn, Header::ValidFrom, Header::ValidUntil, Header::NextReview, Header::Date];
    let one = |header: Header| {
        let words = any_of(header_words(header, true));
        regex(&format!(r"(?i)(?:^|[^\p{{L}}])(?:{words})\s*[.:]*\s*({DAY})")).map(|regex| (header, regex))
    };
    headers.into_iter().filter_map(one).collect()
});
static BY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words = any_of(header_words(Header::ApprovedOn, true));
    regex(&format!(
        r"(?:^|[^\p{{L}}])(?i:{words})\s*[.:]*\s*(?:{DAY})\s+(?i:durch|von|by|par|por)\s+(\p{{Lu}}[\p{{L}}. -]{{0,40}})"
    ))
});
static ANY_DAY: LazyLock<Option<Regex>> = LazyLock::new(|| regex(DAY));

/// Reads what such lines say; a field that is there already stays as it is. Answers whether something was added.
pub(super) fn running(found: &Extracted, out: &mut Control) -> bool {
    let before = out.clone();
    for line in found.running.lines() {
        read(&nfc(line), true, out);
    }
    let pages = found.media == Media::Pdf;
    let page = found.text.split('\x0c').next().unwrap_or_default();
    let lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('\x0b')).collect();
    let mail = matches!(found.media, Media::Email | Media::Msg | Media::Mbox | Media::Csv);
    if !mail {
        lines.iter().take(FIRST).for_each(|line| read(&nfc(line), pages, out));
    }
    if pages {
        lines.iter().skip(FIRST).rev().take(LAST).for_each(|line| read(&nfc(line), true, out));
    }
    *out != before
}

/// The versions that a line says, each with where its word begins. A letter that only ends that word is none: the S of
/// `VERSIONS`, the D of `ISSUED`.
fn versions_in(line: &str) -> Vec<(usize, &str)> {
    fn label(found: regex::Captures<'_>) -> Option<(usize, regex::Match<'_>)> {
        Some((found.get(0)?.start(), found.get(1)?))
    }
    let all = VERSION.iter().flat_map(|version| version.captures_iter(line)).filter_map(label);
    let sound = |label: &regex::Match<'_>| begins_word(line, label.start()) && !worded(line, label);
    all.filter(|(_, label)| sound(label)).map(|(at, label)| (at, label.as_str())).collect()
}

/// Whether letters behind a word for a version are a word themselves, as they may be in a line that is all capitals:
/// `REVISIÓN Y CONTROL`, `ISSUE AS OF`.
fn worded(line: &str, label: &regex::Match<'_>) -> bool {
    let letters = label.as_str().chars().all(char::is_alphabetic);
    let word = label.len() > 1 || label.as_str().contains(['A', 'E', 'I', 'O', 'U', 'Y']);
    let goes_on = line[label.end()..].trim_start().starts_with(char::is_alphabetic);
    letters && word && goes_on && !line.contains(char::is_lowercase)
}

/// Whether a version stands in a line beside other words, so that it is no title.
pub(super) fn says_version(line: &str) -> bool {
    versions_in(line).len() == 1 && line.contains([' ', ','])
}

/// Whether words are a version with its word and nothing else: `Rev. 07`.
fn is_version(words: &str) -> bool {
    let whole = |label: &regex::Match<'_>| label.end() == words.len() && begins_word(words, label.start());
    let found = VERSION.as_ref().and_then(|version| version.captures(words));
    found.is_some_and(|found| {
        found.get(0).is_some_and(|all| all.start() == 0) && found.get(1).is_some_and(|l| whole(&l))
    })
}

/// A title without the version at its end, where a dash or brackets part them: `Purchasing - Rev. 07`.
pub fn without_version(title: &str) -> &str {
    let parted = [" - ", " – ", " — ", " | ", " ("].iter().filter_map(|sign| title.rfind(sign)).max();
    let end = |at: &usize| title[*at..].trim_matches(|c: char| " -–—|()".contains(c));
    parted.filter(|at| *at > 0 && is_version(end(at))).map_or(title, |at| title[..at].trim_end())
}

/// The day behind one of these words; one that only goes on where the word ends is another word.
fn day_in<'t>(words: &Regex, text: &'t str, whole: impl Fn(usize) -> bool) -> Option<&'t str> {
    let found = words.captures(text).filter(|found| found.get(0).is_some_and(|all| whole(all.start())))?;
    found.get(1).filter(|day| begins_word(text, day.start())).map(|day| day.as_str())
}

/// Reads one line; with `anywhere` a label may stand in the middle of its words, else only at the beginning of a part.
fn read(line: &str, anywhere: bool, out: &mut Control) {
    if line.chars().count() > LONGEST || line.contains("://") {
        return;
    }
    // The signs of emphasis, and of a heading: what closes it behind a dash is a part of its own.
    let heading = line.starts_with('#');
    let line = line.replace('*', "");
    let line = line.trim_matches(['_', '#', '>', ' ']);
    let parts: Vec<&str> = if anywhere {
        vec![line]
    } else {
        line.split(['\t', '|', ';', ',']).map(str::trim).filter(|part| !part.is_empty()).collect()
    };
    for part in &parts {
        let closes =
            |at: usize| heading && part[..at].len() < without_version(part).len() + 4 && without_version(part) != *part;
        let whole = |at: usize| anywhere || at == 0 || closes(at);
        // From one version to another is what a line is about.
        if let [(at, version)] = versions_in(part)[..]
            && whole(at)
            && due(version).is_none()
        {
            put(out, Header::Version, version);
        }
        for (header, words) in DAYS.iter() {
            if let Some(day) = day_in(words, part, whole) {
                put(out, *header, day);
            }
        }
        if let Some(day) = OF_DAY.as_ref().and_then(|words| day_in(words, part, whole)) {
            put(out, Header::Date, day);
        }
    }
    if let Some(by) = BY.as_ref().and_then(|r| r.captures(line)).and_then(|found| found.get(1)) {
        put(out, Header::Approver, by.as_str().split("  ").next().unwrap_or_default().trim());
    }
    for part in line.split(['\t', '|', ';']).flat_map(|part| part.split("   ")) {
        let Some((label, value)) = part.split_once(':') else { continue };
        let header = header_in_full(label.trim());
        let Some(header @ (Header::Owner | Header::Approver)) = header else { continue };
        let (name, rest) = value.split_once(',').unwrap_or((value, ""));
        if name.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        put(out, header, name.trim());
        let day = ANY_DAY.as_ref().and_then(|day| day.find(rest)).filter(|_| header == Header::Approver);
        if let Some(day) = day {
            put(out, Header::ApprovedOn, day.as_str());
        }
    }
}
