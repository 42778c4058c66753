//! Text in whatever encoding it came, with or without a mark at its beginning.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes looked at to tell an encoding.
const LOOKED_AT: usize = 1 << 20;

/// The text of some bytes; nothing where they are none.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned());
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    if let Some(encoding) = wide(head) {
        return Some(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if head.iter().filter(|b| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count() * 50
        > head.len()
    {
        return None;
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(head, head.len() == bytes.len());
    let guessed = detector.guess(None, Utf8Detection::Deny);
    let encoding = if guessed == UTF_8 { encoding_rs::WINDOWS_1252 } else { guessed };
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Two bytes a character without a mark: every other byte is nought where the text is mostly Latin.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    let noughts = |first: usize| head.iter().skip(first).step_by(2).filter(|b| **b == 0).count();
    let half = head.len() / 2;
    if half < 4 {
        return None;
    }
    match (noughts(0), noughts(1)) {
        (even, odd) if odd * 10 > half * 4 && even * 20 < half => Some(UTF_16LE),
        (even, odd) if even * 10 > half * 4 && odd * 20 < half => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_in_whatever_encoding_it_was_saved() {
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
