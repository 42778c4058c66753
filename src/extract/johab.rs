//! Johab, in which programs for Korean wrote before Unicode: a syllable is put together from three letters of five bits each, signs
//! and Hanja stand as in EUC-KR at another place.

use encoding_rs::EUC_KR;

/// So many syllables at least tell it.
const SOME: usize = 6;

/// Reads it.
pub(super) fn decode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 2);
    let mut rest = bytes;
    while let [first, behind @ ..] = rest {
        rest = behind;
        match (first, behind) {
            (..0x80, _) => out.push(char::from(*first)),
            (_, [second, behind @ ..]) => {
                rest = behind;
                out.push(letter(*first, *second).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            _ => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
    out
}

/// Whether a text can hardly be anything else: whatever is not ASCII in it is a syllable that is in use, and one of them stands
/// where neither EUC-KR nor chance puts one.
pub(super) fn is(bytes: &[u8]) -> bool {
    let (mut syllables, mut signs, mut apart) = (0, 0, false);
    let mut rest = bytes;
    while let [first, behind @ ..] = rest {
        rest = behind;
        if *first < 0x80 {
            continue;
        }
        let [second, behind @ ..] = behind else { break };
        rest = behind;
        match letter(*first, *second) {
            Some(c) if in_use(c) => syllables += 1,
            Some(c) if !matches!(c, '\u{ac00}'..='\u{d7a3}') => signs += 1,
            _ => return false,
        }
        apart |= *first < 0xa1 || *second < 0xa1;
    }
    apart && syllables >= SOME && signs * 2 <= syllables
}

fn letter(first: u8, second: u8) -> Option<char> {
    match first {
        0x84..=0xd3 => syllable(u32::from(first) << 8 | u32::from(second)),
        0xd9..=0xde | 0xe0..=0xf9 => sign(first, second),
        _ => None,
    }
}

fn syllable(code: u32) -> Option<char> {
    const FIRST: [char; 19] = [
        'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ', 'ㅋ', 'ㅌ', 'ㅍ',
        'ㅎ',
    ];
    let (first, middle, last) = (code >> 10 & 31, code >> 5 & 31, code & 31);
    let middle = match middle {
        2 => None,
        3..=7 => Some(middle - 3),
        10..=15 => Some(middle - 5),
        18..=23 => Some(middle - 7),
        26..=29 => Some(middle - 9),
        _ => return None,
    };
    let last = match last {
        1..=17 => last - 1,
        19..=29 => last - 2,
        _ => return None,
    };
    match (first, middle, last) {
        (2..=20, Some(middle), last) => char::from_u32(0xac00 + ((first - 2) * 21 + middle) * 28 + last),
        (2..=20, None, 0) => FIRST.get(first as usize - 2).copied(),
        (1, Some(middle), 0) => char::from_u32(0x314f + middle),
        _ => None,
    }
}

/// As it stands in EUC-KR.
fn sign(first: u8, second: u8) -> Option<char> {
    let at = match second {
        0x31..=0x7e => second - 0x31,
        0x91..=0xfe => second - 0x43,
        _ => return None,
    };
    let row = if first < 0xe0 { 2 * (first - 0xd9) } else { (2 * u16::from(first) - 0x197) as u8 };
    let (row, at) = if at < 0x5e { (row, at) } else { (row + 1, at - 0x5e) };
    let bytes = [row + 0xa1, at + 0xa1];
    let text = EUC_KR.decode_without_bom_handling_and_without_replacement(&bytes)?;
    text.chars().next()
}

/// Whether EUC-KR has it among the syllables that are in use, and not among those that were added for the sake of completeness.
fn in_use(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = EUC_KR.encode(c.encode_utf8(&mut buffer));
    !unknown && matches!(c, '\u{ac00}'..='\u{d7a3}') && bytes.iter().all(|b| *b >= 0xa1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn korean_of_before_unicode_is_read_and_told_from_its_likes() {
        let text = "품질 방침은 모든 직원에게 적용된다. 內部 監査 절차서 (2026) ㅁㅏ";
        let johab = [
            0xce, 0x91, 0xbb, 0xa9, 0x20, 0xa4, 0x77, 0xc3, 0xb1, 0xb7, 0x65, 0x20, 0xa1, 0xa1, 0x97, 0x65, 0x20, 0xbb,
            0xa2, 0xb6, 0xa5, 0xb5, 0x41, 0x89, 0x41, 0x20, 0xb8, 0xe2, 0xb6, 0x77, 0x96, 0x45, 0x94, 0x61, 0x2e, 0x20,
            0xe4, 0x3e, 0xe9, 0xbb, 0x20, 0xe0, 0x9a, 0xea, 0x6b, 0x20, 0xb8, 0xe9, 0xc0, 0x61, 0xac, 0xe1, 0x20, 0x28,
            0x32, 0x30, 0x32, 0x36, 0x29, 0x20, 0xa0, 0x41, 0x84, 0x61,
        ];
        assert_eq!(decode(&johab), text);
        assert!(is(&johab));
        let euc = EUC_KR.encode("품질 방침은 모든 직원에게 적용된다. 내부 감사 절차서").0;
        let sjis = encoding_rs::SHIFT_JIS.encode("文書番号,文書名,状態 品質方針及び文書管理規程 内部監査手順").0;
        let big5 = encoding_rs::BIG5.encode("品質方針適用於所有員工,內部稽核程序").0;
        for other in [&*euc, &*sjis, &*big5, "Prüfung der Geräte für Österreich".as_bytes()] {
            assert!(!is(other), "{}", decode(other));
        }
        assert!(!is(&encoding_rs::WINDOWS_1251.encode("Процедура внутреннего аудита устанавливает порядок").0));
        assert!(!is(&encoding_rs::WINDOWS_1252.encode("Prüfung der Geräte für Österreich, Maßnahmen und Größe").0));
    }
}
