//! Files in one file that belong into a register each by itself: the messages of a mailbox, and what lies in an archive that
//! another program exported.

use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use super::ask::ask_bytes;
use super::{LARGEST, encodings, mbox, parts, sniff};
use crate::contained::{Containment, LONGEST_ANSWER, Work};
use crate::disk;
use crate::error::Result;

/// Files by their names, in the order of the file that holds them.
pub type Held = Vec<(String, Vec<u8>)>;

/// An archive to what lies in it, where all of it is no longer than an answer may be; nothing else.
pub const OPEN: Work = Work { name: "open", run: |bytes| written(&unpacked(bytes)) };

/// What lies in an archive; nothing where it is none, is locked or damaged, or holds more than one answer can.
///
/// # Errors
/// `file_not_found`, `file_unreadable`.
pub fn archive_opened(path: &Path, contained: &Containment) -> Result<Held> {
    let bytes = disk::read_named(path, LARGEST)?;
    if !bytes.starts_with(b"PK\x03\x04") {
        return Ok(Held::new());
    }
    Ok(ask_bytes(OPEN, &bytes, contained).map(|answer| read(&answer)).unwrap_or_default())
}

/// The messages of a mailbox; none where it is no mailbox.
///
/// # Errors
/// `file_not_found`, `file_unreadable`.
pub fn messages_of(path: &Path) -> Result<Held> {
    let bytes = disk::read_named(path, LARGEST)?;
    if !sniff::begins_mail(bytes.split(|b| *b == b'\n').next().unwrap_or_default()) {
        return Ok(Held::new());
    }
    let messages = mbox::messages(&bytes).into_iter().enumerate();
    Ok(messages.map(|(n, message)| (format!("{:05}.eml", n + 1), message.to_vec())).collect())
}

fn unpacked(bytes: &[u8]) -> Held {
    if parts::check_sizes(bytes).is_err() {
        return Held::new();
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Held::new() };
    let (mut out, mut total) = (Held::new(), 0);
    for i in 0..archive.len() {
        let Ok(file) = archive.by_index(i) else { return Held::new() };
        if file.is_dir() {
            continue;
        }
        let name = encodings::file_name(file.name_raw());
        let mut content = Vec::new();
        if file.take(parts::LARGEST + 1).read_to_end(&mut content).is_err() {
            return Held::new();
        }
        total += name.len() + content.len() + 16;
        if total > LONGEST_ANSWER {
            return Held::new();
        }
        out.push((name, content));
    }
    out
}

/// Each name and each content behind its length.
fn written(held: &Held) -> Vec<u8> {
    let mut out = Vec::new();
    for bytes in held.iter().flat_map(|(name, content)| [name.as_bytes(), content.as_slice()]) {
        out.extend((bytes.len() as u64).to_be_bytes());
        out.extend(bytes);
    }
    out
}

/// The same read again; nothing where it is out of form.
fn read(mut answer: &[u8]) -> Held {
    let mut next = || {
        let (length, rest) = answer.split_first_chunk::<8>()?;
        let (bytes, rest) = rest.split_at_checked(usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
        answer = rest;
        Some(bytes)
    };
    let mut out = Held::new();
    while let Some(name) = next() {
        let Some(content) = next() else { return Held::new() };
        out.push((String::from_utf8_lossy(name).into_owned(), content.to_vec()));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_as_it_was_written_and_one_out_of_form_says_nothing() {
        let held: Held = vec![("a/b.txt".into(), b"one".to_vec()), ("c".into(), Vec::new())];
        assert_eq!(read(&written(&held)), held);
        let cut = written(&held);
        assert!(read(&cut[..cut.len() - 9]).len() < 2);
        assert!(read(&[0xff; 40]).is_empty());
    }
}
