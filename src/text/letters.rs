//! Letters as they are compared in a search: what one language writes with a mark and another reader types without it is
//! one letter. It is the same rule for what is typed and for what stands in a file.

use unicode_normalization::char::decompose_canonical;

/// Adds the comparable form of a letter of composed compatibility form (NFKC). German `ß` is `ss`, an umlaut its vowel
/// (never `ae`, unless that is written); the four i of Turkish are one; a final sigma is a sigma; of Arabic all alefs
/// are one, of Cyrillic `ё` is `е` while `й` stays itself.
pub(super) fn add(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    for c in c.to_lowercase() {
        match c {
            // Marks that stand alone: accents, Hebrew points, Arabic vowels and the line that stretches a word.
            '\u{300}'..='\u{36f}'
            | '\u{591}'..='\u{5bd}'
            | '\u{5bf}'
            | '\u{5c1}'..='\u{5c2}'
            | '\u{5c4}'..='\u{5c5}'
            | '\u{5c7}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6dc}'
            | '\u{6df}'..='\u{6e8}'
            | '\u{6ea}'..='\u{6ed}' => {}
            'ß' => out.push_str("ss"),
            'æ' | 'ǽ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            'ı' => out.push('i'),
            'ł' => out.push('l'),
            'ø' | 'ǿ' => out.push('o'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ς' => out.push('σ'),
            'ё' | 'ѐ' => out.push('е'),
            'ѝ' => out.push('и'),
            'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
            // A ya without dots, and the one of Persian; the feminine ending; the Persian kaf.
            'ى' | 'ی' => out.push('ي'),
            'ة' => out.push('ه'),
            'ک' => out.push('ك'),
            '\u{660}'..='\u{669}' => out.push(digit(c, 0x660)),
            '\u{6f0}'..='\u{6f9}' => out.push(digit(c, 0x6f0)),
            '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}' => bare(c, out),
            c => out.push(c),
        }
    }
}

fn digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

/// A Latin or Greek letter without its marks.
fn bare(c: char, out: &mut String) {
    let mut first = true;
    decompose_canonical(c, |part| {
        if std::mem::take(&mut first) {
            out.push(part);
        }
    });
}

/// Whether each letter is a word by itself: scripts that put no blank between words, and Korean, whose words are joined.
pub(super) fn alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}'           // Thai, Lao
        | '\u{1000}'..='\u{109f}'       // Burmese
        | '\u{1100}'..='\u{11ff}'       // Hangul parts
        | '\u{1780}'..='\u{17ff}'       // Khmer
        | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{3035}'
        | '\u{3041}'..='\u{30ff}'       // Kana
        | '\u{3105}'..='\u{31ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'       // Hangul
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3fffd}')
}

/// What is in a text and is nothing: soft hyphens, marks of direction and of the form of a letter, blanks of no width.
pub(super) fn nothing(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}
