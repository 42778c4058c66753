//! Bytes that were damaged or made up: a corpus that is kept (`tests/fixtures/fuzz`), changed by a die with a known seed, so
//! that the same cases come every time. `CLAUSEBOOK_FUZZ=N` makes N cases of each kind, `CLAUSEBOOK_FUZZ_SEED` others.

use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A die that falls the same way for the same seed (xorshift64*).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let other = std::env::var("CLAUSEBOOK_FUZZ_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0u64);
        Self((seed ^ other.rotate_left(32)).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// Below this, which is not zero.
    pub fn below(&mut self, most: usize) -> usize {
        (self.next() >> 16) as usize % most
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// How many cases of a kind are tried.
pub fn cases(usual: usize) -> usize {
    std::env::var("CLAUSEBOOK_FUZZ").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

/// What is kept of a kind, in the order of names.
pub fn corpus(kind: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/fuzz").join(kind);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// What breaks readers: numbers at the edges of their types, brackets without end, names of other things.
const TOKENS: &[&[u8]] = &[
    b"-1",
    b"0",
    b"4294967295",
    b"18446744073709551616",
    b"1e309",
    b"9999-99-99",
    b"\xff\xff\xff\xff",
    b"\0\0\0\0",
    b"\x80",
    b"\"",
    b"{",
    b"[[[[[[[[[[[[[[[[",
    b"<<<<<<<<<<<<",
    b"((((((((((",
    b"\\u0000",
    b"&#0;",
    b"%00",
    b"\xe2\x80\xae",
    b"null",
    b"endobj",
    b"]]>",
];

/// One of the corpus, damaged in one to six places; an archive mostly in one of its parts, so that its sums fit.
pub fn damaged(dice: &mut Dice, corpus: &[Vec<u8>]) -> Vec<u8> {
    let seed = dice.one(corpus).clone();
    match ZipArchive::new(Cursor::new(&seed)) {
        Ok(archive) if dice.below(4) > 0 => in_a_part(dice, archive, corpus),
        _ => change(dice, seed, corpus),
    }
}

fn in_a_part(dice: &mut Dice, mut archive: ZipArchive<Cursor<&Vec<u8>>>, corpus: &[Vec<u8>]) -> Vec<u8> {
    let chosen = dice.below(archive.len().max(1));
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut bytes).unwrap();
        if at == chosen {
            bytes = change(dice, bytes, corpus);
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn change(dice: &mut Dice, mut bytes: Vec<u8>, corpus: &[Vec<u8>]) -> Vec<u8> {
    for _ in 0..=dice.below(6) {
        let length = bytes.len();
        let at = dice.below(length + 1);
        let end = (at + 1 + dice.below(64)).min(length);
        match dice.below(8) {
            0 if at < length => bytes[at] ^= 1 << dice.below(8),
            1 if at < length => bytes[at] = dice.next() as u8,
            2 => drop(bytes.drain(at.min(end)..end)),
            3 => {
                let again = bytes[at.min(end)..end].repeat(1 + dice.below(40));
                bytes.splice(at..at, again);
            }
            4 => drop(bytes.splice(at..at, dice.one(TOKENS).iter().copied())),
            5 => {
                let token = dice.one(TOKENS);
                let until = (at + token.len()).min(length);
                bytes.splice(at.min(until)..until, token.iter().copied());
            }
            6 => {
                let other = dice.one(corpus);
                let from = dice.below(other.len() + 1);
                let until = (from + dice.below(256)).min(other.len());
                bytes.splice(at..at, other[from.min(until)..until].iter().copied());
            }
            _ if dice.below(4) == 0 => bytes.truncate(at),
            _ => {}
        }
        bytes.truncate(1 << 20);
    }
    bytes
}
