//! Pictures in mails and office files: which of them may show writing, by how large they are. Signs, rules and logos are many, and
//! say nothing that anybody looks for.

use super::model::Media;
use super::sniff;

/// A picture that a mail shows: larger than a logo or the line below a name.
const SHOWN: (u32, u64, usize) = (100, 40_000, 20_000);
/// A picture in a document that may be the scan or the photo of a page.
const SCAN: (u32, u64, usize) = (600, 700_000, 100_000);

/// Whether a picture that a mail shows may hold writing.
pub(super) fn may_show_writing(bytes: &[u8]) -> bool {
    is_large(bytes, SHOWN)
}

/// Whether a picture in a document may be a page that was scanned.
pub(super) fn may_be_scan(bytes: &[u8]) -> bool {
    is_large(bytes, SCAN)
}

/// Larger than so many points along each side and in all; where that is not told, than so many bytes.
fn is_large(bytes: &[u8], (side, points, length): (u32, u64, usize)) -> bool {
    if sniff::media(bytes) != Media::Image {
        return false;
    }
    match size(bytes) {
        Some((wide, high)) => wide.min(high) >= side && u64::from(wide) * u64::from(high) >= points,
        None => bytes.len() >= length,
    }
}

/// How many points wide and high a picture is, where it is of a kind that says so at its beginning.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let large = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let little = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    if bytes.starts_with(b"\x89PNG") {
        Some((large(16)?, large(20)?))
    } else if bytes.starts_with(b"GIF8") {
        Some((little(6)?, little(8)?))
    } else if bytes.starts_with(b"BM") {
        let whole = |at: usize| Some(i32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?).unsigned_abs());
        Some((whole(18)?, whole(22)?))
    } else if bytes.starts_with(&[0xff, 0xd8]) {
        of_jpeg(bytes)
    } else {
        None
    }
}

/// Marks follow each other, each with its length, until one that says the size of the frame.
fn of_jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let two = |at: usize| Some(u32::from(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let mut at = 2;
    while *bytes.get(at)? == 0xff {
        match *bytes.get(at + 1)? {
            0xff => at += 1,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => return Some((two(at + 7)?, two(at + 5)?)),
            _ => at += 2 + two(at + 2)? as usize,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_picture_is_where_its_kind_says_it() {
        let png = [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &700u32.to_be_bytes(), &1_200u32.to_be_bytes()].concat();
        assert_eq!(size(&png), Some((700, 1_200)));
        assert_eq!(size(b"GIF89a\x10\0\x20\0"), Some((16, 32)));
        let jpeg = b"\xff\xd8\xff\xe0\0\x04xx\xff\xc0\0\x0b\x08\x01\x02\x03\x04";
        assert_eq!(size(jpeg), Some((0x304, 0x102)));
        for cut in 0..jpeg.len() - 1 {
            assert_eq!(size(&jpeg[..cut]), None, "cut at {cut}");
        }
        assert!(may_be_scan(&png) && may_show_writing(&png));
        assert!(!may_show_writing(b"GIF89a\x10\0\x20\0") && !may_show_writing(b"words"));
    }
}
