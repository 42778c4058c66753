//! A ZIP in which every field of every header can be set by itself, for packs that contradict themselves.

use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

/// What a header says of a file; its own and its line in the directory each have one.
#[derive(Clone)]
pub struct Head {
    pub maker: u16,
    pub needs: u16,
    pub flags: u16,
    pub method: u16,
    pub time: u16,
    pub date: u16,
    pub crc: u32,
    pub packed: u32,
    pub size: u32,
    pub name: Vec<u8>,
    pub extra: Vec<u8>,
    pub comment: Vec<u8>,
    pub disk: u16,
    pub internal: u16,
    pub external: u32,
    /// Added to the place where the file really begins.
    pub shift: u32,
}

/// A file as it stands in the archive.
#[derive(Clone)]
pub struct Part {
    pub local: Head,
    pub central: Head,
    pub bytes: Vec<u8>,
    /// What stands in front of its header, and behind its bytes.
    pub before: Vec<u8>,
    pub behind: Vec<u8>,
    /// Whether the directory has it; whether the archive has it.
    pub listed: bool,
    pub there: bool,
}

/// An archive to be written.
#[derive(Clone, Default)]
pub struct Archive {
    pub parts: Vec<Part>,
    pub front: Vec<u8>,
    pub behind: Vec<u8>,
    pub comment: Vec<u8>,
    /// Between the files and the directory, and between the directory and the end.
    pub gap: Vec<u8>,
    pub before_end: Vec<u8>,
    /// Places are counted from the front matter's end, as a file put behind something else has them.
    pub moved: bool,
    /// Added to both counts of the end.
    pub counted: i32,
}

/// Where a field of a header lies in the file.
pub struct Field {
    pub head: &'static str,
    pub name: &'static str,
    pub at: usize,
    pub length: usize,
}

const LOCAL: [(&str, usize); 11] = [
    ("signature", 4),
    ("needs", 2),
    ("flags", 2),
    ("method", 2),
    ("time", 2),
    ("date", 2),
    ("crc", 4),
    ("packed", 4),
    ("size", 4),
    ("name length", 2),
    ("extra length", 2),
];
const CENTRAL: [(&str, usize); 17] = [
    ("signature", 4),
    ("maker", 2),
    ("needs", 2),
    ("flags", 2),
    ("method", 2),
    ("time", 2),
    ("date", 2),
    ("crc", 4),
    ("packed", 4),
    ("size", 4),
    ("name length", 2),
    ("extra length", 2),
    ("comment length", 2),
    ("disk", 2),
    ("internal", 2),
    ("external", 4),
    ("place", 4),
];
const END: [(&str, usize); 8] = [
    ("signature", 4),
    ("disk", 2),
    ("directory's disk", 2),
    ("files here", 2),
    ("files", 2),
    ("directory's length", 4),
    ("directory's place", 4),
    ("comment length", 2),
];

impl Part {
    /// A file as a pack has it.
    pub fn new(name: &str, bytes: &[u8], date: u16) -> Self {
        let size = bytes.len() as u32;
        let head = Head {
            maker: 0x032d,
            needs: 10,
            flags: 1 << 11,
            method: 0,
            time: 0,
            date,
            crc: crc32fast::hash(bytes),
            packed: size,
            size,
            name: name.as_bytes().to_vec(),
            extra: Vec::new(),
            comment: Vec::new(),
            disk: 0,
            internal: 0,
            external: 0o100_644 << 16,
            shift: 0,
        };
        Self {
            local: head.clone(),
            central: head,
            bytes: bytes.to_vec(),
            before: Vec::new(),
            behind: Vec::new(),
            listed: true,
            there: true,
        }
    }

    pub fn name(&self) -> String {
        String::from_utf8(self.local.name.clone()).unwrap()
    }

    /// Sets something in both headers.
    pub fn both(&mut self, set: impl Fn(&mut Head)) {
        set(&mut self.local);
        set(&mut self.central);
    }
}

impl Archive {
    /// Reads a pack.
    pub fn of(pack: &Path) -> Self {
        let bytes = std::fs::read(pack).unwrap();
        let date = u16::from_le_bytes([bytes[12], bytes[13]]);
        let mut zip = ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for i in 0..zip.len() {
            let mut file = zip.by_index(i).unwrap();
            let name = file.name().unwrap().into_owned();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            parts.push(Part::new(&name, &content, date));
        }
        Self { parts, ..Self::default() }
    }

    /// The part whose name ends so.
    pub fn part(&mut self, end: &str) -> &mut Part {
        self.parts.iter_mut().find(|part| part.local.name.ends_with(end.as_bytes())).unwrap()
    }

    pub fn bytes(&self) -> Vec<u8> {
        self.written().0
    }

    /// The file, and where each field of it lies.
    pub fn written(&self) -> (Vec<u8>, Vec<Field>) {
        let mut out = self.front.clone();
        let mut fields = Vec::new();
        let base = if self.moved { self.front.len() } else { 0 };
        let mut places = Vec::new();
        for part in &self.parts {
            out.extend_from_slice(&part.before);
            places.push((out.len() - base) as u32);
            if part.there {
                note(&mut fields, "file", &LOCAL, out.len());
                out.extend_from_slice(b"PK\x03\x04");
                common(&mut out, &part.local);
                out.extend_from_slice(&part.local.name);
                out.extend_from_slice(&part.local.extra);
                out.extend_from_slice(&part.bytes);
                out.extend_from_slice(&part.behind);
            }
        }
        out.extend_from_slice(&self.gap);
        let start = out.len();
        for (part, place) in self.parts.iter().zip(places).filter(|(part, _)| part.listed) {
            note(&mut fields, "directory", &CENTRAL, out.len());
            let head = &part.central;
            out.extend_from_slice(b"PK\x01\x02");
            out.extend_from_slice(&head.maker.to_le_bytes());
            common(&mut out, head);
            for number in [head.comment.len() as u16, head.disk, head.internal] {
                out.extend_from_slice(&number.to_le_bytes());
            }
            out.extend_from_slice(&head.external.to_le_bytes());
            out.extend_from_slice(&(place + head.shift).to_le_bytes());
            for bytes in [&head.name, &head.extra, &head.comment] {
                out.extend_from_slice(bytes);
            }
        }
        let length = out.len() - start;
        out.extend_from_slice(&self.before_end);
        note(&mut fields, "end", &END, out.len());
        let count = (self.parts.iter().filter(|part| part.listed).count() as i32 + self.counted) as u16;
        out.extend_from_slice(b"PK\x05\x06");
        for number in [0, 0, count, count] {
            out.extend_from_slice(&number.to_le_bytes());
        }
        out.extend_from_slice(&(length as u32).to_le_bytes());
        out.extend_from_slice(&((start - base) as u32).to_le_bytes());
        out.extend_from_slice(&(self.comment.len() as u16).to_le_bytes());
        out.extend_from_slice(&self.comment);
        out.extend_from_slice(&self.behind);
        (out, fields)
    }
}

fn common(out: &mut Vec<u8>, head: &Head) {
    for number in [head.needs, head.flags, head.method, head.time, head.date] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    for number in [head.crc, head.packed, head.size] {
        out.extend_from_slice(&number.to_le_bytes());
    }
    out.extend_from_slice(&(head.name.len() as u16).to_le_bytes());
    out.extend_from_slice(&(head.extra.len() as u16).to_le_bytes());
}

fn note(fields: &mut Vec<Field>, head: &'static str, all: &[(&'static str, usize)], mut at: usize) {
    for (name, length) in all {
        fields.push(Field { head, name, at, length: *length });
        at += length;
    }
}
