//! Names that every file system, unpacker and checking tool reads alike: the table of `docs/pack-format.md`, for whoever
//! writes a bag. [`plain`] makes a name such, [`kept`] says whether all of a bag's are.

use std::collections::HashSet;

use super::refusals::{bag_name_taken, bag_name_unsafe};
use crate::error::Result;
use crate::text::nfc;

/// Longest component in bytes of UTF-8.
pub const COMPONENT: usize = 255;
/// Longest path, with the top folder, in UTF-16 units, as Windows counts them.
pub const PATH: usize = 180;

/// What Windows keeps for devices, with any ending.
const DEVICES: [&str; 33] = [
    "con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
    "com7", "com8", "com9", "com¹", "com²", "com³", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7",
    "lpt8", "lpt9", "lpt¹", "lpt²", "lpt³",
];

/// A component without anything that some file system or tool stumbles over; of any length.
pub fn plain(text: &str) -> String {
    let mut out: String = nfc(text)
        .chars()
        .map(|c| match c {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '%' => '_',
            c if c.is_control() => '_',
            c if c.is_whitespace() && c != '\u{3000}' || unseen(c) => ' ',
            c => c,
        })
        .collect();
    while out.contains("  ") {
        out = out.replace("  ", " ");
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '.' | '~');
    let trimmed = out.trim_matches(ends);
    let mut out = if trimmed.is_empty() { String::from("unnamed") } else { trimmed.to_owned() };
    if is_device(&out) {
        out.insert(0, '_');
    }
    nfc(&out)
}

/// A name that no shell reads as more than a name, quoted or not: what one runs, expands or takes for the end of a quotation
/// stands not in it. PowerShell takes typographic quotation marks for plain ones.
pub fn inert(text: &str) -> String {
    let inert = |c: char| match c {
        ' ' | '.' | '_' | '@' | '+' | ',' | '-' => true,
        '\u{2018}'..='\u{201f}' => false,
        c => !c.is_ascii() || c.is_ascii_alphanumeric(),
    };
    text.chars().map(|c| if inert(c) { c } else { '_' }).collect()
}

/// The form in which no file system tells two names apart.
pub fn alike(path: &str) -> String {
    nfc(&nfc(path).to_uppercase().to_lowercase())
}

/// How long a name is: in bytes and in UTF-16 units.
pub fn length(name: &str) -> (usize, usize) {
    (name.len(), name.encode_utf16().count())
}

/// Refuses a bag whose names somebody could not unpack, or not as they are.
pub(super) fn kept<'p>(top: &str, paths: impl Iterator<Item = &'p str>) -> Result<()> {
    if !is_plain(top) || inert(top) != top || !top.starts_with(char::is_alphanumeric) {
        return Err(bag_name_unsafe(top));
    }
    let mut taken = HashSet::new();
    for path in paths {
        let whole = format!("{top}/data/{path}");
        if length(&whole).1 > PATH || !path.split('/').all(is_plain) {
            return Err(bag_name_unsafe(path));
        }
        if !taken.insert(alike(path)) {
            return Err(bag_name_taken(path));
        }
    }
    Ok(())
}

fn is_plain(part: &str) -> bool {
    plain(part) == part && part.len() <= COMPONENT
}

fn is_device(part: &str) -> bool {
    let base = part.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    DEVICES.contains(&base.as_str())
}

/// Characters that turn or hide text, and what is no character. Blanks of other kinds look like the blank.
fn unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        || (u32::from(c) & 0xfffe) == 0xfffe
}
