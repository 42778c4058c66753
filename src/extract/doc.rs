//! Word documents of before 2007 ([MS-DOC]): the pieces of text in their order, with notes, headers, comments and text
//! boxes behind the body. Tracked deletions are not told from the rest.

use super::code_pages::Page;
use super::compound::{open, stream, u16_at, u32_at, utf16};
use super::model::{Extracted, Media, Unsearchable};

/// Reads one.
pub(super) fn read(bytes: &[u8]) -> Extracted {
    match text(bytes) {
        Ok(text) if text.trim().is_empty() => {
            // Pictures lie in a stream of their own.
            let pictures =
                open(bytes).and_then(|mut file| stream(&mut file, "/Data")).is_some_and(|data| !data.is_empty());
            let problem = if pictures { Unsearchable::ImageOnly } else { Unsearchable::Empty };
            Extracted::unsearchable(Media::Doc, problem)
        }
        Ok(text) => Extracted::text(Media::Doc, text),
        Err(problem) => Extracted::unsearchable(Media::Doc, problem),
    }
}

fn text(bytes: &[u8]) -> Result<String, Unsearchable> {
    const ENCRYPTED: u16 = 0x0100;
    const SECOND_TABLE: u16 = 0x0200;
    /// Letters of one byte are those of a Mac.
    const MAC: u16 = 0x0100;
    /// The first version with a table of pieces at this place.
    const WORD_97: u16 = 0x00c1;
    let damaged = || Unsearchable::Damaged;
    let mut file = open(bytes).ok_or_else(damaged)?;
    let main = stream(&mut file, "/WordDocument").ok_or_else(damaged)?;
    let flags = u16_at(&main, 0x0a).ok_or_else(damaged)?;
    if flags & ENCRYPTED != 0 {
        return Err(Unsearchable::Locked);
    }
    let letters = if u16_at(&main, 0x14) == Some(MAC) { encoding_rs::MACINTOSH } else { encoding_rs::WINDOWS_1252 };
    let letters = Page::Known(letters);
    let raw = if u16_at(&main, 2).ok_or_else(damaged)? < WORD_97 {
        let ends = (u32_at(&main, 0x18), u32_at(&main, 0x1c));
        let (Some(from), Some(to)) = ends else { return Err(damaged()) };
        letters.decode(main.get(from as usize..to as usize).ok_or_else(damaged)?)
    } else {
        let table = if flags & SECOND_TABLE == 0 { "/0Table" } else { "/1Table" };
        let table = stream(&mut file, table).ok_or_else(damaged)?;
        pieces(&main, &table, letters).ok_or_else(damaged)?
    };
    Ok(shown(&raw))
}

/// The text as it is put together from its pieces: each says where it stands, and in how many bytes a letter.
fn pieces(main: &[u8], table: &[u8], one_byte: Page) -> Option<String> {
    const ONE_BYTE: u32 = 1 << 30;
    let start = u32_at(main, 0x01a2)? as usize;
    let clx = table.get(start..start.checked_add(u32_at(main, 0x01a6)? as usize)?)?;
    let mut at = 0;
    // Before the pieces stand formats, each with its length.
    while *clx.get(at)? == 1 {
        at += 3 + usize::from(u16_at(clx, at + 1)?);
    }
    let length = u32_at(clx, at + 1)? as usize;
    let list = clx.get(at + 5..(at + 5).checked_add(length)?)?;
    let count = list.len().checked_sub(4)? / 12;
    let mut out = String::new();
    for i in 0..count {
        let letters = u32_at(list, 4 * (i + 1))?.checked_sub(u32_at(list, 4 * i)?)? as usize;
        let place = u32_at(list, 4 * (count + 1) + 8 * i + 2)?;
        let from = (place & !ONE_BYTE) as usize;
        if place & ONE_BYTE == 0 {
            out.push_str(&utf16(main.get(from..from.checked_add(letters.checked_mul(2)?)?)?));
        } else {
            out.push_str(&one_byte.decode(main.get(from / 2..(from / 2).checked_add(letters)?)?));
        }
        // Pieces may lie over each other; together they have no more letters than the file has bytes.
        if out.len() > 4 * main.len() {
            return None;
        }
    }
    Some(out)
}

/// The text without marks: cells end with a tab, instructions of fields are none.
fn shown(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut fields: Vec<bool> = Vec::new();
    for c in raw.chars() {
        match c {
            '\x13' => fields.push(true),
            '\x14' => fields.iter_mut().next_back().into_iter().for_each(|instruction| *instruction = false),
            '\x15' => drop(fields.pop()),
            _ if fields.iter().any(|instruction| *instruction) => {}
            '\r' | '\x0b' | '\x0c' | '\x0e' => out.push('\n'),
            '\x07' => out.push('\t'),
            '\x1e' => out.push('-'),
            '\t' | '\n' | ' '.. => out.push(c),
            _ => {}
        }
    }
    out
}
