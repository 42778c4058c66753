//! A pack's ZIP, read as one gapless sequence from its first byte to its last (APPNOTE 6.3). A ZIP says most things
//! twice, and unpackers choose differently whom they believe; so each header is worked out from what the one before it
//! said, and has to be that, byte for byte. What is not is named by its field. Nothing is taken from a length that has
//! not been compared with the file's own.

use std::io::{ErrorKind, Read};

use super::heads::{CENTRAL, FULL32, Field, LOCAL, LOCAL_SIGNATURE, Member, central, end, local};

/// So many files a pack may hold, and so many bytes their names may take: more would not fit into bounded memory.
pub(super) const MOST_FILES: usize = 400_000;
const MOST_NAMES: usize = 48 << 20;

/// Why reading stops.
pub(super) enum Stop {
    /// The file is not such a ZIP.
    Fault(Fault),
    /// The system cannot read it.
    Io(std::io::Error),
}

/// What is wrong, as a finding has it.
pub(super) struct Fault {
    pub(super) code: &'static str,
    pub(super) place: String,
    pub(super) message: String,
}

pub(super) type Outcome<T> = Result<T, Stop>;

pub(super) fn fault<T>(code: &'static str, place: impl Into<String>, message: impl Into<String>) -> Outcome<T> {
    Err(Stop::Fault(Fault { code, place: place.into(), message: message.into() }))
}

/// A ZIP that is being read.
pub(super) struct Zip<R> {
    input: R,
    at: u64,
    length: u64,
    members: Vec<Member>,
    names: usize,
    date: u16,
    /// Bytes of the file begun last that are still to come, and their checksum so far.
    left: u64,
    sum: crc32fast::Hasher,
    /// The signature that stood where no further file began.
    next: [u8; 4],
}

impl<R: Read> Zip<R> {
    /// `length` is that of the whole file.
    pub(super) fn new(input: R, length: u64) -> Self {
        let (at, names, left, next, date) = (0, 0, 0, [0; 4], 0);
        Self { input, at, length, members: Vec::new(), names, date, left, sum: crc32fast::Hasher::new(), next }
    }

    /// The name of the next file. After the last, nothing; then [`Zip::finish`] follows. All of the file before
    /// has to be read.
    pub(super) fn next(&mut self) -> Outcome<Option<&str>> {
        let at = self.at;
        self.next = self.take::<4>()?;
        if self.next != LOCAL_SIGNATURE {
            return Ok(None);
        }
        if self.members.len() == MOST_FILES || self.names > MOST_NAMES {
            return fault(
                "pack_too_large",
                "",
                format!("The archive holds more than {MOST_FILES} files, or longer names"),
            );
        }
        let mut said = self.next.to_vec();
        said.extend_from_slice(&self.take::<26>()?);
        let number = |from: usize| u16::from_le_bytes([said[from], said[from + 1]]);
        let long = |from: usize| u32::from_le_bytes([said[from], said[from + 1], said[from + 2], said[from + 3]]);
        let (date, crc, short, names, extras) = (number(12), long(14), long(22), number(26), number(28));
        let name = self.bytes(names)?;
        let extra = self.bytes(extras)?;
        let place = String::from_utf8_lossy(&name).into_owned();
        said.extend_from_slice(&name);
        said.extend_from_slice(&extra);
        let Ok(name) = String::from_utf8(name) else {
            return fault("name_unsafe", place, "A name in the archive is no UTF-8");
        };
        // A number too large for its place stands in the only extra field there may be.
        let size = match extra.get(4..12).and_then(|bytes| bytes.try_into().ok()) {
            Some(bytes) if short == FULL32 => u64::from_le_bytes(bytes),
            _ => u64::from(short),
        };
        if self.members.is_empty() {
            self.date = date;
        }
        let member = Member { name, size, crc, at };
        same(&said, &local(&member, self.date), LOCAL, &place)?;
        if size > self.length - self.at.min(self.length) {
            return contradicts(&place, "size");
        }
        self.names += member.name.len();
        self.left = size;
        self.sum = crc32fast::Hasher::new();
        self.members.push(member);
        Ok(self.members.last().map(|member| member.name.as_str()))
    }

    /// More of the file begun last; none at its end.
    pub(super) fn content(&mut self, block: &mut [u8]) -> Outcome<usize> {
        let count = self.left.min(block.len() as u64) as usize;
        let count = match self.input.read(&mut block[..count]) {
            Ok(0) if count > 0 => return self.ends_early(),
            Ok(count) => count,
            Err(e) if e.kind() == ErrorKind::Interrupted => return self.content(block),
            Err(e) => return Err(Stop::Io(e)),
        };
        self.at += count as u64;
        self.left -= count as u64;
        self.sum.update(&block[..count]);
        Ok(count)
    }

