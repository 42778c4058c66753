//! The headers of a pack's ZIP as they have to be, worked out from what is in it (APPNOTE 4.3.7, 4.3.12 to 4.3.16,
//! 4.5.3), with the names of their fields.

pub(super) const LOCAL_SIGNATURE: [u8; 4] = *b"PK\x03\x04";
/// Stands where a number has its place in the extra field.
pub(super) const FULL32: u32 = u32::MAX;
const FULL16: u16 = u16::MAX;
/// Names are UTF-8; nothing is encrypted, nothing follows a file's bytes.
const FLAGS: u16 = 1 << 11;
/// A plain file that its owner may write and everybody may read.
const ATTRIBUTES: u32 = 0o100_644 << 16;

/// A file of the archive, as its own header says.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) size: u64,
    pub(super) crc: u32,
    /// Where its header begins.
    pub(super) at: u64,
}

/// A field of a header: its name, its length in bytes, and whether the archive says elsewhere what has to stand there.
pub(super) type Field = (&'static str, usize, bool);

/// A file's own header. Its name is read from it.
pub(super) const LOCAL: &[Field] = &[
    ("signature", 4, false),
    ("version needed", 2, false),
    ("flags", 2, false),
    ("method", 2, false),
    ("time", 2, false),
    ("date", 2, true),
    ("checksum", 4, false),
    ("packed size", 4, true),
    ("size", 4, true),
    ("length of the name", 2, false),
    ("length of the extra field", 2, false),
];

/// A file's line in the directory.
pub(super) const CENTRAL: &[Field] = &[
    ("signature", 4, true),
    ("maker", 2, false),
    ("version needed", 2, true),
    ("flags", 2, true),
    ("method", 2, true),
    ("time", 2, true),
    ("date", 2, true),
    ("checksum", 4, true),
    ("packed size", 4, true),
    ("size", 4, true),
    ("length of the name", 2, true),
    ("length of the extra field", 2, true),
    ("length of the comment", 2, false),
    ("disk", 2, false),
    ("internal attributes", 2, false),
    ("external attributes", 4, false),
    ("place of the file", 4, true),
];

const END64: &[Field] = &[
    ("signature", 4, true),
    ("length of the end", 8, false),
    ("maker", 2, false),
    ("version needed", 2, false),
    ("disk", 4, false),
    ("disk of the directory", 4, false),
    ("number of files here", 8, true),
    ("number of files", 8, true),
    ("length of the directory", 8, true),
    ("place of the directory", 8, true),
];

const LOCATOR: &[Field] =
    &[("signature", 4, true), ("disk", 4, false), ("place of the end", 8, true), ("number of disks", 4, false)];

const END: &[Field] = &[
    ("signature", 4, true),
    ("disk", 2, false),
    ("disk of the directory", 2, false),
    ("number of files here", 2, true),
    ("number of files", 2, true),
    ("length of the directory", 4, true),
    ("place of the directory", 4, true),
    ("length of the comment", 2, false),
];

/// Bytes one after the other, numbers with their lowest byte first.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    fn n16(mut self, numbers: &[u16]) -> Self {
        self.0.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        self
    }

    fn n32(mut self, numbers: &[u32]) -> Self {
        self.0.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        self
    }

    fn n64(mut self, numbers: &[u64]) -> Self {
        self.0.extend(numbers.iter().flat_map(|n| n.to_le_bytes()));
        self
    }

    fn raw(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }
}

/// A number where it fits, otherwise the mark that it stands elsewhere.
fn short(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(FULL32)
}

/// The extra field with the numbers that do not fit.
fn extra(numbers: &[u64]) -> Vec<u8> {
    if numbers.is_empty() { Vec::new() } else { Bytes::default().n16(&[1, numbers.len() as u16 * 8]).n64(numbers).0 }
}

fn large(number: u64) -> bool {
    number >= u64::from(FULL32)
}

/// What both headers of a file have in common, from the version needed to the length of the extra field.
fn common(member: &Member, date: u16, long: bool, extra: usize) -> Vec<u8> {
    let size = short(member.size);
    Bytes::default()
        .n16(&[if long { 45 } else { 10 }, FLAGS, 0, 0, date])
        .n32(&[member.crc, size, size])
        .n16(&[member.name.len() as u16, extra as u16])
        .0
}

/// The file's own header.
pub(super) fn local(member: &Member, date: u16) -> Vec<u8> {
    let numbers = [member.size; 2];
    let extra = extra(if large(member.size) { &numbers } else { &[] });
    let common = common(member, date, large(member.size), extra.len());
    Bytes(LOCAL_SIGNATURE.to_vec()).raw(&common).raw(member.name.as_bytes()).raw(&extra).0
}

/// The file's line in the directory.
pub(super) fn central(member: &Member, date: u16) -> Vec<u8> {
    let mut numbers = if large(member.size) { vec![member.size; 2] } else { Vec::new() };
    if large(member.at) {
        numbers.push(member.at);
    }
    let extra = extra(&numbers);
    Bytes(b"PK\x01\x02".to_vec())
        // Version 4.5 of the format, on Unix.
        .raw(&[45, 3])
        .raw(&common(member, date, !numbers.is_empty(), extra.len()))
        .n16(&[0, 0, 0])
        .n32(&[ATTRIBUTES, short(member.at)])
        .raw(member.name.as_bytes())
        .raw(&extra)
        .0
}

/// What ends the archive: so many files, a directory from `start` to `here`.
pub(super) fn end(count: u64, start: u64, here: u64) -> Vec<(Vec<u8>, &'static [Field])> {
    let length = here - start;
    let few = u16::try_from(count).unwrap_or(FULL16);
    let mut parts = Vec::new();
    if few == FULL16 || large(length) || large(start) {
        let end = Bytes(b"PK\x06\x06".to_vec()).n64(&[44]).n16(&[45, 45]).n32(&[0, 0]);
        parts.push((end.n64(&[count, count, length, start]).0, END64));
        parts.push((Bytes(b"PK\x06\x07".to_vec()).n32(&[0]).n64(&[here]).n32(&[1]).0, LOCATOR));
    }
    let end = Bytes(b"PK\x05\x06".to_vec()).n16(&[0, 0, few, few]).n32(&[short(length), short(start)]).n16(&[0]);
    parts.push((end.0, END));
    parts
}
