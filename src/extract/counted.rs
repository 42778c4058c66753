//! Numbers of headings and lists that Word counts by itself and writes nowhere: a reader sees `3.1`, so the text has it.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use super::parts::{self, Archive};
use super::tables::xml::{Node, attribute, walk};

/// So many levels a list has.
const LEVELS: usize = 9;

/// How the numbers of one level are written.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    /// `decimal`, `upperLetter` …
    form: String,
    /// With `%1` for the number of the first level.
    text: String,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
}

/// A style, as far as it numbers paragraphs.
#[derive(Debug, Default)]
struct Style {
    list: Option<String>,
    level: Option<usize>,
    based_on: Option<String>,
}

/// A list, with where its levels begin instead.
#[derive(Debug, Default)]
struct List {
    kind: String,
    starts: HashMap<usize, u32>,
    begun: bool,
}

/// What the paragraph being read says of its number.
#[derive(Debug, Default)]
struct Says {
    style: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

/// The numbers of a document.
#[derive(Debug, Default)]
pub(super) struct Counted {
    kinds: HashMap<String, Vec<Level>>,
    lists: HashMap<String, List>,
    styles: HashMap<String, Style>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    says: Says,
    /// Within what a paragraph says of itself, and within what it said before a change.
    inside: u32,
    before: u32,
}

impl Counted {
    /// Reads how a document numbers; one that does not numbers nothing.
    pub(super) fn of(archive: &mut Archive<'_>) -> Self {
        let mut out = Self::default();
        if let Some(xml) = parts::part(archive, "word/numbering.xml") {
            out.read_lists(&xml);
        }
        if let Some(xml) = parts::part(archive, "word/styles.xml") {
            out.read_styles(&xml);
        }
        out
    }

