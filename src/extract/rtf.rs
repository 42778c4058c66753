//! Rich text: what is shown, in the code pages of its fonts; control words, fonts, styles, pictures and what was deleted are
//! no text.

use std::collections::HashMap;

use encoding_rs::WINDOWS_1252;

use super::code_pages::Page;
use super::model::{APART, COMMENTS, Extracted, Media, Unsearchable};
use super::{encodings, sniff};

/// Groups may be in each other as deeply.
const DEEPEST: usize = 10_000;

const WINDOWS: Page = Page::Known(WINDOWS_1252);

/// Reads one.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    let mut reading = Reading::new();
    let whole = reading.all(bytes);
    reading.flush();
    for (before, part) in [(APART, &reading.notes), (COMMENTS, &reading.comments)] {
        if !part.trim().is_empty() {
            reading.text.extend([before, part.trim(), "\n"]);
        }
    }
    match whole {
        Some(()) if reading.text.trim().is_empty() => {
            let pictures = sniff::find(bytes, b"\\pict").is_some();
            let problem = if pictures { Unsearchable::ImageOnly } else { Unsearchable::Empty };
            Extracted::unsearchable(Media::Rtf, problem)
        }
        Some(()) => Extracted::text(Media::Rtf, reading.text),
        None => Extracted { problem: Some(Unsearchable::Damaged), ..Extracted::text(Media::Rtf, reading.text) },
    }
}

/// To what a text belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Flow,
    /// By itself within the flow, as heads and feet are.
    Apart,
    /// These parts stand in the middle of a word: they follow behind the text.
    Note,
    Comment,
}

/// What holds in a group and ends with it.
#[derive(Clone, Copy)]
struct Group {
    silent: bool,
    /// Deleted or hidden: a style, which is taken off again.
    struck: bool,
    fonts: bool,
    /// Where it stands.
    part: Part,
    /// So many letters behind one in Unicode stand for it in an old program.
    instead: usize,
    encoding: Page,
}

struct Reading {
    text: String,
    notes: String,
    comments: String,
    /// Bytes of a code page that are still to become letters: some letters have two.
    bytes: Vec<u8>,
    group: Group,
    outer: Vec<Group>,
    /// The code page of the whole, and of each font.
    page: Page,
    fonts: HashMap<i32, Page>,
    font: i32,
    /// The first half of a letter beyond 16 bits.
    half: Option<u16>,
    skip: usize,
}

impl Reading {
    fn new() -> Self {
        let group =
            Group { silent: false, struck: false, fonts: false, part: Part::Flow, instead: 1, encoding: WINDOWS };
        Self {
            text: String::new(),
            notes: String::new(),
            comments: String::new(),
            bytes: Vec::new(),
            group,
            outer: Vec::new(),
            page: WINDOWS,
            fonts: HashMap::new(),
            font: 0,
            half: None,
            skip: 0,
        }
    }

