//! Several messages in one file, each begun by a line `From `.

use super::model::{Extracted, Media};
use super::sniff::begins_mail;
use super::within::Within;

/// Reads a mailbox.
pub(super) fn read(bytes: &[u8], within: &Within<'_>) -> Extracted {
    let mut found = Extracted::text(Media::Mbox, String::new());
    for message in messages(bytes) {
        within.part("", message, &mut found);
    }
    found
}

/// The messages without the lines that begin them. Only behind an empty line one begins.
pub(super) fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let (mut begins, mut blank, mut at) = (Vec::new(), true, 0);
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        if blank && begins_mail(line) {
            begins.push((at, at + line.len()));
        }
        blank = line.iter().all(|b| matches!(b, b'\r' | b'\n'));
        at += line.len();
    }
    let ends = begins.iter().skip(1).map(|(begin, _)| *begin).chain([bytes.len()]);
    begins.iter().zip(ends).map(|((_, begin), end)| &bytes[*begin..end]).collect()
}