    fn read_lists(&mut self, xml: &[u8]) {
        let (mut kind, mut level, mut list) = (String::new(), 0, String::new());
        walk(xml, |node| {
            let Node::Open(e) = node else { return true };
            let value = || attribute(e, "val").unwrap_or_default();
            match e.local_name().as_ref() {
                "abstractNum" => {
                    (kind, list) = (attribute(e, "abstractNumId").unwrap_or_default(), String::new());
                    self.kinds.insert(kind.clone(), vec![Level { start: 1, ..Level::default() }; LEVELS]);
                }
                "num" => {
                    list = attribute(e, "numId").unwrap_or_default();
                    self.lists.insert(list.clone(), List::default());
                }
                "abstractNumId" => {
                    if let Some(list) = self.lists.get_mut(&list) {
                        list.kind = value();
                    }
                }
                "lvl" | "lvlOverride" => level = level_of(attribute(e, "ilvl")),
                "startOverride" => {
                    if let (Some(list), Ok(start)) = (self.lists.get_mut(&list), value().parse()) {
                        list.starts.insert(level, start);
                    }
                }
                name if list.is_empty() => {
                    let levels = self.kinds.get_mut(&kind);
                    if let Some(level) = levels.and_then(|levels| levels.get_mut(level)) {
                        match name {
                            "start" => level.start = value().parse().unwrap_or(1),
                            "numFmt" => level.form = value(),
                            "lvlText" => level.text = value(),
                            "pStyle" => level.style = Some(value()),
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
            true
        });
    }

    fn read_styles(&mut self, xml: &[u8]) {
        let mut style = String::new();
        walk(xml, |node| {
            let Node::Open(e) = node else { return true };
            if e.local_name().as_ref() == "style" {
                style = attribute(e, "styleId").unwrap_or_default();
                self.styles.insert(style.clone(), Style::default());
            } else if let Some(known) = self.styles.get_mut(&style) {
                match e.local_name().as_ref() {
                    "basedOn" => known.based_on = attribute(e, "val"),
                    "numId" => known.list = attribute(e, "val"),
                    "ilvl" => known.level = Some(level_of(attribute(e, "val"))),
                    _ => {}
                }
            }
            true
        });
    }

    /// An element begins, or stands by itself where it is `empty`.
    pub(super) fn opens(&mut self, e: &BytesStart<'_>, empty: bool) -> Option<String> {
        match e.local_name().as_ref() {
            "p" => (self.says, self.inside, self.before) = (Says::default(), 0, 0),
            "pPr" if !empty => self.inside += 1,
            "pPrChange" if !empty => self.before += 1,
            name if self.inside > 0 && self.before == 0 => match name {
                "pStyle" => self.says.style = attribute(e, "val"),
                "numId" => self.says.list = attribute(e, "val"),
                "ilvl" => self.says.level = Some(level_of(attribute(e, "val"))),
                _ => {}
            },
            _ => {}
        }
        None
    }

    /// An element ends; the number of its paragraph, where all was said of it.
    pub(super) fn closes(&mut self, name: &str) -> Option<String> {
        match name {
            "pPrChange" => self.before = self.before.saturating_sub(1),
            "pPr" => {
                self.inside = self.inside.saturating_sub(1);
                if self.inside == 0 && self.before == 0 {
                    return self.number();
                }
            }
            _ => {}
        }
        None
    }

    /// Counts the paragraph.
    fn number(&mut self) -> Option<String> {
        let said = std::mem::take(&mut self.says);
        let (list, level) = match said.list {
            Some(list) => (list, said.level.unwrap_or(0)),
            None => self.of_style(said.style.as_deref()?, said.level)?,
        };
        let of = self.lists.get_mut(&list)?;
        let levels = self.kinds.get(&of.kind)?;
        let counts = self.counts.entry(of.kind.clone()).or_default();
        if !std::mem::replace(&mut of.begun, true) {
            for (level, start) in &of.starts {
                counts[*level] = start.checked_sub(1);
            }
        }
        let first = |at: usize| levels.get(at).map_or(1, |level| level.start);
        counts[level] = Some(counts[level].map_or(first(level), |n| n.saturating_add(1)));
        counts[level + 1..].fill(None);
        for (at, count) in counts.iter_mut().enumerate().take(level) {
            count.get_or_insert(first(at));
        }
        let mut text = levels.get(level)?.text.clone();
        if matches!(levels[level].form.as_str(), "bullet" | "none") {
            return None;
        }
        for (at, count) in counts.iter().enumerate().take(level + 1) {
            let number = count.map(|count| written(count, &levels[at].form)).unwrap_or_default();
            text = text.replace(&format!("%{}", at + 1), &number);
        }
        Some(text).filter(|text| text.contains(char::is_alphanumeric))
    }

    /// The list and level of a style, its own or that of one it is based on.
    fn of_style(&self, style: &str, level: Option<usize>) -> Option<(String, usize)> {
        let (mut name, mut level) = (style.to_owned(), level);
        // Styles may be based on each other in a circle.
        for _ in 0..LEVELS {
            let known = self.styles.get(&name)?;
            level = level.or(known.level);
            if let Some(list) = &known.list {
                let of_kind = self.lists.get(list).and_then(|list| self.kinds.get(&list.kind));
                let named = of_kind.and_then(|levels| levels.iter().position(|l| l.style.as_deref() == Some(style)));
                return Some((list.clone(), named.or(level).unwrap_or(0)));
            }
            name = known.based_on.clone()?;
        }
        None
    }
}

fn level_of(value: Option<String>) -> usize {
    value.and_then(|value| value.parse().ok()).map_or(0, |level: usize| level.min(LEVELS - 1))
}

/// A number as it is written; one of a form that is not known as digits.
fn written(number: u32, form: &str) -> String {
    match form {
        "decimalZero" => format!("{number:02}"),
        "upperLetter" => letters(number),
        "lowerLetter" => letters(number).to_lowercase(),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).to_lowercase(),
        _ => number.to_string(),
    }
}

/// A, B … Z, AA, BB, as Word goes on.
fn letters(number: u32) -> String {
    let (letter, times) = ((number.max(1) - 1) % 26, (number.max(1) - 1) / 26 + 1);
    let letter = char::from(b'A' + u8::try_from(letter).unwrap_or(0));
    std::iter::repeat_n(letter, times.min(20) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = number.min(4999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}
