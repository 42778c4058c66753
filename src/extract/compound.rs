//! Compound files (OLE), in which programs of before 2007 keep documents, and Outlook messages.

use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::encodings;

/// An open compound file.
pub(super) type Compound<'a> = CompoundFile<Cursor<&'a [u8]>>;

/// A stream of more bytes than this is not read.
const LARGEST: u64 = 128 << 20;

/// Opens one; nothing where it is damaged.
pub(super) fn open(bytes: &[u8]) -> Option<Compound<'_>> {
    CompoundFile::open(Cursor::new(bytes)).ok()
}

/// A stream's bytes; nothing where it is not there or damaged.
pub(super) fn stream(file: &mut Compound<'_>, path: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    file.open_stream(path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// Two bytes at a place.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes at a place.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// UTF-16 as these files hold it.
pub(super) fn utf16(bytes: &[u8]) -> String {
    encodings::decode_as(bytes, encoding_rs::UTF_16LE)
}

/// One byte a letter, as Western programs wrote it.
pub(super) fn latin(bytes: &[u8]) -> String {
    encodings::decode_as(bytes, encoding_rs::WINDOWS_1252)
}

/// Whether a workbook of before 2007 needs a password: a record near its beginning says how it is encrypted.
pub(super) fn locked_workbook(bytes: &[u8]) -> bool {
    const FILE_PASS: u16 = 0x002f;
    let Some(book) = open(bytes).and_then(|mut file| stream(&mut file, "/Workbook")) else { return false };
    let mut at = 0;
    for _ in 0..64 {
        match (u16_at(&book, at), u16_at(&book, at + 2)) {
            (Some(FILE_PASS), _) => return true,
            (Some(_), Some(length)) => at += 4 + usize::from(length),
            _ => return false,
        }
    }
    false
}

/// The text of comments and text boxes of a workbook of before 2007: each stands in a record `TXO`, continued in the next.
pub(super) fn workbook_notes(bytes: &[u8], text: &mut String) {
    const TXO: u16 = 0x01b6;
    const CONTINUE: u16 = 0x003c;
    let Some(mut file) = open(bytes) else { return };
    let Some(book) = stream(&mut file, "/Workbook") else { return };
    let mut at = 0;
    let mut left = 0;
    while let (Some(kind), Some(length)) = (u16_at(&book, at), u16_at(&book, at + 2)) {
        let Some(record) = book.get(at + 4..at + 4 + usize::from(length)) else { return };
        match kind {
            TXO => left = usize::from(u16_at(record, 10).unwrap_or(0)),
            CONTINUE if left > 0 => {
                let Some((wide, letters)) = record.split_first() else { return };
                let shown = if wide & 1 == 1 { utf16(letters) } else { latin(letters) };
                left = left.saturating_sub(shown.chars().count().max(1));
                text.push_str(&shown);
                if left == 0 {
                    text.push('\n');
                }
            }
            _ => left = 0,
        }
        at += 4 + usize::from(length);
    }
}
