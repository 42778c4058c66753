//! Plain text in whatever encoding it came.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::code_pages::{Page, older, older_cyrillic};
use super::johab;

/// So much of a text is looked at to tell its encoding.
const LOOKED_AT: usize = 1 << 20;

/// Whether some content is text at all: UTF-16, or few control characters and next to no NUL bytes.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some() {
        return true;
    }
    let head = &bytes[..bytes.len().min(8192)];
    !head.contains(&0) && few_controls(head) || utf8_with_nul(head) || utf16(bytes).is_some()
}

/// Text of any encoding: what its mark says, else UTF-16 or UTF-8 where it is that, else the likeliest of the others.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    if let Some(encoding) = utf16(bytes) {
        return encoding.decode_without_bom_handling(bytes).0.into_owned();
    }
    if bytes.contains(&0) && utf8_with_nul(&bytes[..bytes.len().min(8192)]) {
        return String::from_utf8_lossy(bytes).replace('\0', " ");
    }
    match std::str::from_utf8(bytes) {
        // Japanese mail writes seven bits with escapes.
        Ok(text) if !text.contains("\x1b$") => return text.to_owned(),
        // A text cut in the middle of a character is still UTF-8.
        Err(e) if e.error_len().is_none() && e.valid_up_to() > 0 => {
            return String::from_utf8_lossy(&bytes[..e.valid_up_to()]).into_owned();
        }
        Err(_) if mostly_utf8(bytes) => return String::from_utf8_lossy(bytes).into_owned(),
        _ => {}
    }
    // What a program of DOS or of an old Mac wrote is told by its letters alone.
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    if johab::is(head) {
        return johab::decode(bytes);
    }
    older(head)
        .or_else(|| older_cyrillic(head))
        .map_or_else(|| decode_as(bytes, likeliest(bytes)), |page| page.decode(bytes))
}

/// Whether a text is UTF-8 although some bytes of it are not: a letter of many bytes is hardly ever one by chance.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut bad) = (0, 0);
    for chunk in bytes[..bytes.len().min(LOOKED_AT)].utf8_chunks() {
        letters += chunk.valid().chars().map(|c| c.len_utf8() - 1).sum::<usize>();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    letters >= 2 && bad * 3 <= letters
}

fn few_controls(head: &[u8]) -> bool {
    let strange = |b: &&u8| (1..0x20).contains(*b) && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    head.iter().filter(strange).count() * 50 <= head.len()
}

/// Whether a few bytes of zero stand in what is UTF-8 otherwise.
fn utf8_with_nul(head: &[u8]) -> bool {
    let zeros = head.split(|b| *b == 0).count() - 1;
    // What is cheap to tell first: most content with a zero is no text.
    let few = zeros > 0 && zeros * 10 <= head.len() && few_controls(head);
    few && match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(e) => e.error_len().is_none() || mostly_utf8(head),
    }
}

/// A file's name in an archive that says nothing of its letters: UTF-8 where it is that, else as DOS wrote it, which is what the
/// format means by it; only where that gives no letters it is guessed.
pub(super) fn file_name(bytes: &[u8]) -> String {
    let dos = || {
        let name = Page::Dos850.decode(bytes);
        let named = |c: char| c.is_ascii() || c.is_alphabetic() || "°§²³«»\u{a0}".contains(c);
        if name.chars().all(named) { name } else { decode(bytes) }
    };
    std::str::from_utf8(bytes).map_or_else(|_| dos(), str::to_owned)
}

/// Text of the encoding that a file names; where it is none, as [`decode`] finds.
pub(super) fn decode_named(bytes: &[u8], label: &str) -> String {
    match Encoding::for_label(label.trim().as_bytes()) {
        Some(encoding) if encoding == UTF_8 && std::str::from_utf8(bytes).is_err() => decode(bytes),
        // Text whose label could be read byte by byte is not UTF-16, whatever it says.
        Some(encoding) if encoding != UTF_16LE && encoding != UTF_16BE => decode_as(bytes, encoding),
        None if ["johab", "x-johab", "ks_c_5601-1992", "ms1361"].contains(&&*label.trim().to_lowercase()) => {
            johab::decode(bytes)
        }
        _ => decode(bytes),
    }
}

