//! A ZIP whose entries are stored as they are, written from front to back: sizes and checksums are known before an
//! entry begins, so nothing is patched afterwards, and the whole can be hashed while it is written. ZIP64 where a number
//! needs it. Format: APPNOTE 6.3, sections 4.3 and 4.5.3.

use std::io::{self, Write};

use chrono::Datelike;

use crate::day::Day;

const FLAG_UTF8: u16 = 1 << 11;
const FULL32: u32 = u32::MAX;
const FULL16: u16 = u16::MAX;
/// A file that its owner may write and everybody may read, as Unix writes it.
const MODE: u32 = 0o100_644 << 16;

/// A ZIP that is being written.
pub(super) struct StoredZip<W> {
    out: W,
    at: u64,
    date: u16,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    crc: u32,
    size: u64,
    at: u64,
}

impl<W: Write> StoredZip<W> {
    /// All entries carry the same day: the same content gives the same bytes.
    pub(super) fn new(out: W, day: Day) -> Self {
        let date = day.date();
        let year = date.year().clamp(1980, 2107) as u16 - 1980;
        let date = (year << 9) | ((date.month() as u16) << 5) | date.day() as u16;
        Self { out, at: 0, date, entries: Vec::new() }
    }

    /// Begins an entry; exactly `size` bytes with that checksum follow through `content`.
    pub(super) fn begin(&mut self, name: String, crc: u32, size: u64) -> io::Result<()> {
        let large = size >= u64::from(FULL32);
        let mut extra = Vec::new();
        if large {
            field(&mut extra, &[size, size]);
        }
        let short = if large { FULL32 } else { size as u32 };
        let mut head = Vec::with_capacity(30 + name.len() + extra.len());
        head.extend_from_slice(&0x0403_4b50_u32.to_le_bytes());
        self.common(&mut head, large, crc, short, short, &name, &extra);
        head.extend_from_slice(name.as_bytes());
        head.extend_from_slice(&extra);
        self.entries.push(Entry { name, crc, size, at: self.at });
        self.put(&head)
    }

    /// A part of the entry that was begun last.
    pub(super) fn content(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.put(bytes)
    }

