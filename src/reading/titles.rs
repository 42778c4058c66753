//! The title that a text gives itself: its first heading, where it agrees with the name of its file.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::names::FileName;
use super::numbers::number_key;
use super::pairs::placeholder;
use super::running::{says_version, without_version};
use crate::extract::{Extracted, Media};
use crate::text::{fold, nfc};
use crate::words::{Header, header_in_full, joint};

/// A heading longer than this is a sentence.
const LONGEST: usize = 110;

/// How sure it is that a heading is the title of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// Called the title in a front matter.
    Named,
    /// Marked as the one heading of its rank, before all other words.
    Only,
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
    let only = |heading: &str| {
        let numbered = |line: &str| line[2..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        let mut ranked = found.text.lines().map(str::trim).filter(|line| line.starts_with("# ")).skip(1);
        let first = heading.starts_with("# ") && lines.first() == Some(&heading);
        // Sections that count themselves may have its rank.
        first && !numbered(heading) && ranked.all(numbered)
    };
    let (heading, how) = match marked() {
        Some(heading) if only(heading) => (heading.to_owned(), Heading::Only),
        Some(heading) => (heading.to_owned(), Heading::Marked),
        None => {
            (first_line(&lines, found.media).filter(|line| plain(&line.as_str())).filter(|_| !sheet)?, Heading::First)
        }
    };
    cleaned(&heading).map(|heading| (heading, how))
}

/// The first line, and of a PDF the next one with it where the title goes on there: behind a word that joins, or up to the
/// version that closes it.
fn first_line(lines: &[&str], media: Media) -> Option<String> {
    let first = lines.first()?;
    let next = lines.get(1).filter(|_| media == Media::Pdf && !closes(first));
    let last = first.rsplit(' ').next().unwrap_or_default();
    let goes_on = |next: &&&str| first.contains(' ') && (joint(last) || closes(next)) && next.chars().count() < 60;
    Some(next.filter(goes_on).map_or_else(|| (*first).to_owned(), |next| format!("{first} {next}")))
}

/// A first line of a PDF with the next one, where that has what the name has beyond the first.
fn completed(heading: String, found: &Extracted, said: &BTreeSet<String>) -> String {
    let mut lines = found.text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (first, next) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let (own, more) = (words_of(first), words_of(next));
    let fits = !more.is_empty() && more.is_subset(said) && more.is_disjoint(&own) && own.is_subset(said);
    let whole = found.media == Media::Pdf && heading.ends_with(first) && fits;
    if whole { format!("{heading} {next}") } else { heading }
}

/// Whether a line ends with a version behind a dash.
fn closes(line: &str) -> bool {
    without_version(line) != line
}

/// A heading without signs before it; nothing where it is no title: too long, the name of a file, to be filled in, or that of
/// a section.
fn cleaned(heading: &str) -> Option<String> {
    let heading = heading.trim_start_matches(['#', '=']).replace("**", "").replace(['*', '`', '"'], "");
    let heading = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    let heading = heading.trim_start_matches(|c: char| !c.is_alphanumeric() && !"([„«‘“".contains(c));
    let heading = nfc(without_version(heading).trim_matches(['_', ' ', '-', '–', ':', '\'']));
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
    let (plain, other_language) = without_language(&name.title);
    let said = words_of(plain);
    let heading = if how == Heading::First { completed(heading, found, &said) } else { heading };
    let own = words_of(&heading);
    if own.is_empty() {
        return None;
    }
    let common = said.intersection(&own).count();
    let small = !plain.contains(char::is_uppercase);
    let enough = match how {
        Heading::Named => true,
        // The one heading of its rank above a text, where the name is written as programs like it.
        Heading::Only if other_language || !name.behind.contains(' ') => return Some(heading),
        Heading::Marked | Heading::Only => common * 2 >= said.len() || small,
        Heading::First => common * 2 > said.len(),
    };
    let near = own.len() <= said.len() * 2 + 2 || (common == said.len() && own.len() <= said.len() + 6);
    // With the same words the name stays, unless it is written as programs like it or begins with where it stands in a row.
    let same = said == own && plain.contains(' ') && !small && !is_serial(plain);
    let fits = enough && (common > 0 && near || how == Heading::Named) && !same;
    (fits || says_nothing(name, &said)).then_some(heading)
}

/// The title for a file whose name says nothing: what its heading says.
pub fn title_for(found: &Extracted, name: &FileName) -> Option<String> {
    title_of(found, name).filter(|_| says_nothing(name, &words_of(&name.title)))
}

/// A name without the language at its end, `scope.es`, and whether there is one.
fn without_language(title: &str) -> (&str, bool) {
    let parted =
        title.rsplit_once('.').filter(|(_, end)| end.len() == 2 && end.bytes().all(|b| b.is_ascii_lowercase()));
    parted.map_or((title, false), |(rest, _)| (rest, true))
}

/// Whether a name begins with a number that only says where it stands among others: `0050 Contacts`.
fn is_serial(title: &str) -> bool {
    let digits = title.bytes().take_while(u8::is_ascii_digit).count();
    digits > 1 && title[digits..].starts_with([' ', '_', '-'])
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
/// Their words are those of [`words_of`].
const GENERIC: [&str; 8] = ["readme", "index", "document", "untitled", "main", "dokument", "policy", "overview"];

/// A title without the number before it, however that is written there. A number that goes on is another one.
pub fn without_number(heading: &str, number: Option<&str>) -> String {
    let number = number.filter(|number| number.contains(|c: char| c.is_ascii_digit()) && *number != heading);
    let ends = || heading.char_indices().map(|(at, _)| at).chain([heading.len()]).skip(1).take(60);
    let whole = |end: &usize| !heading[*end..].starts_with(char::is_alphanumeric);
    let key = number.map(number_key);
    let end = key.and_then(|key| ends().filter(whole).find(|end| number_key(&heading[..*end]) == key));
    heading[end.unwrap_or_default()..].trim_start_matches([' ', '-', '–', '—', ':', '.', '|', '_']).trim().to_owned()
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
    // An umlaut may be written as two letters.
    let text = fold(&parted).replace("ae", "a").replace("oe", "o").replace("ue", "u");
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.contains(char::is_alphabetic)).map(str::to_owned).collect()
}