    /// Nothing where the groups are not closed, or lie too deep.
    fn all(&mut self, bytes: &[u8]) -> Option<()> {
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            at += 1;
            match byte {
                b'{' => {
                    self.flush();
                    self.skip = 0;
                    if self.outer.len() >= DEEPEST {
                        return None;
                    }
                    self.outer.push(self.group);
                }
                b'}' => {
                    self.flush();
                    self.skip = 0;
                    let outer = self.outer.pop()?;
                    let ended = std::mem::replace(&mut self.group, outer);
                    if ended.part != self.group.part && ended.part == Part::Apart {
                        self.letter('\n');
                    }
                }
                b'\r' | b'\n' => {}
                b'\\' => at = self.control(bytes, at)?,
                _ => self.byte(*byte),
            }
        }
        self.outer.is_empty().then_some(())
    }

    /// What stands behind a backslash; where the rest begins.
    fn control(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let first = *bytes.get(at)?;
        if !first.is_ascii_alphabetic() {
            match first {
                b'\'' => {
                    let digits = std::str::from_utf8(bytes.get(at + 1..at + 3)?).ok()?;
                    self.byte(u8::from_str_radix(digits, 16).unwrap_or(b' '));
                    return Some(at + 3);
                }
                b'*' => self.group.silent = true,
                b'~' => self.letter('\u{a0}'),
                b'_' => self.letter('\u{2011}'),
                b'\r' | b'\n' => self.letter('\n'),
                b'{' | b'}' | b'\\' => self.byte(first),
                _ => {}
            }
            return Some(at + 1);
        }
        let rest = &bytes[at..];
        let length = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let word = std::str::from_utf8(&rest[..length]).ok()?;
        let digits = rest[length..].iter().enumerate();
        let digits = digits.take_while(|(i, b)| b.is_ascii_digit() || (*i == 0 && **b == b'-')).count().min(11);
        let number = std::str::from_utf8(&rest[length..length + digits]).ok()?.parse::<i32>().ok();
        let blank = usize::from(rest.get(length + digits) == Some(&b' '));
        let after = at + length + digits + blank;
        if word == "bin" {
            return Some(after.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0)));
        }
        self.word(word, number);
        Some(after)
    }

    fn word(&mut self, word: &str, number: Option<i32>) {
        match word {
            "par" | "line" | "row" | "sect" | "page" | "nestrow" => self.letter('\n'),
            "footnote" | "annotation" | "header" | "footer" | "headerl" | "headerr" | "footerl" | "footerr" => {
                self.group.silent &= word != "annotation";
                self.flush();
                self.group.part = match word {
                    "footnote" => Part::Note,
                    "annotation" => Part::Comment,
                    _ => Part::Apart,
                };
                self.letter('\n');
            }
            "cell" | "nestcell" | "tab" => self.letter('\t'),
            "emdash" => self.letter('—'),
            "endash" => self.letter('–'),
            "lquote" => self.letter('‘'),
            "rquote" => self.letter('’'),
            "ldblquote" => self.letter('“'),
            "rdblquote" => self.letter('”'),
            "bullet" => self.letter('•'),
            "emspace" | "enspace" | "qmspace" => self.letter(' '),
            "u" => self.unicode(number.unwrap_or(0) as u16),
            "uc" => self.group.instead = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(8),
            "ansicpg" => {
                self.page = encodings::code_page(number.and_then(|n| u32::try_from(n).ok()).unwrap_or(1252));
                self.group.encoding = self.page;
            }
            "mac" | "pca" | "pc" => {
                self.page = encodings::code_page(match word {
                    "mac" => 10000,
                    "pca" => 850,
                    _ => 437,
                });
                self.group.encoding = self.page;
            }
            "f" if self.group.fonts => self.font = number.unwrap_or(0),
            "f" => {
                self.flush();
                self.group.encoding = self.fonts.get(&number.unwrap_or(0)).copied().unwrap_or(self.page);
            }
            "fcharset" if self.group.fonts => {
                // The usual letters are those of the whole.
                if let Some(encoding) = number.filter(|set| *set != 0 || self.page == WINDOWS).and_then(of_charset) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "deleted" | "v" => {
                self.flush();
                self.group.struck = number != Some(0);
            }
            "plain" => {
                self.flush();
                self.group.struck = false;
                self.group.encoding = self.page;
            }
            "fonttbl" => {
                self.group.fonts = true;
                self.group.silent = true;
            }
            "colortbl" | "stylesheet" | "info" | "pict" | "objdata" | "themedata" | "datastore" | "fldinst"
            | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl" | "generator" | "xmlnstbl" | "atnid"
            | "atnauthor" | "atndate" | "sn" | "sv" | "bkmkstart" | "bkmkend" | "filetbl" | "nonshppict"
            | "template" => self.group.silent = true,
            // These are marked as unknown to old programs, and hold text all the same.
            "shptxt" | "fldrslt" | "shpinst" | "nestrowtext" => self.group.silent = false,
            _ => {}
        }
    }

    /// A unit of UTF-16; the letters that stand for it in an old program are left out.
    fn unicode(&mut self, unit: u16) {
        self.flush();
        match (self.half.take(), unit) {
            (None, 0xd800..=0xdbff) => self.half = Some(unit),
            (Some(half), _) => {
                let pair = char::decode_utf16([half, unit]).next().and_then(Result::ok);
                self.letter(pair.unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => self.letter(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)),
        }
        self.skip = self.group.instead;
    }

    fn byte(&mut self, byte: u8) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if !self.group.silent && !self.group.struck {
            self.bytes.push(byte);
        }
    }

    fn letter(&mut self, letter: char) {
        self.flush();
        if !self.group.silent && !self.group.struck {
            self.part().push(letter);
        }
    }

    fn part(&mut self) -> &mut String {
        match self.group.part {
            Part::Flow | Part::Apart => &mut self.text,
            Part::Note => &mut self.notes,
            Part::Comment => &mut self.comments,
        }
    }

    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let text = self.group.encoding.decode(&self.bytes);
            self.part().push_str(&text);
            self.bytes.clear();
        }
    }
}

/// The code page of a font's character set.
fn of_charset(number: i32) -> Option<Page> {
    let page = match number {
        0 => 1252,
        77 => 10000,
        128 => 932,
        129 => 949,
        130 => 1361,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    };
    Some(encodings::code_page(page))
}