/// The encoding of a code page; of one that is unknown, that of Western Europe.
pub(super) fn code_page(number: u32) -> Page {
    match number {
        437 => return Page::Dos437,
        850 | 858 => return Page::Dos850,
        1361 => return Page::Johab,
        _ => {}
    }
    let label = match number {
        932 => String::from("shift_jis"),
        936 => String::from("gbk"),
        949 => String::from("euc-kr"),
        950 => String::from("big5"),
        10000 => String::from("macintosh"),
        65001 => String::from("utf-8"),
        _ => format!("windows-{number}"),
    };
    Page::Known(Encoding::for_label(label.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252))
}

pub(super) fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn likeliest(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(&bytes[..bytes.len().min(LOOKED_AT)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 without a mark: bytes of zero stand on one side alone, or what it says is text and nothing else.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(8192) & !1];
    if head.is_empty() || bytes.len() % 2 == 1 || !head.contains(&0) || utf8_with_nul(head) {
        return None;
    }
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, _, broken) = encoding.decode(head);
        // The cut may have gone through a pair.
        let text = text.strip_suffix('\u{fffd}').unwrap_or(&text);
        !(broken && text.contains('\u{fffd}')) && is_written(text)
    })
}

/// Whether a text could have been written by somebody: no controls, no characters without a meaning, and most of them of
/// one script.
fn is_written(text: &str) -> bool {
    let mut scripts = [0usize; 256];
    let (mut count, mut separators) = (0, 0);
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | ' ' | '\u{3000}'..='\u{303f}' => separators += 1,
            '\0'..='\x1f' | '\u{7f}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' => return false,
            _ => {
                let script = match c as u32 {
                    n @ ..0x2e80 => n >> 8,
                    // Han and kana are written together, Hangul apart.
                    0x2e80..0xac00 => 0x4e,
                    0xac00..0xd7b0 => 0xac,
                    _ => 0xff,
                };
                scripts[script as usize & 0xff] += 1;
            }
        }
        count += 1;
    }
    // The letters of Latin with marks stand next to those without.
    let latin = scripts[0] + scripts[1];
    let most = scripts.iter().copied().max().unwrap_or(0).max(latin);
    let common = scripts[0].min(count / 2);
    count > 0 && (most + separators + if most == latin { 0 } else { common }) * 10 >= count * 9
}

/// Cuts what stands behind `most` bytes, never a character in two; says whether there was more.
pub(super) fn cut(text: &mut String, most: usize) -> bool {
    if text.len() <= most {
        return false;
    }
    text.truncate((0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0));
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_in_whatever_encoding_it_was_saved() {
        let text = |bytes: &[u8]| is_text(bytes).then(|| decode(bytes));
        let german = "Dokument-Nr.;Titel;Gültig bis\nVA-01;Prüfung der Lieferanten;31.12.2026\n";
        let japanese = "文書番号,文書名,状態\nQP-01,品質方針及び文書管理規程,承認済\nQP-02,内部監査手順,承認済\n";
        for encoding in ["utf-16le", "utf-16be"] {
            let big = encoding == "utf-16be";
            let units = german.encode_utf16().flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() });
            assert_eq!(text(&units.collect::<Vec<u8>>()).as_deref(), Some(german), "{encoding}");
        }
        for (encoding, written) in [
            (encoding_rs::WINDOWS_1252, german),
            (encoding_rs::UTF_8, german),
            (encoding_rs::SHIFT_JIS, japanese),
            (encoding_rs::EUC_JP, japanese),
        ] {
            assert_eq!(text(&encoding.encode(written).0).as_deref(), Some(written), "{}", encoding.name());
        }
        assert_eq!(text(&[0, 1, 2, 3, 0, 9, 1, 4, 7, 0, 2]), None);
    }
}
