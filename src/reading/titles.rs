//! The title that a text gives itself: its first heading, where it agrees with the name of its file.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::names::FileName;
use super::pairs::placeholder;
use super::running::says_version;
use crate::extract::{Extracted, Media};
use crate::text::{fold, nfc};
use crate::words::{Header, header_in_full};

/// A heading longer than this is a sentence.
const LONGEST: usize = 110;

/// How sure it is that a heading is the title of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Called the title in a front matter.
    Named,
    /// Marked as a heading.
    Marked,
    /// The first line.
    First,
}

/// The first heading of a text, without the signs of Markdown.
pub fn heading_of(found: &Extracted) -> Option<String> {
    heading_in(found).map(|(heading, _)| heading)
}

fn heading_in(found: &Extracted) -> Option<(String, Heading)> {
    let head: String = found.text.chars().take(4000).collect();
    let mut lines = head.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    // Some begin with the keys at once and end them all the same.
    let keyed = lines.peek().is_some_and(|first| first.split_once(": ").is_some_and(|(key, _)| !key.contains(' ')));
    let front = keyed && head.lines().take(30).any(|line| line.trim() == "---");
    if front || lines.peek() == Some(&"---") {
        if !front {
            lines.next();
        }
        let front: Vec<&str> = lines.by_ref().take_while(|line| *line != "---").collect();
        let mut keys = front.iter().filter_map(|line| line.split_once(':'));
        let title = keys.find(|(key, _)| header_in_full(key) == Some(Header::Title));
        if let Some(title) = title.and_then(|(_, title)| cleaned(title)) {
            return Some((title, Heading::Named));
        }
    }
    let lines: Vec<&str> = lines.take(40).collect();
    let marked = || {
        let first = lines.iter().take(3).find(|line| line.starts_with(['#', '=']) && line.contains(' '));
        lines.iter().find(|line| line.starts_with("# ")).or(first).copied()
    };
    let sheet = matches!(found.media, Media::Xlsx | Media::Xls | Media::Ods | Media::Csv | Media::Email | Media::Msg);
    let plain = |line: &&str| {
        !line.contains(['\t', '|', ':', '<', '=']) && !line.ends_with(['.', ',', ';']) && !says_version(line)
    };
    let (heading, how) = match marked() {
        Some(heading) => (heading, Heading::Marked),
        None => (lines.first().copied().filter(plain).filter(|_| !sheet)?, Heading::First),
    };
    cleaned(heading).map(|heading| (heading, how))
}

/// A heading without signs before it; nothing where it is no title: too long, the name of a file, to be filled in, or that of
/// a section.
fn cleaned(heading: &str) -> Option<String> {
    let heading = heading.trim_start_matches(['#', '=']).replace("**", "").replace(['*', '`', '"'], "");
    let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    let heading = heading.trim_start_matches(|c: char| !c.is_alphanumeric() && !"([„«‘“".contains(c));
    let heading = nfc(heading.trim_matches(['_', ' ', '-', '–', ':', '\'']));
    let file = heading.rsplit_once('.').is_some_and(|(_, end)| (2..5).contains(&end.len()) && !end.contains(' '));
    let long = heading.chars().count() > LONGEST || heading.split(' ').count() > 16;
    let sound = heading.contains(char::is_alphabetic) && !file && !long;
    (sound && !placeholder(&heading) && crate::words::heading(&heading).is_none()).then_some(heading)
}

/// The title of a file: what its heading says in better spelling than its name, or in place of a name that says nothing.
/// A heading that says something else is one of the text.
pub fn title_of(found: &Extracted, name: &FileName) -> Option<String> {
    let (heading, how) = heading_in(found)?;
    let heading = without_number(&heading, name.number.as_deref());
    let (said, own) = (words_of(&name.title), words_of(&heading));
    if own.is_empty() {
        return None;
    }
    let common = said.intersection(&own).count();
    let small = !name.title.contains(char::is_uppercase);
    let enough = match how {
        Heading::Named => true,
        Heading::Marked => common * 2 >= said.len() || small,
        Heading::First => common * 2 > said.len(),
    };
    let near = own.len() <= said.len() * 2 + 2 || (common == said.len() && own.len() <= said.len() + 6);
    // With the same words the name stays, unless it is written as programs like it.
    let same = said == own && name.title.contains(' ') && !small;
    let fits = enough && (common > 0 && near || how == Heading::Named) && !same;
    (fits || says_nothing(name, &said)).then_some(heading)
}

/// The title for a file whose name says nothing: what its heading says.
pub fn title_for(found: &Extracted, name: &FileName) -> Option<String> {
    title_of(found, name).filter(|_| says_nothing(name, &words_of(&name.title)))
}

/// Whether a control table is that of another document, an example: its title has no word of the file's name and of its
/// heading, which agree with each other.
pub fn of_another(title: &str, found: &Extracted, name: &FileName) -> bool {
    let Some(own) = title_of(found, name).map(|own| words_of(&own)) else { return false };
    let (said, there) = (words_of(&name.title), words_of(title));
    said.intersection(&own).count() > 0 && !there.is_empty() && there.is_disjoint(&own) && there.is_disjoint(&said)
}

/// Whether a name is none by itself: one that programs give, a sign in capitals, a few letters.
fn says_nothing(name: &FileName, said: &BTreeSet<String>) -> bool {
    let only = said.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let letters =
        name.title.chars().any(char::is_lowercase) || name.title.contains([' ', '_']) || !name.title.is_ascii();
    said.is_empty() || GENERIC.contains(&only.as_str()) || name.title.chars().count() < 4 || !letters
}

/// Names that programs give, or that say only what every file of a folder is.
const GENERIC: [&str; 8] = ["readme", "index", "document", "untitled", "main", "dokument", "policy", "overview"];

/// A title without the number before it.
pub fn without_number(heading: &str, number: Option<&str>) -> String {
    let number = number.filter(|number| number.contains(|c: char| c.is_ascii_digit()) && *number != heading);
    let rest = number.and_then(|number| heading.get(..number.len()).filter(|start| start.eq_ignore_ascii_case(number)));
    let rest = rest.map_or(heading, |start| &heading[start.len()..]);
    rest.trim_start_matches([' ', '-', '–', '—', ':', '.', '|']).trim().to_owned()
}

/// The words of a title; those of a name in one word by their capitals, and letters without their accents.
fn words_of(text: &str) -> BTreeSet<String> {
    let mut parted = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for c in text.nfd().filter(|c| !is_combining_mark(*c)) {
        if before.is_lowercase() && c.is_uppercase() {
            parted.push(' ');
        }
        parted.push(c);
        before = c;
    }
    let text = fold(&parted);
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.contains(char::is_alphabetic)).map(str::to_owned).collect()
}
