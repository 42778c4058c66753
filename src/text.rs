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

/// Composed form, for names shown and compared by case.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}