    /// Whether the file that was read last is what its checksum says.
    pub(super) fn sound(&self) -> bool {
        self.members.last().is_none_or(|member| self.sum.clone().finalize() == member.crc)
    }

    /// The day that all files carry: year, month, day.
    pub(super) fn day(&self) -> (u16, u16, u16) {
        ((self.date >> 9) + 1980, (self.date >> 5) & 15, self.date & 31)
    }

    /// Reads the directory and the end, which follow from the files, and that nothing comes after.
    pub(super) fn finish(mut self) -> Outcome<Vec<Member>> {
        let start = self.at - 4;
        let mut begun = self.next.to_vec();
        let members = std::mem::take(&mut self.members);
        for member in &members {
            let expected = central(member, self.date);
            let said = self.rest(&mut begun, expected.len())?;
            same(&said, &expected, CENTRAL, &format!("{} in the directory", member.name))?;
        }
        let here = self.at - begun.len() as u64;
        for (part, fields) in end(members.len() as u64, start, here) {
            let said = self.rest(&mut begun, part.len())?;
            same(&said, &part, fields, "the end of the archive")?;
        }
        match self.input.read(&mut [0]) {
            Ok(0) => Ok(members),
            Ok(_) => fault("zip_surrounded", format!("byte {}", self.at), "Something stands behind the archive"),
            Err(e) => Err(Stop::Io(e)),
        }
    }

    /// So many bytes, the first of which may have been read already.
    fn rest(&mut self, begun: &mut Vec<u8>, count: usize) -> Outcome<Vec<u8>> {
        let mut said = std::mem::take(begun);
        let more = self.bytes((count - said.len()) as u16)?;
        said.extend_from_slice(&more);
        Ok(said)
    }

    fn take<const N: usize>(&mut self) -> Outcome<[u8; N]> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// At most what a header can say in sixteen bits.
    fn bytes(&mut self, count: u16) -> Outcome<Vec<u8>> {
        let mut bytes = vec![0; usize::from(count)];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Outcome<()> {
        match self.input.read_exact(bytes) {
            Ok(()) => {
                self.at += bytes.len() as u64;
                Ok(())
            }
            Err(e) if e.kind() == ErrorKind::UnexpectedEof => self.ends_early(),
            Err(e) => Err(Stop::Io(e)),
        }
    }

    fn ends_early<T>(&self) -> Outcome<T> {
        fault("pack_damaged", format!("byte {}", self.at), "The archive ends in the middle")
    }
}

/// Compares what is said with what has to be said; names the field in which they differ.
fn same(said: &[u8], expected: &[u8], fields: &[Field], place: &str) -> Outcome<()> {
    if said == expected {
        return Ok(());
    }
    let mut at = 0;
    for (name, length, elsewhere) in fields {
        let range = at..at + length;
        at = range.end;
        if said.get(range.clone()) == expected.get(range) {
            continue;
        }
        return if *elsewhere { contradicts(place, name) } else { unusual(place, name) };
    }
    contradicts(place, "name or extra field")
}

fn contradicts<T>(place: &str, field: &str) -> Outcome<T> {
    let what = "is not what the rest of the archive says; programs may unpack this file differently";
    fault("zip_contradicts", place, format!("{place}: the {field} {what}"))
}

fn unusual<T>(place: &str, field: &str) -> Outcome<T> {
    let what = "is not as a pack has it; programs may unpack this file differently";
    fault("zip_unusual", place, format!("{place}: the {field} {what}"))
}

/// Whether a file begins and ends as a ZIP does; otherwise what stands around it, where it is one at all.
pub(super) fn bounds(first: &[u8], last: &[u8]) -> Option<Outcome<u16>> {
    const END: usize = 22;
    let ends = |at: usize| last[at..].starts_with(b"PK\x05\x06");
    let at = (0..=last.len().checked_sub(END)?).rev().find(|at| ends(*at))?;
    let behind = last.len() - END - at;
    if behind > 0 {
        return Some(fault("zip_surrounded", "the end", format!("{behind} bytes stand behind the archive")));
    }
    if !first.starts_with(&LOCAL_SIGNATURE) {
        return Some(fault("zip_surrounded", "byte 0", "Something stands in front of the archive, or it is empty"));
    }
    Some(Ok(u16::from_le_bytes([last[at + 10], last[at + 11]])))
}
