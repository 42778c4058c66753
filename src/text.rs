//! How text is compared everywhere: composed (NFC), lower case, runs of white space as one blank.

use unicode_normalization::UnicodeNormalization;

/// The comparable form of a text. Search, file names and list cells all use this one rule.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = true;
    for c in text.nfc() {
        if c.is_whitespace() || c == '\u{200b}' || c == '\u{feff}' {
            if !blank {
                out.push(' ');
                blank = true;
            }
        } else {
            out.extend(c.to_lowercase());
            blank = false;
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// The form in which the text of files is searched: as [`fold`], and besides what is only written otherwise is the same,
/// such as full width, ligatures, curly quotes and the kinds of hyphens; soft hyphens and invisible marks are nothing.
pub fn searched(text: &str) -> String {
    let plain: String = text
        .nfkc()
        .filter_map(|c| match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => None,
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => Some('-'),
            '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '`' | '´' => Some('\''),
            '\u{201c}'..='\u{201f}' | '\u{2033}' | '«' | '»' => Some('"'),
            c => Some(c),
        })
        .collect();
    fold(&plain)
}

/// Composed form, for names shown and compared by case.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}