    /// Writes the directory and gives back what was written to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        let start = self.at;
        let entries = std::mem::take(&mut self.entries);
        for entry in &entries {
            let large = entry.size >= u64::from(FULL32);
            let far = entry.at >= u64::from(FULL32);
            let mut extra = Vec::new();
            let numbers: Vec<u64> = [(large, entry.size), (large, entry.size), (far, entry.at)]
                .into_iter()
                .filter_map(|(needed, number)| needed.then_some(number))
                .collect();
            if !numbers.is_empty() {
                field(&mut extra, &numbers);
            }
            let short = if large { FULL32 } else { entry.size as u32 };
            let mut head = Vec::with_capacity(46 + entry.name.len() + extra.len());
            head.extend_from_slice(&0x0201_4b50_u32.to_le_bytes());
            // Made by version 4.5 of the format, on Unix.
            head.extend_from_slice(&[45, 3]);
            self.common(&mut head, large || far, entry.crc, short, short, &entry.name, &extra);
            head.extend_from_slice(&[0; 2 + 2 + 2]);
            head.extend_from_slice(&MODE.to_le_bytes());
            head.extend_from_slice(&(if far { FULL32 } else { entry.at as u32 }).to_le_bytes());
            head.extend_from_slice(entry.name.as_bytes());
            head.extend_from_slice(&extra);
            self.put(&head)?;
        }
        let (count, length) = (entries.len() as u64, self.at - start);
        let mut end = Vec::new();
        if count >= u64::from(FULL16) || length >= u64::from(FULL32) || start >= u64::from(FULL32) {
            let here = self.at;
            end.extend_from_slice(&0x0606_4b50_u32.to_le_bytes());
            end.extend_from_slice(&44_u64.to_le_bytes());
            end.extend_from_slice(&45_u16.to_le_bytes());
            end.extend_from_slice(&45_u16.to_le_bytes());
            end.extend_from_slice(&[0; 8]);
            for number in [count, count, length, start] {
                end.extend_from_slice(&number.to_le_bytes());
            }
            end.extend_from_slice(&0x0706_4b50_u32.to_le_bytes());
            end.extend_from_slice(&[0; 4]);
            end.extend_from_slice(&here.to_le_bytes());
            end.extend_from_slice(&1_u32.to_le_bytes());
        }
        end.extend_from_slice(&0x0605_4b50_u32.to_le_bytes());
        end.extend_from_slice(&[0; 4]);
        let short = u16::try_from(count).unwrap_or(FULL16);
        end.extend_from_slice(&short.to_le_bytes());
        end.extend_from_slice(&short.to_le_bytes());
        end.extend_from_slice(&u32::try_from(length).unwrap_or(FULL32).to_le_bytes());
        end.extend_from_slice(&u32::try_from(start).unwrap_or(FULL32).to_le_bytes());
        end.extend_from_slice(&[0; 2]);
        self.put(&end)?;
        self.out.flush()?;
        Ok(self.out)
    }

    /// What the head of an entry and its line in the directory have in common.
    fn common(&self, head: &mut Vec<u8>, long: bool, crc: u32, packed: u32, size: u32, name: &str, extra: &[u8]) {
        let needs: u16 = if long { 45 } else { 10 };
        // The method is 0, stored; the time is midnight.
        for number in [needs, FLAG_UTF8, 0, 0, self.date] {
            head.extend_from_slice(&number.to_le_bytes());
        }
        for number in [crc, packed, size] {
            head.extend_from_slice(&number.to_le_bytes());
        }
        head.extend_from_slice(&(name.len() as u16).to_le_bytes());
        head.extend_from_slice(&(extra.len() as u16).to_le_bytes());
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

/// The field that holds numbers too large for their place.
fn field(extra: &mut Vec<u8>, numbers: &[u64]) {
    extra.extend_from_slice(&1_u16.to_le_bytes());
    extra.extend_from_slice(&(numbers.len() as u16 * 8).to_le_bytes());
    for number in numbers {
        extra.extend_from_slice(&number.to_le_bytes());
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Cursor, Read, Seek, SeekFrom};

    use super::*;

    const BLOCK: usize = 1 << 20;

    /// Drops whole blocks, which hold zeros only in this test, and gives them back on reading.
    #[derive(Default)]
    struct Sparse {
        kept: Vec<(u64, Vec<u8>)>,
        length: u64,
        at: u64,
    }

    impl Write for Sparse {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            if bytes.len() < BLOCK {
                self.kept.push((self.length, bytes.to_vec()));
            }
            self.length += bytes.len() as u64;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl Read for Sparse {
        fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
            let count = (self.length - self.at).min(out.len() as u64) as usize;
            out[..count].fill(0);
            for (start, bytes) in &self.kept {
                for (n, byte) in bytes.iter().enumerate() {
                    let place = start + n as u64;
                    if place >= self.at && place < self.at + count as u64 {
                        out[(place - self.at) as usize] = *byte;
                    }
                }
            }
            self.at += count as u64;
            Ok(count)
        }
    }

    impl Seek for Sparse {
        fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
            self.at = match to {
                SeekFrom::Start(n) => n,
                SeekFrom::End(n) => (self.length as i64 + n) as u64,
                SeekFrom::Current(n) => (self.at as i64 + n) as u64,
            };
            Ok(self.at)
        }
    }

    fn day() -> Day {
        Day::new(2026, 11, 24).unwrap()
    }

    #[test]
    fn another_reader_finds_every_entry_with_its_name_bytes_and_day() {
        let mut zip = StoredZip::new(Vec::new(), day());
        for (name, bytes) in [("a.txt", &b"one"[..]), ("b/prüfung 手順.txt", b""), ("c.bin", &[0, 1, 2, 255])] {
            zip.begin(name.into(), crc32fast::hash(bytes), bytes.len() as u64).unwrap();
            zip.content(bytes).unwrap();
        }
        let bytes = zip.finish().unwrap();
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> = read.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["a.txt", "b/prüfung 手順.txt", "c.bin"]);
        let mut file = read.by_name("c.bin").unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert_eq!(content, [0, 1, 2, 255]);
        let time = file.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2026, 11, 24, 0));
    }

    #[test]
    fn numbers_over_four_gigabytes_and_more_entries_than_sixteen_bits_count() {
        let large = u64::from(u32::MAX) + 5;
        let mut zip = StoredZip::new(Sparse::default(), day());
        let block = vec![0; BLOCK];
        // Nobody reads these zeros, so their checksum is left out.
        zip.begin("large".into(), 0, large).unwrap();
        let mut left = large;
        while left > 0 {
            let n = left.min(block.len() as u64) as usize;
            zip.content(&block[..n]).unwrap();
            left -= n as u64;
        }
        zip.begin("behind".into(), crc32fast::hash(b"x"), 1).unwrap();
        zip.content(b"x").unwrap();
        let mut read = zip::ZipArchive::new(zip.finish().unwrap()).unwrap();
        assert_eq!(read.by_name("large").unwrap().size(), large);
        let mut content = Vec::new();
        read.by_name("behind").unwrap().read_to_end(&mut content).unwrap();
        assert_eq!(content, b"x");

        let mut zip = StoredZip::new(Vec::new(), day());
        for n in 0..70_000 {
            zip.begin(n.to_string(), 0, 0).unwrap();
        }
        assert_eq!(zip::ZipArchive::new(Cursor::new(zip.finish().unwrap())).unwrap().len(), 70_000);
    }
}
